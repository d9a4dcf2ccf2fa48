"""What a database knows of the files that its articles come from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timezone

FileKey = tuple[str, str]
"""The path of a file, and of what it holds the member, if it is an archive."""


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was read; all but the id is None until the whole of it was."""

    id: int
    size: int | None
    modified: int | None
    digest: str | None
    stamp: str | None


@dataclass(frozen=True, slots=True)
class Stored:
    """An article as it is stored: its row, and where it stands."""

    id: int
    reading_id: int
    position: int
    part: str
    digest: str
    repeat: int
    doc_name: str


_STORED = "SELECT id, reading_id, position, part, digest, repeat, doc_name FROM articles"


class Register:
    """Looks up and notes which files and articles were read.

    Args:
        database: Open for writing.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def reading(self, stamp: str, program: str, pipeline: str) -> int:
        """Return the row of a reading, made where there is none."""
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        self._database.execute(
            "INSERT OR IGNORE INTO readings (stamp, program, pipeline, first_used) "
            "VALUES (?, ?, ?, ?)",
            (stamp, program, pipeline, now),
        )
        return self._one("SELECT id FROM readings WHERE stamp = ?", stamp)

    def state(self, key: FileKey) -> FileState | None:
        """Return what is known of a file."""
        query = "SELECT id, size, modified, digest, stamp FROM files WHERE path = ? AND member = ?"
        row = self._database.execute(query, key).fetchone()
        return FileState(*row) if row else None

    def articles(self, file_id: int) -> int:
        """Return how many articles are stored that a file holds."""
        query = "SELECT count(*) FROM articles WHERE file_id = ? AND position >= 0"
        return self._one(query, file_id)

    def stored(self, file_id: int) -> Iterator[Stored]:
        """Yield the articles of a file as they are stored."""
        for row in self._database.execute(f"{_STORED} WHERE file_id = ?", (file_id,)):
            yield Stored(*row)

    def find(self, file_id: int, digest: str, repeat: int) -> Stored | None:
        """Return an article of a file by what it says."""
        query = f"{_STORED} WHERE file_id = ? AND digest = ? AND repeat = ?"
        row = self._database.execute(query, (file_id, digest, repeat)).fetchone()
        return Stored(*row) if row else None

    def has_other(self, file_id: int, part: str, digest: str) -> bool:
        """Tell whether a place in a file held an article that said something else."""
        query = "SELECT 1 FROM articles WHERE file_id = ? AND part = ? AND digest != ?"
        return bool(self._one(f"SELECT EXISTS ({query})", file_id, part, digest))

    def begin(self, key: FileKey) -> int:
        """Note that a file is being read, and return its row."""
        self._database.execute(
            "INSERT INTO files (path, member) VALUES (?, ?) "
            "ON CONFLICT (path, member) DO UPDATE SET stamp = NULL",
            key,
        )
        return self._one("SELECT id FROM files WHERE path = ? AND member = ?", *key)

    def finish(self, state: FileState) -> None:
        """Note that the whole of a file was read."""
        self._database.execute(
            "UPDATE files SET size = ?, modified = ?, digest = ?, stamp = ? WHERE id = ?",
            (state.size, state.modified, state.digest, state.stamp, state.id),
        )

    def move(self, article: Stored) -> None:
        """Note where an article that stayed the same stands now."""
        self._database.execute(
            "UPDATE articles SET position = ?, part = ?, doc_name = ? WHERE id = ?",
            (article.position, article.part, article.doc_name, article.id),
        )
        self._database.execute(
            "UPDATE quotes SET doc_name = ? WHERE article_id = ? AND doc_name != ?",
            (article.doc_name, article.id, article.doc_name),
        )

    def drop(self, articles: Iterable[int]) -> None:
        """Delete articles with their quotations."""
        rows = [(article,) for article in articles]
        self._database.executemany("DELETE FROM articles WHERE id = ?", rows)

    def leave(self, articles: Iterable[int]) -> None:
        """Note that articles are no longer in their file."""
        rows = [(article,) for article in articles]
        self._database.executemany("UPDATE articles SET position = -1 WHERE id = ?", rows)

    def left(self, file_id: int) -> list[int]:
        """Return the articles that are no longer in their file."""
        query = "SELECT id FROM articles WHERE file_id = ? AND position < 0"
        return [row for (row,) in self._database.execute(query, (file_id,))]

    def files(self) -> Iterator[tuple[int, FileKey]]:
        """Yield all files that are known."""
        for row, path, member in self._database.execute("SELECT id, path, member FROM files"):
            yield row, (path, member)

    def forget(self, file_id: int) -> int:
        """Delete a file with all its articles, and return how many they were."""
        count = self._one("SELECT count(*) FROM articles WHERE file_id = ?", file_id)
        self._database.execute("DELETE FROM files WHERE id = ?", (file_id,))
        return count

    def _one(self, query: str, *cells: object) -> int:
        return int(self._database.execute(query, cells).fetchone()[0])
