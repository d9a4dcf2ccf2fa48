"""Quotations and their speakers, out of Italian news.

>>> import quotextract
>>> [quote] = quotextract.extract("«Non ci sto», ha detto Carla Benassi.")
>>> quote.speaker, quote.quote, quote.cue
('Carla Benassi', 'Non ci sto', 'ha detto')
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotextract.records import Article, Quote

if TYPE_CHECKING:
    from spacy.language import Language

    from quotextract.knowledge import Speaker

__version__ = "0.1.0"

__all__ = ["Article", "Quote", "Speaker", "__version__", "extract", "load"]


def __getattr__(name: str) -> Any:
    """Import on first use what is not light."""
    if name == "Speaker":
        from quotextract.knowledge import Speaker

        return Speaker
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load(model: str | Path | None = None, *, fast: bool = False) -> Language:
    """Load an Italian pipeline that finds quotations and speakers.

    Args:
        model: The name or path of a spaCy pipeline; the bundled one by default.
        fast: Whether to do without the reader of the whole article, which takes most of
            the time: more speakers are then wrong.

    Returns:
        A spaCy pipeline; `doc._.quotes` holds the records of a processed text.

    Raises:
        ModelError: The pipeline is missing, or lacks a component that the rules need.
    """
    from quotextract.pipeline import load as load_pipeline

    return load_pipeline(model, fast=fast)


def extract(
    text_or_path: str | os.PathLike[str] | Article,
    *,
    types: Iterable[str] = ("direct", "mixed"),
    min_confidence: float = 0.0,
    nlp: Language | None = None,
) -> list[Quote]:
    """Return the quotations of a text, a file or a folder.

    Args:
        text_or_path: A path, a text, or an article. A string that names an existing file
            or folder is a path; any other string is a text.
        types: The types to keep: direct, mixed, indirect, none.
        min_confidence: The lowest confidence to keep, 0 to 1.
        nlp: A pipeline made by `load`; the bundled one by default, loaded once.

    Raises:
        ReadError: A file cannot be read.
    """
    from quotextract.processing import Selection, extract_all

    wanted = Selection(types=frozenset(types), min_confidence=min_confidence)
    results = extract_all(_articles(text_or_path), nlp or _bundled())
    return [quote for _, quotes in results for quote in quotes if wanted(quote)]


def _articles(text_or_path: str | os.PathLike[str] | Article) -> Iterator[Article]:
    if isinstance(text_or_path, Article):
        yield text_or_path
    elif isinstance(text_or_path, str) and not _is_path(text_or_path):
        yield Article(text_or_path)
    else:
        from quotextract.readers import find_sources, read_all

        yield from read_all(find_sources([text_or_path]))


def _is_path(text: str) -> bool:
    try:
        return bool(text.strip()) and Path(text).exists()
    except (OSError, ValueError):  # too long for a name, or with a NUL
        return False


@lru_cache(maxsize=1)
def _bundled() -> Language:
    return load()
