"""Hold the figures: floors and ceilings in a file, tied to the gold they were measured on."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from quotextract.errors import QuotextractError, ReadError
from quotextract.evaluation.evaluation import Evaluation

_LOWER_IS_BETTER = frozenset({"wrong_name_rate", "none_reported"})
_MARGIN, _WIDEST = 0.01, 0.05
GATED = {
    "direct+mixed": ("S2_F1", "A3", "A4_F1", "type_acc", "wrong_name_rate", "none_reported"),
    "direct": ("A4_F1",),
    "indirect": ("S2_F1", "A4_F1"),
}


class GateError(QuotextractError):
    """A floor would be lowered without being told to."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What must hold on one set of annotated articles.

    Args:
        sha256: Digest of the annotated files; figures of other gold do not compare.
        floors: `scope/figure` to the least value allowed.
        ceilings: `scope/figure` to the greatest value allowed.
    """

    sha256: str
    floors: Mapping[str, float] = field(default_factory=dict)
    ceilings: Mapping[str, float] = field(default_factory=dict)


def read_baselines(path: str | Path) -> dict[str, Baseline]:
    """Read the baseline file: name of a gold set to its baseline.

    Raises:
        ReadError: The file is missing or no baseline file.
    """
    try:
        rows = json.loads(Path(path).read_text(encoding="utf-8"))
        return {name: Baseline(**row) for name, row in rows.items()}
    except FileNotFoundError:
        raise ReadError(f"Cannot read '{path}': no such file. Measure one first.") from None
    except (ValueError, TypeError, AttributeError) as error:
        raise ReadError(f"Cannot read '{path}': no baseline file ({error}).") from None


def write_baselines(path: str | Path, baselines: Mapping[str, Baseline]) -> None:
    """Write the baseline file, sorted, so that a change shows as one line."""
    rows = {name: asdict(baseline) for name, baseline in sorted(baselines.items())}
    Path(path).write_text(json.dumps(rows, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def gold_digest(path: str | Path) -> str:
    """Return the SHA-256 over the names and contents of annotated files."""
    path = Path(path)
    found = (file for file in path.rglob("*") if file.suffix in {".jsonl", ".txt"})
    files = sorted(found) if path.is_dir() else [path]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def check(baseline: Baseline, evaluation: Evaluation, sha256: str) -> list[str]:
    """Return what fails, one line each; empty where everything holds."""
    failures = []
    if sha256 != baseline.sha256:
        failures.append("The annotated files changed. Measure again and update the baseline.")
    values = measured(evaluation)
    for key, floor in baseline.floors.items():
        if values[key] < floor:
            failures.append(f"{key} is {values[key]:.4f}, below its floor {floor:.4f}.")
    for key, ceiling in baseline.ceilings.items():
        if values[key] > ceiling:
            failures.append(f"{key} is {values[key]:.4f}, above its ceiling {ceiling:.4f}.")
    return failures


def measured(evaluation: Evaluation) -> dict[str, float]:
    """Return the figures that are gated, as `scope/figure`."""
    return {
        f"{scope}/{name}": evaluation.figures[scope][name]
        for scope, names in GATED.items()
        for name in names
    }


def raised(
    old: Baseline | None, evaluation: Evaluation, sha256: str, *, lower: bool = False
) -> Baseline:
    """Return a baseline a little below (or above) what was measured.

    Args:
        old: The baseline so far, or nothing.
        evaluation: The new figures.
        sha256: Digest of the annotated files.
        lower: Whether a floor may fall, or a ceiling rise.

    Raises:
        GateError: A floor would fall and `lower` is not given.
    """
    limits: dict[str, Any] = {"floors": {}, "ceilings": {}}
    for key, value in measured(evaluation).items():
        margin = _margin(key, evaluation)
        if key.rpartition("/")[2] in _LOWER_IS_BETTER:
            limits["ceilings"][key] = _outward(value + margin, math.ceil)
        else:
            limits["floors"][key] = _outward(max(0.0, value - margin), math.floor)
    if old and not lower:
        _refuse_loss(old, evaluation)
        limits = {kind: _kept(kind, getattr(old, kind), new) for kind, new in limits.items()}
    return Baseline(sha256, **limits)


def _outward(value: float, cut: Callable[[float], int]) -> float:
    """Cut to four places away from what was measured, so that the whole margin is left."""
    return cut(round(value * 10_000, 4)) / 10_000


def _margin(key: str, evaluation: Evaluation) -> float:
    """Leave room for rounding elsewhere: a hundredth, or one quotation where there are few."""
    scope, _, name = key.partition("/")
    counted = "none" if name == "none_reported" else "gold"
    return min(_WIDEST, max(_MARGIN, 1 / max(1.0, evaluation.figures[scope][counted])))


def _refuse_loss(old: Baseline, evaluation: Evaluation) -> None:
    lost = check(old, evaluation, old.sha256)
    if lost:
        raise GateError(" ".join([*lost, "Pass lower to hold the worse figures."]))


def _kept(kind: str, old: Mapping[str, float], new: Mapping[str, float]) -> dict[str, float]:
    """Keep the stricter of two limits."""
    stricter = max if kind == "floors" else min
    return {key: stricter(value, old.get(key, value)) for key, value in new.items()}
