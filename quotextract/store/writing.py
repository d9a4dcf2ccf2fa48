"""Puts articles and their quotations into a database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from quotextract.records import COLUMNS, Article, Quote
from quotextract.store.connection import transaction
from quotextract.store.rows import (
    ARTICLE,
    PER_DAY,
    Result,
    article_digest,
    article_row,
    first_id,
    quote_row,
    speaker_words,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands.

    Args:
        file_id: The row of its file; None where none is known.
        reading_id: The row of the reading that found its quotations.
        position: Its number in the file, from 0.
        part: What tells it from others in the file, whatever it says: a row's id or number.
        digest: What changes where the article does.
        repeat: How many equal ones stand before it in the file.
    """

    file_id: int | None = None
    reading_id: int | None = None
    position: int = 0
    part: str = ""
    digest: str = ""
    repeat: int = 0


_PLACE = tuple(Place.__dataclass_fields__)
_INTO_ARTICLES = "INSERT INTO articles ({}) VALUES ({})".format(
    ", ".join(_PLACE + ARTICLE), ", ".join("?" * len(_PLACE + ARTICLE))
)
_INTO_QUOTES = "INSERT INTO quotes ({}) VALUES ({})".format(
    ", ".join(("id", "article_id", *COLUMNS, "speaker_words")),
    ", ".join("?" * (len(COLUMNS) + 3)),
)


def write_all(database: sqlite3.Connection, results: Iterable[Result]) -> None:
    """Write articles that belong to no file; one that comes twice is one row."""
    seen: dict[tuple[str, str], int] = {}
    with transaction(database):
        for article, quotes in results:
            key = (article.doc_id, article.doc_name)
            if key not in seen:
                place = Place(position=len(seen), digest=article_digest(article))
                seen[key] = insert_article(database, article, place)
            insert_quotes(database, seen[key], quotes)


def insert_article(database: sqlite3.Connection, article: Article, place: Place) -> int:
    """Add an article and return the id of its row."""
    cells = tuple(getattr(place, name) for name in _PLACE)
    row = database.execute(_INTO_ARTICLES, (*cells, *article_row(article))).lastrowid
    return int(row or 0)


def insert_quotes(database: sqlite3.Connection, article_id: int, quotes: list[Quote]) -> None:
    """Add the quotations of an article, numbered within their day."""
    next_id: dict[int, int] = {}
    for quote in quotes:
        day = first_id(quote.date)
        if day not in next_id:
            next_id[day] = _next_id(database, day)
        words = speaker_words(quote)
        database.execute(_INTO_QUOTES, (next_id[day], article_id, *quote_row(quote), words))
        _learn(database, words)
        next_id[day] += 1


def _next_id(database: sqlite3.Connection, day: int) -> int:
    query = "SELECT coalesce(max(id), ? - 1) + 1 FROM quotes WHERE id BETWEEN ? AND ?"
    (free,) = database.execute(query, (day, day, day + PER_DAY - 1)).fetchone()
    return int(free)


def _learn(database: sqlite3.Connection, words: str) -> None:
    rows = [(word,) for word in words.split()]
    database.executemany("INSERT OR IGNORE INTO speaker_vocabulary VALUES (?)", rows)
