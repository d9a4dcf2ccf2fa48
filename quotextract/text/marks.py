"""Pair the quotation marks of an article: every style, nested, broken, across paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quotextract.text.across import Paragraph, join_paragraphs
from quotextract.text.glyphs import find_marks
from quotextract.text.pairing import Pair, pair_paragraph
from quotextract.text.repair import ends_sentence, merge_doubled, uncrossed

_WORD = re.compile(r"[^\W_]|…")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x85]+")


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A stretch between two quotation marks; offsets are Unicode code points.

    Args:
        start: Where the words begin, behind the mark and any space.
        end: Where they end.
        open_start: Where the opening mark starts.
        close_end: Where the closing mark ends; `end` where it is missing.
        opener: The opening mark as it stands, empty where it is missing.
        closer: The closing mark as it stands, empty where it is missing.
        depth: 0 for the outermost marks, 1 for marks inside those, and so on.
        flags: What had to be mended: `unclosed`, `unopened`, `wrong-closer`, `doubled`,
            `reopened`, `paragraphs`.
    """

    start: int
    end: int
    open_start: int
    close_end: int
    opener: str
    closer: str
    depth: int = 0
    flags: frozenset[str] = frozenset()


def pair_marks(text: str) -> list[MarkedSpan]:
    """Find every stretch between quotation marks.

    Args:
        text: Any string; it is not modified.

    Returns:
        The spans sorted by start, outer before inner. They nest and never cross.

    >>> span, = pair_marks("«Vado», ha detto.")
    >>> span.start, span.end, span.opener
    (1, 5, '«')
    """
    paragraphs = [
        Paragraph(start, end, pair_paragraph(find_marks(text, start, end)))
        for start, end in _paragraphs(text)
    ]
    pairs = sorted(
        (pair for pair in join_paragraphs(text, paragraphs) if _holds_words(text, pair)),
        key=lambda pair: (pair.opener.start, -pair.closer.end),
    )
    return list(_with_depth(_span(text, pair) for pair in uncrossed(merge_doubled(text, pairs))))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines; one that goes on in lower case belongs to the line before it."""
    current: tuple[int, int] | None = None
    for line in _LINE.finditer(text):
        start, end = line.span()
        if (
            current
            and text[start:end].lstrip()[:1].islower()
            and not ends_sentence(text, current[1])
        ):
            current = current[0], end
            continue
        if current:
            yield current
        current = start, end
    if current:
        yield current


def _holds_words(text: str, pair: Pair) -> bool:
    return _WORD.search(text, pair.opener.end, pair.closer.start) is not None


def _span(text: str, pair: Pair) -> MarkedSpan:
    start, end = pair.opener.end, pair.closer.start
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    close_end = pair.closer.end if pair.closer.text else end
    open_start = pair.opener.start if pair.opener.text else start
    return MarkedSpan(
        start, end, open_start, close_end, pair.opener.text, pair.closer.text, flags=pair.flags
    )


def _with_depth(spans: Iterator[MarkedSpan]) -> Iterator[MarkedSpan]:
    open_ends: list[int] = []
    for span in spans:
        while open_ends and open_ends[-1] <= span.open_start:
            open_ends.pop()
        yield replace(span, depth=len(open_ends))
        open_ends.append(span.close_end)
