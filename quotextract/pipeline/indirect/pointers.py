"""Clauses told from outside: *Lo afferma Pini*, *l'accusa è che …*, *la tesi secondo cui …*."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import HEADS, Sentence
from quotextract.pipeline.indirect.clauses import (
    SHORTEST,
    Proposal,
    end_of,
    is_finite,
    start_of,
    trimmed,
)
from quotextract.pipeline.indirect.extent import clause_end
from quotextract.pipeline.indirect.markers import infinitive_follows
from quotextract.pipeline.scene import Scene

BACKWARD = frozenset({"quanto", "quello", "ciò"})
LINKS = frozenset("è era sarebbe resta rimane sono fatto".split())
FUNCTION = frozenset({"ADJ", "ADP", "DET", "ADV", "PROPN", "NOUN"})
NOUN_GAP = 8


def of_back_reference(scene: Scene, cue: Cue, sentence: Sentence) -> Iterator[Proposal]:
    """*Il ponte resta chiuso. Lo afferma Pini.*: the sentence before is the content."""
    if sentence.quotations():
        return
    if cue.clitic and cue.first and scene.doc[cue.first - 1].text == ":":
        first, last = trimmed(scene, start_of(scene, sentence), cue.first)
        if last - first >= SHORTEST:
            yield Proposal(first, last, cue, "back", sentence, frozenset({"same-block"}))
    if not _points_back(scene, cue, sentence):
        return
    before = scene.frames.previous(sentence)
    if before is None or before.kind in HEADS or before.block < sentence.block - 1:
        return
    first, last = trimmed(scene, start_of(scene, before), end_of(scene, before))
    if last - first >= SHORTEST:
        same = "same-block" if before.block == sentence.block else "other-block"
        yield Proposal(first, last, cue, "back", sentence, frozenset({same}))


def _points_back(scene: Scene, cue: Cue, sentence: Sentence) -> bool:
    tokens = sentence.tokens()
    lead = [scene.doc[i] for i in tokens if i < cue.first]
    if cue.lemma == "fare" or len(lead) > 4 or any(scene.doc[i].text == ":" for i in tokens):
        return False
    if cue.clitic:
        return not any(t.pos_ in {"NOUN", "PROPN", "VERB"} for t in lead)
    return any(t.lower_ in BACKWARD for t in lead) and lead[0].lower_ in {"è", "e'", "questo"}


def of_noun(scene: Scene, cue: Cue, sentence: Sentence) -> Iterator[Proposal]:
    """Yield the clause of *l'accusa è che*, *la tesi secondo cui*, *l'appello a non partire*."""
    tokens = [i for i in sentence.tokens() if i >= cue.last]
    yield from _closing(scene, cue, sentence)
    linked = False
    for step, i in enumerate(tokens[:NOUN_GAP]):
        token = scene.doc[i]
        how = _noun_marker(scene, tokens, step)
        if how == "noun-colon":
            yield from _announced(scene, cue, sentence, i)
            return
        if how:
            first = i + (2 if how == "noun-cui" else 1)
            finite = how != "noun-inf"
            last = clause_end(scene, cue, first, sentence, finite=finite)
            signs = {"linked" if linked else "adjacent" if step < 2 else "far"}
            if last - first >= SHORTEST:
                yield Proposal(first, last, cue, how, sentence, frozenset(signs))
            return
        linked = linked or token.lower_ in LINKS
        if token.lower_ not in LINKS and token.pos_ not in FUNCTION:
            return


def _closing(scene: Scene, cue: Cue, sentence: Sentence) -> Iterator[Proposal]:
    """Yield the clause that a noun closes: *i cani soffrono, l'appello del canile*."""
    doc, comma = scene.doc, cue.first - 2
    if comma < 1 or doc[comma].text != "," or doc[comma + 1].pos_ != "DET":
        return
    tokens = sentence.tokens()
    if any(is_finite(doc[i]) or doc[i].text == ":" for i in tokens if i >= cue.last):
        return
    first, last = trimmed(scene, start_of(scene, sentence), comma)
    sourced = scene.subjects.of_noun(cue, sentence)
    if sourced and any(is_finite(doc[i]) for i in tokens if i < comma):
        yield Proposal(first, last, cue, "noun-final", sentence)


def _announced(scene: Scene, cue: Cue, sentence: Sentence, colon: int) -> Iterator[Proposal]:
    """Yield what follows a noun and a colon: *dura la reazione del Comune: …*."""
    first, last = trimmed(scene, colon + 1, end_of(scene, sentence, colon))
    if last - first >= SHORTEST and sentence.kind not in HEADS and not cue.document:
        yield Proposal(first, last, cue, "noun-colon", sentence)


def _noun_marker(scene: Scene, tokens: list[int], step: int) -> str:
    token = scene.doc[tokens[step]]
    if token.lower_ == "che" and token.pos_ == "SCONJ":
        return "noun-che"
    if token.text == ":":
        return "noun-colon"
    following = scene.doc[tokens[step + 1]].lower_ if step + 1 < len(tokens) else ""
    if token.lower_ == "secondo" and following == "cui":
        return "noun-cui"
    inf = token.lower_ in {"di", "a", "ad", "per"} and infinitive_follows(scene, token.i)
    return "noun-inf" if inf else ""


def of_headline(scene: Scene, sentence: Sentence) -> Iterator[Proposal]:
    """*Rossi: riapriremo*, *Ponte, l'appello di Rossi: riapriamolo*."""
    tokens = sentence.tokens()
    colon = next((i for i in tokens if scene.doc[i].text == ":"), None)
    if colon is None or colon == tokens[0]:
        return
    second = [i for i in tokens if i > colon + 2 and scene.doc[i].text == ":"]
    first, last = trimmed(scene, colon + 1, second[0] if second else end_of(scene, sentence, colon))
    cues = [c for c in scene.cues(sentence) if c.last <= colon and c.kind != "phrase"]
    if last - first > 1:
        verb = any(is_finite(t) for t in scene.doc[first:last])
        yield Proposal(
            first, last, cues[-1] if cues else None, "headline", sentence,
            frozenset({"verb"} if verb else set()),
        )  # fmt: skip
