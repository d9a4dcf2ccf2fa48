import pytest

from quotextract.evaluation import __main__ as program
from quotextract.evaluation.gate import read_baselines
from quotextract.evaluation.inline import to_inline


@pytest.fixture
def folder(tmp_path, monkeypatch, story, perfect):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "story.txt").write_text(to_inline(story), encoding="utf-8")
    monkeypatch.setattr(program, "pipeline_predictor", lambda: perfect([story]))
    return tmp_path


def run(folder, *arguments):
    return program.main(["--baseline", str(folder / "baseline.json"), *arguments])


def test_updates_and_checks(folder, capsys):
    assert run(folder, "own", "elsewhere", "--update") == 0
    assert read_baselines(folder / "baseline.json").keys() == {"own"}
    assert run(folder) == 0
    assert "own direct+mixed/A4_F1 1.0000" in capsys.readouterr().out


def test_a_lost_figure_fails_and_is_not_held(folder, capsys, monkeypatch):
    run(folder, "own", "--update")
    monkeypatch.setattr(program, "pipeline_predictor", lambda: lambda articles: [[]])
    assert run(folder) == 1
    assert "own: direct+mixed/A4_F1 is 0.0000, below its floor" in capsys.readouterr().err
    assert run(folder, "--update") == 1
    assert "Pass lower" in capsys.readouterr().err
    assert run(folder, "--update", "--lower") == 0
    assert run(folder) == 0


def test_nothing_to_check_is_an_error(folder, capsys):
    assert run(folder) == 1
    assert "no such file" in capsys.readouterr().err
