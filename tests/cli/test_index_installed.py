"""The installed index and search commands, ended at any moment and run at once."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from quotextract.exporters import FORMATS
from quotextract.store import stored_results

SEEDS = Path(__file__).parents[2] / "seeds"
COMMAND = shutil.which("quotextract", path=str(Path(sys.executable).parent))
pytestmark = pytest.mark.skipif(COMMAND is None, reason="the package is not installed")
SAID = "«Il ponte {} riaprirà a marzo», ha detto la sindaca Carla Benassi. Si attende. {}\n"


def start(*args, **kwargs):
    return subprocess.Popen(
        [COMMAND, *map(str, args)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100", "PYTHONWARNINGS": "error"},
        **kwargs,
    )


def run(*args):
    with start(*args) as process:
        out, messages = process.communicate()
    return process.returncode, out, messages


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    """A folder with many short articles and a table."""
    folder = tmp_path_factory.mktemp("articoli")
    for number in range(150):
        text = SAID.format(number, "Il resto è noto. " * 20)
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    lines = (
        json.dumps({"id": number, "text": SAID.format(number, "Fine."), "data": "2025-09-04"})
        for number in range(150, 300)
    )
    (folder / "feed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def content(path):
    """Return what a database holds, whatever the order it came in."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("INSERT INTO quotes_fts (quotes_fts, rank) VALUES ('integrity-check', 1)")
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        (loose,) = database.execute("SELECT count(*) FROM files WHERE stamp IS NULL").fetchone()
        assert loose == 0
    return [(article, quotes) for article, quotes in stored_results(path)]


@pytest.fixture(scope="module")
def clean(articles, tmp_path_factory):
    path = tmp_path_factory.mktemp("clean") / "q.db"
    status, _, messages = run("index", articles, "--db", path)
    assert (status, "300 new" in messages) == (0, True), messages
    return path


def stored(path):
    """Return how many articles are stored, 0 as long as there is no database."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            return database.execute("SELECT count(*) FROM articles").fetchone()[0]
    except sqlite3.Error:
        return 0


def wait_until_some(path, process):
    while process.poll() is None and not stored(path):
        time.sleep(0.02)


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
def test_killed_in_the_middle_and_run_again(articles, clean, tmp_path):
    path = tmp_path / "q.db"
    with start("index", articles, "--db", path) as process:
        wait_until_some(path, process)
        os.kill(process.pid, signal.SIGKILL)
    before = stored(path)
    assert 0 < before < 300
    status, _, messages = run("index", articles, "--db", path)
    assert (status, f"{300 - before} new, 0 changed, {before} unchanged" in messages) == (0, True)
    assert content(path) == content(clean)


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
def test_killed_before_anything_was_stored(articles, tmp_path):
    path = tmp_path / "q.db"
    for delay in (0.2, 0.4, 0.6, 0.8):
        with start("index", articles, "--db", path, "--limit", "1") as process:
            time.sleep(delay)
            os.kill(process.pid, signal.SIGKILL)
    assert run("index", articles, "--db", path, "--limit", "1")[0] == 0


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
@pytest.mark.parametrize("processes", ["1", "2"])
def test_an_interrupt_keeps_what_was_finished(articles, clean, tmp_path, processes):
    path = tmp_path / "q.db"
    with start("index", articles, "--db", path, "-j", processes, start_new_session=True) as process:
        wait_until_some(path, process)
        os.killpg(process.pid, signal.SIGINT)
        _, messages = process.communicate(timeout=20)
    assert process.returncode == 130
    assert messages.startswith("quotextract: interrupted; what was finished is in ")
    assert run("index", articles, "--db", path)[0] == 0
    assert content(path) == content(clean)


def test_two_at_once(articles, clean, tmp_path):
    path = tmp_path / "q.db"
    both = [start("index", articles, "--db", path) for _ in range(2)]
    for process in both:
        _, messages = process.communicate(timeout=120)
        assert process.returncode == 0, messages
    assert content(path) == content(clean)


def test_several_processes_store_the_same(articles, clean, tmp_path):
    assert run("index", articles, "--db", tmp_path / "q.db", "-j", "2")[0] == 0
    assert content(tmp_path / "q.db") == content(clean)


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    path = tmp_path_factory.mktemp("samples") / "q.db"
    assert run("index", SEEDS, "--db", path)[0] == 0
    return path


def test_the_samples(samples):
    status, out, _ = run("search", "garanz*", "sicurezza", "--db", samples, "-s", "zelensky")
    assert status == 0
    assert "Volodymyr" in out
    (row,) = run("search", '"non favorirebbe una pace"', "--db", samples, "-f", "jsonl")[
        1
    ].splitlines()
    assert json.loads(row)["speaker"] == "Vladimir Putin"
    found = run("search", "sicurezza", "--db", samples, "-s", "macron", "-f", "jsonl")[1]
    rows = [json.loads(line) for line in found.splitlines()]
    assert {row["speaker"] for row in rows} == {"Emmanuel Macron"}
    assert any(row["quote"].startswith("finalizzare delle garanzie di sicurezza") for row in rows)


@pytest.mark.parametrize(
    "words",
    [
        ("extract", "--type", "all", "-f", "jsonl"),
        ("speakers", "-f", "csv"),
    ],
)
def test_from_the_database_as_from_the_folder(samples, words):
    command, *options = words
    assert run(command, samples, *options) == run(command, SEEDS, *options)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_out_of_the_database(samples, tmp_path, name):
    output = tmp_path / f"out{FORMATS[name].suffixes[0]}"
    assert run("search", "--db", samples, "-o", output)[0] == 0
    assert output.stat().st_size


def test_a_report_out_of_the_database(samples, tmp_path):
    assert run("report", samples, "-o", tmp_path / "report.html")[0] == 0
    assert "Zakharova" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_second_run_loads_no_spacy(samples):
    code = (
        "import sys; from quotextract.cli import main\n"
        "try: main(['index', sys.argv[1], '--db', sys.argv[2]])\n"
        "except SystemExit as end: print(end.code, 'spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SEEDS), str(samples)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "0 False\n"
    assert "5 unchanged" in done.stderr
