"""The ranker: weights, probabilities and their calibration."""

import math

import pytest

from quotextract.errors import ResourceError
from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.ranker import calibrated, dot, load_weights, rank
from quotextract.pipeline.scene import Candidate

ANNA = Entity(0, "person", "Anna Serra", ("anna", "serra"))
UGO = Entity(1, "person", "Ugo Belli", ("ugo", "belli"))
WEIGHTS = {"near": 2.0, "far": 0.5, "silence": -1.0}


def candidate(entity, *features):
    entities = () if entity is None else (entity,)
    return Candidate("test", entities, features=dict.fromkeys(features, 1.0))


def test_probabilities_sum_to_one_and_the_likeliest_comes_first():
    ranked = rank(
        [candidate(None, "silence"), candidate(UGO, "far"), candidate(ANNA, "near")], WEIGHTS
    )
    assert math.isclose(sum(p for p, _ in ranked), 1)
    assert [c.entities for _, c in ranked] == [(ANNA,), (UGO,), ()]
    assert [p for p, _ in ranked] == sorted((p for p, _ in ranked), reverse=True)


def test_two_weak_signs_for_one_name_outweigh_a_stronger_one_for_another():
    weak = [candidate(ANNA, "far"), candidate(ANNA, "far"), candidate(ANNA, "far")]
    ranked = rank([*weak, candidate(UGO, "mid")], {"far": 0.5, "mid": 1.0})
    assert ranked[0][1].entities == (ANNA,)


def test_a_speaker_shows_its_best_candidate():
    ranked = rank([candidate(ANNA, "far"), candidate(ANNA, "near")], WEIGHTS)
    assert [list(c.features) for _, c in ranked] == [["near"]]


def test_large_scores_do_not_overflow():
    ranked = rank([candidate(ANNA, "huge"), candidate(UGO)], {"huge": 10_000.0})
    assert ranked[0][0] == 1


def test_unknown_features_weigh_nothing():
    assert dot({"near": 2.0}, {"near": 1.5, "unheard": 7.0}) == 3.0


@pytest.mark.parametrize("p", [0.0, 0.2, 0.5, 1.0])
def test_calibration_keeps_probabilities(p):
    assert 0 < calibrated(p, (1.3, -0.2)) < 1
    assert math.isclose(calibrated(p, (1.0, 0.0)), p, abs_tol=1e-5)


def test_calibration_keeps_the_order():
    sure = [calibrated(p / 10, load_weights().calibration) for p in range(11)]
    assert sure == sorted(sure)


def test_the_weights_that_ship_are_whole():
    weights = load_weights()
    assert set(weights.types) == {"direct", "mixed", "none"}
    assert weights.ranker
    assert weights.indirect
    assert all(map(math.isfinite, weights.ranker.values()))


@pytest.mark.parametrize("content", ["", "{", "[]", '{"ranker": {}}'])
def test_damaged_weights_are_named(tmp_path, monkeypatch, content):
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources/weights.json").write_text(content, encoding="utf-8")
    monkeypatch.setattr("quotextract.pipeline.ranker.files", lambda package: tmp_path)
    with pytest.raises(ResourceError, match="weights.json"):
        load_weights.__wrapped__()
