import pytest
from hypothesis import given

from quotextract import Article, Quote
from quotextract.records import COLUMNS
from tests.records import QUOTES


def test_an_article_without_an_id_is_known_by_its_text():
    assert Article("Ciao").doc_id == Article("Ciao", doc_name="altro.txt").doc_id
    assert Article("Ciao").doc_id != Article("Addio").doc_id


def test_the_author_stands_last_and_in_no_row():
    article = Article("Ciao", "a.txt", "7", "Ponte", "2025-09-04", "Eco", "https://eco.example/1")
    assert (article.url, article.author) == ("https://eco.example/1", "")
    assert "author" not in COLUMNS


@given(QUOTES)
def test_a_record_survives_its_row(quote):
    assert Quote.from_dict(quote.to_dict()) == quote
    assert tuple(quote.to_dict()) == COLUMNS


@given(QUOTES)
def test_a_record_survives_a_row_of_text(quote):
    assert Quote.from_dict({name: str(cell) for name, cell in quote.to_dict().items()}) == quote


def test_a_row_without_its_columns_names_them():
    row = dict.fromkeys(COLUMNS, "0")
    del row["quote_start"], row["quote_end"]
    with pytest.raises(KeyError, match="quote_start, quote_end"):
        Quote.from_dict(row)
