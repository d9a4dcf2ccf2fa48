"""The clause around an incise, which opens it, ends it or stands in the middle of it."""

from __future__ import annotations

from quotextract.pipeline.frames import Sentence
from quotextract.pipeline.indirect.clauses import (
    end_of,
    is_finite,
    start_of,
    trimmed,
)
from quotextract.pipeline.scene import Scene

JOINTS = frozenset("che quale quali cui dove e ma perché poiché quando mentre se".split())


def around(scene: Scene, sentence: Sentence, a: int, b: int) -> tuple[int, int, str]:
    """Return the clause that an incise on tokens `a:b` answers for, and where it stands.

    The incise opens the clause, ends it or stands in the middle of it.
    """
    start, end = start_of(scene, sentence), end_of(scene, sentence, b)
    if a and scene.doc[a - 1].text == "(" and scene.doc[b : b + 1].text != ")":
        closing = (i for i in range(b, end) if scene.doc[i].text == ")")
        return (*trimmed(scene, b, next(closing, end)), "opening")
    first, before = trimmed(scene, start, a)
    after, last = trimmed(scene, b, end)
    if after >= last:
        return (*trimmed(scene, _last_stop(scene, first, before), before), "final")
    joint = scene.doc[before - 1].lower_ if before > first else ""
    light = all(t.pos_ in {"ADV", "CCONJ", "PUNCT"} for t in scene.doc[first:before])
    if light or joint in JOINTS or scene.doc[a - 1].pos_ == "CCONJ":
        return after, last, "opening"
    return *trimmed(scene, _left_edge(scene, first, a, after, last), last), "middle"


def _last_stop(scene: Scene, first: int, before: int) -> int:
    stops = [i + 1 for i in range(first, before) if scene.doc[i].text in {";", ":"}]
    return stops[-1] if stops else first


def _left_edge(scene: Scene, first: int, a: int, after: int, last: int) -> int:
    """Return where the clause of the verb behind the incise starts."""
    for token in scene.doc[after:last]:
        if is_finite(token):
            verb = token.head if token.dep_ in {"aux", "aux:pass", "cop"} else token
            edge = min((t.i for t in verb.subtree), default=verb.i)
            return max(edge, first) if edge < a else first
    return first
