"""The type of a quotation: its features, and what a log-linear model makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from quotextract.neural import TYPES
from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.kinds.around import around
from quotextract.pipeline.kinds.attributed import attributed
from quotextract.pipeline.kinds.inside import inside
from quotextract.pipeline.ranker import dot
from quotextract.pipeline.scene import Decision, Scene

__all__ = ["TYPES", "classify", "type_features"]


def type_features(scene: Scene, q: Quotation, decision: Decision) -> dict[str, float]:
    """Return what tells the type: the words inside, the words around, the attribution."""
    signs = inside(scene, q) | around(scene, q) | attributed(scene, q, decision)
    return signs | scene.context.types(q.index)


def classify(
    features: Mapping[str, float], weights: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """Return the probability of each type."""
    scores = {kind: dot(weights[kind], features) for kind in TYPES}
    top = max(scores.values())
    raw = {kind: exp(score - top) for kind, score in scores.items()}
    total = sum(raw.values())
    return {kind: value / total for kind, value in raw.items()}
