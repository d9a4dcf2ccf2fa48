"""No cue at all: the people the story is about at that point, and whom it names next."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.candidates.places import after_colon
from quotextract.pipeline.frames import Quotation, Sentence
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
    if not _opens(scene, q, sentence) or scene.cues(sentence):
        return
    seen: set[int] = set()
    after = scene.frames.next(sentence)
    for step in range(REACH):
        while after is not None and not _told(scene, after):  # more of the same words
            after = scene.frames.next(after)
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


def _opens(scene: Scene, q: Quotation, sentence: Sentence) -> bool:
    """Tell whether a quotation stands first in its sentence, a dateline aside: *ROMA – «…»*."""
    spot = scene.frames.quote_place[q.index][1]
    before = (scene.doc[i] for i in sentence.tokens() if scene.frames.place[i][1] < spot)
    return spot <= 1 or not any(t.is_alpha and t.text[0].islower() for t in before)


def _told(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether the journalist says something in a sentence beside quotations."""
    return any(scene.doc[i].is_alpha for i in sentence.tokens())


def first_person(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Inside a quotation "ho risposto" is said by whoever speaks outside."""
    outer = scene.decided.get(q.parent)
    if outer is None or not outer.winner.entities:
        return
    sentence = scene.frames.sentence_of(q.index)
    for cue in scene.cues(sentence):
        if cue.form == "first-person":
            yield Candidate("first-person", outer.winner.entities, cue, -1, {"first-person": 1.0})
