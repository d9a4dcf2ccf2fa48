"""Lay found spans over annotated ones: how much they share, and who belongs to whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Span = tuple[int, int]

_EDGE = frozenset(" \t\n\r\u00a0.,;:!?…\"“”„‟«»‹›'‘’–—-()[]")


class Match(NamedTuple):
    """Indices of an annotated and a found span, and the characters they share over all."""

    gold: int
    found: int
    overlap: float


def trim(text: str, start: int, end: int) -> Span:
    """Return the span without white space, marks and punctuation at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def overlap(one: Span, other: Span) -> float:
    """Return characters in common over characters in the union of two spans.

    >>> overlap((0, 8), (4, 10))
    0.4
    """
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def match(gold: Sequence[Span], found: Sequence[Span], floor: float) -> list[Match]:
    """Assign found spans to annotated ones, one to one, the best overlap first.

    Args:
        gold: Annotated spans, trimmed.
        found: Found spans, trimmed.
        floor: The least overlap that counts.
    """
    pairs = [
        Match(i, j, shared)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (shared := overlap(one, other)) >= floor
    ]
    pairs.sort(key=lambda pair: (pair.overlap, pair.gold, pair.found), reverse=True)
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    kept = []
    for pair in pairs:
        if pair.gold not in taken_gold and pair.found not in taken_found:
            taken_gold.add(pair.gold)
            taken_found.add(pair.found)
            kept.append(pair)
    return kept


def recovered(gold: Sequence[Span], found: Sequence[Span], floor: float) -> int:
    """Count annotated spans of which a found one holds more than `floor`, in gold order.

    This is the measure of the Gender Gap Tracker: asymmetric, a found span that is too long
    costs nothing. Every found span is used once.
    """
    free = set(range(len(found)))
    count = 0
    for start, end in gold:
        best = max(free, key=lambda j: _common((start, end), found[j]), default=None)
        if best is not None and _common((start, end), found[best]) > floor * (end - start):
            free.remove(best)
            count += 1
    return count


def _common(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
