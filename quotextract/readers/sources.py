"""Where articles come from: bytes with a name."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from quotextract.errors import ReadError

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
