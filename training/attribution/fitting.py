"""Fitting log-linear models by L-BFGS: a latent-variable ranker and plain classifiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import logsumexp

Features = Mapping[str, float]


class Vocabulary:
    """Names of features that occur often enough to be learned."""

    def __init__(self, rows: Sequence[Features], least: int) -> None:
        counts = Counter(name for row in rows for name, value in row.items() if value)
        self.names = sorted(name for name, n in counts.items() if n >= least)
        self.index = {name: i for i, name in enumerate(self.names)}

    def matrix(self, rows: Sequence[Features]) -> csr_matrix:
        data, columns, starts = [], [], [0]
        for row in rows:
            for name, value in row.items():
                if value and name in self.index:
                    columns.append(self.index[name])
                    data.append(value)
            starts.append(len(columns))
        return csr_matrix((data, columns, starts), shape=(len(rows), len(self.names)))

    def named(self, weights: np.ndarray) -> dict[str, float]:
        return {
            n: round(float(w), 3) for n, w in zip(self.names, weights, strict=True) if abs(w) > 5e-3
        }


def fit_ranker(
    groups: Sequence[tuple[Sequence[Features], Sequence[bool]]],
    priors: Mapping[str, float],
    *,
    l2: float,
    least: int = 3,
) -> dict[str, float]:
    """Fit weights that give the right candidates of each group the most probability.

    Args:
        groups: For each question its candidates' features and which are right.
        priors: Means of the Gaussian prior, 0 where absent: what a linguist expects.
        l2: Strength of the prior.
        least: Features seen less often than this are left out.
    """
    groups = [g for g in groups if any(g[1]) and not all(g[1])]
    rows = [row for features, _ in groups for row in features]
    vocabulary = Vocabulary(rows, least)
    x = vocabulary.matrix(rows)
    right = np.array([r for _, rs in groups for r in rs])
    mean = np.array([priors.get(name, 0.0) for name in vocabulary.names])
    sizes = np.array([len(f) for f, _ in groups])
    starts = np.cumsum(sizes) - sizes

    def log_sums(scores: np.ndarray) -> np.ndarray:
        most = np.maximum.reduceat(scores, starts)
        return most + np.log(np.add.reduceat(np.exp(scores - np.repeat(most, sizes)), starts))

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = x @ w
        chosen = np.where(right, scores, -np.inf)
        everything, good = log_sums(scores), log_sums(chosen)
        pull = np.exp(scores - np.repeat(everything, sizes))
        pull -= np.exp(chosen - np.repeat(good, sizes))
        off = w - mean
        return (everything - good).sum() + l2 * off @ off / 2, x.T @ pull + l2 * off

    best = minimize(loss, mean, jac=True, method="L-BFGS-B",
                    options={"maxiter": 300})  # fmt: skip
    return dict(priors) | vocabulary.named(best.x)


def fit_classifier(
    rows: Sequence[Features],
    labels: Sequence[str],
    priors: Mapping[str, Mapping[str, float]],
    *,
    l2: float,
    least: int = 3,
) -> dict[str, dict[str, float]]:
    """Fit a multinomial logistic regression; returns weights by class.

    Args:
        rows: The features of each example.
        labels: Its class.
        priors: For each class the means of the Gaussian prior.
        l2: Strength of the prior.
        least: Features seen less often than this are left out.
    """
    kinds = list(priors)
    vocabulary = Vocabulary(rows, least)
    x = vocabulary.matrix(rows)
    y = np.array([[label == kind for kind in kinds] for label in labels], dtype=float)
    mean = np.array([[priors[k].get(name, 0.0) for k in kinds] for name in vocabulary.names])

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(mean.shape)
        scores, off = x @ w, w - mean
        norm = logsumexp(scores, axis=1)
        gradient = x.T @ (np.exp(scores - norm[:, None]) - y) + l2 * off
        return float((norm - (scores * y).sum(1)).sum() + l2 * (off**2).sum() / 2), gradient.ravel()

    best = minimize(loss, mean.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    weights = best.x.reshape(mean.shape)
    return {
        kind: dict(priors[kind]) | vocabulary.named(weights[:, k]) for k, kind in enumerate(kinds)
    }


def fit_platt(probabilities: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Fit slope and offset that bring probabilities to observed precision (Platt 1999)."""
    p = np.clip(np.array(probabilities), 1e-6, 1 - 1e-6)
    x, y = np.log(p / (1 - p)), np.array(right, dtype=float)

    def loss(w: np.ndarray) -> float:
        z = w[0] * x + w[1]
        return float(np.sum(np.logaddexp(0, z) - y * z)) + 0.01 * float(w @ w)

    slope, offset = minimize(loss, np.array([1.0, 0.0])).x
    return round(float(slope), 3), round(float(offset), 3)
