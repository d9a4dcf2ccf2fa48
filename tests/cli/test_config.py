import json

import pytest
from click.testing import CliRunner

from quotextract.cli import main

ARTICLE = "«Riapriremo a marzo», ha detto Benassi. Melis parla di «follia».\n"


@pytest.fixture
def folder(tmp_path, monkeypatch, fake_pipeline):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "sub")
    return tmp_path


def run(*args, **kwargs):
    return CliRunner().invoke(main, list(args), **kwargs)


def quotes(*args, **kwargs):
    result = run("extract", "a.txt", *args, **kwargs)
    return [json.loads(line)["quote"] for line in result.stdout.splitlines()]


OWN = '[extract]\nformat = "jsonl"\nmin-confidence = 0.5\n'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("quotextract.toml", OWN),
        ("pyproject.toml", OWN.replace("[", "[tool.quotextract.")),
        ("sub/quotextract.toml", 'format = "jsonl"\nmin-confidence = 0.5'),
    ],
)
def test_defaults_come_from_the_nearest_file(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    assert quotes() == ["Riapriremo a marzo"]


def test_the_command_line_goes_before_the_environment_and_that_before_the_file(folder):
    (folder / "quotextract.toml").write_text(OWN, encoding="utf-8")
    low = {"QUOTEXTRACT_EXTRACT_MIN_CONFIDENCE": "0.1"}
    assert len(quotes(env=low)) == 2
    assert len(quotes("--min-confidence", "0.95", env=low)) == 0


def test_lists_and_flags(folder):
    text = 'extract.type = ["mixed"]\nextract.format = "csv"\nextract.excel = true\n'
    (folder / "quotextract.toml").write_text(text, encoding="utf-8")
    assert run("extract", "a.txt").stdout.count(";follia;") == 1


def test_a_file_can_be_named(folder):
    (folder / "mio.toml").write_text(OWN, encoding="utf-8")
    result = run("--config", "../mio.toml", "extract", "a.txt")
    assert json.loads(result.stdout)["quote"] == "Riapriremo a marzo"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[extract]\nmin-confidenza = 1", "[extract] has no option 'min-confidenza'. Did you mean"),
        ("colore = 1", "quotextract.toml has no option 'colore'"),
        ("[estrai]\nlimit = 1", "has no option 'estrai'"),
        ("limit = ", "Cannot read"),
        ("[extract]\nmin-confidence = 7", "7.0 is not in the range 0<=x<=1"),
    ],
)
def test_what_is_wrong_in_it_is_said(folder, text, reason):
    (folder / "quotextract.toml").write_text(text, encoding="utf-8")
    result = run("extract", "a.txt")
    assert result.exit_code == 2
    assert reason in " ".join(result.stderr.split())


def test_help_needs_no_configuration(folder):
    (folder / "quotextract.toml").write_text("rotto = ", encoding="utf-8")
    assert run("--help").exit_code == 0
