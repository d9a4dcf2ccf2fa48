"""Which files the paths of a user stand for: files, folders, patterns, standard input."""

from __future__ import annotations

import glob
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from quotextract.errors import ReadError
from quotextract.readers.archives import open_gzip, open_member, zip_members
from quotextract.readers.sources import OnError, Source, cannot_read, fail

log = logging.getLogger(__name__)


def find_sources(
    paths: Iterable[str | os.PathLike[str]],
    suffixes: frozenset[str] | None = None,
    on_error: OnError = fail,
) -> Iterator[Source]:
    """Yield the files that the paths stand for, each once, folders in order of name.

    Args:
        paths: Files, folders (searched to the bottom), patterns such as `2025-*/*.txt`,
            or `-` for standard input.
        suffixes: What to take from folders; None takes every known format. A file that
            is named outright is always taken.
        on_error: Called with each path that cannot be read; raises by default.
    """
    if suffixes is None:
        from quotextract.readers.registry import SUFFIXES

        suffixes = SUFFIXES
    seen: set[tuple[str, str]] = set()
    for path in paths:
        for source in _expand(os.fspath(path), suffixes, on_error):
            key = (str(source.path and os.path.realpath(source.path)), source.member)
            if key not in seen:
                seen.add(key)
                yield source


def _expand(path: str, suffixes: frozenset[str], on_error: OnError) -> Iterator[Source]:
    if path == "-":
        yield Source("stdin", "standard input", lambda: sys.stdin.buffer)
    elif Path(path).is_dir():
        yield from _folder(Path(path), suffixes, on_error)
    elif os.path.lexists(path) or not glob.has_magic(path):
        yield from _file(Path(path), Path(path).name, suffixes, on_error)
    else:
        matches = sorted(glob.glob(path, recursive=True))
        if not matches:
            on_error(ReadError(f"Cannot read '{path}': no file matches. Check the pattern."))
        for match in matches:
            yield from _expand(match, suffixes, on_error)


def _folder(top: Path, suffixes: frozenset[str], on_error: OnError) -> Iterator[Source]:
    def report(error: OSError) -> None:
        on_error(cannot_read(str(error.filename), error))

    empty, others = True, 0
    for folder, folders, names in os.walk(top, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith(".") or not is_known(name, suffixes):
                others += 1
            else:
                empty = False
                path = Path(folder, name)
                yield from _file(path, path.relative_to(top).as_posix(), suffixes, on_error)
    if others:
        log.info("'%s' holds %d files of other kinds, left out.", top, others)
    if empty:
        kinds = " ".join(sorted(suffixes))
        on_error(ReadError(f"Nothing to read in '{top}': no file ends in {kinds}."))


def is_known(name: str, suffixes: frozenset[str]) -> bool:
    """Tell whether a file's name ends in one of the suffixes, packed or not."""
    suffix = Path(name.lower().removesuffix(".gz")).suffix
    return suffix in suffixes or suffix == ".zip"


def _file(path: Path, name: str, suffixes: frozenset[str], on_error: OnError) -> Iterator[Source]:
    # A name that is no UTF-8 must not break the file that will hold it.
    name = os.fsencode(name).decode("utf-8", "replace")
    suffix = path.suffix.lower()
    if not path.exists():
        on_error(cannot_read(str(path), FileNotFoundError()))
    elif suffix == ".zip":
        yield from _members(path, name, suffixes, on_error)
    elif suffix == ".gz":
        yield Source(name, str(path), lambda: open_gzip(path), path)
    else:
        yield Source(name, str(path), lambda: path.open("rb"), path)


def _members(
    path: Path, name: str, suffixes: frozenset[str], on_error: OnError
) -> Iterator[Source]:
    try:
        members = [member for member in zip_members(path) if is_known(member, suffixes)]
    except ReadError as error:
        on_error(error)
        return
    if not members:
        on_error(ReadError(f"Nothing to read in '{path}': no file of a known kind in it."))
    for member in members:
        opener = partial(open_member, path, member)
        yield Source(f"{name}/{member}", f"{path}/{member}", opener, path, member)
