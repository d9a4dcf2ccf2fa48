"""Quotations as a table for the terminal."""

from __future__ import annotations

import io
import os
import unicodedata
from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from quotextract.exporters import Result
from quotextract.records import Article, Quote

if TYPE_CHECKING:
    from quotextract.processing import Tally

TYPE_STYLE = {"direct": "green", "mixed": "cyan", "indirect": "blue", "none": "dim"}
_WIDTH_WHEN_PIPED = 100


def write_table(results: Iterable[Result], tally: Tally, out: IO[bytes], *, terminal: bool) -> None:
    """Write a table that closes with a count.

    Args:
        results: Articles with their quotations.
        tally: What counts them as they come.
        out: Where to, as UTF-8.
        terminal: Whether a person looks at it: colours, and the window's width.
    """
    table = empty_table()
    for article, quotes in results:
        for quote in quotes:
            table.add_row(*cells(article, quote))
    printed([table] if tally.quotations else [], [tally.found()], out, terminal=terminal)


def printed(
    parts: Sequence[RenderableType], notes: list[str], out: IO[bytes], *, terminal: bool
) -> None:
    """Write tables and the like with notes below them."""
    console = _console(terminal)
    for part in parts:
        console.print(part)
    for note in notes:
        console.print(note, highlight=False)
    page = console.file.getvalue()  # type: ignore[attr-defined]
    lines = "\n".join(line.rstrip() for line in page.split("\n")).strip("\n")
    out.write(f"{lines}\n".encode("utf-8", "replace"))


def empty_table(*, dated: bool = False) -> Table:
    """Return a table of quotations without any; the first column may be the date."""
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    if dated:
        table.add_column("Date", width=10, no_wrap=True, style="dim")
    table.add_column("Speaker", ratio=5, overflow="fold", style="bold")
    table.add_column("Quotation", ratio=13, overflow="fold")
    table.add_column("Type", width=8, no_wrap=True)
    table.add_column("Article", ratio=5, overflow="fold", style="dim")
    table.add_column("Conf.", width=5, justify="right", no_wrap=True)
    return table


def cells(article: Article, quote: Quote) -> Iterable[Text]:
    """Yield the cells of a quotation, in the order of the columns."""
    yield Text(printable(quote.speaker) or "?")
    yield Text(printable(quote.quote))
    yield Text(quote.quote_type, style=TYPE_STYLE[quote.quote_type])
    yield Text(printable(article.doc_name))
    yield Text(f"{quote.confidence:.2f}")


def printable(text: str) -> str:
    r"""Put a text on one line, without what a terminal would obey.

    >>> printable("Vado\n  via\x1b[31m")
    'Vado via[31m'
    """
    return obeyed_by_none(" ".join(text.split()))


def obeyed_by_none(text: str) -> str:
    """Take out of a text what a terminal would obey."""
    return "".join(char for char in text if unicodedata.category(char) != "Cc")


def _console(terminal: bool) -> Console:
    given = terminal or "COLUMNS" in os.environ
    return Console(
        file=io.StringIO(),
        force_terminal=terminal,
        width=None if given else _WIDTH_WHEN_PIPED,
        legacy_windows=False,
    )
