"""The search command, on a database that was made without a model."""

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from quotextract import Article, Quote
from quotextract.cli import main
from quotextract.cli.hits import highlighted
from quotextract.exporters import FORMATS
from quotextract.records import digest
from quotextract.store import opened_to_write, write_all

SAID = [
    ("Le garanzie di sicurezza sono un dovere", "Ada Benelli", "2025-09-04", "La Voce"),
    ("La sicurezza, già", "Ugo Serra", "2025-09-05", "Corriere di Acqui"),
    ("Il ponte riaprirà a marzo", "Ada Benelli", "", "La Voce"),
    ("follia", "", "2025-10-01", "La Voce"),
    ("Antonio ha ragione", "Antonio Contini", "2025-10-01", "La Voce"),
    ("Antonio ha torto", "Paola Contini", "2025-10-01", "La Voce"),
]


def results():
    blank = Quote(*[""] * 8, 0, 0, "direct", confidence=0.5)
    for place, (words, speaker, date, source) in enumerate(SAID):
        text = f"«{words}» e «no», ha detto qualcuno."
        article = Article(text, f"{place}.txt", title="Titolo", date=date, source=source)
        known = {
            "doc_id": article.doc_id, "doc_name": article.doc_name, "title": article.title,
            "date": date, "source": source, "speaker": speaker,
        }  # fmt: skip
        yield (
            article,
            [
                replace(
                    blank, **known, quote_id=digest(text, start), quote=text[start:end],
                    quote_start=start, quote_end=end,
                    quote_type="direct" if start == 1 else "indirect",
                )
                for start, end in ((1, 1 + len(words)), (6 + len(words), 8 + len(words)))
            ],
        )  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "q.db"
    with opened_to_write(path) as database:
        write_all(database, results())
    return path


def search(path, *args, **kwargs):
    return CliRunner().invoke(main, ["search", "--db", str(path), *map(str, args)], **kwargs)


def found(result):
    return [json.loads(line)["quote"].split()[-1] for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("args", "ends"),
    [
        (["sicurezza"], ["già", "dovere"]),
        (["sicurezza", "garanzie"], ["dovere"]),
        (["sicurezza garanzie"], ["dovere"]),
        (['"garanzie di sicurezza"'], ["dovere"]),
        (['"sicurezza di garanzie"'], []),
        (["gia"], ["già"]),
        (["gar*"], ["dovere"]),
        (["sicurezza", "--sort", "date"], ["già", "dovere"]),
        (["sicurezza", "--until", "2025-09-04"], ["dovere"]),
        (["--since", "2025-10"], ["torto", "ragione", "follia"]),
        (["--since", "1/10/2025", "-s", "paola contini"], ["torto"]),
        (["--until", "2025", "--source", "acqui"], ["già"]),
        (["-s", "benelli"], ["dovere", "marzo"]),
        (["-s", "BENELLI", "ponte"], ["marzo"]),
        (["no", "--type", "indirect", "--limit", "2"], ["no", "no"]),
        (["--min-confidence", "0.6"], []),
        (["--limit", "1"], ["torto"]),
    ],
)
def test_what_is_asked_for_comes_out(path, args, ends):
    result = search(path, "-f", "jsonl", *args)
    assert (result.exit_code, found(result)) == (0, ends)


def test_the_table(path):
    result = search(path, "sicurezza")
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    assert lines[0] == ["Date", "Speaker", "Quotation", "Type", "Article", "Conf."]
    assert lines[2][:4] == ["2025-09-05", "Ugo", "Serra", "La"]
    assert result.stdout.splitlines()[-1] == "2 quotations, the best first"
    assert "\x1b" not in result.stdout
    assert "\x02" not in result.stdout
    more = search(path, "--limit", "2").stdout.splitlines()[-1]
    assert more == "2 of 6 quotations, the newest first (--limit shows more)"


def test_matches_are_bold():
    assert highlighted("la \x02pace\x03").markup == "la [bold underline]pace[/bold underline]"


def test_a_name_that_several_bear(path):
    result = search(path, "-s", "contini", "-f", "jsonl")
    assert "'contini' may be: Paola Contini (1), Antonio Contini (1)" in result.stderr
    assert result.exit_code == 0


def test_a_name_that_nobody_bears(path):
    result = search(path, "sicurezza", "-s", "Ida Benini", "-s", "serra")
    assert result.exit_code == 1
    assert "No quotation by 'Ida Benini'. Nearest: Ada Benelli (4)" in result.stderr


def test_somebody_who_said_something_else(path):
    result = search(path, "follia", "-s", "serra")
    assert result.exit_code == 0
    assert result.stderr == "quotextract: 'serra' is quoted, but not like that.\n"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format(path, tmp_path, name):
    output = tmp_path / f"out{FORMATS[name].suffixes[0]}"
    result = search(path, "sicurezza", "-o", output)
    assert (result.exit_code, result.stderr) == (0, "quotextract: 2 quotations.\n")
    assert output.stat().st_size


def test_an_article_comes_once_where_articles_are_written(path, tmp_path):
    search(path, "--type", "all", "-o", tmp_path / "x.zip", "-f", "brat")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        names = [name for name in archive.namelist() if name.endswith(".txt")]
        assert len(names) == len(SAID)
    search(path, "--type", "all", "-o", tmp_path / "x.xml")
    tei = (tmp_path / "x.xml").read_text(encoding="utf-8")
    assert (len(re.findall("<TEI[ >]", tei)), tei.count("<said")) == (len(SAID), 2 * len(SAID))


def test_columns(path):
    result = search(path, "ponte", "-f", "csv", "--columns", "speaker,date", "--excel")
    rows = list(csv.reader(io.StringIO(result.stdout.removeprefix("\ufeff")), delimiter=";"))
    assert rows == [["speaker", "date"], ["Ada Benelli", ""]]


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (["?!"], "there is no word in '?!'"),
        (["--since", "domani"], "'domani' is no date"),
        (["--since", "2025-13"], "'2025-13' is no date"),
        (["-o", "x.doc"], "Cannot tell the format"),
        (["--limit", "0"], "0 is not in the range"),
    ],
)
def test_wrong_usage_is_status_2(path, args, reason):
    result = search(path, *args)
    assert result.exit_code == 2
    assert reason in " ".join(result.stderr.split())


@given(words=st.lists(st.text(), max_size=3))
def test_no_words_lead_to_a_traceback(path, words):
    result = search(path, "-f", "jsonl", "--", *words)
    assert result.exit_code in (0, 2), result.exception


def test_the_database_may_stand_in_the_configuration(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "quotextract.toml").write_text(f"db = '{path}'\n[search]\nsince = 2025-10-01\n")
    result = CliRunner().invoke(main, ["search", "follia", "-f", "jsonl"])
    assert found(result) == ["follia"]
    result = CliRunner().invoke(main, ["search", "ponte"], env={"QUOTEXTRACT_SEARCH_SINCE": "2020"})
    assert result.stdout == "0 quotations\n"


def test_a_search_needs_no_spacy(path):
    code = (
        "import sys; from quotextract.cli import main\n"
        "try: main(['search', 'ponte', '--db', sys.argv[1], '-s', 'benelli'])\n"
        "except SystemExit: print('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "False"
