"""`quotextract report`: quotations as one page to explore, search and check."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from quotextract.cli import options
from quotextract.cli.output import opened
from quotextract.cli.work import list_sources, reporting, results_of, sources_of
from quotextract.errors import QuotextractError, WriteError

if TYPE_CHECKING:
    from quotextract.cli.messages import Messages

LANGUAGES = ("it", "en")


def _language(_: click.Context, __: click.Parameter, value: str | None) -> str:
    """Return the language asked for, else that of the terminal; nobody's is Italian."""
    if value:
        return value
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next(filter(None, names), "C").split(".")[0]
    return "it" if spoken in {"C", "POSIX"} or spoken.startswith("it") else "en"


@click.command("report", short_help="Make a page to explore, search and check.")
@options.paths
@options.selecting
@click.option(
    "-o",
    "--output",
    default="report.html",
    metavar="FILE",
    help="Where to write; - is standard output.  [default: report.html]",
)
@click.option("--title", default="", metavar="TEXT", help="The page's headline.")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    callback=_language,
    help="The page's language.  [default: Italian, or English where the terminal speaks "
    "another language]",
)
@click.option(
    "--count-duplicates", is_flag=True, help="Count what several articles repeat each time."
)
@options.running
@options.reading
@reporting
def command(messages: Messages, **given: Any) -> None:
    """Make one HTML page of quotations: who speaks, when, where, and every word in its context.

    The page needs no network and no other file: it can be kept, sent by mail and read offline.
    It searches, filters, sorts, opens each article at the quotation, and saves the rows shown
    as CSV.

    \b
    Examples:
      quotextract report articoli/
      quotextract report articoli/ -o settembre.html --title 'Settembre in parole'
      quotextract report feed.jsonl --type all --min-confidence 0.5 --lang en
      quotextract report articoli/ -s meloni -s schlein -o confronto.html
    """
    from quotextract.processing import Tally
    from quotextract.reporting import Collection

    output = None if given["output"] == "-" else given["output"]
    tally = Tally(options.selection(given))
    sources = sources_of(messages, given, output)
    if given["dry_run"]:
        list_sources(sources)
    if given["dry_run"] or not sources:
        return
    collection = Collection(options.known_speakers(given), duplicates=given["count_duplicates"])
    with opened(output) as out:
        collection.add(tally.count(results_of(sources, messages, given)))
        if not tally.articles:
            raise WriteError(f"No article was read: '{given['output']}' is not written.")
        out.write(_page(collection, given).encode())
    for line in tally.ambiguous():
        messages.say(line)
    for line in tally.unheard():
        messages.fail(QuotextractError(line))
    failed = f"; {len(messages.failures)} failed, named above" if messages.failures else ""
    messages.say(f"{tally.found()}{failed}.")


def _page(collection: Any, given: dict[str, Any]) -> str:
    from quotextract.reporting import render

    return render(collection.payload(), title=given["title"], language=given["lang"])
