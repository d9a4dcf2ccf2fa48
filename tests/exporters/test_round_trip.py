"""What is written can be read back, and is what was given."""

import csv
import io
import json

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
