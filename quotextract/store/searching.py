"""Finds quotations in a database by words, speakers, dates and the rest."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from quotextract.records import Quote
from quotextract.store.rows import QUOTE_COLUMNS, first_id, last_id, quote_of

MOST_RANKED = 2_000
"""Of how many matches the best are told; words that are commoner tell little, and cost."""

_SPEAKER = (
    "speaker", "speaker_id", "speaker_name", "speaker_kind", "speaker_role", "speaker_gender",
    "date",
)  # fmt: skip
_BEST = "bm25(quotes_fts, 1.0, 0.0, 0.0), quotes.id DESC"
# The words come first: SQLite would else try what there are fewest of, rows of one source.
_BY_WORDS = "FROM quotes_fts CROSS JOIN quotes ON quotes.id = quotes_fts.rowid"


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a quotation must be; what is left as it is holds for all.

    Args:
        expression: What FTS5 is to match.
        since: The first date, or its month or year.
        until: The last date, or its month or year.
        types: Types of quotation.
        sources: Where the article appeared, as written there.
        kinds: Kinds of speaker.
        min_confidence: The lowest confidence.
        negated: Also sayings that are denied or hypothetical.
        wants_speaker: Tells of a record that holds nothing but the speaker and the date
            whether it is by whom was asked for.
    """

    expression: str = ""
    since: str = ""
    until: str = ""
    types: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    min_confidence: float = 0.0
    negated: bool = True
    wants_speaker: Callable[[Quote], bool] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A quotation that was found, with its row and that of its article."""

    id: int
    article_id: int
    quote: Quote


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave.

    Args:
        matches: How many match, counted no further than the first beyond `MOST_RANKED`.
        ranked: The best come first; else the newest do.
        hits: What was found, read as it is asked for.
    """

    matches: int
    ranked: bool
    hits: Iterator[Hit]


def find_quotes(
    database: sqlite3.Connection,
    conditions: Conditions,
    *,
    newest_first: bool = False,
    limit: int | None = None,
) -> Found:
    """Find what meets all conditions.

    Args:
        database: Open for reading.
        conditions: What to find.
        newest_first: Order by date though there are words to rank by.
        limit: How many to give at most.
    """
    tables = _BY_WORDS if conditions.expression else "FROM quotes"
    newest = f"{'quotes_fts.rowid' if conditions.expression else 'quotes.id'} DESC"
    parts = list(_conditions(database, conditions))
    where = f"{tables} WHERE {' AND '.join(sql for sql, _ in parts)} ORDER BY"
    cells = [cell for _, values in parts for cell in values]
    counted = f"SELECT quotes.id {where} {newest} LIMIT {MOST_RANKED + 1}"
    matches = len(database.execute(counted, cells).fetchall())
    ranked = "{quote}" in conditions.expression and not newest_first and matches <= MOST_RANKED
    columns = f"quotes.id, quotes.article_id, {QUOTE_COLUMNS}"
    order = f"{_BEST if ranked else newest} LIMIT {-1 if limit is None else limit}"
    rows = database.execute(f"SELECT {columns} {where} {order}", cells)
    return Found(matches, ranked, (Hit(key, of, quote_of(row)) for key, of, *row in rows))


def marked(database: sqlite3.Connection, expression: str, hit: Hit) -> str:
    r"""Return the words of a quotation, those that match between \x02 and \x03."""
    query = (
        "SELECT highlight(quotes_fts, 0, char(2), char(3)) FROM quotes_fts "
        "WHERE quotes_fts MATCH ? AND rowid = ?"
    )
    row = database.execute(query, (expression, hit.id)).fetchone()
    return str(row[0]) if row else hit.quote.quote


def sources(database: sqlite3.Connection) -> Iterator[str]:
    """Yield the names of all sources, leaping from one to the next."""
    query = "SELECT min(source) FROM quotes WHERE source > ?"
    (name,) = database.execute("SELECT min(source) FROM quotes").fetchone()
    while name is not None:
        yield name
        (name,) = database.execute(query, (name,)).fetchone()


def speakers(database: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Yield everybody who is quoted, by the name of the entry if there is one, and how often."""
    yield from database.execute(
        "SELECT coalesce(nullif(speaker_name, ''), speaker) AS name, count(*) FROM quotes "
        "WHERE speaker != '' GROUP BY name"
    )


def vocabulary(database: sqlite3.Connection, shortest: int, longest: int) -> list[str]:
    """Return the words of speakers' names, roles and ids that have some length."""
    query = "SELECT word FROM speaker_vocabulary WHERE length(word) BETWEEN ? AND ?"
    return [word for (word,) in database.execute(query, (shortest, longest))]


def _conditions(
    database: sqlite3.Connection, asked: Conditions
) -> Iterator[tuple[str, Sequence[Any]]]:
    """Yield each condition in SQL with its values."""
    key = "quotes_fts.rowid" if asked.expression else "quotes.id"
    yield "quotes.confidence >= ?", (asked.min_confidence,)
    if asked.expression:
        yield "quotes_fts MATCH ?", (asked.expression,)
    if asked.since or asked.until:
        # What has no date is in no period.
        yield f"{key} >= ?", (first_id(asked.since or "0001"),)
    if asked.until:
        yield f"{key} <= ?", (last_id(asked.until),)
    for column, values in (
        ("quote_type", asked.types),
        ("source", asked.sources),
        ("speaker_kind", asked.kinds),
    ):
        if values is not None:
            yield f"quotes.{column} IN ({', '.join('?' * len(values))})", values
    if not asked.negated:
        yield "NOT quotes.negated", ()
    if asked.wants_speaker:
        _teach(database, asked.wants_speaker)
        yield f"wants_speaker({', '.join(f'quotes.{name}' for name in _SPEAKER)})", ()


def _teach(database: sqlite3.Connection, wants: Callable[[Quote], bool]) -> None:
    """Let SQL ask whether a speaker is wanted; each is judged once."""

    @lru_cache(maxsize=100_000)
    def judge(*cells: str) -> bool:
        told = dict(zip(_SPEAKER, cells, strict=True))
        date = told.pop("date")
        return wants(Quote("", "", "", date, "", "", "", "", 0, 0, "direct", **told))  # type: ignore[arg-type]

    database.create_function("wants_speaker", len(_SPEAKER), judge, deterministic=True)
