"""`quotextract show`: an article to read, with its quotations marked."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import click

from quotextract.cli import options
from quotextract.cli.work import list_sources, reporting, results_of, sources_of

if TYPE_CHECKING:
    from rich.console import Console

    from quotextract.cli.messages import Messages
    from quotextract.readers import Source

_WIDTH_WHEN_PIPED = 100


@click.command("show", short_help="Read an article with its quotations marked.")
@options.paths
@options.selecting
@click.option("--no-pager", is_flag=True, help="Print at once, however long.")
@options.running
@options.reading
@reporting
def command(messages: Messages, **given: Any) -> None:
    """Read an article with its quotations marked.

    The words are in their speaker's colour, with the speaker and the confidence beside them;
    the cue is underlined; what is less sure than even is in italics.

    \b
    Examples:
      quotextract show articolo.txt
      quotextract show articolo.html --type all --min-confidence 0.5
      quotextract show feed.jsonl --limit 3
    """
    sources = sources_of(messages, given)
    if given["dry_run"]:
        list_sources(sources)
    if given["dry_run"] or not sources:
        return
    console = _console()
    paged = console.is_terminal and not given["no_pager"]
    # less, the usual pager, ends by itself where all fits on the screen.
    os.environ.setdefault("LESS", "-FRX")
    with console.pager(styles=True) if paged else nullcontext():
        _print(sources, console, messages, given)


def _print(
    sources: list[Source], console: Console, messages: Messages, given: dict[str, Any]
) -> None:
    from rich.markup import escape
    from rich.rule import Rule

    from quotextract.cli.page import Palette, page
    from quotextract.cli.table import printable
    from quotextract.processing import Tally

    palette, tally = Palette(), Tally(options.selection(given))
    for article, quotes in tally.count(results_of(sources, messages, given)):
        known = filter(None, (article.doc_name, article.source, article.date))
        console.print(Rule(escape(" · ".join(map(printable, known))), style="dim"))
        console.print(page(article, quotes, palette))
    console.print(tally.found(), style="dim", highlight=False)


def _console() -> Console:
    from rich.console import Console

    given = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(width=None if given else _WIDTH_WHEN_PIPED)
