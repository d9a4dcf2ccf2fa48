"""What candidates say of each other: a near cue leaves farther ones in its shadow."""

from __future__ import annotations

from collections.abc import Sequence

from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.scene import Candidate, Scene
from quotextract.pipeline.sieves.proposals import governor

FREE = frozenset(
    f"way:{way}"
    for way in (
        "tree",
        "tree-conj",
        "relative",
        "antecedent",
        "after-first",
        "agent",
        "of",
        "complement",
    )
)
NEAR = 2
PERSONAL = frozenset("mi ci m' m’".split())


def compare(scene: Scene, q: Quotation, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates worth weighing, with what they say of each other.

    Where a cue stands right at the quotation, cues farther off are not asked; where it
    names its source, nor is the discourse before.
    """
    signed = [c for c in candidates if c.features.get("sign:post")]
    if signed:  # a post says itself who wrote it
        return signed
    tiers = _raised(scene, q, [_tier(c) for c in candidates], candidates)
    best = max(tiers, default=0)
    pairs = list(zip(tiers, candidates, strict=True))
    sourced = any(t == best and _sourced(c) for t, c in pairs)
    outer = _outer(scene, q)
    kept = []
    for tier, candidate in pairs:
        if best >= NEAR and tier < best and not _spared(candidate, sourced):
            continue
        if tier < best:
            candidate.features[f"shadow:{best}{'+' if sourced else ''}"] = 1.0
        candidate.features |= _against_outer(scene, candidate, outer)
        kept.append(candidate)
    return kept


def _sourced(candidate: Candidate) -> bool:
    """Tell whether a candidate's own words name the source."""
    if candidate.mention < 0:
        return False
    return bool(FREE & candidate.features.keys()) or bool(candidate.features.get("colon:touching"))


def _raised(
    scene: Scene, q: Quotation, tiers: list[int], candidates: Sequence[Candidate]
) -> list[int]:
    """Raise the cue that governs a near one to its tier: both may be the source."""
    sentence = scene.frames.sentence_of(q.index)
    raised: dict[int, int] = {}
    for tier, candidate in zip(tiers, candidates, strict=True):
        if candidate.cue is not None and candidate.features.get("embedded"):
            above = governor(scene, candidate.cue, sentence)
            if above is not None:
                raised[above.head] = max(tier, raised.get(above.head, 0))
    return [
        max(t, raised.get(c.cue.head, 0)) if c.cue is not None else t
        for t, c in zip(tiers, candidates, strict=True)
    ]


def _spared(candidate: Candidate, sourced: bool) -> bool:
    """Tell whether a candidate is weighed in the shadow of a nearer cue."""
    if candidate.rule in {"none", "headline"}:
        return True
    if sourced:
        return False
    return candidate.rule in {"continuation", "discourse", "headline"} or candidate.rule.endswith(
        ("previous", "across")
    )


def _tier(candidate: Candidate) -> int:
    """Return how near a cue stands: 4 inside the marks, 0 out of the sentence."""
    features, cue = candidate.features, candidate.cue
    if candidate.rule == "colon":
        return 3 if features.get("colon") or features.get("colon-across") else 0
    if cue is None:
        return 0
    if features.get("inside:dash") or features.get("inside:comma"):
        return 4
    if features.get("crossed"):
        return 0
    if cue.weak or cue.lemma == "per" or (cue.kind == "noun" and not features.get("way:of")):
        return 1
    if features.get("after:gap0") or features.get("after:gap1"):
        return 3
    if features.get("before:colon") and not features.get("before:rivals"):
        return 3
    if features.get("aside:gap0") or features.get("aside:gap1"):
        return 3
    if features.get("before:gap0") or features.get("before:gap1"):
        return 2
    if any(features.get(f"{side}:gap2-3") for side in ("before", "after")):
        return 1
    return 0


def _outer(scene: Scene, q: Quotation) -> tuple[int, ...]:
    decision = scene.decided.get(q.parent)
    return decision.winner.key if decision else ()


def _against_outer(scene: Scene, candidate: Candidate, outer: tuple[int, ...]) -> dict[str, float]:
    """Inside a quotation "mi disse" is said by somebody else, "ho detto" by the speaker."""
    if not outer:
        return {}
    same = candidate.key == outer
    features = {"outer:same" if same else "outer:other": 1.0}
    cue = candidate.cue
    if cue is not None:
        words = {scene.doc[i].lower_ for i in range(max(cue.first - 1, 0), cue.last)}
        features[f"outer:{'same' if same else 'other'}:to-me"] = float(bool(words & PERSONAL))
    return features
