"""Attribution: quotation by quotation, in reading order, headlines last.

For each quotation all sieves propose, the ranker weighs, the type is told; what is
decided is what the next quotation may continue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quotextract.pipeline.comparison import compare
from quotextract.pipeline.frames import HEADS, Quotation
from quotextract.pipeline.kinds import classify, type_features
from quotextract.pipeline.ranker import Weights, calibrated, rank
from quotextract.pipeline.scene import Candidate, Decision, Scene
from quotextract.pipeline.sieves import SIEVES


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quotation with its type, speaker and how sure both are."""

    quotation: Quotation
    kind: str
    kind_probability: float
    decision: Decision


def in_order(scene: Scene) -> list[Quotation]:
    """Return the quotations as they are to be decided: the body first, then headlines."""
    heads = [q for q in scene.frames.quotations if scene.block_kind(q) in HEADS]
    body = [q for q in scene.frames.quotations if scene.block_kind(q) not in HEADS]
    return body + heads


def propose(scene: Scene, q: Quotation) -> list[Candidate]:
    """Return the candidates of all sieves for one quotation."""
    candidates = [candidate for sieve in SIEVES for candidate in sieve(scene, q)]
    return compare(scene, q, candidates)


def decide(scene: Scene, q: Quotation, weights: Weights) -> Decision:
    """Return the likeliest speaker of a quotation."""
    candidates = propose(scene, q)
    (p, winner), *_ = rank(candidates, weights.ranker)
    return Decision(q.index, winner, p, candidates)


def attribute(scene: Scene, weights: Weights) -> Iterator[Attributed]:
    """Yield every quotation with type and speaker; `scene.decided` fills on the way."""
    for q in in_order(scene):
        decision = decide(scene, q, weights)
        kinds = classify(type_features(scene, q, decision), weights.types)
        kind = max(kinds, key=lambda k: kinds[k])
        sure = calibrated(decision.confidence, weights.calibration)
        decision = Decision(q.index, decision.winner, sure, decision.candidates)
        if kind != "none":
            scene.settle(decision)
        yield Attributed(q, kind, kinds[kind], decision)
