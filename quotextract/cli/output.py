"""Where a command writes, and in which format."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO

import click

from quotextract.cli.options import Function, together
from quotextract.errors import QuotextractError, WriteError
from quotextract.exporters import FORMATS, Format, format_of, replacing
from quotextract.records import COLUMNS


def writing(formats: Sequence[str]) -> Callable[[Function], Function]:
    """Make the options that say how and where to write."""
    return together(
        click.option(
            "-f",
            "--format",
            "form",
            type=click.Choice(("table", *formats)),
            help="How to write.  [default: by the suffix of -o, else table]",
        ),
        click.option(
            "-o",
            "--output",
            callback=lambda _, __, value: None if value == "-" else value,
            metavar="FILE",
            help="Where to write.  [default: standard output]",
        ),
    )


def _columns(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...]:
    if not value:
        return ()
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    for name in names:
        if name not in COLUMNS:
            raise click.BadParameter(f"no column is called {name!r}; there are {list(COLUMNS)}")
    return names


columns = together(
    click.option("--columns", callback=_columns, metavar="A,B,...", help="Which fields, in order."),
    click.option(
        "--excel", is_flag=True, help="CSV that an Italian Excel opens with a double click."
    ),
)


def chosen_format(name: str | None, output: str | None) -> Format | None:
    """Return what to write; None stands for the table.

    Raises:
        click.UsageError: No format can be told from the file's name, or it is none to look at.
    """
    try:
        form = format_of(output) if output and not name else FORMATS.get(name or "table")
    except QuotextractError as error:
        raise click.UsageError(str(error)) from error
    if form and form.binary and not output and sys.stdout.isatty():
        raise click.UsageError(f"{form.name} is not for a terminal. Name a file with --output.")
    return form


@contextmanager
def opened(output: str | None) -> Iterator[IO[bytes]]:
    """Open a file that appears when it is complete, or standard output."""
    if output:
        with replacing(output) as out:
            yield out
        return
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WriteError(f"Cannot write standard output: {error.strerror}.") from error
