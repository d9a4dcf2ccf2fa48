"""What a search found as a table for the terminal, the words that match marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import IO

from rich.text import Text

from quotextract.cli.table import cells, empty_table, obeyed_by_none, printed
from quotextract.exporters import Result
from quotextract.store import MOST_RANKED, Found

_MATCH = "bold underline"
_EDGE = re.compile("[\x02\x03]")
_QUOTATION = 1


def write_hits(
    results: Sequence[Result],
    marked: Sequence[str],
    found: Found,
    out: IO[bytes],
    *,
    limit: int | None,
    terminal: bool,
) -> None:
    """Write what was found, and how much more there is.

    Args:
        results: Quotations, each with its article.
        marked: Their words, those that match between \\x02 and \\x03.
        found: What the search says of them.
        out: Where to, as UTF-8.
        limit: How many were asked for.
        terminal: Whether a person looks at it: colours, and the window's width.
    """
    dated = any(quote.date for _, quotes in results for quote in quotes)
    table = empty_table(dated=dated)
    for (article, quotes), words in zip(results, marked, strict=True):
        row = list(cells(article, quotes[0]))
        row[_QUOTATION] = highlighted(words)
        table.add_row(*([Text(quotes[0].date)] if dated else []), *row)
    printed(
        [table] if results else [], [closing(len(results), found, limit)], out, terminal=terminal
    )


def highlighted(marked: str) -> Text:
    r"""Return words on one line, in bold what stands between \x02 and \x03.

    >>> highlighted("la \x02pace\x03 giusta").spans
    [Span(3, 7, 'bold underline')]
    """
    parts = _EDGE.split(" ".join(marked.split()))
    return Text.assemble(
        *((obeyed_by_none(part), _MATCH if place % 2 else "") for place, part in enumerate(parts))
    )


def closing(shown: int, found: Found, limit: int | None) -> str:
    """Say how much was found.

    >>> closing(50, Found(2001, False, iter(())), 50)
    '50 of more than 2,000 quotations, the newest first (--limit shows more)'
    """
    noun = "quotation" if shown == found.matches == 1 else "quotations"
    order = f", the {'best' if found.ranked else 'newest'} first" if shown > 1 else ""
    if limit is None or shown == found.matches:
        return f"{shown:,} {noun}{order}"
    among = f"{found.matches:,}" if found.matches <= MOST_RANKED else f"more than {MOST_RANKED:,}"
    return f"{shown:,} of {among} {noun}{order} (--limit shows more)"
