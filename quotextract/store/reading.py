"""Reads articles and their quotations out of a database, as if out of a folder."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from pathlib import Path

from quotextract.records import Article
from quotextract.store.connection import opened_to_read
from quotextract.store.rows import ARTICLE_COLUMNS, QUOTE_COLUMNS, Result, article_of, quote_of

_IN_ORDER = """
    SELECT articles.id FROM articles LEFT JOIN files ON files.id = articles.file_id
    ORDER BY files.path, files.member, articles.position, articles.id
"""
_ARTICLE = f"SELECT {ARTICLE_COLUMNS} FROM articles WHERE id = ?"
_QUOTES = f"SELECT {QUOTE_COLUMNS} FROM quotes WHERE article_id = ? ORDER BY id"


def stored_results(path: Path) -> Generator[Result, None, None]:
    """Yield each article with its quotations of every type, in the order of the files.

    What is written meanwhile is not seen.

    Raises:
        ReadError: The file is missing, damaged, or no database of quotations.
    """
    with opened_to_read(path) as database:
        database.execute("BEGIN")
        for (row,) in database.execute(_IN_ORDER):
            article = article_by_id(database, row)
            yield article, [quote_of(cells) for cells in database.execute(_QUOTES, (row,))]


def article_by_id(database: sqlite3.Connection, row: int) -> Article:
    """Return one article."""
    return article_of(database.execute(_ARTICLE, (row,)).fetchone())
