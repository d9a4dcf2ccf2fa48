"""A quotation that opens a story before its speaker is named: look ahead."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.scene import Candidate, Scene

REACH = 2


def ahead(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Propose the first people named after a quotation that stands on its own."""
    sentence = scene.frames.sentence_of(q.index)
    if scene.frames.quote_place[q.index][1] > 1 or scene.cues(sentence):
        return
    seen: set[int] = set()
    after = scene.frames.next(sentence)
    for step in range(REACH):
        if after is None:
            return
        for i in after.tokens():
            k = scene.subjects.covering.get(i)
            entity = None if k is None else scene.table.of(k)
            if k is None or entity is None or entity.kind == "place" or entity.index in seen:
                continue
            seen.add(entity.index)
            m = scene.mentions[k]
            features = {
                "ahead": 1.0,
                f"ahead:step{step}": 1.0,
                f"ahead:nth{min(len(seen), 3)}": 1.0,
                "ahead:block": float(after.block != sentence.block),
                "ahead:person": float(entity.kind == "person"),
                "governed": float(bool(m.preposition)),
                "ahead:start": float(not scene.decided),
            }
            yield Candidate("ahead", (entity,), None, -1, features)
        after = scene.frames.next(after)
