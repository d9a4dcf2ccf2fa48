"""What the encoder sees: an article as windows of pieces, long quotations shortened.

Each quotation is asked about in the window where most stands around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from quotextract.neural.pieces import BREAK, START, Segmenter

Ints = NDArray[np.int64]

LENGTH = 512
OVERLAP = 280
HEAD, TAIL, SPARED = 16, 10, 4
DEPTHS = 3
NEAR = 4
FARTHEST = 9


@dataclass(frozen=True, slots=True)
class Page:
    """A text with what was found in it, spans in code points.

    `parents` gives for each quotation the index of the one around it, or -1.
    """

    text: str
    quotations: Sequence[tuple[int, int]]
    parents: Sequence[int]
    mentions: Sequence[tuple[int, int]]


@dataclass(slots=True)
class Window:
    """A stretch of at most `LENGTH` pieces.

    `roles` tells for each piece how deep in quotations it stands, and whether in a
    mention. `spans` are the pieces of each mention in `mentions`; `edges` the first and
    last piece of each quotation in `quotations`; `geometry` (quotations × mentions × 4)
    holds distance, lines between, quotations between, and whether the mention stands
    inside some quotation, or inside this one.
    """

    ids: Ints
    roles: Ints
    mentions: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    quotations: list[int] = field(default_factory=list)
    edges: list[tuple[int, int]] = field(default_factory=list)
    geometry: Ints = field(default_factory=lambda: np.zeros((0, 0, 4), dtype=np.int64))


def windows(page: Page, segmenter: Segmenter) -> Iterator[Window]:
    """Yield the windows of a page in which quotations are asked about."""
    grid = _Grid(page, segmenter)
    if not len(grid.ids):
        return
    for start, asked in grid.shares().items():
        yield grid.window(start, asked)


class _Grid:
    """The pieces of a page, and which of them each span covers."""

    def __init__(self, page: Page, segmenter: Segmenter) -> None:
        pieces = segmenter.segment(page.text)
        self.ids = np.array([p.id for p in pieces], dtype=np.int64)
        self.starts = np.array([p.start for p in pieces])
        self.ends = np.array([p.end for p in pieces])
        self.quotations = self._covered(page.quotations)
        self.mentions = self._covered(page.mentions)
        self.depth = np.zeros(len(pieces), dtype=np.int64)
        self.named = np.zeros(len(pieces), dtype=np.int64)
        for first, last in self.quotations:
            self.depth[first:last] += 1
        for first, last in self.mentions:
            self.named[first:last] = 1
        self.kept = np.flatnonzero(self._spared(page.parents))

    def _covered(self, spans: Sequence[tuple[int, int]]) -> Ints:
        edges = np.array(spans, dtype=np.int64).reshape(-1, 2)
        first = np.searchsorted(self.ends, edges[:, 0], side="right")
        last = np.searchsorted(self.starts, edges[:, 1], side="left")
        return np.stack([first, last], axis=1)

    def _spared(self, parents: Sequence[int]) -> NDArray[np.bool_]:
        """Leave out the middle of long quotations: who speaks shows at their edges."""
        spared = np.ones(len(self.ids), dtype=bool)
        outer = set(parents)
        for k, (first, last) in enumerate(self.quotations):
            if k not in outer and last - first > HEAD + TAIL + SPARED:
                spared[first + HEAD : last - TAIL] = False
        return spared

    def shares(self) -> dict[int, list[tuple[int, int, int]]]:
        """Return for each window, by its start, the quotations asked there with their edges."""
        room, size = LENGTH - 2, len(self.kept)
        starts = [0]
        while starts[-1] + room < size:
            starts.append(min(starts[-1] + room - OVERLAP, size - room))
        shares: dict[int, list[tuple[int, int, int]]] = {}
        for k, (first, last) in enumerate(self.quotations):
            q0, q1 = np.searchsorted(self.kept, (first, last))
            q0, q1 = min(q0, size - 1), min(max(q1 - 1, q0), size - 1)
            best = max(starts, key=lambda s: _margin(s, s + room, q0, q1, size))
            shares.setdefault(best, []).append((k, int(q0), int(q1)))
        return shares

    def window(self, start: int, asked: Sequence[tuple[int, int, int]]) -> Window:
        """Return the window that starts at a kept piece."""
        seen = self.kept[start : start + LENGTH - 2]
        roles = np.minimum(self.depth[seen], DEPTHS - 1) + DEPTHS * self.named[seen]
        window = Window(
            np.concatenate([[START], self.ids[seen], [BREAK]]), np.concatenate([[0], roles, [0]])
        )
        for k, (first, last) in enumerate(self.mentions):
            begin, end = np.searchsorted(seen, (first, last))
            if end > begin:
                window.mentions.append(k)
                window.spans.append((int(begin) + 1, int(end) + 1))
        top = len(window.ids) - 1
        for k, q0, q1 in asked:
            window.quotations.append(k)
            window.edges.append(tuple(min(max(q - start + 1, 1), top) for q in (q0, q1)))  # type: ignore[arg-type]
        window.geometry = self._geometry(window)
        return window

    def _geometry(self, window: Window) -> Ints:
        spans = np.array(window.spans, dtype=np.int64).reshape(-1, 2)
        lines = np.cumsum(window.ids == BREAK)
        rows = np.zeros((len(window.edges), len(spans), 4), dtype=np.int64)
        covered = self.mentions[window.mentions]
        inside = self.depth[covered[:, 0]] > 0
        for row, k, (q0, q1) in zip(rows, window.quotations, window.edges, strict=True):
            before = spans[:, 1] <= q0
            after = spans[:, 0] > q1
            distance = np.where(before, spans[:, 1] - q0 - 1, np.where(after, spans[:, 0] - q1, 0))
            edge = np.where(spans[:, 0] < q0, q0, q1)
            row[:, 0] = _bucket(distance)
            row[:, 1] = np.minimum(np.abs(lines[spans[:, 0]] - lines[edge]), NEAR - 1)
            row[:, 2] = np.minimum(self._between(covered, self.quotations[k]), NEAR - 1)
            own = (self.quotations[k, 0] <= covered[:, 0]) & (covered[:, 0] < self.quotations[k, 1])
            row[:, 3] = inside.astype(np.int64) + own
        return rows

    def _between(self, mentions: Ints, quotation: Ints) -> Ints:
        """Return how many quotations stand between each mention and a quotation."""
        first, last = self.quotations[:, 0], self.quotations[:, 1]
        ahead = (mentions[:, 1:] <= first) & (last < quotation[0])
        behind = (quotation[1] < first) & (last <= mentions[:, :1])
        return np.sum(ahead | behind, axis=1)


def _margin(start: int, end: int, q0: int, q1: int, size: int) -> int:
    """Return how many pieces a window shows around a quotation, at the poorer side."""
    left = q0 - start if start else LENGTH
    right = end - q1 if end < size else LENGTH
    return int(min(left, right))


def _bucket(distance: Ints) -> Ints:
    """Return the length of each distance in bits, those before the quotation apart."""
    bits = np.minimum(np.ceil(np.log2(np.abs(distance) + 1)), FARTHEST).astype(np.int64)
    return np.where(distance >= 0, bits, FARTHEST + 1 + bits)
