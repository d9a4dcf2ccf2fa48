"""What a mention and its entity show of themselves, whichever sieve proposes them."""

from __future__ import annotations

from quotextract.pipeline.cues import Cue
from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.frames import HEADS
from quotextract.pipeline.scene import Candidate, Scene

SERIAL = frozenset({"continue", "add", "answer", "ask"})
STILL = frozenset("ancora poi inoltre infine".split())


def mention_features(scene: Scene, mention: int) -> dict[str, float]:
    """Return what kind of noun phrase a mention is."""
    m = scene.mentions[mention]
    return {
        f"mention:{m.kind}": 1.0,
        "indefinite": float(not m.definite),
        "possessive": float(m.possessive),
        "aside": float(scene.aside(mention)),
    }


def about(scene: Scene, cue: Cue, entities: tuple[Entity, ...]) -> dict[str, float]:
    """Return what the cue and the discourse say of one entity."""
    if len(entities) != 1:
        return {}
    entity = entities[0]
    return agreement(cue, entity) | turn(scene, cue, entity) | going_on(scene, cue, entity)


def agreement(cue: Cue, entity: Entity) -> dict[str, float]:
    """Compare the participle's gender with the entity's: "si è detta"."""
    if not cue.gender or not entity.gender:
        return {}
    return {"participle_same" if cue.gender == entity.gender else "participle_other": 1.0}


def turn(scene: Scene, cue: Cue, entity: Entity) -> dict[str, float]:
    """In an interview who asked before asks again, who answered answers."""
    if cue.sense not in {"ask", "answer"}:
        return {}
    senses = {
        d.winner.cue.sense
        for d in scene.decided.values()
        if d.winner.cue is not None and d.winner.entities == (entity,)
    }
    other = "answer" if cue.sense == "ask" else "ask"
    return {"turn:same": float(cue.sense in senses), "turn:other": float(other in senses)}


def going_on(scene: Scene, cue: Cue, entity: Entity) -> dict[str, float]:
    """Who *aggiunge*, or *dice ancora*, spoke last; who *replica* did not."""
    near = {t.lower_ for t in scene.doc[cue.first : cue.last + 2]}
    how = cue.sense if cue.sense in SERIAL else "still" if near & STILL else ""
    last = scene.last_speakers(cue.first) if how else ()
    if not last:
        return {}
    before = "last" if last == (entity,) else "spoke" if entity in scene.discourse.spoke else "new"
    return {f"goes-on:{how}:{before}": 1.0}


def standing(scene: Scene, candidate: Candidate) -> dict[str, float]:
    """Return how surely an entity is somebody: a known given name, a role, a bare word."""
    if len(candidate.entities) != 1:
        return {}
    entity = candidate.entities[0]
    heads = {"topic:head": float(_headed(scene, entity))}
    if candidate.mention < 0:
        heads["topic:head:untold"] = heads["topic:head"]
    if entity.kind != "person" or not entity.named:
        return heads | {f"who:{entity.kind}:{'named' if entity.named else 'described'}": 1.0}
    given = len(entity.words) > 1 and entity.words[0] in scene.lexicon.given_names
    return heads | {
        "who:given": float(given),
        "who:tied": float(bool(entity.roles)),
        "who:bare": float(len(entity.words) == 1 and not entity.roles),
        "who:often": float(len(entity.mentions) > 2),
    }


def _headed(scene: Scene, entity: Entity) -> bool:
    """Tell whether a headline names or describes somebody."""
    blocks, block_of = scene.frames.blocks, scene.frames.block_of
    return any(blocks[block_of[scene.mentions[k].first]].kind in HEADS for k in entity.mentions)
