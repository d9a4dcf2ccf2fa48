"""Excel: a sheet with a frozen header, filters and links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

from quotextract.errors import WriteError
from quotextract.exporters.base import Options, Result

_WIDTHS = {"quote": 70, "sentence": 50, "speaker": 26, "speaker_mention": 22, "title": 34}
_WIDTH = 14
# What one sheet, one cell and one sheet's links can hold.
_ROWS, _CHARACTERS, _LINKS, _ADDRESS = 1_048_576, 32_767, 65_530, 2_079


def write(results: Iterable[Result], out: IO[bytes], options: Options, _form: str) -> None:
    """Write a workbook of one sheet; no cell is ever taken for a formula.

    Raises:
        WriteError: There are more quotations than a sheet has rows.
    """
    from xlsxwriter import Workbook

    with Workbook(out, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Quotations")
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        for column, name in enumerate(options.names):
            sheet.set_column(column, column, _WIDTHS.get(name, _WIDTH), wrapped)
            sheet.write_string(0, column, name, bold)
        sheet.freeze_panes(1, 0)
        last = 0
        for last, row in enumerate(_rows(results, options), start=1):
            if last == _ROWS:
                raise WriteError(
                    f"A sheet holds {_ROWS - 1:,} quotations and there are more. "
                    "Write CSV or Parquet, or choose fewer."
                )
            for column, (name, value) in enumerate(row.items()):
                linked = name == "url" and last <= _LINKS
                _write_cell(sheet, last, column, value, linked=linked)
        sheet.autofilter(0, 0, last, len(options.names) - 1)


def _rows(results: Iterable[Result], options: Options) -> Iterable[dict[str, Any]]:
    return (options.row(quote) for _, quotes in results for quote in quotes)


def _write_cell(sheet: Any, row: int, column: int, value: Any, *, linked: bool) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value)
    elif linked and value.startswith(("http://", "https://")) and len(value) <= _ADDRESS:
        sheet.write_url(row, column, value)
    else:
        sheet.write_string(row, column, value[:_CHARACTERS])
