"""`quotextract extract`: articles in, quotations out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

import click

from quotextract.errors import QuotextractError, WriteError
from quotextract.exporters import FORMATS, Format, Options, Result, export, format_of, replacing
from quotextract.records import COLUMNS

if TYPE_CHECKING:
    from quotextract.cli.messages import Messages
    from quotextract.processing import Selection
    from quotextract.readers import Source

TYPES = ("direct", "mixed", "indirect", "all")


def _columns(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...]:
    if not value:
        return COLUMNS
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    for name in names:
        if name not in COLUMNS:
            raise click.BadParameter(f"no column is called {name!r}; there are {list(COLUMNS)}")
    return names


@click.command("extract", short_help="Find quotations and their speakers.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-s",
    "--speaker",
    "speakers",
    multiple=True,
    metavar="NAME",
    help="Only this speaker's; case, accents and spelling do not matter. Repeat for more.",
)
@click.option(
    "-t",
    "--type",
    "types",
    multiple=True,
    type=click.Choice(TYPES),
    help="Only this type; all is direct, mixed and indirect.  [default: direct and mixed]",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Only quotations at least this sure, 0 to 1.",
)
@click.option("--include-unquoted", is_flag=True, help="Also marks that quote nobody (type none).")
@click.option("--include-negated", is_flag=True, help="Also sayings denied or hypothetical.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(("table", *FORMATS)),
    help="How to write.  [default: by the suffix of -o, else table]",
)
@click.option("-o", "--output", metavar="FILE", help="Where to write.  [default: standard output]")
@click.option("--columns", callback=_columns, metavar="A,B,...", help="Which fields, in order.")
@click.option("--excel", is_flag=True, help="CSV that an Italian Excel opens with a double click.")
@click.option(
    "-j",
    "--processes",
    type=click.IntRange(1),
    default=1,
    metavar="N",
    help="How many processes parse.  [default: 1]",
)
@click.option("-m", "--model", metavar="NAME", help="Any Italian spaCy pipeline, by name or path.")
@click.option("-q", "--quiet", is_flag=True, help="On standard error, failures only.")
def command(**options: Any) -> None:
    """Find the quotations in articles, with their speakers.

    A PATH is a file, a folder (searched to the bottom), a pattern such as '2025-*/*.txt', or
    - for standard input.

    \b
    Examples:
      quotextract extract articoli/
      quotextract extract articoli/ -o citazioni.csv
      quotextract extract articolo.txt --speaker zelensky --type all
      quotextract extract articoli/ -f jsonl --min-confidence 0.8 | jq .quote
    """
    from quotextract.cli.messages import Messages

    messages = Messages(quiet=options["quiet"])
    with messages.listening():
        _run(messages, **options)
    sys.exit(1 if messages.failures else 0)


def _run(messages: Messages, **options: Any) -> None:
    from quotextract.cli.table import count_line
    from quotextract.processing import Tally
    from quotextract.readers import find_sources

    form = _format(options["form"], options["output"])
    tally = Tally(_selection(options))
    sources = list(find_sources(options["paths"], on_error=messages.fail))
    if not sources:
        return
    try:
        with _opened(options["output"]) as out:
            _write(tally.count(_results(sources, messages, options)), out, form, options)
            if options["output"] and not tally.articles:
                raise WriteError(f"No article was read: '{options['output']}' is not written.")
    except QuotextractError as error:
        messages.fail(error)
        return
    for line in tally.unheard():
        messages.fail(QuotextractError(line))
    if form or options["output"]:
        messages.say(f"{count_line(tally.articles, tally.quotations, len(tally.heard))}.")


def _format(name: str | None, output: str | None) -> Format | None:
    """Return what to write; None stands for the table."""
    if name is None and output:
        try:
            return format_of(output)
        except QuotextractError as error:
            raise click.UsageError(str(error)) from error
    return None if name in (None, "table") else FORMATS[name]


def _selection(options: dict[str, Any]) -> Selection:
    from quotextract.processing.selection import ALL_TYPES, DEFAULT_TYPES, Selection

    asked = set(options["types"])
    types = ALL_TYPES if "all" in asked else frozenset(asked) or DEFAULT_TYPES
    return Selection(
        types=types | {"none"} if options["include_unquoted"] else types,
        speakers=options["speakers"],
        min_confidence=options["min_confidence"],
        negated=options["include_negated"],
    )


@contextmanager
def _opened(output: str | None) -> Iterator[IO[bytes]]:
    if output and output != "-":
        with replacing(output) as out:
            yield out
    else:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()


def _results(
    sources: Sequence[Source], messages: Messages, options: dict[str, Any]
) -> Iterator[Result]:
    from quotextract.cli.messages import tracked
    from quotextract.pipeline import load
    from quotextract.processing import extract_all
    from quotextract.readers import read_all

    nlp = load(options["model"])
    with messages.progress() as bar:
        articles = read_all(tracked(sources, bar), on_error=messages.fail)
        yield from extract_all(
            articles, nlp, processes=options["processes"], on_error=messages.fail
        )


def _write(
    results: Iterable[Result], out: IO[bytes], form: Format | None, options: dict[str, Any]
) -> None:
    if form is None:
        from quotextract.cli.table import write_table

        terminal = not options["output"] and sys.stdout.isatty()
        write_table(results, out, terminal=terminal)
    else:
        export(results, out, form, Options(columns=options["columns"], excel=options["excel"]))
