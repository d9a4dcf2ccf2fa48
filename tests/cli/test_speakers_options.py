"""The options that choose by speaker, with a pipeline that needs no model."""

import json

import pytest
from click.testing import CliRunner

from quotextract.cli import main

ARTICLE = (
    "Il vertice Ucraina-Usa. «Non molliamo», ha detto Zelensky. «Aiutateci», ha detto Olena "
    "Zelenska. «La strada riapre», ha detto Ada Benelli. «Lo escludo», ha detto Ugo Benelli."
)
ENTRY = {"id": "ada-benelli", "name": "Ada Benelli", "gender": "f", "aliases": ["Lady Strade"]}


@pytest.fixture
def folder(tmp_path, monkeypatch, knowing_pipeline):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2025-09-04.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "miei.jsonl").write_text(json.dumps(ENTRY) + "\n", encoding="utf-8")
    return tmp_path


def run(*args):
    return CliRunner().invoke(
        main, ["extract", "2025-09-04.txt", "--type", "all", "-f", "jsonl", *args]
    )


def speakers(result):
    return [json.loads(line)["speaker"] for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["-s", "zelenskyj"], ["Zelensky"]),
        (["-s", "zelensky", "-s", "ada benelli"], ["Zelensky", "Ada Benelli"]),
        (["--organisation", "Ucraina"], ["Zelensky", "Olena Zelenska"]),
        (["--role", "presidente"], ["Zelensky"]),
        (["--gender", "f"], ["Olena Zelenska"]),
        (["--gender", "f", "--speakers", "miei.jsonl"], ["Olena Zelenska", "Ada Benelli"]),
        (["-s", "lady strade", "--speakers", "miei.jsonl"], ["Ada Benelli"]),
        (["-s", "ada-benelli", "--speakers", "miei.jsonl"], ["Ada Benelli"]),
    ],
)
def test_who_is_chosen(folder, options, found):
    result = run(*options)
    assert (result.exit_code, speakers(result)) == (0, found)


def test_an_unknown_name_is_status_1_and_an_ambiguous_one_is_not(folder):
    unknown, several = run("-s", "zelinskki"), run("-s", "benelli")
    assert (unknown.exit_code, several.exit_code) == (1, 0)
    assert "Nearest: Volodymyr Zelensky (1)" in unknown.stderr
    assert "'benelli' may be: Ada Benelli (1), Ugo Benelli (1)." in several.stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": "x", "name": "X", "gender": "x"}', "miei.jsonl, line 2, key 'gender'"),
        ("{", "miei.jsonl, line 2: this is no JSON"),
    ],
)
def test_a_bad_line_is_status_2_and_says_where(folder, line, said):
    with (folder / "miei.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")
    result = run("--speakers", "miei.jsonl")
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_a_file_that_is_not_there_is_status_2(folder):
    result = run("--speakers", "manca.jsonl")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "manca.jsonl" in result.stderr


def test_the_file_can_be_a_default(folder):
    (folder / "quotextract.toml").write_text('speakers = ["miei.jsonl"]\n', encoding="utf-8")
    assert speakers(run("-s", "lady strade")) == ["Ada Benelli"]
