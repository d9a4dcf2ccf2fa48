"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from quotextract.errors import WriteError


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """Open a file whose new content appears under its name only when all is written.

    What was there before stays untouched until then, and for good if the block raises.
    A device or a pipe is written straight away.

    Raises:
        WriteError: The file cannot be made, or the disk is full.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise IsADirectoryError(0, "it is a folder. Name a file in it")
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
            return
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(0, "permission denied. Choose another file")
        with _beside(target) as stream:
            yield stream
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise WriteError(f"Cannot write '{path}': {_advice(error)}.") from error


@contextmanager
def _beside(target: Path) -> Iterator[IO[bytes]]:
    prefix = f".{target.name[:80]}."
    number, name = tempfile.mkstemp(dir=target.parent, prefix=prefix, suffix=".part")
    try:
        with os.fdopen(number, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, or those of any new file."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _advice(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "its folder does not exist. Create the folder first"
    if isinstance(error, NotADirectoryError):
        return "a file stands where its folder should be. Choose another path"
    if isinstance(error, PermissionError) and error.errno:
        return "permission denied. Choose a folder that you may write to"
    return str(error.strerror or error)
