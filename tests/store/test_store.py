"""What is stored comes back, and can be found."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract import Article, Quote
from quotextract.records import digest
from quotextract.store import (
    Conditions,
    find_quotes,
    marked,
    opened_to_read,
    opened_to_write,
    sources,
    speakers,
    stored_results,
    words_expression,
    write_all,
)
from tests.records import RESULTS

BLANK = Quote(*[""] * 8, 0, 0, "direct", confidence=0.5)
SAID = [
    ("Le garanzie di sicurezza sono un dovere", "Ada Benelli", "2025-09-04", "La Voce"),
    ("La sicurezza", "Ugo Serra", "2025-09-05", "La Voce"),
    ("Il ponte riaprirà a marzo", "Ada Benelli", "", "Il Molo"),
    ("Più sicurezza, più sicurezza, più sicurezza", "Ugo Serra", "2024-01-31", ""),
]


def results():
    for number, (words, speaker, date, source) in enumerate(SAID):
        article = Article(f"«{words}»", f"{number}.txt", date=date, source=source)
        yield (
            article,
            [
                replace(
                    BLANK, doc_id=article.doc_id, doc_name=article.doc_name, date=date,
                    source=source, quote=words, quote_start=1, quote_end=1 + len(words),
                    speaker=speaker, quote_id=digest(article.doc_id),
                )
            ],
        )  # fmt: skip


@pytest.fixture
def path(tmp_path):
    with opened_to_write(tmp_path / "q.db") as database:
        write_all(database, results())
    return tmp_path / "q.db"


def found(path, text="", **conditions):
    newest_first, limit = conditions.pop("newest_first", False), conditions.pop("limit", None)
    asked = Conditions(expression=words_expression(text), **conditions)
    with opened_to_read(path) as database:
        hits = find_quotes(database, asked, newest_first=newest_first, limit=limit).hits
        return [hit.quote.quote.split()[-1] for hit in hits]


def in_sync(database):
    """Let FTS5 compare its words with those of the table."""
    database.execute("INSERT INTO quotes_fts (quotes_fts, rank) VALUES ('integrity-check', 1)")
    return database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


@given(RESULTS)
def test_what_is_stored_comes_back(results):
    with TemporaryDirectory() as folder:
        path = Path(folder, "q.db")
        with opened_to_write(path) as database:
            write_all(database, results)
            assert in_sync(database)
        stored = list(stored_results(path))
    by_id = {(a.doc_id, a.doc_name): a for a, _ in reversed(results)}
    assert sorted(map(repr, by_id.values())) == sorted(repr(article) for article, _ in stored)
    said = [repr(quote) for _, quotes in stored for quote in quotes]
    assert sorted(said) == sorted(repr(quote) for _, quotes in results for quote in quotes)


@pytest.mark.parametrize(
    ("text", "conditions", "ends"),
    [
        ("sicurezza", {}, ["sicurezza", "sicurezza", "dovere"]),
        ("sicurezza", {"newest_first": True}, ["sicurezza", "dovere", "sicurezza"]),
        ("sicurezza", {"limit": 1}, ["sicurezza"]),
        ("PONTE riaprira", {}, ["marzo"]),
        ('"di sicurezza"', {}, ["dovere"]),
        ("dover*", {}, ["dovere"]),
        ("", {}, ["sicurezza", "dovere", "sicurezza", "marzo"]),
        ("", {"since": "2025"}, ["sicurezza", "dovere"]),
        ("", {"since": "2025-09-05"}, ["sicurezza"]),
        ("", {"until": "2025-09-04"}, ["dovere", "sicurezza"]),
        ("", {"since": "2025-09-04", "until": "2025-09"}, ["sicurezza", "dovere"]),
        ("sicurezza", {"until": "2024"}, ["sicurezza"]),
        ("", {"sources": ("La Voce",)}, ["sicurezza", "dovere"]),
        ("", {"sources": ()}, []),
        ("", {"types": ("mixed",)}, []),
        ("", {"min_confidence": 0.6}, []),
        ("", {"kinds": ("person",)}, []),
        ("sicurezza", {"wants_speaker": lambda q: "Ada" in q.speaker}, ["dovere"]),
        ("", {"wants_speaker": lambda q: q.date == ""}, ["marzo"]),
    ],
)
def test_search(path, text, conditions, ends):
    assert found(path, text, **conditions) == ends


def test_the_best_comes_first_then_the_newest(tmp_path):
    quotes = [
        replace(BLANK, quote=words, date=date)
        for words, date in [
            ("pace a tutti quelli che la vogliono davvero", "2025-01-09"),
            ("pace", "2025-01-01"),
            ("pace", "2025-01-02"),
        ]
    ]
    with opened_to_write(tmp_path / "q.db") as database:
        write_all(database, [(Article("x"), quotes)])
    with opened_to_read(tmp_path / "q.db") as database:
        hits = find_quotes(database, Conditions(words_expression("pace"))).hits
        assert [hit.quote.date for hit in hits] == ["2025-01-02", "2025-01-01", "2025-01-09"]


def test_of_very_common_words_the_newest_come_first(tmp_path, monkeypatch):
    monkeypatch.setattr("quotextract.store.searching.MOST_RANKED", 2)
    with opened_to_write(tmp_path / "q.db") as database:
        write_all(database, results())
        asked = Conditions(words_expression("sicurezza"))
        result = find_quotes(database, asked)
        assert (result.matches, result.ranked) == (3, False)
        assert [hit.quote.date for hit in result.hits] == ["2025-09-05", "2025-09-04", "2024-01-31"]


def test_matches_are_marked(path):
    with opened_to_read(path) as database:
        expression = words_expression("garanz* sicurezza")
        (hit,) = find_quotes(database, Conditions(expression)).hits
        said = marked(database, expression, hit)
    assert said == "Le \x02garanzie\x03 di \x02sicurezza\x03 sono un dovere"


def test_an_id_tells_the_day(path):
    with opened_to_read(path) as database:
        ids = [row for (row,) in database.execute("SELECT id FROM quotes ORDER BY id")]
    assert ids == [0, 2024013100000000, 2025090400000000, 2025090500000000]
    assert max(ids) < 2**53


def test_sources_and_speakers(path):
    with opened_to_read(path) as database:
        assert list(sources(database)) == ["", "Il Molo", "La Voce"]
        assert dict(speakers(database)) == {"Ada Benelli": 2, "Ugo Serra": 2}


@given(st.lists(st.sampled_from(["drop", "reword", "add"]), max_size=6))
def test_the_words_never_go_stale(steps):
    """Whoever changes the table, by hand too, changes what is found."""
    with TemporaryDirectory() as folder, opened_to_write(Path(folder, "q.db")) as database:
        write_all(database, results())
        for step in steps:
            if step == "drop":
                database.execute("DELETE FROM articles WHERE id = (SELECT min(id) FROM articles)")
            elif step == "reword":
                database.execute("UPDATE quotes SET quote = quote || ' davvero'")
            else:
                write_all(database, results())
            assert in_sync(database)


def test_every_view_can_be_asked(path):
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        names = [
            row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
        ]
        views = {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    assert [row["quotations"] for row in views["speakers_ranked"]] == [2, 2]
    assert [row["month"] for row in views["quotations_by_month"]] == [
        "2024-01",
        "2025-09",
        "unknown",
    ]
    assert views["quotations_by_source"][0]["source"] == "La Voce"
    assert views["quotations_by_role"][0]["role"] == "unknown"
    assert views["latest_quotations"][0]["date"] == "2025-09-05"
    assert list(views["uncertain_quotations"]) == []
