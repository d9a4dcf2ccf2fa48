"""What an annotator says about an article: the spans, and whose words they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from quotextract.errors import ReadError
from quotextract.records import Article, QuoteType

_TYPES = frozenset(get_args(QuoteType))


@dataclass(frozen=True, slots=True)
class GoldItem:
    """One annotated span; `start:end` are code points of the article's text.

    Args:
        start: Where the words begin.
        end: Where they end.
        type: direct, mixed, indirect or none.
        speaker: The fullest name the article gives; `?` where it does not tell.
        mention: The words that tell the speaker there, empty where nothing does.
        cue: The reporting words, empty where there are none.
    """

    start: int
    end: int
    type: QuoteType
    speaker: str = ""
    mention: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article and its annotated spans, in order of their start."""

    doc_id: str
    text: str
    items: tuple[GoldItem, ...]

    @property
    def article(self) -> Article:
        """The article as a reader would give it."""
        return Article(self.text, doc_name=self.doc_id, doc_id=self.doc_id)


def known_type(value: object, where: str) -> QuoteType:
    """Return the type as it is, or say where it is unknown."""
    if value not in _TYPES:
        known = ", ".join(sorted(_TYPES))
        raise ReadError(f"Cannot read {where}: type {value!r} is unknown. Use one of {known}.")
    return value  # type: ignore[return-value]


def checked(items: list[GoldItem], text: str, where: str) -> tuple[GoldItem, ...]:
    """Return the items in order, or say where one leaves the text."""
    for item in items:
        if not 0 <= item.start < item.end <= len(text):
            raise ReadError(
                f"Cannot read {where}: the span {item.start}:{item.end} is empty or leaves the"
                f" text of {len(text)} characters. Correct its offsets."
            )
    return tuple(sorted(items, key=lambda item: (item.start, -item.end)))
