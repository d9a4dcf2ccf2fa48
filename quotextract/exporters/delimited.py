"""CSV and TSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import IO, Any

from quotextract.exporters.base import Options, Result, text_on

_FORMULA = frozenset("=+-@\t\r")
_QUOTED = _FORMULA | {"'"}


def write(results: Iterable[Result], out: IO[bytes], options: Options, form: str) -> None:
    """Write a header and one row a quotation.

    Excel set up for Italian expects `;` between cells, and a byte order mark where the
    text is UTF-8.
    """
    delimiter = "\t" if form == "tsv" else ";" if options.excel else ","
    with text_on(out, "utf-8-sig" if options.excel else "utf-8") as stream:
        rows = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
        rows.writerow(options.names)
        for _, quotes in results:
            for quote in quotes:
                rows.writerow([_cell(value, options) for value in options.row(quote).values()])


def _cell(value: Any, options: Options) -> Any:
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, float) and options.excel:
        return str(value).replace(".", ",")
    return value


def harmless(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula.

    >>> harmless("=1+1"), harmless("- Vado."), harmless("Vado.")
    ("'=1+1", "'- Vado.", 'Vado.')
    """
    first, second = cell[:1], cell[1:2]
    if first in _FORMULA or (first == "'" and second in _QUOTED):
        return f"'{cell}"
    return cell


def as_written(cell: str) -> str:
    """Take back the apostrophe that `harmless` put.

    >>> as_written(harmless("=1+1")), as_written("'ndrangheta")
    ('=1+1', "'ndrangheta")
    """
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _QUOTED else cell
