"""Check the figures against the baseline: `python -m quotextract.evaluation [--update]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from quotextract.errors import QuotextractError
from quotextract.evaluation.evaluation import evaluate
from quotextract.evaluation.gate import (
    Baseline,
    check,
    gold_digest,
    measured,
    raised,
    read_baselines,
    write_baselines,
)
from quotextract.evaluation.predictor import pipeline_predictor

_BASELINE = Path("data/gold/baseline.json")


def main(arguments: list[str] | None = None) -> int:
    """Measure every gold set of the baseline file; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m quotextract.evaluation", description=__doc__)
    parser.add_argument("sets", nargs="*", help="gold sets to add, as paths beside the baseline")
    parser.add_argument("--baseline", type=Path, default=_BASELINE, metavar="FILE")
    parser.add_argument("--update", action="store_true", help="hold what is measured now")
    parser.add_argument("--lower", action="store_true", help="let floors fall when updating")
    given = parser.parse_args(arguments)
    try:
        return _run(given.baseline, given.sets, update=given.update, lower=given.lower)
    except QuotextractError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _run(file: Path, added: list[str], *, update: bool, lower: bool) -> int:
    baselines: dict[str, Baseline | None] = dict.fromkeys(added)
    if file.exists() or not update:
        baselines.update(read_baselines(file))
    predict = pipeline_predictor()
    failures: list[str] = []
    for name, old in baselines.items():
        path = file.parent / name
        if not path.exists():
            sys.stdout.write(f"{name}: not here, skipped\n")
            continue
        result, sha256 = evaluate(path, predict), gold_digest(path)
        sys.stdout.writelines(f"{name} {k} {v:.4f}\n" for k, v in measured(result).items())
        if update:
            baselines[name] = raised(old, result, sha256, lower=lower)
        elif old:
            failures += [f"{name}: {line}" for line in check(old, result, sha256)]
    if update:
        write_baselines(file, {name: one for name, one in baselines.items() if one})
    sys.stderr.writelines(f"{line}\n" for line in failures)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
