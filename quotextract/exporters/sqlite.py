"""SQLite: articles and quotations as two tables."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict, fields
from pathlib import Path
from typing import IO

from quotextract.exporters.base import Options, Result
from quotextract.records import Article, Quote

_KINDS = {"int": "INTEGER", "float": "REAL", "bool": "INTEGER"}
_ARTICLE = tuple(field.name for field in fields(Article))


def write(results: Iterable[Result], out: IO[bytes], options: Options, _form: str) -> None:
    """Write a database; an article that comes twice is one row."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "quotes.db")
        with closing(sqlite3.connect(path)) as database:
            _fill(database, results, options)
        with path.open("rb") as stream:
            shutil.copyfileobj(stream, out)


def _fill(database: sqlite3.Connection, results: Iterable[Result], options: Options) -> None:
    """Fill two tables, or one with rows of another kind."""
    kinds = {name: _KINDS.get(kind, "TEXT") for name, kind in options.kinds.items()}
    columns = ", ".join(f"{name} {kinds[name]} NOT NULL" for name in options.names)
    if options.record is not Quote:
        database.execute(f"CREATE TABLE speakers ({columns})")
    else:
        article = ", ".join(f"{name} TEXT NOT NULL" for name in _ARTICLE)
        database.execute(f"CREATE TABLE articles ({article}, PRIMARY KEY (doc_id, doc_name))")
        database.execute(f"CREATE TABLE quotes ({columns})")
    table = "quotes" if options.record is Quote else "speakers"
    into_articles = _insert("INSERT OR IGNORE INTO articles", len(_ARTICLE))
    into_table = _insert(f"INSERT INTO {table}", len(options.names))
    with database:
        for one, quotes in results:
            if options.record is Quote:
                database.execute(into_articles, tuple(asdict(one).values()))
            rows = (tuple(options.row(quote).values()) for quote in quotes)
            database.executemany(into_table, rows)
        for name in {"speaker", "doc_id"} & set(options.names):
            database.execute(f"CREATE INDEX quotes_by_{name} ON quotes ({name})")


def _insert(statement: str, cells: int) -> str:
    return f"{statement} VALUES ({', '.join('?' * cells)})"
