"""Whom the whole article points to, whatever stands around the quotation."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.scene import Candidate, Scene

LEAST = 0.02


def context(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Propose everybody whom the reader of the whole article finds likely."""
    for index, p in scene.context.shares(q.index).items():
        if p >= LEAST:
            yield Candidate("context", (scene.table.entities[index],), None, -1, {"pointed": 1.0})
