"""Why a decision fell as it did: who was weighed, and what spoke for and against each."""

from __future__ import annotations

from dataclasses import dataclass

from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.kinds import classify, type_features
from quotextract.pipeline.ranker import Weights, rank
from quotextract.pipeline.scene import Candidate, Decision, Scene

DIGITS = 4


@dataclass(frozen=True, slots=True)
class Reason:
    """One speaker weighed for a quotation, told by the best candidate that leads there.

    Args:
        speaker: The full name; empty for the answer that the article does not tell.
        rule: The rule that proposed the candidate.
        cue: Its cue's words, if any.
        mention: The words that stand for the speaker; empty for a null subject.
        probability: The speaker's among all that were weighed, before calibration: that of
            every candidate that leads to him.
        score: The best candidate's, the sum of its signs.
        ways: How many candidates lead to the speaker.
        signs: What each feature adds to the score, the greatest first.
    """

    speaker: str
    rule: str
    cue: str
    mention: str
    probability: float
    score: float
    ways: int
    signs: dict[str, float]


def explain(scene: Scene, decision: Decision, weights: Weights, top: int = 5) -> list[Reason]:
    """Return the likeliest speakers of a decision, the winner first.

    Args:
        scene: The article.
        decision: What was decided in it.
        weights: What it was decided by.
        top: How many speakers at most.
    """
    ranked = rank(decision.candidates, weights.ranker)[:top]
    return [_reason(scene, p, best, decision, weights) for p, best in ranked]


def type_probabilities(
    scene: Scene, q: Quotation, decision: Decision, weights: Weights
) -> dict[str, float]:
    """Return how likely a marked stretch is of each type, the likeliest first.

    The type is told before the decision's confidence is calibrated.
    """
    (p, winner), *_ = rank(decision.candidates, weights.ranker)
    weighed = Decision(decision.quotation, winner, p, decision.candidates)
    found = classify(type_features(scene, q, weighed), weights.types)
    return {kind: round(p, DIGITS) for kind, p in _greatest_first(found)}


def _reason(
    scene: Scene, probability: float, best: Candidate, decision: Decision, weights: Weights
) -> Reason:
    return Reason(
        speaker=" & ".join(entity.name for entity in best.entities),
        rule=best.rule,
        cue=best.cue.text(scene.doc) if best.cue is not None else "",
        mention=scene.mentions[best.mention].text(scene.doc) if best.mention >= 0 else "",
        probability=round(probability, DIGITS),
        score=round(best.score, DIGITS),
        ways=sum(candidate.key == best.key for candidate in decision.candidates),
        signs=_signs(best, weights),
    )


def _signs(candidate: Candidate, weights: Weights) -> dict[str, float]:
    added = {
        name: round(weights.ranker.get(name, 0.0) * value, DIGITS)
        for name, value in candidate.features.items()
    }
    return {name: share for name, share in _greatest_first(added) if share}


def _greatest_first(shares: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(shares.items(), key=lambda item: (-abs(item[1]), item[0]))
