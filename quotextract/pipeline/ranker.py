"""The ranker: a log-linear model over candidates, its weights a readable file.

The probability of a speaker is the sum over all candidates that lead to it, so that
two weak signs for one name outweigh a stronger one for another (a latent-variable
log-linear model; weights are trained by `training/attribution/train.py`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log

from quotextract.errors import ResourceError
from quotextract.pipeline.scene import Candidate

TOLD = 0.5


@dataclass(frozen=True)
class Weights:
    """Weights of the ranker, of the type classifier and of the calibration."""

    ranker: Mapping[str, float]
    types: Mapping[str, Mapping[str, float]]
    calibration: tuple[float, float] = (1.0, 0.0)
    indirect: Mapping[str, float] | None = None


@cache
def load_weights(*, fast: bool = False) -> Weights:
    """Return the weights that ship with the package.

    Args:
        fast: Those for signs without the reader of the whole article.

    Raises:
        ResourceError: The file is damaged.
    """
    name = "weights_fast.json" if fast else "weights.json"
    path = files("quotextract").joinpath(f"resources/{name}")
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return Weights(
            raw["ranker"], raw["types"], tuple(raw.get("calibration", (1.0, 0.0))),
            raw.get("indirect"),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceError(f"Cannot read the weights {path}: {error}. Install again.") from error


def dot(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """Return the weighted sum of the features; unknown ones count nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def rank(
    candidates: Sequence[Candidate], weights: Mapping[str, float]
) -> list[tuple[float, Candidate]]:
    """Return each speaker's probability with its best candidate, the likeliest first."""
    for candidate in candidates:
        candidate.score = dot(weights, candidate.features)
    top = max(c.score for c in candidates)
    mass: dict[tuple[int, ...], float] = defaultdict(float)
    best: dict[tuple[int, ...], Candidate] = {}
    for candidate in candidates:
        mass[candidate.key] += exp(candidate.score - top)
        held = best.get(candidate.key)
        if held is None or _worth(candidate) > _worth(held):
            best[candidate.key] = candidate
    total = sum(mass.values())
    ranked = [(mass[key] / total, best[key]) for key in mass]
    return sorted(ranked, key=lambda item: -item[0])


def _worth(candidate: Candidate) -> float:
    """Of ways to one speaker nearly alike, the one with a cue shows more to whoever checks."""
    return candidate.score + (TOLD if candidate.cue is not None else 0.0)


def calibrated(p: float, calibration: tuple[float, float]) -> float:
    """Return the probability on the scale of observed precision (Platt scaling)."""
    p = min(max(p, 1e-6), 1 - 1e-6)
    slope, offset = calibration
    return 1 / (1 + exp(-(slope * log(p / (1 - p)) + offset)))
