"""The index command, with a pipeline that needs no model."""

import json
import sqlite3

import pytest
from click.testing import CliRunner

from quotextract.cli import main
from quotextract.processing.stamps import Reading
from quotextract.store import stored_results

ARTICLE = "«Riapriremo a marzo», ha detto Benassi. Melis parla di «follia».\n"


@pytest.fixture
def folder(tmp_path, monkeypatch, fake_pipeline):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / "in" / f"{number}.txt").write_text(f"{ARTICLE}{number}", encoding="utf-8")
    reading = Reading("a", "quotextract 1", "it_news 1")
    monkeypatch.setattr(
        "quotextract.processing.stamps.reading_with", lambda model, speakers, fast: reading
    )
    return tmp_path


def run(*args, **kwargs):
    return CliRunner().invoke(main, [str(arg) for arg in args], **kwargs)


def index(*args, paths=("in",), **kwargs):
    return run("index", *paths, "--db", "q.db", *args, **kwargs)


def summary(result):
    return result.stderr.splitlines()[-1].split("articles ")[1]


def test_a_second_run_loads_no_pipeline(folder, fake_pipeline):
    result = index()
    assert (result.exit_code, result.stdout) == (0, "")
    assert summary(result) == "3 new, 0 changed, 0 unchanged, 0 removed; 0 failed."
    fake_pipeline.load = None
    assert summary(index()) == "0 new, 0 changed, 3 unchanged, 0 removed; 0 failed."


def test_change_and_removal(folder):
    index()
    (folder / "in" / "0.txt").write_text("«Altro testo», ha detto Melis.", encoding="utf-8")
    (folder / "in" / "1.txt").unlink()
    assert summary(index()) == "0 new, 1 changed, 1 unchanged, 0 removed; 0 failed."
    assert summary(index("--prune")) == "0 new, 0 changed, 2 unchanged, 1 removed; 0 failed."
    assert [article.doc_name for article, _ in stored_results(folder / "q.db")] == [
        "0.txt",
        "2.txt",
    ]


@pytest.mark.parametrize("options", [[], ["--author-column", "penna"]])
def test_the_author_is_kept_and_a_new_one_is_a_change(folder, options):
    key = "penna" if options else "firma"
    for author in ("Anna Serra", "Ugo Belli"):
        row = {"id": "7", "text": ARTICLE, key: author}
        (folder / "feed.jsonl").write_text(json.dumps(row), encoding="utf-8")
        result = index(*options, paths=("feed.jsonl",))
        ((article, quotes),) = stored_results(folder / "q.db")
        assert (article.author, len(quotes)) == (author, 2)
    assert summary(result) == "0 new, 1 changed, 0 unchanged, 0 removed; 0 failed."
    assert run("extract", "q.db", "-o", "more.db").exit_code == 0
    assert [article.author for article, _ in stored_results(folder / "more.db")] == ["Ugo Belli"]
    assert "<author>Ugo Belli</author>" in run("extract", "more.db", "-f", "tei").stdout


def test_failures_are_named_and_counted(folder):
    (folder / "in" / "3.txt").touch()
    result = index(paths=("in", "manca.txt"))
    assert result.exit_code == 1
    assert summary(result) == "3 new, 0 changed, 0 unchanged, 0 removed; 2 failed, named above."
    assert "manca.txt" in result.stderr
    assert "3.txt" in result.stderr


def test_a_dry_run_lists_what_would_be_read_and_makes_nothing(folder):
    assert index("--dry-run").stdout.splitlines() == ["in/0.txt", "in/1.txt", "in/2.txt"]
    assert not (folder / "q.db").exists()
    index()
    (folder / "in" / "0.txt").write_text("«Altro testo», ha detto Melis.", encoding="utf-8")
    result = index("--dry-run")
    assert (result.stdout, result.stderr) == ("in/0.txt\n", "1 file would be read\n")


def test_a_limit(folder):
    assert summary(index("--limit", "2")).startswith("2 new")
    assert summary(index()).startswith("1 new, 0 changed, 2 unchanged")


def test_standard_input(folder):
    for number in range(2):
        line = json.dumps({"id": str(number), "text": ARTICLE})
        index("--input-format", "jsonl", paths=("-",), input=f"{line}\n")
    names = [article.doc_name for article, _ in stored_results(folder / "q.db")]
    assert sorted(names) == ["stdin#0", "stdin#1"]


@pytest.mark.parametrize("content", [b"Caro diario, oggi piove.", b"\0" * 4096])
def test_what_is_no_database_is_refused(folder, content):
    (folder / "q.db").write_bytes(content)
    result = index()
    assert result.exit_code == 1
    assert result.stderr.startswith("quotextract: Cannot use 'q.db': it is no database.")
    assert (folder / "q.db").read_bytes() == content


def test_another_database_is_refused(folder):
    with sqlite3.connect("q.db") as database:
        database.execute("CREATE TABLE spese (euro)")
    result = index()
    assert result.exit_code == 1
    assert "not one of quotations" in result.stderr
    assert run("extract", "q.db").exit_code == 1
    assert run("search", "--db", "q.db").exit_code == 1


def test_what_extract_wrote_is_no_place_to_index_to(folder):
    assert run("extract", "in", "-o", "q.db").exit_code == 0
    assert "holds the result of quotextract extract" in index().stderr
    assert run("search", "marzo", "--db", "q.db", "-f", "jsonl").stdout.count("\n") == 3


def test_a_database_is_no_article(folder):
    index()
    result = run("index", "q.db", "in", "--db", "other.db")
    assert result.exit_code == 1
    assert "it is a database, which keeps quotations" in result.stderr
    assert summary(result).startswith("3 new")


def test_unknown_speakers_are_wrong_usage(folder):
    (folder / "mine.jsonl").write_text("{}\n")
    assert index("--speakers", "mine.jsonl").exit_code == 2
    assert not (folder / "q.db").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("extract", "-f", "csv"),
        ("extract", "-f", "jsonl", "--type", "all", "-s", "benassi"),
        ("extract", "-f", "tei"),
        ("speakers", "-f", "csv"),
        ("show",),
    ],
)
def test_from_a_database_as_from_a_folder(folder, fake_pipeline, words):
    index()
    command, *more = words
    expected = run(command, "in", *more)
    fake_pipeline.load = None
    result = run(command, "q.db", *more)
    assert (result.exit_code, result.stdout) == (expected.exit_code, expected.stdout)
    assert result.stderr == expected.stderr


def test_a_database_and_files_together(folder):
    index()
    (folder / "more.txt").write_text(ARTICLE, encoding="utf-8")
    result = run("extract", "q.db", "more.txt", "-f", "jsonl", "--type", "direct")
    names = [json.loads(line)["doc_name"] for line in result.stdout.splitlines()]
    assert names == ["0.txt", "1.txt", "2.txt", "more.txt"]
    limited = run("extract", "q.db", "more.txt", "-f", "jsonl", "--type", "direct", "--limit", "2")
    assert len(limited.stdout.splitlines()) == 2
