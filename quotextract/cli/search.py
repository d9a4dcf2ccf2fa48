"""`quotextract search`: quotations out of a database, by words and by everything else."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from quotextract.cli import options
from quotextract.cli.output import chosen_format, columns, opened, writing
from quotextract.cli.work import reporting
from quotextract.errors import QuotextractError
from quotextract.exporters import FORMATS, Format, Options, Result, export

if TYPE_CHECKING:
    from quotextract.cli.messages import Messages
    from quotextract.processing import Selection, Tally
    from quotextract.store import Found

_FEW = 50
# These hold whole articles: each comes once, with all that was found in it.
_OF_ARTICLES = ("tei", "brat", "docbin")


@click.command("search", short_help="Search a database of quotations.")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option(
    "--db",
    "database",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The database, as the index command makes it.",
)
@options.selecting
@click.option(
    "--sort",
    type=click.Choice(("rank", "date")),
    default="rank",
    help="Best first, or newest first.  [default: rank where there are words]",
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    metavar="N",
    help=f"How many quotations at most.  [default: {_FEW} in the table, all in other formats]",
)
@writing(tuple(FORMATS))
@columns
@options.talking
@reporting
def command(messages: Messages, **given: Any) -> None:
    """Search a database of quotations.

    All WORDS must occur in a quotation; accents and case do not matter. What stands in quotation
    marks is a phrase, and a star takes every ending: sicur*. Without words everything is
    listed, the newest first. The other options choose as those of quotextract extract.

    \b
    Examples:
      quotextract search garanzie sicurezza --db quotes.db
      quotextract search '"garanzie di sicurezza" europ*' --db quotes.db -s macron
      quotextract search dazi --db quotes.db --since 2025-09-01 --source corriere
      quotextract search --db quotes.db -s zelensky --type all -o zelensky.xlsx
    """
    from quotextract.processing import Tally
    from quotextract.store import opened_to_read

    form = chosen_format(given["form"], given["output"])
    selection = options.selection(given)
    tally = Tally(selection)
    with opened_to_read(given["database"]) as database, opened(given["output"]) as out:
        database.execute("BEGIN")
        limit = given["limit"] or (_FEW if form is None else None)
        found = _search(database, selection, given, limit)
        _write(database, found, tally, out, form, given, limit)
        for line in tally.ambiguous():
            messages.say(line)
        text = " ".join(given["words"])
        for name in selection.speakers:
            if not tally.answers.get(name):
                _say_why(database, text, name, tally, messages)
    if form or given["output"]:
        messages.say(f"{tally.quotations:,} quotation{'' if tally.quotations == 1 else 's'}.")


def _search(
    database: sqlite3.Connection, selection: Selection, given: dict[str, Any], limit: int | None
) -> Found:
    from quotextract.processing.searching import search

    text, newest_first = " ".join(given["words"]), given["sort"] == "date"
    try:
        return search(database, text, selection, newest_first=newest_first, limit=limit)
    except ValueError as error:
        raise click.UsageError(f"Cannot search: {error}. Give a word, or none for all.") from error


def _write(
    database: sqlite3.Connection,
    found: Found,
    tally: Tally,
    out: IO[bytes],
    form: Format | None,
    given: dict[str, Any],
    limit: int | None,
) -> None:
    if form is None:
        from quotextract.cli.hits import write_hits
        from quotextract.store import marked, words_expression

        wording = words_expression(" ".join(given["words"]))
        hits = list(found.hits)
        counted = list(tally.count(_by_quotation(database, hits)))
        shown = [marked(database, wording, hit) if wording else hit.quote.quote for hit in hits]
        terminal = not given["output"] and sys.stdout.isatty()
        write_hits(counted, shown, found, out, limit=limit, terminal=terminal)
        return
    arranged = _by_article if form.name in _OF_ARTICLES else _by_quotation
    results = tally.count(arranged(database, found.hits))
    export(results, out, form, Options(columns=given["columns"], excel=given["excel"]))


def _by_quotation(database: sqlite3.Connection, hits: Iterable[Any]) -> Iterator[Result]:
    """Yield each quotation with its article, in the order of the hits."""
    from quotextract.store import article_by_id

    article = lru_cache(maxsize=64)(partial(article_by_id, database))
    for hit in hits:
        yield article(hit.article_id), [hit.quote]


def _by_article(database: sqlite3.Connection, hits: Iterable[Any]) -> Iterator[Result]:
    """Yield each article with its quotations, those with the first hits first."""
    from quotextract.store import article_by_id

    groups: dict[int, list[Any]] = {}
    for hit in hits:
        groups.setdefault(hit.article_id, []).append(hit.quote)
    for row, quotes in groups.items():
        place = sorted(quotes, key=lambda quote: (quote.quote_start, -quote.quote_end))
        yield article_by_id(database, row), place


def _say_why(
    database: sqlite3.Connection, text: str, name: str, tally: Tally, messages: Messages
) -> None:
    """Say why nothing by a speaker was shown: nobody has the name, or nothing else fits."""
    from quotextract.processing.searching import heard, search
    from quotextract.processing.selection import ALL_TYPES, Selection
    from quotextract.processing.tally import unheard

    alone = replace(tally.selection, speakers=(name,))
    if search(database, text, alone, limit=1).matches:
        return
    everywhere = Selection(
        types=ALL_TYPES | {"none"}, speakers=(name,), negated=True, base=alone.base
    )
    if search(database, "", everywhere, limit=1).matches:
        messages.say(f"'{name}' is quoted, but not like that.")
    else:
        messages.fail(QuotextractError(unheard(name, heard(database))))
