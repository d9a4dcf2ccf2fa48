"""Drops from a database what is no longer on the disk."""

from __future__ import annotations

import glob
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from quotextract.processing.visits import key_of, stored_path
from quotextract.readers import Source
from quotextract.store import FileKey, Register, transaction


def prune(database: sqlite3.Connection, paths: Iterable[str], sources: Iterable[Source]) -> int:
    """Drop articles that are gone, with or from their files, and return how many.

    Only below paths where something was found: an empty folder may be a disk that is not there.

    Args:
        database: Open for writing.
        paths: Files and folders; patterns and standard input are left aside.
        sources: What was found there.
    """
    found = {key_of(source) for source in sources}
    tops = list(_tops(paths, found))
    archives = {path for path, member in found if member}
    register = Register(database)
    with transaction(database):
        files = [(row, key) for row, key in register.files() if _below(key[0], tops)]
        gone = [row for row, key in files if key not in found and _is_gone(key, archives)]
        left = [article for row, _ in files for article in register.left(row)]
        register.drop(left)
        return len(left) + sum(register.forget(row) for row in gone)


def _tops(paths: Iterable[str], found: set[FileKey]) -> Iterator[str]:
    for path in paths:
        if path == "-" or (glob.has_magic(path) and not os.path.lexists(path)):
            continue
        top = stored_path(os.path.realpath(path))
        if any(_below(known, [top]) for known, _ in found):
            yield top


def _below(path: str, tops: Iterable[str]) -> bool:
    return any(path == top or path.startswith(top.rstrip(os.sep) + os.sep) for top in tops)


def _is_gone(key: FileKey, archives: set[str]) -> bool:
    path, member = key
    return not Path(path).exists() or bool(member and path in archives)
