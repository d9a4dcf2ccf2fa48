"""`quotextract extract`: articles in, quotations out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from quotextract.cli import options
from quotextract.errors import QuotextractError, WriteError
from quotextract.exporters import FORMATS, Format, Options, Result, export, format_of, replacing
from quotextract.records import COLUMNS

if TYPE_CHECKING:
    from quotextract.cli.messages import Messages
    from quotextract.readers import Source


def _columns(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...]:
    if not value:
        return ()
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    for name in names:
        if name not in COLUMNS:
            raise click.BadParameter(f"no column is called {name!r}; there are {list(COLUMNS)}")
    return names


@click.command("extract", short_help="Find quotations and their speakers.")
@options.paths
@options.selecting
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(("table", *FORMATS)),
    help="How to write.  [default: by the suffix of -o, else table]",
)
@click.option(
    "-o",
    "--output",
    callback=lambda _, __, value: None if value == "-" else value,
    metavar="FILE",
    help="Where to write.  [default: standard output]",
)
@click.option("--columns", callback=_columns, metavar="A,B,...", help="Which fields, in order.")
@click.option("--excel", is_flag=True, help="CSV that an Italian Excel opens with a double click.")
@options.processes
@options.model
@options.quiet
@options.reading
def command(**given: Any) -> None:
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

    messages = Messages(quiet=given["quiet"])
    with messages.listening():
        _run(messages, **given)
    sys.exit(1 if messages.failures else 0)


def _run(messages: Messages, **given: Any) -> None:
    from quotextract.cli.table import count_line
    from quotextract.processing import Tally
    from quotextract.readers import find_sources

    form = _format(given["form"], given["output"])
    tally = Tally(options.selection(given))
    sources = [
        source
        for source in find_sources(given["paths"], on_error=messages.fail)
        if not (given["output"] and _same_file(source.path, given["output"]))
    ]
    if not sources:
        return
    try:
        with _opened(given["output"]) as out:
            _write(tally.count(_results(sources, messages, given)), out, form, given)
            if given["output"] and not tally.articles:
                raise WriteError(f"No article was read: '{given['output']}' is not written.")
    except QuotextractError as error:
        messages.fail(error)
        return
    for line in tally.unheard():
        messages.fail(QuotextractError(line))
    if form or given["output"]:
        messages.say(f"{count_line(tally.articles, tally.quotations, len(tally.heard))}.")


def _same_file(one: Path | None, other: str) -> bool:
    """Tell whether a folder's own output of an earlier run is among its files."""
    return one is not None and Path(other).exists() and one.samefile(other)


def _format(name: str | None, output: str | None) -> Format | None:
    """Return what to write; None stands for the table."""
    try:
        form = format_of(output) if output and not name else FORMATS.get(name or "table")
    except QuotextractError as error:
        raise click.UsageError(str(error)) from error
    if form and form.binary and not output and sys.stdout.isatty():
        raise click.UsageError(f"{form.name} is not for a terminal. Name a file with --output.")
    return form


@contextmanager
def _opened(output: str | None) -> Iterator[IO[bytes]]:
    if output:
        with replacing(output) as out:
            yield out
    else:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()


def _results(
    sources: Sequence[Source], messages: Messages, given: dict[str, Any]
) -> Iterator[Result]:
    from quotextract.cli.messages import tracked
    from quotextract.pipeline import load
    from quotextract.processing import extract_all
    from quotextract.readers import read_all

    nlp = load(given["model"])
    with messages.progress() as bar:
        articles = read_all(
            tracked(sources, bar), options.read_options(given), on_error=messages.fail
        )
        yield from extract_all(articles, nlp, processes=given["processes"], on_error=messages.fail)


def _write(
    results: Iterable[Result], out: IO[bytes], form: Format | None, given: dict[str, Any]
) -> None:
    if form is None:
        from quotextract.cli.table import write_table

        terminal = not given["output"] and sys.stdout.isatty()
        write_table(results, out, terminal=terminal)
    else:
        export(results, out, form, Options(columns=given["columns"], excel=given["excel"]))
