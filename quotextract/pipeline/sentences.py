"""Keeping a sentence whole around a quotation, whatever stops stand inside the marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc

from quotextract.text.marks import MarkedSpan, pair_marks

LONGEST = 1500


def goes_on(text: str, end: int) -> bool:
    """Tell whether the sentence goes on behind a closing mark: a comma, a dash, a verb.

    >>> goes_on("«Vado. Torno», ha detto.", 13), goes_on("«Vado». Poi tacque.", 6)
    (True, False)
    """
    rest = text[end : end + 3].lstrip(" \u00a0")
    return bool(rest) and (rest[0] in ",-–—" or rest[0].islower())


def whole_stretches(text: str) -> Iterator[MarkedSpan]:
    """Yield the quotations on one line that the sentence around them continues."""
    for span in pair_marks(text):
        inside = text[span.start : span.end]
        short = len(inside) < LONGEST and "\n" not in inside
        if span.depth == 0 and span.closer and short and goes_on(text, span.close_end):
            yield span


class SentenceKeeper:
    """Forbid sentence starts inside such quotations; stands before the parser, which obeys."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `is_sent_start` to False from the first word quoted to the first word after."""
        starts = [token.idx for token in doc]
        for span in whole_stretches(doc.text):
            first = bisect_left(starts, span.open_start) + 1
            last = bisect_left(starts, span.close_end)
            for token in doc[first : min(last + 1, len(doc))]:
                token.is_sent_start = False
        return doc
