"""The mechanism of the gate; the figures themselves are held in test_gate.py."""

from dataclasses import replace

import pytest

from quotextract.errors import ReadError
from quotextract.evaluation import evaluate
from quotextract.evaluation.gate import (
    GateError,
    check,
    gold_digest,
    measured,
    raised,
    read_baselines,
    write_baselines,
)


@pytest.fixture
def good(story, perfect):
    return evaluate([story], perfect([story]))


@pytest.fixture
def bad(story):
    return evaluate([story], lambda articles: [[] for _ in articles])


def test_a_baseline_holds_what_was_measured(good, bad):
    baseline = raised(None, good, "abc")
    assert check(baseline, good, "abc") == []
    failures = check(baseline, bad, "abc")
    assert "direct+mixed/A4_F1 is 0.0000, below its floor 0.9500." in failures


def test_too_many_scare_quotes_fail(story, good, found):
    quotes = [found(story, "“del fare”", "mixed", "Ugo Pini")]
    worse = evaluate([story], lambda articles: [quotes])
    assert any(
        "none_reported is 1.0000, above" in line
        for line in check(raised(None, good, ""), worse, "")
    )


@pytest.mark.parametrize("reported", range(38))
def test_one_more_of_few_is_always_let_through(good, reported):
    def measuring(times):
        figures = {k: dict(v) for k, v in good.figures.items()}
        figures["direct+mixed"] |= {"none": 38.0, "none_reported": times / 38}
        return replace(good, figures=figures)

    assert check(raised(None, measuring(reported), ""), measuring(reported + 1), "") == []


def test_changed_gold_fails(good):
    assert "changed" in check(raised(None, good, "abc"), good, "def")[0]


def test_a_floor_falls_only_when_told_to(good, bad):
    high = raised(None, good, "abc")
    with pytest.raises(GateError, match="lower"):
        raised(high, bad, "abc")
    assert raised(high, bad, "abc", lower=True).floors["direct+mixed/A4_F1"] == 0.0
    low = raised(None, bad, "abc")
    assert raised(low, good, "abc").floors == high.floors


def test_baselines_survive_the_file(tmp_path, good):
    file = tmp_path / "baseline.json"
    write_baselines(file, {"own": raised(None, good, "abc")})
    assert read_baselines(file) == {"own": raised(None, good, "abc")}


@pytest.mark.parametrize("content", [None, "{", "[]", '{"own": {"floor": 1}}'])
def test_a_broken_baseline_file_is_named(tmp_path, content):
    file = tmp_path / "baseline.json"
    if content is not None:
        file.write_text(content)
    with pytest.raises(ReadError, match=r"baseline\.json"):
        read_baselines(file)


def test_the_digest_tells_changed_files(tmp_path):
    (tmp_path / "a.txt").write_text("uno")
    before = gold_digest(tmp_path)
    (tmp_path / "README.md").write_text("free to change")
    assert gold_digest(tmp_path) == before
    (tmp_path / "a.txt").write_text("due")
    assert gold_digest(tmp_path) != before != gold_digest(tmp_path / "a.txt")


def test_gated_figures_are_named(good):
    assert {"direct+mixed/A4_F1", "indirect/S2_F1"} <= measured(good).keys()
