"""Clauses that an incise answers for.

*Il ponte, ha detto Pini, riaprirà*, *come ha ricordato Pini, …*, *come riferito da Pini*.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quotextract.pipeline.candidates.places import is_dash
from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import Sentence
from quotextract.pipeline.indirect.clauses import (
    SHORTEST,
    Proposal,
    end_of,
    is_finite,
)
from quotextract.pipeline.indirect.surroundings import around
from quotextract.pipeline.scene import Scene

CLOSERS = {"(": ")", ",": ","}
HEARSAY = frozenset("a da secondo per".split())
INCISE = 22


def of_verb(scene: Scene, cue: Cue, sentence: Sentence) -> Iterator[Proposal]:
    """Yield the clause around a verb of saying that stands in an incise."""
    if cue.form in {"infinitive", "gerund"}:
        return
    opener, word = _opening(scene, cue, sentence)
    if opener is None and not word:
        return
    closed = _closing(scene, cue, sentence, opener)
    if closed is None:
        return
    start = cue.first - len(word.split())
    first, last, where = around(scene, sentence, start, closed)
    if not word and not _stands_apart(scene, cue, sentence, (start, closed), where):
        return
    if last - first >= SHORTEST:
        how = "come" if word else "incise"
        yield Proposal(first, last, cue, how, sentence, frozenset({where}))


def _opening(scene: Scene, cue: Cue, sentence: Sentence) -> tuple[int | None, str]:
    """Return the mark before the incise and the word that opens it: *come*, *a quanto*."""
    before = [i for i in sentence.tokens() if i < cue.first]
    words = [scene.doc[i].lower_ for i in before[-2:]]
    word = ""
    if words[-1:] == ["come"]:
        word = "come"
    elif words[-1:] == ["quanto"] and words[0] in HEARSAY:
        word = " ".join(words)
    rest = before[: len(before) - len(word.split())]
    if not rest:
        return None, word
    mark = scene.doc[rest[-1]].text
    return (rest[-1] if mark in CLOSERS or is_dash(scene.doc, rest[-1]) else None), word


def _closing(scene: Scene, cue: Cue, sentence: Sentence, opener: int | None) -> int | None:
    """Return where the incise closes; None where it is none."""
    mark = scene.doc[opener].text if opener is not None else ","
    tokens = [i for i in sentence.tokens() if i >= cue.last]
    for i in tokens[:INCISE]:
        text = scene.doc[i].text
        if text == CLOSERS.get(mark, mark) or (is_dash(scene.doc, i) and mark not in CLOSERS):
            return i
        if text in {":", ";"} or is_finite(scene.doc[i]) and mark == ",":
            return None
    return end_of(scene, sentence) if len(tokens) < INCISE else None


def _stands_apart(
    scene: Scene, cue: Cue, sentence: Sentence, incise: tuple[int, int], where: str
) -> bool:
    """Tell an incise from the main verb behind an apposition: *Pini, medico, ha detto …*."""
    start, closed = incise
    if cue.weak or (where == "opening" and scene.doc[start - 2].is_punct):
        return False
    subjects = [t for t in scene.doc[cue.head].children if t.dep_ == "nsubj"]
    if any(t.i < start and t.pos_ != "PRON" for t in subjects):
        return where == "middle" and _verb_at(scene, closed)
    lead = [scene.doc[i] for i in sentence.tokens() if i < start]
    return where != "final" or any(is_finite(t) for t in lead)


def by_participle(scene: Scene, sentence: Sentence) -> Iterator[Proposal]:
    """*Come riferito dai tecnici, …*: a participle without its auxiliary."""
    tokens = sentence.tokens()
    for come, i in pairwise(tokens):
        if scene.doc[come].lower_ not in {"come", "quanto"}:
            continue
        readings = scene.lexicon.verb_forms.get(scene.doc[i].lower_, ())
        lemma = next((r.lemma for r in readings if r.mood == "par"), "")
        verb = scene.lexicon.verbs.get(lemma)
        if verb is not None and verb.frames & {"che", "direct"}:
            cue = Cue(i, i + 1, i, lemma, "verb", "passive", frames=verb.frames, sense=verb.sense)
            yield from of_verb(scene, cue, sentence)


def _verb_at(scene: Scene, closed: int) -> bool:
    """*La strada, ha detto Pini, riaprirà*: parsers give the subject to the nearer verb."""
    return any(is_finite(t) for t in scene.doc[closed + 1 : closed + 4])
