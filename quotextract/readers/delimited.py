"""CSV and TSV: a row an article."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator

from quotextract.errors import ReadError
from quotextract.readers.encoding import decode
from quotextract.readers.options import ReadOptions
from quotextract.readers.rows import Row, articles
from quotextract.readers.sources import Source
from quotextract.records import Article

# The module's own limit, 128 KiB, is less than a long article with its comments.
csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Yield the articles of a table whose first row names the columns.

    Raises:
        ReadError: There is no text column, or some of the rows hold no text.
    """
    yield from articles(_rows(source), source, options)


def _rows(source: Source) -> Iterator[tuple[int, Row | str]]:
    text = decode(source.read(), source.label)
    header, _, _ = text.partition("\n")
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(header))
    names = next(table)
    number = 0
    try:
        for number, cells in enumerate(table, start=1):
            if cells:
                full = len(cells) == len(names)
                yield (
                    number,
                    dict(zip(names, cells, strict=False))
                    if full
                    else (f"{len(cells)} cells for {len(names)} columns"),
                )
    except csv.Error as error:
        raise ReadError(
            f"Cannot read '{source.label}' behind row {number}: {error}. "
            "Correct the quotation marks around its cells."
        ) from error
    if not number:
        raise ReadError(f"Cannot read '{source.label}': it has a header and no rows.")


def _delimiter(header: str) -> str:
    """Return the delimiter that the header uses most: tab, semicolon, comma or bar."""
    return max("\t;,|", key=header.count)
