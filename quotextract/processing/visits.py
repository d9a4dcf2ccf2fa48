"""One file on one run of the index: whether it must be read, and what was seen in it."""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from quotextract.errors import ReadError
from quotextract.readers import Source
from quotextract.records import Article
from quotextract.store import FileKey, FileState, Place, Register, Stored, article_digest

# A file may change twice within the grain of its clock, so a time so new proves nothing.
_SETTLED = 2_000_000_000


@dataclass
class Visit:
    """A file that is looked at.

    Args:
        source: The file.
        known: What the database knows of it.
        now: What it is now; the row's id is that of `known`, 0 where there is none.
        same: It holds what it held when the whole of it was read.
        whole: All of it was read this time, and nothing of it failed.
        seen: How often each content came.
        parts: The places that hold an article now.
        moved: Articles that stayed the same and stand elsewhere.
    """

    source: Source
    known: FileState | None
    now: FileState
    same: bool = False
    whole: bool = True
    seen: Counter[str] = field(default_factory=Counter)
    parts: set[str] = field(default_factory=set)
    moved: list[Stored] = field(default_factory=list)

    @cached_property
    def key(self) -> FileKey:
        """What the database calls the file."""
        return key_of(self.source)

    def place(self, article: Article, reading_id: int) -> Place:
        """Note an article as the next of the file, and return where it stands."""
        content = article_digest(article)
        position, repeat = self.seen.total(), self.seen[content]
        self.seen[content] += 1
        # Standard input is not a place: what came through it stays.
        part = article.doc_id if self.source.path is None else article.doc_name
        part = part.removeprefix(self.source.name)
        self.parts.add(part)
        return Place(None, reading_id, position, part, content, repeat)


def look(source: Source, register: Register, stamp: str) -> Visit:
    """Tell whether a file is what it was when it was read; its text is not looked at.

    Raises:
        ReadError: It cannot be opened.
    """
    known = register.state(key_of(source))
    row = known.id if known else 0
    if source.path is None:
        return Visit(source, known, FileState(row, None, None, None, None))
    try:
        status = source.path.stat()
    except OSError as error:
        raise ReadError(f"Cannot read '{source.label}': {error.strerror}.") from error
    settled = time.time_ns() - status.st_mtime_ns > _SETTLED
    modified = status.st_mtime_ns if settled else None
    size = status.st_size
    read = known is not None and known.stamp == stamp
    if known and read and settled and (known.size, known.modified) == (size, modified):
        return Visit(source, known, known, same=True)
    content = _digest(source)
    now = FileState(row, size, modified, content, stamp)
    return Visit(source, known, now, same=read and known is not None and known.digest == content)


def key_of(source: Source) -> FileKey:
    """Return what the database calls a file: its path, and its name in an archive."""
    if source.path is None:
        return "-", ""
    return stored_path(os.path.realpath(source.path)), source.member


def stored_path(path: str) -> str:
    """Return a path as text that a database can hold."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _digest(source: Source) -> str:
    found = hashlib.sha256()
    for line in source.lines():
        found.update(line)
    return found.hexdigest()
