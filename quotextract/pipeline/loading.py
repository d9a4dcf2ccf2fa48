"""Loading a spaCy pipeline and putting the components behind it."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, get_current_ops, use_ops

from quotextract.errors import ModelError
from quotextract.models import bundled_path
from quotextract.pipeline import factories  # noqa: F401  (registers the components)

NEEDED = {
    "parser": "a dependency parse tells who is the subject of a verb",
    "ner": "entities tell which words are names",
}


def load(model: str | Path | None = None, *, fast: bool = False) -> Language:
    """Return an Italian pipeline with the quotation components at its end.

    Args:
        model: Name of an installed spaCy pipeline or path of one; the bundled
            pipeline where absent.
        fast: Whether to do without the reader of the whole article, which takes most of
            the time: more speakers are then wrong.

    Raises:
        ModelError: The pipeline is missing, is not Italian or lacks a component.
    """
    nlp = _base(model)
    _check(nlp, str(model or "the bundled pipeline"))
    if "quotextract_sentences" not in nlp.pipe_names:
        nlp.add_pipe("quotextract_sentences", before="parser")
    if "quotextract_quotes" not in nlp.pipe_names:
        nlp.add_pipe("quotextract_quotes")
    if "quotextract_speakers" not in nlp.pipe_names:
        nlp.add_pipe("quotextract_speakers", config={"fast": fast})
    return nlp


def _base(model: str | Path | None) -> Language:
    path = bundled_path() if model is None else model
    try:
        # The same figures in half the time: numpy multiplies matrices faster than the library
        # that spaCy takes on a CPU. Where somebody chose a GPU or Apple's library, that stays.
        if type(get_current_ops()) is NumpyOps:
            with use_ops("numpy", use_blis=False):
                return spacy.load(path)
        return spacy.load(path)
    except (OSError, ValueError) as error:
        raise ModelError(
            f"Cannot load the pipeline {str(model)!r}: {error}. Install it, give the path of a "
            "spaCy pipeline, or leave --model out to use the bundled one."
        ) from error


def _check(nlp: Language, name: str) -> None:
    if nlp.lang != "it":
        raise ModelError(f"The pipeline {name!r} is for {nlp.lang!r}, not for Italian ('it').")
    lacking = [c for c in NEEDED if c not in nlp.pipe_names]
    if not {"morphologizer", "tagger"} & set(nlp.pipe_names):
        lacking.append("morphologizer")
    if lacking:
        why = "; ".join(NEEDED[c] for c in lacking if c in NEEDED)
        raise ModelError(
            f"The pipeline {name!r} lacks: {', '.join(lacking)}{f' ({why})' if why else ''}. "
            "Use a full Italian pipeline such as it_core_news_sm, or the bundled one."
        )
