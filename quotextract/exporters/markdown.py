"""Markdown: one table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import IO, Any

from quotextract.exporters.base import Options, Result

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&])")
_BREAK = re.compile(r"\r\n|[\r\n]")


def write(results: Iterable[Result], out: IO[bytes], options: Options, _form: str) -> None:
    """Write a table of the columns that people read, unless others were asked for."""
    names = options.short_names
    out.write(f"{_line(names)}{_line(['---'] * len(names))}".encode())
    for _, quotes in results:
        for quote in quotes:
            cells = [escaped(value) for value in options.row(quote, names).values()]
            out.write(_line(cells).encode())


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def escaped(value: Any) -> str:
    r"""Return a cell that shows its text and nothing else.

    >>> escaped("*Vado* | via\nsubito")
    '\\*Vado\\* \\| via<br>subito'
    """
    if not isinstance(value, str):
        return str(value)
    return _BREAK.sub("<br>", _SPECIAL.sub(r"\\\1", value))
