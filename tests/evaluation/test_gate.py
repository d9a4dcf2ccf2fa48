"""The figures that the program has reached must not be lost again."""

from pathlib import Path

import pytest

from quotextract.evaluation import evaluate, pipeline_predictor
from quotextract.evaluation.gate import check, gold_digest, read_baselines

BASELINE = Path(__file__).parents[2] / "data" / "gold" / "baseline.json"
BASELINES = read_baselines(BASELINE)


@pytest.fixture(scope="module")
def predict():
    return pipeline_predictor()


@pytest.mark.parametrize("name", BASELINES)
def test_figures_hold(name, predict):
    gold = BASELINE.parent / name
    if not gold.exists():
        pytest.skip(f"the annotated articles of {name} may not be given away and are not here")
    assert check(BASELINES[name], evaluate(gold, predict), gold_digest(gold)) == []


def test_the_gate_covers_what_comes_with_the_project():
    assert {"articles", "samples.jsonl"} <= BASELINES.keys()
