import json

import pytest
from click.testing import CliRunner

from quotextract import __version__
from quotextract.cli import main

META = {
    "lang": "it",
    "name": "news",
    "version": "1.2",
    "license": "CC BY-NC-SA 4.0",
    "labels": {"ner": ["PER", "LOC"]},
    "performance": {"dep_las": 0.876, "ents_f": None, "speed": 1000},
}


@pytest.fixture
def loaded(fake_pipeline, monkeypatch):
    class Described:
        meta = META
        pipe_names = ("parser", "ner")

    monkeypatch.setattr(fake_pipeline, "load", lambda model: Described())


def test_what_is_known_is_printed(loaded):
    lines = CliRunner().invoke(main, ["info"]).stdout.splitlines()
    assert lines[0].split() == ["quotextract", __version__]
    assert lines[1].split() == ["pipeline", "it_news"]
    assert "licence     CC BY-NC-SA 4.0" in lines
    assert "components  parser, ner" in lines
    assert lines[-1].split() == ["dependencies", "(labelled)", "87.6%"]


def test_json(loaded):
    known = json.loads(CliRunner().invoke(main, ["info", "--json"]).stdout)
    assert known["labels"] == ["LOC", "PER"]
    assert known["scores"] == {"dependencies (labelled)": 0.876}
