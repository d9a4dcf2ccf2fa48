"""Cuts a text that is too long for one parse, and puts the quotations back in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quotextract.records import Quote, digest
from quotextract.text.marks import pair_marks

LONGEST = 25_000
"""Characters that are parsed at once; longer than any article of a newspaper."""

# From the best place to cut to the worst: an empty line, a line, a sentence, a word.
_BREAKS = tuple(
    re.compile(pattern)
    for pattern in (r"\n[ \t\r]*\n\s*", r"\n\s*", r"[.!?…]+[»”\"'’)\]]*\s+", r"\s+")
)


def chunks(text: str, longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    r"""Yield the bounds of the pieces of a text, in order and without gaps.

    A cut falls outside quotation marks wherever the last half of a piece allows it.

    >>> list(chunks("Uno due.\n\nTre.", longest=12))
    [(0, 10), (10, 14)]
    """
    start = 0
    while len(text) - start > longest:
        end = start + _cut(text[start : start + longest])
        yield start, end
        start = end
    yield start, len(text)


def _cut(window: str) -> int:
    quoted = [(span.open_start, span.close_end) for span in pair_marks(window) if not span.depth]
    for inside in (False, True):
        for pattern in _BREAKS:
            places = [m.end() for m in pattern.finditer(window, len(window) // 2)]
            for place in reversed(places):
                if inside or not any(start < place < end for start, end in quoted):
                    return place
    return len(window)


def moved(quote: Quote, offset: int, paragraphs: int) -> Quote:
    """Return the quotation of a piece as a quotation of the whole text.

    Args:
        quote: The record, with offsets into the piece.
        offset: Where the piece starts, in code points.
        paragraphs: How many paragraphs stand before the piece.
    """
    if not offset:
        return quote
    start, end = quote.quote_start + offset, quote.quote_end + offset
    return replace(
        quote,
        quote_id=digest(quote.doc_id, start, end),
        quote_start=start,
        quote_end=end,
        speaker_start=_shift(quote.speaker_start, offset),
        speaker_end=_shift(quote.speaker_end, offset),
        cue_start=_shift(quote.cue_start, offset),
        cue_end=_shift(quote.cue_end, offset),
        utterance=quote.utterance and digest(quote.utterance, offset),
        paragraph=quote.paragraph + paragraphs,
    )


def _shift(place: int, offset: int) -> int:
    return place if place < 0 else place + offset
