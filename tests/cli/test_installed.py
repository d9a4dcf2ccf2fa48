"""The installed command, as a user meets it."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quotextract import Quote
from quotextract.records import COLUMNS

SEEDS = Path(__file__).parents[2] / "seeds"
COMMAND = shutil.which("quotextract", path=str(Path(sys.executable).parent))
pytestmark = pytest.mark.skipif(COMMAND is None, reason="the package is not installed")


def run(*args, **kwargs):
    environment = {**os.environ, "COLUMNS": "100", "PYTHONWARNINGS": "error"}
    return subprocess.run(
        [COMMAND, *map(str, args)], capture_output=True, env=environment, check=False, **kwargs
    )


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    """The quotations of the sample articles, every type, by one run."""
    path = tmp_path_factory.mktemp("out") / "citazioni.jsonl"
    done = run("extract", SEEDS, "--type", "all", "--include-unquoted", "-o", path)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_row_is_a_record_whose_offsets_hold(rows):
    for row in rows:
        assert tuple(row) == COLUMNS
        quote = Quote.from_dict(row)
        text = (SEEDS / quote.doc_name).read_bytes().decode("utf-8")
        assert text[quote.quote_start : quote.quote_end] == quote.quote
        if quote.speaker_mention:
            assert text[quote.speaker_start : quote.speaker_end] == quote.speaker_mention
        if quote.cue:
            assert text[quote.cue_start : quote.cue_end] == quote.cue
    assert len({row["quote_id"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("article", "words", "speaker"),
    [
        ("000", "Qualcosa accadrà", "Donald Trump"),
        ("000", "Lui sa bene qual è", "Donald Trump"),
        ("001", "faremo anche il punto", "Emmanuel Macron"),
        ("002", "non favorirebbe una pace", "Vladimir Putin"),
        ("002", "Se delle truppe dovessero", "Vladimir Putin"),
        ("002", "centro di tutto ciò che è anti-russo", "Dmitrij Peskov"),
        ("004", "La Russia non discuterà", "Maria Zakharova"),
    ],
)
def test_the_sample_articles_say_who_speaks(rows, article, words, speaker):
    (row,) = (r for r in rows if r["doc_name"].startswith(article) and words in r["quote"])
    assert row["speaker"] == speaker


def test_a_name_that_is_only_so_called_is_no_quotation(rows):
    so_called = [row for row in rows if row["quote"] == "forze di rassicurazione"]
    assert {row["quote_type"] for row in so_called} <= {"none"}


def test_several_processes_find_the_same(tmp_path):
    outputs = [tmp_path / f"{n}.csv" for n in (1, 2)]
    for processes, path in zip((1, 2), outputs, strict=True):
        assert run("extract", SEEDS, "-j", processes, "-o", path).returncode == 0
    assert outputs[0].read_bytes() == outputs[1].read_bytes()


def test_the_table_is_for_people():
    done = run("extract", SEEDS, "-s", "zelensky")
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert "Volodymyr" in done.stdout.decode()
    assert max(map(len, lines)) <= 100
    assert lines[-1].endswith("in 5 articles")


def test_standard_input_to_standard_output():
    text = "«Il ponte riaprirà a marzo», ha detto la sindaca Carla Benassi.\n"
    done = run("extract", "-", "-f", "jsonl", input=text.encode("utf-8"))
    (row,) = map(json.loads, done.stdout.splitlines())
    assert (row["speaker"], row["cue"]) == ("Carla Benassi", "ha detto")


def test_bad_input_is_named_line_by_line_and_the_rest_is_done(tmp_path):
    said = "«Il ponte riaprirà a marzo», ha detto la sindaca Carla Benassi.\n"
    (tmp_path / "vuoto.txt").touch()
    (tmp_path / "foto.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "vecchio.txt").write_bytes(said.encode("cp1252"))
    (tmp_path / "segni.txt").write_bytes(
        "\x93Il ponte riaprirà a marzo\x94, ha detto la sindaca Carla Benassi.\n".encode()
    )
    (tmp_path / "buono.txt").write_text(said, encoding="utf-8")
    done = run("extract", tmp_path, "manca.txt", "-f", "csv")
    assert done.returncode == 1
    messages = done.stderr.decode().splitlines()
    for name in ("vuoto.txt", "foto.txt", "vecchio.txt", "manca.txt"):
        assert len([line for line in messages if name in line]) == 1, messages
    found = list(csv.DictReader(done.stdout.decode().splitlines()))
    assert [row["doc_name"] for row in found] == ["buono.txt", "segni.txt", "vecchio.txt"]
    assert {row["speaker"] for row in found} == {"Carla Benassi"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_one_line():
    text = "«Il ponte riaprirà a marzo», ha detto la sindaca Carla Benassi.\n"
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [COMMAND, "extract", "-", "-f", "csv"],
            input=text.encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"quotextract: Cannot write standard output: ")
    assert b"Traceback" not in done.stderr


def test_a_reader_that_stops_early_is_no_error():
    """As `quotextract … | head -1` does."""
    with subprocess.Popen(
        [COMMAND, "extract", str(SEEDS), "-f", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
@pytest.mark.parametrize("processes", ["1", "2"])
def test_an_interrupt_stops_at_once_and_changes_nothing(tmp_path, processes):
    text = "«Il ponte riaprirà a marzo», ha detto la sindaca Carla Benassi. Si attende. "
    (tmp_path / "lungo.txt").write_text(text * 20_000, encoding="utf-8")
    output = tmp_path / "out.csv"
    output.write_text("vecchio", encoding="utf-8")
    with subprocess.Popen(
        [COMMAND, "extract", tmp_path / "lungo.txt", "-j", processes, "-o", output],
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        time.sleep(6)
        os.killpg(process.pid, signal.SIGINT)
        _, messages = process.communicate(timeout=20)
    assert process.returncode == 130
    assert messages == b"quotextract: interrupted; no output file was changed.\n"
    assert output.read_text(encoding="utf-8") == "vecchio"
    assert {path.name for path in tmp_path.iterdir()} == {"lungo.txt", "out.csv"}


def test_one_long_line_is_read_to_its_end(tmp_path):
    said = "«Il ponte riaprirà a marzo», ha detto la sindaca Carla Benassi. Si attende. "
    text = said * 800
    (tmp_path / "lungo.txt").write_text(text, encoding="utf-8")
    done = run("extract", tmp_path / "lungo.txt", "-f", "jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert len(found) == 800
    assert all(text[row["quote_start"] : row["quote_end"]] == row["quote"] for row in found)


def test_a_pipeline_that_is_not_there_says_what_to_do():
    done = run("extract", SEEDS, "--model", "it_core_news_manca")
    assert done.returncode == 1
    assert b"it_core_news_manca" in done.stderr
    assert b"Traceback" not in done.stderr


def test_info_and_evaluate(tmp_path):
    assert b"CC BY-NC-SA" in run("info").stdout
    text = "«Il ponte riaprirà a marzo», ha detto la sindaca Carla Benassi."
    item = {"start": 1, "end": 26, "type": "direct", "speaker": "Carla Benassi"}
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "a", "text": text, "items": [item]}), encoding="utf-8")
    done = run("evaluate", gold, "--json")
    assert json.loads(done.stdout)["figures"]["direct"]["A4_F1"] == 1.0
    assert b"1 articles" in run("evaluate", gold).stdout
