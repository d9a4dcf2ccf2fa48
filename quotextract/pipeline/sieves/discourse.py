"""No cue at all: the people the story is about at that point, and whom it names next."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.candidates.places import after_colon
from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.scene import Candidate, Scene
from quotextract.pipeline.sieves.continuation import answers

REACH = 2


def discourse(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Propose those last spoken of before a quotation that no cue introduces."""
    sentence = scene.frames.sentence_of(q.index)
    spot = scene.frames.quote_place[q.index][1]
    lone = spot <= 1 or after_colon(scene, q)
    for option in scene.discourse.salient(q.first, "", "", "discourse"):
        features = {f"disc:{k}": v for k, v in option.features.items()}
        features |= {"disc": 1.0, "disc:lone": float(lone), "disc:nested": float(q.parent >= 0)}
        features["disc:fragment"] = float(scene.frames.text[q.start : q.start + 1].islower())
        features["disc:answer"] = float(answers(scene, q))
        features["disc:cues"] = float(bool(scene.cues(sentence)))
        yield Candidate("discourse", option.entities, None, -1, features)


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
            k = scene.targets.covering.get(i)
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


def first_person(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Inside a quotation "ho risposto" is said by whoever speaks outside."""
    outer = scene.decided.get(q.parent)
    if outer is None or not outer.winner.entities:
        return
    sentence = scene.frames.sentence_of(q.index)
    for cue in scene.cues(sentence):
        if cue.form == "first-person":
            yield Candidate("first-person", outer.winner.entities, cue, -1, {"first-person": 1.0})
