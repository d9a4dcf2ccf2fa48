"""Entry points of the components; light, since spaCy imports them in every program.

spaCy calls a factory with the pipeline and the name it gets there, wanted or not.
"""

# ruff: noqa: ARG001

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("quotextract_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that keeps a sentence whole around a quotation."""
    from quotextract.pipeline.sentences import SentenceKeeper

    return SentenceKeeper()


@Language.factory("quotextract_quotes", requires=["token.dep", "token.pos"], assigns=["doc.spans"])
def make_quotes(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that finds what stands between quotation marks."""
    from quotextract.pipeline.components import QuoteFinder

    return QuoteFinder()


@Language.factory(
    "quotextract_speakers",
    default_config={"indirect": True, "fast": False},
    requires=["token.dep", "token.pos", "doc.ents"],
    assigns=["doc.spans"],
)
def make_speakers(nlp: Language, name: str, indirect: bool, fast: bool) -> Callable[[Doc], Doc]:
    """Make the component that tells types and speakers and finds indirect speech."""
    from quotextract.pipeline.components import SpeakerAttributor

    return SpeakerAttributor(indirect=indirect, fast=fast)
