"""`--fast`: the same command without the reader of the whole article."""

import json

import pytest
from click.testing import CliRunner

from quotextract.cli import main
from quotextract.neural import Reader
from quotextract.processing.stamps import reading_with

ARTICLE = "«Riapriremo a marzo», ha detto la sindaca Carla Benassi."


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "ponte.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def rows(*arguments):
    result = CliRunner().invoke(main, [*arguments, "-f", "jsonl"])
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def read(monkeypatch):
    pages = []
    really = Reader.read
    monkeypatch.setattr(Reader, "read", lambda self, page: pages.append(page) or really(self, page))
    return pages


def test_the_reader_reads_unless_told(article, read):
    (row,) = rows("extract", article)
    assert row["speaker"] == "Carla Benassi"
    assert [page.text for page in read] == [ARTICLE]


def test_fast_does_without(article, read):
    (row,) = rows("extract", article, "--fast")
    assert row["speaker"] == "Carla Benassi"
    assert not read


def test_a_database_tells_the_two_apart():
    assert reading_with().stamp != reading_with(fast=True).stamp
    assert reading_with(fast=True).stamp == reading_with(fast=True).stamp
