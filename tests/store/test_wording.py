"""What a user types is never wrong."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract.store import sources_expression, speakers_expression, words_expression


@pytest.fixture(scope="module")
def fts():
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE t USING fts5 "
        "(quote, speaker_words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    )
    database.executemany(
        "INSERT INTO t VALUES (?, ?)",
        [
            ("Le garanzie di sicurezza, l’élite le vuole già", "rossi"),
            ("La sicurezza e le garanzie AND NOT NEAR", "bianchi"),
            ("Il ponte riaprirà", "garanzie"),
        ],
    )
    return database


def found(fts, expression):
    query = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid"
    return [row for (row,) in fts.execute(query, (expression,))]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("garanzie", [1, 2]),
        ("GARANZIE sicurezza", [1, 2]),
        ("sicurezza ponte", []),
        ('"garanzie di sicurezza"', [1]),
        ("«garanzie di sicurezza»", [1]),
        ("“Garanzie di sicurezza”", [1]),
        ('"sicurezza garanzie"', []),
        ('"garanzie di', [1]),
        ("gara*", [1, 2]),
        ("gar", []),
        ('"di sic"*', [1]),
        ("gia elite", [1]),
        ("già l'élite", [1]),
        ("riaprira", [3]),
        ("AND", [2]),
        ("NOT NEAR", [2]),
        ("garanzie -- sicurezza!", [1, 2]),
        ("garanzie-sicurezza", []),
        ("quote:garanzie", []),
        ("speaker_words : rossi", []),
        ("rossi", []),
        ("p*nte", []),
    ],
)
def test_words_phrases_and_beginnings(fts, text, rows):
    assert found(fts, words_expression(text)) == rows


@pytest.mark.parametrize("text", ["", "  ", "!?", '""', '"', "*", "« »", "( ) : ^ + -", "\0"])
def test_signs_alone_are_no_words(text):
    assert words_expression(text) == ""


@given(st.text())
def test_any_text_can_be_searched_for(fts, text):
    expression = words_expression(text)
    if expression:
        found(fts, expression)


@given(st.text(st.sampled_from("ab \"*«»“”():^+-{}'\\\0\ud800è́ANDORT"), max_size=40))
def test_whatever_means_something_to_fts5_can_be_searched_for(fts, text):
    expression = words_expression(text)
    if expression:
        found(fts, expression)


LETTERS = st.characters(categories=["L"], max_codepoint=0x24F)


@given(st.lists(st.text(LETTERS, min_size=1), min_size=1, max_size=5))
def test_words_are_found_in_what_they_were_taken_from(words):
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE t USING fts5 (quote, speaker_words)")
        database.execute("INSERT INTO t VALUES (?, '')", (" ".join(words),))
        assert found(database, words_expression(" ".join(words))) == [1]


def test_thousands_of_words_are_no_error(fts):
    assert found(fts, words_expression("garanzie " * 5000)) == [1, 2]
    assert found(fts, words_expression(f'"{"garanzie " * 5000}"')) == []


@pytest.mark.parametrize(
    ("names", "expression"),
    [
        (["La Voce", "Il Molo"], '{source} : ("Il Molo" OR "La Voce")'),
        (["La Voce", "?"], ""),
        ([], ""),
    ],
)
def test_a_source_without_a_word_is_not_looked_for(names, expression):
    assert sources_expression(names) == expression


def test_speakers_are_looked_for_among_speakers_only(fts):
    assert found(fts, speakers_expression({"garanzie", "rossi"})) == [1, 3]
    assert found(fts, speakers_expression({'a"b'})) == []
