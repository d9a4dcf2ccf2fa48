"""HTML: one page with one table, needing nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import IO, Any

from quotextract.exporters.base import Options, Result

_HEAD = """<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Quotations</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem; white-space: pre-wrap; }
th { position: sticky; top: 0; background: Canvas; }
tr + tr td { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
</style>
</head>
<body>
<table>
"""
_FOOT = "</tbody>\n</table>\n</body>\n</html>\n"


def write(results: Iterable[Result], out: IO[bytes], options: Options, _form: str) -> None:
    """Write a table of the columns that people read, unless others were asked for."""
    names = options.short_names
    header = "".join(f"<th>{name}</th>" for name in names)
    out.write(f"{_HEAD}<thead><tr>{header}</tr></thead>\n<tbody>\n".encode())
    for _, quotes in results:
        for quote in quotes:
            cells = "".join(_cell(*pair) for pair in options.row(quote, names).items())
            out.write(f"<tr>{cells}</tr>\n".encode("utf-8", "replace"))
    out.write(_FOOT.encode())


def _cell(name: str, value: Any) -> str:
    if not isinstance(value, str):
        return f'<td class="number">{value}</td>'
    # A bare return would be read back as a line feed.
    text = escape(value).replace("\r", "&#13;")
    if name == "url" and value.startswith(("http://", "https://")):
        text = f'<a href="{text}">{text}</a>'
    return f"<td>{text}</td>"
