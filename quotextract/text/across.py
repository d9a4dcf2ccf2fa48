"""Pair across paragraphs what stayed open inside one, and mend what nothing closes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quotextract.text.glyphs import Mark
from quotextract.text.pairing import Pair, Pairing
from quotextract.text.repair import (
    begins_speech,
    ends_sentence,
    handed_back,
    mend_closer,
    mend_opener,
)

# A quotation that runs on for longer than this has rather lost its closer.
_PARAGRAPHS, _CHARACTERS = 25, 8000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text between line breaks, and the pairs inside it."""

    start: int
    end: int
    pairing: Pairing

    def first_mark(self, text: str) -> Mark | None:
        """Return the opener that the paragraph begins with, if it does."""
        openers = [pair.opener for pair in self.pairing.pairs] + self.pairing.openers
        first = min(openers, key=lambda mark: mark.start, default=None)
        return first if first and not text[self.start : first.start].strip() else None


@dataclass(slots=True)
class _Waiting:
    """An opener that waits for a later paragraph to close it."""

    mark: Mark
    home: Paragraph
    index: int
    until: int
    reopened: bool = False

    def close(self, closer: Mark) -> Pair:
        return Pair(self.mark, closer, frozenset({"reopened" if self.reopened else "paragraphs"}))


def join_paragraphs(text: str, paragraphs: list[Paragraph]) -> Iterator[Pair]:
    """Yield all pairs of the text: those inside paragraphs, across them, and mended ones."""
    waiting: list[_Waiting] = []
    for index, paragraph in enumerate(paragraphs):
        if waiting and _too_far(waiting[-1], index, paragraph):
            yield from _give_up(text, waiting)
        again = _reopens(text, paragraph, waiting, index)
        if again:
            waiting[-1].reopened, waiting[-1].index, waiting[-1].until = True, index, paragraph.end
        yield from _closed_here(text, paragraph, waiting, again)
        for mark, limit in paragraph.pairing.inner:
            yield mend_closer(text, mark, limit, paragraph.pairing.pairs)
        for mark in paragraph.pairing.openers:
            if mark is not again:
                _wait(waiting, _Waiting(mark, paragraph, index, paragraph.end))
    yield from _give_up(text, waiting)


def _wait(waiting: list[_Waiting], one: _Waiting) -> None:
    """Let an opener wait; what waits already must end before it, or enclose it all."""
    if waiting:
        waiting[-1].until = min(waiting[-1].until, one.mark.start)
    waiting.append(one)


def _too_far(waiting: _Waiting, index: int, paragraph: Paragraph) -> bool:
    distance = paragraph.start - waiting.mark.start
    return index - waiting.index > _PARAGRAPHS or distance > _CHARACTERS


def _give_up(text: str, waiting: list[_Waiting]) -> Iterator[Pair]:
    """Close each opener inside its own paragraph, before the next one that waits there."""
    for one in waiting:
        yield mend_closer(text, one.mark, one.until, one.home.pairing.pairs)
    waiting.clear()


def _reopens(text: str, paragraph: Paragraph, waiting: list[_Waiting], index: int) -> Mark | None:
    """Return the mark that a paragraph sets again because the quotation still runs.

    It does when it began whole sentences that fill its paragraph, and this one goes on with
    another sentence.
    """
    first = paragraph.first_mark(text) if waiting else None
    if first is None or first.style != waiting[-1].mark.style or index - waiting[-1].index > 1:
        return None
    goes_on = text[first.end : first.end + 1].isupper()
    return first if goes_on and _fills_paragraph(text, waiting[-1]) else None


def _fills_paragraph(text: str, waiting: _Waiting) -> bool:
    """Tell whether an opener begins sentences that nothing of its style seems to close."""
    closers = (pair.closer for pair in waiting.home.pairing.pairs)
    closed = any(
        mark.style == waiting.mark.style
        and mark.start > waiting.mark.start
        and not text[mark.end : waiting.home.end].strip(" .\u00a0")
        for mark in closers
    )
    begins = begins_speech(text, waiting.mark.start)
    if not begins or closed or not ends_sentence(text, waiting.until):
        return False
    return not handed_back(text, waiting.mark.end, waiting.home.end)


def _closed_here(
    text: str, paragraph: Paragraph, waiting: list[_Waiting], again: Mark | None
) -> Iterator[Pair]:
    for pair in paragraph.pairing.pairs:
        yield waiting.pop().close(pair.closer) if pair.opener is again else pair
    closers = paragraph.pairing.closers
    for closer in closers:
        if waiting:
            yield waiting.pop().close(closer)
        elif closer is closers[0]:
            yield from mend_opener(text, paragraph.start, closer, paragraph.pairing.pairs)
