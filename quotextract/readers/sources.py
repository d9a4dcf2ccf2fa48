"""Where articles come from: files, folders, patterns and standard input."""

from __future__ import annotations

import glob
import logging
import os
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from quotextract.errors import ReadError
from quotextract.readers.archives import open_gzip, open_member, zip_members

log = logging.getLogger(__name__)

OnError = Callable[[ReadError], None]

_ADVICE: dict[type[OSError], str] = {
    FileNotFoundError: "it does not exist. Check the spelling of the path",
    PermissionError: "permission denied. Change its permissions or run as its owner",
    IsADirectoryError: "it is a folder. Give the folder itself as a PATH",
}


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes with a name.

    Args:
        name: What `doc_name` will say: the path below the folder that was asked for.
        label: What messages say: the path as the user gave or would find it.
        opener: Opens the bytes afresh.
        path: The file on disk that holds them, if one does.
        member: Their name inside that file, if it is an archive.
        kind: The ending to go by, where the name does not tell.
    """

    name: str
    label: str
    opener: Callable[[], IO[bytes]]
    path: Path | None = None
    member: str = ""
    kind: str = ""

    @property
    def suffix(self) -> str:
        """The ending that tells the format, compression left aside."""
        return self.kind or Path(self.name.lower().removesuffix(".gz")).suffix

    def read(self) -> bytes:
        """Return all bytes.

        Raises:
            ReadError: The file is missing, unreadable or breaks off.
        """
        return b"".join(self._parts(lambda stream: iter(lambda: stream.read(1 << 20), b"")))

    def lines(self) -> Iterator[bytes]:
        """Yield the lines as they come, with their ends.

        Raises:
            ReadError: The file is missing, unreadable or breaks off.
        """
        return self._parts(iter)

    def _parts(self, cut: Callable[[IO[bytes]], Iterator[bytes]]) -> Iterator[bytes]:
        try:
            with closing(self.opener()) as stream:
                yield from cut(stream)
        except OSError as error:
            raise cannot_read(self.label, error) from error
        except (EOFError, zlib.error, zipfile.BadZipFile, RuntimeError) as error:
            raise ReadError(
                f"Cannot read '{self.label}': the archive is damaged or locked ({error}). "
                "Make it again, or leave it out."
            ) from error


def cannot_read(label: str, error: OSError) -> ReadError:
    """Put an operating system's error into words a user can act on."""
    for kind, advice in _ADVICE.items():
        if isinstance(error, kind):
            return ReadError(f"Cannot read '{label}': {advice}.")
    return ReadError(f"Cannot read '{label}': {error.strerror or error}.")


def fail(error: ReadError) -> None:
    """Raise: what `on_error` does unless the caller collects errors."""
    raise error


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
