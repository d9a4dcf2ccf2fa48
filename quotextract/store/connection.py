"""Opens a database of quotations; makes it where there is none, refuses what is another thing."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from quotextract.errors import ReadError, WriteError

SCHEMA_VERSION = 2
APPLICATION_ID = 0x51585452
"""Marks the file as a database of quotations: "QXTR"."""

_MAGIC = b"SQLite format 3\0"
PATIENCE = 60.0


def is_database(path: Path) -> bool:
    """Tell whether a file is an SQLite database, of whatever kind."""
    with suppress(OSError), path.open("rb") as stream:
        return stream.read(len(_MAGIC)) == _MAGIC
    return False


@contextmanager
def opened_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database that nothing can change through this connection.

    Raises:
        ReadError: It is missing, damaged, or no database of quotations.
    """
    if not path.is_file():
        raise ReadError(
            f"Cannot read '{path}': it does not exist. Make it with: quotextract index PATH... "
            f"--db '{path}'"
        )
    with _explained(path, ReadError), closing(_read_only(path)) as database:
        _check(database, path)
        yield database


@contextmanager
def opened_to_write(path: Path, made_by: str = "index") -> Iterator[sqlite3.Connection]:
    """Open a database for writing, and make it first where there is none.

    Others may read meanwhile, and write in turn.

    Args:
        path: Where it is.
        made_by: Which command it is for; one does not add to what another made.

    Raises:
        WriteError: It cannot be made, is damaged, or is another thing; it is left as it is.
    """
    with (
        _explained(path, WriteError),
        closing(sqlite3.connect(path, PATIENCE, isolation_level=None)) as database,
    ):
        database.execute("PRAGMA foreign_keys = ON")
        if is_empty(database):
            _make(database, made_by)
        _check(database, path)
        _check_maker(database, path, made_by)
        _log_ahead(database)
        yield database


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Do all of the block or nothing; others that want to write wait."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        database.rollback()
        raise
    database.commit()


def is_empty(database: sqlite3.Connection) -> bool:
    """Tell whether a database holds nothing at all yet."""
    return not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def _make(database: sqlite3.Connection, made_by: str) -> None:
    script = files("quotextract.store").joinpath("schema.sql").read_text(encoding="utf-8")
    with transaction(database):
        # Another process may have been faster.
        if not is_empty(database):
            return
        for statement in _statements(script):
            database.execute(statement)
        rows = {
            "schema_version": SCHEMA_VERSION,
            "made_by": made_by,
            "program": version("quotextract"),
        }
        database.executemany("INSERT INTO metadata VALUES (?, ?)", list(rows.items()))
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _statements(script: str) -> Iterator[str]:
    """Split a script: sqlite3's own way of running one ends the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _check(database: sqlite3.Connection, path: Path) -> None:
    kind, schema = (
        database.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version")
    )
    if kind != APPLICATION_ID:
        raise ReadError(
            f"Cannot use '{path}': it is a database, but not one of quotations. "
            "Choose another file; this one was left as it is."
        )
    if schema != SCHEMA_VERSION:
        raise ReadError(
            f"Cannot use '{path}': its schema is version {schema}, this program's is "
            f"{SCHEMA_VERSION}. Index the articles into a new file, or use the program that made "
            "it; this one was left as it is."
        )


def _check_maker(database: sqlite3.Connection, path: Path, made_by: str) -> None:
    query = "SELECT value FROM metadata WHERE key = 'made_by'"
    (maker,) = database.execute(query).fetchone() or ("",)
    if maker != made_by:
        raise WriteError(
            f"Cannot add to '{path}': it holds the result of quotextract {maker}, which may be a "
            "choice of quotations. Index into another file."
        )


def _log_ahead(database: sqlite3.Connection) -> None:
    """Let others read while this one writes; where that cannot be, they take turns."""
    for _ in range(20):
        with suppress(sqlite3.OperationalError):
            if database.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal":
                break
        time.sleep(0.05)
    database.execute("PRAGMA synchronous = NORMAL")


def _read_only(path: Path) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode=ro"
    database = sqlite3.connect(address, PATIENCE, uri=True, isolation_level=None)
    try:
        database.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        database.close()
        # On a read-only disk nobody can write, and SQLite cannot keep its notes beside it.
        if "unable to open" not in str(error) or path.with_name(f"{path.name}-wal").exists():
            raise
        database = sqlite3.connect(f"{address}&immutable=1", uri=True, isolation_level=None)
    return database


@contextmanager
def _explained(path: Path, kind: type[ReadError | WriteError]) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise kind(f"Cannot use '{path}': {_advice(error)}.") from error


def _advice(error: sqlite3.Error) -> str:
    said = str(error)
    if "locked" in said or "busy" in said:
        return "another process is writing to it. Wait until that has ended and try again"
    if ("fts5" in said and "module" in said) or "tokenizer" in said:
        return "this Python's SQLite lacks FTS5 or is older than 3.27. Install a newer Python"
    if "not a database" in said:
        return "it is no database. Choose another file; this one was left as it is"
    if "malformed" in said or "corrupt" in said:
        return f"the file is damaged ({said}). Restore a copy, or index into a new file"
    if "unable to open" in said:
        return "it cannot be opened. Check that its folder exists and is yours to write to"
    if "readonly" in said:
        return "it may not be written to. Change its permissions or choose another file"
    return said
