"""Clauses that a verb governs: *che*, *di*, *a*, *se*, *cosa*, *pronto a*, or a colon."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.candidates.places import is_dash
from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import HEADS, Sentence
from quotextract.pipeline.indirect.clauses import (
    SHORTEST,
    Proposal,
    end_of,
    trimmed,
)
from quotextract.pipeline.indirect.extent import clause_end
from quotextract.pipeline.indirect.markers import MARKERS, asks, introduces
from quotextract.pipeline.scene import Scene

GAP = 16


def of_verb(scene: Scene, cue: Cue, sentence: Sentence) -> Iterator[Proposal]:
    """Yield the clauses that a verb or idiom governs, one a marker."""
    tokens = _within_dashes(scene, cue, [i for i in sentence.tokens() if i >= cue.last])
    found = _marker(scene, cue, tokens)
    if found is None:
        yield from _after_colon(scene, cue, sentence, tokens)
        return
    first, marker, step = found
    signs = {"far"} if step > 3 else {"near"} if step else {"next"}
    if _hangs_on_noun(scene, cue, first):
        signs.add("on-noun")
    last = clause_end(scene, cue, first, sentence, finite=marker in {"che", "se", "wh"})
    if last > first:
        yield Proposal(first, last, cue, marker, sentence, frozenset(signs))
    yield from _second(scene, cue, sentence, first, end_of(scene, sentence, first))


def _within_dashes(scene: Scene, cue: Cue, tokens: list[int]) -> list[int]:
    """*– spiegano le note –*: what stands behind the incise is not governed."""
    before = cue.first - 1
    if before < 0 or not (is_dash(scene.doc, before) or scene.doc[before].text == "("):
        return tokens
    closing = (i for i in tokens if is_dash(scene.doc, i) or scene.doc[i].text == ")")
    stop = next(closing, None)
    return tokens if stop is None else [i for i in tokens if i < stop]


def _hangs_on_noun(scene: Scene, cue: Cue, first: int) -> bool:
    """*Ha ricordato l'obbligo di pagare*: the clause belongs to the noun."""
    verb = scene.doc[first - 1].head
    noun = verb.head
    return noun.pos_ == "NOUN" and cue.head < noun.i < first and verb.dep_.startswith("acl")


def _second(
    scene: Scene, cue: Cue, sentence: Sentence, first: int, last: int
) -> Iterator[Proposal]:
    """*Ha detto che «…» e che il ponte resta chiuso*: the second clause holds no quotation."""
    quoted = [scene.frames.quotations[k].last for k in sentence.quotations()]
    inside = [i for i in quoted if first <= i <= last + 1]
    if not inside or "che" not in cue.frames:
        return
    for i in sentence.tokens():
        joined = scene.doc[i - 1].text == "," or scene.doc[i - 1].pos_ == "CCONJ"
        if i >= max(inside) and joined and scene.doc[i].lower_ == "che":
            end = clause_end(scene, cue, i + 1, sentence, finite=True)
            if end - i > SHORTEST:
                yield Proposal(i + 1, end, cue, "che", sentence, frozenset({"next"}))
            return


def _marker(scene: Scene, cue: Cue, tokens: list[int]) -> tuple[int, str, int] | None:
    """Return the first token of the clause, its marker and how far it stands."""
    adjective = _adjective(scene, cue, tokens)
    for step, i in enumerate(tokens[:GAP]):
        if scene.doc[i].text in {":", ";"}:
            return None
        marker = MARKERS.get(scene.doc[i].lower_)
        if marker is not None and introduces(scene, cue, i, marker):
            if adjective >= 0 and marker in {"a", "di"}:
                return adjective, "adjective", step
            if marker in {"a", "per"} and _appeals(cue):
                return i + 1, "a", step
            if marker in cue.frames or (adjective >= 0 and marker == "che"):
                return i + 1, marker, step
            if marker == "che" and step < 3:
                return None
        if step < 2 and asks(scene, cue, i):
            return i, "wh", step
    return None


def _appeals(cue: Cue) -> bool:
    """*Lancia un appello a restare*, *per non partire*."""
    return cue.kind == "idiom" and cue.sense in {"ask", "order"}


def _adjective(scene: Scene, cue: Cue, tokens: list[int]) -> int:
    """*Si è detto pronto a …*, *si dice convinto che …*."""
    words = {t.lower_ for t in scene.doc[max(cue.first - 1, 0) : cue.last]}
    predicate = cue.lemma in {"dire", "dichiarare", "mostrare", "confessare"}
    if predicate and words & {"si", "s'", "s’", "detto", "detta", "detti", "dette"}:
        for i in tokens[:2]:
            if scene.doc[i].pos_ == "ADJ" or "Part" in scene.doc[i].morph.get("VerbForm"):
                return i if "si" in words or "s'" in words else -1
    return -1


def _after_colon(
    scene: Scene, cue: Cue, sentence: Sentence, tokens: list[int]
) -> Iterator[Proposal]:
    """Yield what follows a verb and a colon: *insiste da tempo: il carcere non cura*."""
    colon = next((i for i in tokens if scene.doc[i].text == ":"), None)
    if colon is None or cue.weak or sentence.kind in HEADS:
        return
    first, last = trimmed(scene, colon + 1, end_of(scene, sentence, colon))
    later = any(c.kind in {"verb", "idiom"} and cue.head < c.head < colon
                for c in scene.cues(sentence))  # fmt: skip
    if last - first > SHORTEST and not later:
        signs = {"near"} if colon - cue.last < 4 else {"far"}
        yield Proposal(first, last, cue, "colon", sentence, frozenset(signs))
