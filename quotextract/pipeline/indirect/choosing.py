"""Choosing among the proposed clauses, and who answers for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import exp

from quotextract.pipeline.candidates.proposing import of_cue
from quotextract.pipeline.frames import HEADS, Sentence
from quotextract.pipeline.indirect import complements, incises, pointers, sources
from quotextract.pipeline.indirect.clauses import Proposal, Reported, is_finite
from quotextract.pipeline.indirect.features import reported
from quotextract.pipeline.ranker import Weights, dot, rank
from quotextract.pipeline.scene import Candidate, Decision, Scene

LIKELY = 0.4


def find_indirect(
    scene: Scene, taken: Iterable[tuple[int, int]], weights: Weights
) -> Iterator[Reported]:
    """Yield the reported clauses of an article, none overlapping, the surest first.

    Args:
        scene: The article, its marked quotations decided.
        taken: Token ranges of the quotations reported already.
        weights: The weights of the ranker and of the clause classifier.
    """
    held: list[tuple[int, int]] = []
    scored = [(probability(c, weights), c) for c in open_clauses(scene, taken)]
    for p, clause in sorted(scored, key=lambda pair: -pair[0]):
        if p < LIKELY or overlaps(clause, held):
            continue
        held.append((clause.first, clause.last))
        yield replace(clause, decision=speaker_of(scene, clause, weights))


def open_clauses(scene: Scene, taken: Iterable[tuple[int, int]]) -> Iterator[Reported]:
    """Yield the proposed clauses that hold no quotation reported already."""
    ranges = list(taken)
    for sentence in [s for s in scene.frames.sentences if s.level < 0]:
        for clause in propose_clauses(scene, sentence):
            if not overlaps(clause, ranges):
                yield clause


def overlaps(clause: Reported, ranges: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a clause shares tokens with one of the ranges."""
    return any(a < clause.last and clause.first < b for a, b in ranges)


def probability(clause: Reported, weights: Weights) -> float:
    """Return how likely a clause is reported speech."""
    score = dot(weights.indirect or {}, clause.features)
    return 1 / (1 + exp(-max(min(score, 30), -30)))


def propose_clauses(scene: Scene, sentence: Sentence) -> Iterator[Reported]:
    """Yield what may be reported in a sentence, or by it."""
    for proposal in _proposals(scene, sentence):
        cue = proposal.cue
        if cue is None or not (cue.negated and cue.sense != "deny" or cue.hypothetical):
            yield reported(scene, proposal)


def _proposals(scene: Scene, sentence: Sentence) -> Iterator[Proposal]:
    for cue in scene.cues(sentence):
        if cue.kind in {"verb", "idiom"}:
            governed = list(complements.of_verb(scene, cue, sentence))
            yield from governed
            if not any(p.how != "colon" for p in governed):
                yield from incises.of_verb(scene, cue, sentence)
            yield from pointers.of_back_reference(scene, cue, sentence)
        elif cue.kind == "phrase" and cue.form == "source":
            yield from sources.of_phrase(scene, cue, sentence)
        elif cue.kind == "noun":
            yield from pointers.of_noun(scene, cue, sentence)
    yield from incises.by_participle(scene, sentence)
    if _like_headline(scene, sentence):
        yield from pointers.of_headline(scene, sentence)


def _like_headline(scene: Scene, sentence: Sentence) -> bool:
    """A headline, or a line inside the text that is built like one: *Ponte, Pini: si riapre*."""
    if sentence.kind in HEADS:
        return True
    tokens = sentence.tokens()
    lead = [i for i in tokens[:8] if scene.doc[i].text == ":"][:1]
    bare = bool(lead) and not any(is_finite(t) for t in scene.doc[tokens[0] : lead[0]])
    block = scene.frames.blocks[sentence.block]
    return bare and scene.doc[tokens[0]].idx <= block.start + 1


def speaker_of(scene: Scene, clause: Reported, weights: Weights) -> Decision:
    """Return the likeliest speaker of a clause."""
    candidates = speaker_candidates(scene, clause)
    (p, winner), *_ = rank(candidates, weights.ranker)
    return Decision(-1, winner, p, candidates)


def speaker_candidates(scene: Scene, clause: Reported) -> list[Candidate]:
    """Return who may answer for a clause."""
    found: list[Candidate] = []
    if clause.how == "headline":
        found += _headline_speakers(scene, clause)
    elif clause.mention >= 0:
        found += _told(scene, clause)
    elif clause.cue is not None:
        offered = of_cue(scene, None, clause.cue, clause.sentence, "indirect")
        found += [c for c in offered if not _is_told_about(scene, clause, c)]
    return [*found, Candidate("none", features={"silence": 1.0, "silence:indirect": 1.0})]


def _is_told_about(scene: Scene, clause: Reported, candidate: Candidate) -> bool:
    """Whoever stands inside the clause is spoken of, unless the cue stands there too."""
    if candidate.mention < 0 or (clause.cue and clause.first <= clause.cue.head < clause.last):
        return False
    return clause.first <= scene.mentions[candidate.mention].first < clause.last


def _told(scene: Scene, clause: Reported) -> Iterator[Candidate]:
    """Yield the source that the construction itself names."""
    m = scene.mentions[clause.mention]
    features = {"way:complement": 1.0, f"mention:{m.kind}": 1.0, "cue:phrase:indirect": 1.0}
    for option in scene.resolver.options(clause.mention):
        own = features | {f"how:{option.how}": 1.0}
        yield Candidate("phrase-indirect", option.entities, clause.cue, clause.mention, own)


def _headline_speakers(scene: Scene, clause: Reported) -> Iterator[Candidate]:
    for i in clause.sentence.tokens():
        if i >= clause.first:
            break
        k = scene.targets.covering.get(i)
        if k is None or scene.mentions[k].first != i:
            continue
        m = scene.mentions[k]
        features = {"ihead": 1.0, f"ihead:{m.kind}": 1.0, "governed": float(bool(m.preposition))}
        features["ihead:touching"] = float(m.last == clause.first - 1)
        for option in scene.resolver.options(k):
            own = features | {f"how:{option.how}": 1.0}
            yield Candidate("headline", option.entities, None, k, own)
