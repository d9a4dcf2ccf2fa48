"""SQLite: a database of quotations, or a table of chosen columns."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import IO

from quotextract.exporters.base import Options, Result
from quotextract.records import Quote
from quotextract.store import opened_to_write, write_all

_KINDS = {"int": "INTEGER", "float": "REAL", "bool": "INTEGER"}


def write(results: Iterable[Result], out: IO[bytes], options: Options, _form: str) -> None:
    """Write a database that can be searched; an article that comes twice is one row.

    Where columns were chosen, or the rows are no quotations, it is one plain table.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "quotes.db")
        if options.record is Quote and not options.columns:
            with opened_to_write(path, made_by="extract") as database:
                write_all(database, results)
                # One file, that also a disk that is read-only can hold.
                database.execute("PRAGMA journal_mode = DELETE")
        else:
            with closing(sqlite3.connect(path)) as database:
                _fill(database, results, options)
        with path.open("rb") as stream:
            shutil.copyfileobj(stream, out)


def _fill(database: sqlite3.Connection, results: Iterable[Result], options: Options) -> None:
    kinds = {name: _KINDS.get(kind, "TEXT") for name, kind in options.kinds.items()}
    columns = ", ".join(f"{name} {kinds[name]} NOT NULL" for name in options.names)
    table = "quotes" if options.record is Quote else "speakers"
    into = f"INSERT INTO {table} VALUES ({', '.join('?' * len(options.names))})"
    with database:
        database.execute(f"CREATE TABLE {table} ({columns})")
        for _, quotes in results:
            database.executemany(into, (tuple(options.row(quote).values()) for quote in quotes))
