"""From rows to articles: what tables, JSON and Parquet have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from quotextract.errors import ReadError
from quotextract.readers.authors import joined
from quotextract.readers.dates import iso_day
from quotextract.readers.options import ReadOptions
from quotextract.readers.sources import Source
from quotextract.records import Article

Row = Mapping[str, Any]
_MOST_NAMED = 5


def articles(
    rows: Iterable[tuple[int, Row | str]], source: Source, options: ReadOptions
) -> Iterator[Article]:
    """Yield an article for each row; at the end, complain of those that gave none.

    Args:
        rows: Their numbers from 1 and their cells, or a string that says what is wrong.
        source: Where they come from.
        options: Which columns hold what.

    Raises:
        ReadError: There is no text column, or some rows hold no text; then all the
            other rows have been yielded before.
    """
    amiss: list[tuple[int, str]] = []
    for number, row in rows:
        if isinstance(row, str):
            amiss.append((number, row))
            continue
        columns = options.columns(row)
        _check(columns, row, source)
        text = as_text(row.get(columns["text"]))
        if text.strip():
            yield _article(row, columns, text, number, source)
        else:
            amiss.append((number, "no text"))
    if amiss:
        raise ReadError(_complaint(amiss, source))


def _article(
    row: Row, columns: Mapping[str, str], text: str, number: int, source: Source
) -> Article:
    told = {role: as_text(row.get(column)).strip() for role, column in columns.items()}
    key = told.get("id", "")
    return Article(
        with_title(told.get("title", ""), text),
        doc_name=f"{source.name}#{key or number}",
        doc_id=key,
        title=told.get("title", ""),
        date=iso_day(told.get("date", "")),
        source=told.get("source", ""),
        url=told.get("url", ""),
        author=_authors(row.get(columns.get("author", ""))),
    )


def _authors(cell: Any) -> str:
    return joined(map(as_text, cell if isinstance(cell, (list, tuple)) else [cell]))


def with_title(title: str, text: str) -> str:
    r"""Put the title above the text, unless the text opens with it.

    >>> with_title("Ponte, è caos", "Il cantiere è fermo.")
    'Ponte, è caos\n\nIl cantiere è fermo.'
    """
    if not title or text.lstrip().startswith(title):
        return text
    return f"{title}\n\n{text}"


def as_text(cell: Any) -> str:
    """Return a cell as text that can be written again; what is missing is empty."""
    # A missing number of a table differs from itself.
    if cell is None or cell != cell:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Mapping):
        return as_text(cell.get("name"))
    if isinstance(cell, (list, tuple)):
        return "\n\n".join(filter(None, map(as_text, cell)))
    # JSON may hold half a surrogate pair, which no file can.
    return str(cell).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _check(columns: Mapping[str, str], row: Row, source: Source) -> None:
    if "quote_start" in row and "text" not in columns:
        raise ReadError(
            f"Cannot read '{source.label}': it holds quotations, not articles. Leave it out."
        )
    names = ", ".join(map(str, row))
    if "text" not in columns:
        raise ReadError(
            f"Cannot read '{source.label}': no column of {names} looks like the text. "
            "Pass --text-column NAME."
        )
    if columns["text"] not in row:
        raise ReadError(
            f"Cannot read '{source.label}': it has no column '{columns['text']}', only {names}. "
            "Correct --text-column."
        )


def _complaint(amiss: list[tuple[int, str]], source: Source) -> str:
    named = "; ".join(f"row {number}: {reason}" for number, reason in amiss[:_MOST_NAMED])
    more = f"; and {len(amiss) - _MOST_NAMED} more" if len(amiss) > _MOST_NAMED else ""
    rows = "1 row" if len(amiss) == 1 else f"{len(amiss)} rows"
    return (
        f"Cannot read {rows} of '{source.label}': {named}{more}. "
        "The other rows were read; correct these or leave them out."
    )
