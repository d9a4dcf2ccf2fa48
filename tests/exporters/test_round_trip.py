"""What is written can be read back, and is what was given."""

import csv
import io
import json
import re
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given

from quotextract import Quote
from quotextract.exporters import FORMATS, Options, export
from quotextract.exporters.delimited import as_written
from quotextract.records import COLUMNS
from tests.records import RESULTS


def written(results, form, **options):
    out = io.BytesIO()
    export(results, out, FORMATS[form], Options(**options))
    assert not out.closed
    return out.getvalue()


def expected(results):
    return [quote for _, quotes in results for quote in quotes]


def from_rows(data, delimiter=","):
    stream = io.StringIO(data.decode("utf-8-sig"), newline="")
    rows = csv.DictReader(stream, delimiter=delimiter)
    return [Quote.from_dict({name: as_written(cell) for name, cell in row.items()}) for row in rows]


@given(RESULTS)
def test_csv(results):
    assert from_rows(written(results, "csv")) == expected(results)


@given(RESULTS)
def test_tsv(results):
    assert from_rows(written(results, "tsv"), delimiter="\t") == expected(results)


@given(RESULTS)
def test_jsonl(results):
    lines = written(results, "jsonl").decode().split("\n")
    assert lines.pop() == ""
    assert [Quote.from_dict(json.loads(line)) for line in lines] == expected(results)


@given(RESULTS)
def test_json(results):
    rows = json.loads(written(results, "json"))
    assert [Quote.from_dict(row) for row in rows] == expected(results)


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_the_header_is_there_even_without_rows(form):
    assert written([], form).decode().split()[0].startswith("doc_id")
    assert from_rows(written([], form)) == []


def test_columns_are_the_ones_asked_for_in_that_order():
    assert written([], "csv", columns=("speaker", "quote")) == b"speaker,quote\r\n"


def test_a_result_is_written_before_the_next_is_asked_for():
    out = io.BytesIO()
    seen = []

    def results():
        yield None, [quote]
        seen.append(out.getvalue())

    quote = Quote(*[""] * 8, 0, 0, "direct")
    export(results(), out, FORMATS["jsonl"])
    assert seen[0].count(b"\n") == 1
    assert json.loads(seen[0])["quote_type"] == "direct"


def test_column_names_do_not_change():
    assert COLUMNS[:11] == (
        "doc_id",
        "doc_name",
        "title",
        "date",
        "source",
        "url",
        "quote_id",
        "quote",
        "quote_start",
        "quote_end",
        "quote_type",
    )


@given(RESULTS.map(lambda results: [(a, [plain(q) for q in quotes]) for a, quotes in results]))
def test_xlsx(results):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(written(results, "xlsx")))
    names, *rows = book.active.iter_rows(values_only=True)
    found = [dict(zip(names, row, strict=True)) for row in rows]
    assert [Quote.from_dict(row) for row in found] == expected(results)


def plain(quote):
    cells = {name: value for name, value in quote.to_dict().items() if isinstance(value, str)}
    return replace(quote, **{name: re.sub(r"[\W_]", "", cell) for name, cell in cells.items()})


@given(RESULTS)
def test_parquet(results):
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = parquet.read_table(io.BytesIO(written(results, "parquet"))).to_pylist()
    assert [Quote.from_dict(row) for row in rows] == expected(results)


@given(RESULTS)
def test_sqlite(results):
    with tempfile.NamedTemporaryFile() as file:
        file.write(written(results, "sqlite"))
        file.flush()
        with closing(sqlite3.connect(file.name)) as database:
            database.row_factory = sqlite3.Row
            rows = database.execute("SELECT * FROM quotes ORDER BY rowid").fetchall()
            texts = {row["text"] for row in database.execute("SELECT text FROM articles")}
    assert [Quote.from_dict(dict(row)) for row in rows] == expected(results)
    assert texts <= {article.text for article, _ in results}


@given(RESULTS)
def test_annotation(results):
    page = json.loads(written(results, "annotation"))
    assert page["type"] == "AnnotationPage"
    assert [Quote.from_dict(item["record"]) for item in page["items"]] == expected(results)
    for item, quote in zip(page["items"], expected(results), strict=True):
        exact, place = item["target"]["selector"]
        assert exact["exact"] == quote.quote
        assert (place["start"], place["end"]) == (quote.quote_start, quote.quote_end)


@given(RESULTS)
def test_brat(results):
    with zipfile.ZipFile(io.BytesIO(written(results, "brat"))) as archive:
        names = [name for name in archive.namelist() if name.endswith(".txt")]
        texts = [archive.read(name).decode("utf-8") for name in names]
        notes = [
            json.loads(line.split("\t")[2])
            for name in names
            for line in archive.read(name[:-3] + "ann").decode("utf-8").split("\n")
            if line.startswith("#")
        ]
    assert texts == [article.text for article, _ in results]
    assert [Quote.from_dict(note) for note in notes] == expected(results)


class Cells(HTMLParser):
    def __init__(self):
        super().__init__()
        self.rows = []

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
            self.inside = True

    def handle_endtag(self, tag):
        if tag in {"td", "th"}:
            self.inside = False

    def handle_data(self, data):
        if self.rows and self.rows[-1] and self.inside:
            self.rows[-1][-1] += data


@given(RESULTS)
def test_html(results):
    cells = Cells()
    cells.feed(written(results, "html", columns=COLUMNS).decode("utf-8"))
    cells.close()
    names, *rows = cells.rows
    found = [Quote.from_dict(dict(zip(names, row, strict=True))) for row in rows]
    assert found == expected(results)


@given(RESULTS)
def test_markdown(results):
    text = written(results, "md", columns=COLUMNS).decode("utf-8")
    names, _, *rows = ([cell[1:-1] for cell in split(line)] for line in text.split("\n")[:-1])
    found = [
        Quote.from_dict({name: unescaped(cell) for name, cell in zip(names, row, strict=True)})
        for row in rows
    ]
    same = [
        Quote.from_dict(
            {name: re.sub(r"\r\n|\r", "\n", str(cell)) for name, cell in quote.to_dict().items()}
        )
        for quote in expected(results)
    ]
    assert found == same


def split(line):
    """Split at bars that no backslash guards."""
    found, guarded = [""], False
    for char in line:
        if char == "|" and not guarded:
            found.append("")
        else:
            found[-1] += char
        guarded = char == "\\" and not guarded
    return found[1:-1]


def unescaped(cell):
    return re.sub(r"\\(.)", r"\1", cell.replace("<br>", "\n"), flags=re.DOTALL)
