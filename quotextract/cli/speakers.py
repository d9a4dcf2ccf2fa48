"""`quotextract speakers`: who is quoted, how much and when."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING, Any, cast

import click

from quotextract.cli import options
from quotextract.cli.output import chosen_format, opened, writing
from quotextract.cli.work import list_sources, reporting, results_of, sources_of
from quotextract.errors import QuotextractError, WriteError
from quotextract.exporters import Format, Options, Result, export

if TYPE_CHECKING:
    from quotextract.cli.messages import Messages
    from quotextract.processing.ranking import Ranking

GROUPS = ("speaker", "role", "organisation", "gender", "source", "month")
TABLES = ("csv", "tsv", "jsonl", "json", "xlsx", "parquet", "md", "html", "sqlite")


@click.command("speakers", short_help="Rank who is quoted, or write them down to edit.")
@options.paths
@options.selecting
@click.option(
    "--by",
    type=click.Choice(GROUPS),
    default="speaker",
    help="What to add up by.  [default: speaker]",
)
@click.option(
    "--count-duplicates", is_flag=True, help="Count what several articles repeat each time."
)
@writing(TABLES)
@click.option("--excel", is_flag=True, help="CSV that an Italian Excel opens with a double click.")
@options.running
@options.reading
@reporting
def command(messages: Messages, **given: Any) -> None:
    """Rank who is quoted: quotations, words, articles, share, first and last date, roles.

    One person is one line, by whatever name or role the articles call them. Agency copy that
    several articles repeat counts once. JSON Lines hold an entry for each speaker, to be edited
    and given back with --speakers.

    \b
    Examples:
      quotextract speakers articoli/
      quotextract speakers articoli/ --by gender --type all
      quotextract speakers articoli/ --by month -s meloni -o meloni.csv
      quotextract speakers articoli/ -o my-speakers.jsonl
      quotextract extract articoli/ --speakers my-speakers.jsonl -s 'ada benelli'
    """
    from quotextract.processing import Tally
    from quotextract.processing.ranking import Ranking

    form = chosen_format(given["form"], given["output"])
    if form and form.name not in TABLES:
        raise click.UsageError(f"{form.name} holds no tables. Use one of {', '.join(TABLES)}.")
    tally = Tally(options.selection(given))
    sources = sources_of(messages, given, given["output"])
    if given["dry_run"]:
        list_sources(sources)
    if given["dry_run"] or not sources:
        return
    ranking = Ranking(options.known_speakers(given), duplicates=given["count_duplicates"])
    with opened(given["output"]) as out:
        ranking.add(tally.count(results_of(sources, messages, given)))
        if given["output"] and not tally.articles:
            raise WriteError(f"No article was read: '{given['output']}' is not written.")
        _write(ranking, out, form, given)
    for line in tally.ambiguous():
        messages.say(line)
    for line in tally.unheard():
        messages.fail(QuotextractError(line))


def _write(ranking: Ranking, out: IO[bytes], form: Format | None, given: dict[str, Any]) -> None:
    from quotextract.processing.ranking import columns

    by = given["by"]
    if form is None:
        from quotextract.cli.standings import write_standings

        terminal = not given["output"] and sys.stdout.isatty()
        write_standings(ranking, by, out, terminal=terminal)
    elif form.name == "jsonl" and by == "speaker":
        from quotextract.knowledge.files import lines

        out.writelines(line.encode() for line in lines(ranking.entries()))
    else:
        from quotextract.processing.ranking import Row
        from quotextract.records import Article

        results = cast("list[Result]", [(Article(""), ranking.rows(by))])
        chosen = Options(columns=columns(by), excel=given["excel"], record=Row)
        export(results, out, form, chosen)
