"""Between records and rows of the database."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from quotextract.knowledge import fold_name
from quotextract.records import COLUMNS, Article, Quote, digest

Result = tuple[Article, list[Quote]]
"""An article and its quotations."""

ARTICLE = (*(field.name for field in fields(Article) if field.name != "text"), "text")
ARTICLE_COLUMNS = ", ".join(f"articles.{name}" for name in ARTICLE)
QUOTE_COLUMNS = ", ".join(f"quotes.{name}" for name in COLUMNS)
_NEGATED = COLUMNS.index("negated")

PER_DAY = 10**8
"""How many ids a day has: with the day before them they are exact in JavaScript too."""
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_ID = re.compile(r"[^a-z0-9]+")


def article_digest(article: Article) -> str:
    """Return what changes where anything of an article does but its place."""
    return digest(*(getattr(article, name) for name in ARTICLE if name != "doc_name"))


def article_row(article: Article) -> tuple[str, ...]:
    """Return the cells of an article, in the order of `ARTICLE`."""
    return tuple(getattr(article, name) for name in ARTICLE)


def article_of(row: Sequence[Any]) -> Article:
    """Return the article that cells in the order of `ARTICLE` make."""
    return Article(**dict(zip(ARTICLE, row, strict=True)))


def quote_row(quote: Quote) -> tuple[Any, ...]:
    """Return the cells of a quotation, in the order of `COLUMNS`."""
    return tuple(getattr(quote, name) for name in COLUMNS)


def quote_of(row: Sequence[Any]) -> Quote:
    """Return the quotation that cells in the order of `COLUMNS` make."""
    cells = list(row)
    cells[_NEGATED] = bool(cells[_NEGATED])
    return Quote(*cells)


def first_id(date: str) -> int:
    """Return the first id of a date, or of the month or year that it leaves open.

    >>> first_id("2025-09-04"), first_id("2025-09"), first_id("ieri")
    (2025090400000000, 2025090000000000, 0)
    """
    found = _DATE.fullmatch(date)
    if found is None:
        return 0
    year, month, day = (int(part or 0) for part in found.groups())
    return (year * 10_000 + month * 100 + day) * PER_DAY


def last_id(date: str) -> int:
    """Return the last id of a date, or of the month or year that it leaves open.

    >>> last_id("2025-09-04"), last_id("2025-09")
    (2025090499999999, 2025099999999999)
    """
    parts = date.split("-")
    open_days = {1: 9999, 2: 99}.get(len(parts), 0)
    return first_id(date) + (open_days + 1) * PER_DAY - 1


def speaker_words(quote: Quote) -> str:
    """Return what a speaker may be asked for by: folded names and role, and the ids.

    >>> blank = Quote(*[""] * 8, 0, 0, "direct", speaker="Zelenskyj", speaker_id="v-zelensky")
    >>> speaker_words(blank)
    'zelensky idvzelensky'
    """
    told = (quote.speaker, quote.speaker_name, quote.speaker_role)
    words = [word for name in told for word in fold_name(name).split()]
    words += [id_word(key) for key in quote.speaker_id.split(" & ") if key]
    return " ".join(dict.fromkeys(words))


def id_word(speaker_id: str) -> str:
    """Return an id as one word.

    >>> id_word("volodymyr-zelensky")
    'idvolodymyrzelensky'
    """
    return f"id{_ID.sub('', speaker_id.lower())}"
