"""Files inside files: `.gz` around one, `.zip` around many."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, cast

from quotextract.errors import ReadError


def open_gzip(path: Path) -> IO[bytes]:
    """Open what a `.gz` file holds."""
    return cast("IO[bytes]", gzip.open(path, "rb"))


def zip_members(path: Path) -> Iterator[str]:
    """Yield the names of the files in an archive, in order, hidden ones left out.

    Raises:
        ReadError: It is no archive.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(info.filename for info in archive.infolist() if not info.is_dir())
    except (OSError, zipfile.BadZipFile) as error:
        raise ReadError(
            f"Cannot read '{path}': it is no sound zip archive ({error}). Make it again."
        ) from error
    for name in names:
        parts = PurePosixPath(name).parts
        if not any(part.startswith((".", "__MACOSX")) for part in parts):
            yield name


def open_member(path: Path, member: str) -> IO[bytes]:
    """Open one file of an archive."""
    with zipfile.ZipFile(path) as archive:
        return archive.open(member)
