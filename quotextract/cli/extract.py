"""`quotextract extract`: articles in, quotations out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, Any

import click

from quotextract.cli import options
from quotextract.cli.output import chosen_format, columns, opened, writing
from quotextract.cli.work import articles_among, list_sources, reporting, results_of, sources_of
from quotextract.errors import QuotextractError, WriteError
from quotextract.exporters import FORMATS, Format, Options, Result, export

if TYPE_CHECKING:
    from quotextract.cli.messages import Messages
    from quotextract.processing import Tally
    from quotextract.readers import Source


@click.command("extract", short_help="Find quotations and their speakers.")
@options.paths
@options.selecting
@writing(tuple(FORMATS))
@columns
@click.option(
    "--explain",
    is_flag=True,
    help="Show for each quotation the speakers that were weighed, and why one won.",
)
@options.running
@options.reading
@reporting
def command(messages: Messages, **given: Any) -> None:
    """Find the quotations in articles, with their speakers.

    A PATH is a file, a folder (searched to the bottom), a pattern such as '2025-*/*.txt', or
    - for standard input.

    \b
    Examples:
      quotextract extract articoli/
      quotextract extract articoli/ -o citazioni.csv
      quotextract extract articolo.txt --speaker zelensky --type all
      quotextract extract articoli/ -s 'il premier britannico' --speakers my-speakers.jsonl
      quotextract extract articoli/ --role ministro --gender f
      quotextract extract articoli/ -f jsonl --min-confidence 0.8 | jq .quote
      quotextract extract articolo.txt --explain
    """
    from quotextract.processing import Tally

    form = _format(given)
    tally = Tally(options.selection(given))
    sources = sources_of(messages, given, given["output"])
    if given["explain"]:
        sources = _explicable(sources, messages, given)
    if given["dry_run"]:
        list_sources(sources)
    if given["dry_run"] or not sources:
        return
    messages.streaming = _watched(given) and bool(form or given["explain"])
    with opened(given["output"]) as out:
        if given["explain"]:
            _explain(sources, tally, out, messages, given)
        else:
            _write(results_of(sources, messages, given), tally, out, form, given)
        if given["output"] and not tally.articles:
            raise WriteError(f"No article was read: '{given['output']}' is not written.")
    for line in tally.ambiguous():
        messages.say(line)
    for line in tally.unheard():
        messages.fail(QuotextractError(line))
    if form or given["output"]:
        failed = f"; {len(messages.failures)} failed, named above" if messages.failures else ""
        messages.say(f"{tally.found()}{failed}.")


def _format(given: dict[str, Any]) -> Format | None:
    if given["explain"]:
        from quotextract.cli.explanation import check_text

        check_text(given)
        return None
    return chosen_format(given["form"], given["output"])


def _write(
    found: Iterable[Result],
    tally: Tally,
    out: IO[bytes],
    form: Format | None,
    given: dict[str, Any],
) -> None:
    results = tally.count(found)
    if form is None:
        from quotextract.cli.table import write_table

        write_table(results, tally, out, terminal=_watched(given))
    else:
        export(results, out, form, Options(columns=given["columns"], excel=given["excel"]))


def _explicable(sources: list[Source], messages: Messages, given: dict[str, Any]) -> list[Source]:
    if given["processes"] > 1:
        messages.say("With --explain one process reads; --processes has no effect.")
    return articles_among(sources, messages, "explain", "Give the articles themselves.")


def _explain(
    sources: list[Source], tally: Tally, out: IO[bytes], messages: Messages, given: dict[str, Any]
) -> None:
    from quotextract.cli.explanation import write_explanations
    from quotextract.processing.explaining import Explainer

    explainer = Explainer()
    results = tally.count(results_of(sources, messages, given, explainer.extract))
    write_explanations(results, tally, explainer, out, terminal=_watched(given))


def _watched(given: dict[str, Any]) -> bool:
    return not given["output"] and sys.stdout.isatty()
