"""Clauses that a source phrase answers for: *secondo Pini, …*, *…, a detta di Pini*."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.candidates.places import is_dash
from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import Sentence
from quotextract.pipeline.indirect.clauses import (
    SHORTEST,
    Proposal,
    end_of,
    is_finite,
    trimmed,
)
from quotextract.pipeline.indirect.surroundings import around
from quotextract.pipeline.scene import Scene

MINDS = frozenset({"name", "role", "organisation", "group"})
PHRASE = 18


def of_phrase(scene: Scene, cue: Cue, sentence: Sentence) -> Iterator[Proposal]:
    """Yield the clause that *secondo Pini*, *a detta di Pini*, *a suo dire* answers for."""
    relative = _relative(scene, cue, sentence)
    if relative is not None:
        yield relative
        return
    pointing = scene.subjects.of_phrase(cue, sentence)
    if not pointing and not cue.lemma.endswith("dire"):
        return
    source = scene.mentions[pointing[0].mention].last if pointing else cue.last
    stop, comma = _phrase_end(scene, source, sentence)
    first, last, where = around(scene, sentence, cue.first, stop)
    if cue.lemma == "per" and not (pointing and _opinion(scene, pointing[0].mention, where, comma)):
        return
    if scene.doc[cue.first - 1].pos_ == "NOUN" and where != "opening" and cue.lemma[:2] == "a ":
        return  # *il rinvio a giudizio di Pini* is no opinion
    if last - first >= SHORTEST:
        how = "per" if cue.lemma == "per" else "source"
        loose = where != "opening" and not scene.doc[cue.first - 1].is_punct
        signs = {where, "comma" if comma else "run-on", "loose" if loose else "set-off"}
        yield Proposal(first, last, cue, how, sentence, frozenset(signs))


def _opinion(scene: Scene, mention: int, where: str, comma: bool) -> bool:
    """*Per Pini, …*: somebody who can have an opinion, set off from the clause."""
    m = scene.mentions[mention]
    return m.kind in MINDS and (where == "opening" or comma and scene.doc[m.first - 2].is_punct)


def _relative(scene: Scene, cue: Cue, sentence: Sentence) -> Proposal | None:
    """*Pini, secondo il quale …*, *la sindaca, secondo cui …*."""
    words = [t.lower_ for t in scene.doc[cue.last : cue.last + 2]]
    size = 1 if words[:1] == ["cui"] else 2 if words and words[-1].startswith("qual") else 0
    comma = cue.first > 1 and scene.doc[cue.first - 1].text == ","
    source = scene.targets.covering.get(cue.first - 2) if comma else None
    if not size or source is None:
        return None
    first, last = trimmed(scene, cue.last + size, end_of(scene, sentence, cue.last))
    if last - first < SHORTEST:
        return None
    return Proposal(first, last, cue, "source", sentence, frozenset({"relative"}), source)


def _phrase_end(scene: Scene, source: int, sentence: Sentence) -> tuple[int, bool]:
    """Return where the source phrase ends: at a comma, or with its noun phrase."""
    edge = source
    for i in [i for i in sentence.tokens() if i >= source][:PHRASE]:
        token = scene.doc[i]
        if token.text in {",", ")", ";", ":"} or is_dash(scene.doc, i):
            return i, True
        if is_finite(token):
            break
    else:
        return min(end_of(scene, sentence), source), source >= end_of(scene, sentence) - 1
    for token in scene.doc[max(source - 1, 0)].head.subtree:
        if token.i == edge and token.pos_ in {"ADP", "PROPN", "ADJ"}:
            edge += 1
    return edge, False
