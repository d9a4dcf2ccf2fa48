"""The speakers command, with a pipeline that needs no model."""

import csv
import io
import json
import sqlite3

import pytest
from click.testing import CliRunner

from quotextract.cli import main
from quotextract.cli.speakers import TABLES
from quotextract.knowledge import read_speakers

ARTICLE = (
    "Il vertice Ucraina-Usa a Kiev. «Non molliamo», ha detto Zelensky. «La strada riapre», ha "
    "detto Ada Benelli. Si parla di «follia»."
)


@pytest.fixture
def folder(tmp_path, monkeypatch, knowing_pipeline):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "2025-09-04.txt").write_text(ARTICLE, encoding="utf-8")
    more = "«Lo ripeto a tutti», ha detto Zelensky dall'Ucraina."
    (tmp_path / "in" / "2025-10-06.txt").write_text(more, encoding="utf-8")
    return tmp_path


def run(*args, command="speakers"):
    return CliRunner().invoke(main, [command, "in", "--type", "all", *args], env={"COLUMNS": "110"})


def test_the_table_has_figures_bars_and_a_closing_line(folder):
    lines = [line.rstrip() for line in run().stdout.splitlines()]
    assert lines[0].split() == [
        "Speaker", "Quot.", "Words", "Art.", "Share", "First", "Last", "Roles",
    ]  # fmt: skip
    assert lines[2].split() == [
        "Volodymyr", "Zelensky", "2", "6", "2", "66.7%", "█" * 10, "2025-09-04", "2025-10-06",
        "presidente",
    ]  # fmt: skip
    assert lines[4].split()[:6] == ["Ada", "Benelli", "1", "3", "1", "33.3%"]
    assert lines[-1] == ("2 speakers; gender unknown of 0 of 2 persons; 1 more without a speaker")


def test_other_groups(folder):
    found = csv.DictReader(io.StringIO(run("--by", "month", "-f", "csv").stdout))
    assert [(row["name"], row["quotations"], row["speakers"]) for row in found] == [
        ("2025-09", "3", "2"), ("2025-10", "1", "1"),
    ]  # fmt: skip


def test_speakers_can_be_chosen(folder):
    found = json.loads(run("-s", "zelenskij", "-f", "json").stdout)
    assert [row["speaker_id"] for row in found] == ["volodymyr-zelensky"]
    assert run("-s", "nessuno").exit_code == 1


@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize("by", ["speaker", "gender"])
def test_every_format_of_tables(folder, form, by):
    result = run("--by", by, "-f", form)
    assert result.exit_code == 0, result.stderr
    assert len(result.stdout_bytes) > 60


def test_a_database_has_one_table(folder):
    assert run("-o", "chi.db").exit_code == 0
    with sqlite3.connect("chi.db") as database:
        assert database.execute("SELECT name, quotations FROM speakers").fetchone() == (
            "Volodymyr Zelensky", 2,
        )  # fmt: skip
    database.close()


@pytest.mark.parametrize("name", ["chi.tei", "chi.spacy"])
def test_a_format_for_texts_is_refused(folder, name):
    result = run("-o", name)
    assert result.exit_code == 2
    assert "holds no tables. Use one of csv" in " ".join(result.stderr.split())


def test_entries_are_written_edited_and_given_back(folder):
    assert run("-o", "miei.jsonl").exit_code == 0
    path = folder / "miei.jsonl"
    assert [entry.id for entry in read_speakers(path)] == ["ada-benelli", "volodymyr-zelensky"]
    path.write_text(path.read_text("utf-8").replace("Ada Benelli", "Ada Benelli Po"), "utf-8")
    with path.open("a", encoding="utf-8") as stream:
        stream.write('{"id": "a-b", "name": "Ada Bo", "aliases": ["Ada Benelli"]}\n')
    result = run("--speakers", "miei.jsonl", "-f", "csv", command="extract")
    names = [row["speaker_name"] for row in csv.DictReader(io.StringIO(result.stdout))]
    assert names == ["Volodymyr Zelensky", "Ada Bo", "", "Volodymyr Zelensky"]


def test_where_nothing_was_read_nothing_is_written(folder):
    for path in (folder / "in").iterdir():
        path.write_bytes(b"")
    assert run("-o", "chi.csv").exit_code == 1
    assert not (folder / "chi.csv").exists()
