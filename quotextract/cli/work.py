"""What commands that read articles do alike: find, read, parse, report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import partial, wraps
from itertools import chain, groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotextract.cli import options
from quotextract.cli.interrupt import interruptible
from quotextract.errors import QuotextractError, ReadError

if TYPE_CHECKING:
    from quotextract.cli.messages import Messages
    from quotextract.exporters import Result
    from quotextract.readers import Source

Extract = Callable[..., "Generator[Result, None, None]"]


def reporting(run: Callable[..., None]) -> Callable[..., None]:
    """Give a command its messages, and make the exit status of its failures."""

    @wraps(run)
    def command(**given: Any) -> None:
        from quotextract.cli.messages import Messages

        messages = Messages(
            quiet=given["quiet"], verbose=given["verbose"], log_file=given["log_file"]
        )
        with interruptible(lambda: messages.if_interrupted), messages.listening():
            try:
                run(messages, **given)
            except QuotextractError as error:
                messages.fail(error)
        sys.exit(1 if messages.failures else 0)

    return command


def sources_of(
    messages: Messages, given: dict[str, Any], output: str | None = None
) -> list[Source]:
    """Find the files that the paths stand for, less the output of an earlier run."""
    from quotextract.readers import find_sources

    return [
        source
        for source in find_sources(given["paths"], on_error=messages.fail)
        if not (output and _same_file(source.path, output))
    ]


def _same_file(one: Path | None, other: str) -> bool:
    return one is not None and Path(other).exists() and one.samefile(other)


def articles_among(
    sources: list[Source], messages: Messages, task: str, advice: str
) -> list[Source]:
    """Return the files that hold articles.

    Args:
        sources: The files.
        messages: Told of each database among them, which holds no articles.
        task: What cannot be done with one: *index*.
        advice: What to do instead.
    """
    stored = [source for source in sources if is_stored(source)]
    for source in stored:
        reason = f"it is a database, which keeps quotations, not articles. {advice}"
        messages.fail(ReadError(f"Cannot {task} '{source.label}': {reason}"))
    return [source for source in sources if source not in stored]


def list_sources(sources: list[Source]) -> None:
    """Print what would be read."""
    for source in sources:
        click.echo(source.label)
    click.echo(f"{len(sources)} file{'' if len(sources) == 1 else 's'} would be read", err=True)


def results_of(
    sources: list[Source],
    messages: Messages,
    given: dict[str, Any],
    extract: Extract | None = None,
) -> Iterator[Result]:
    """Yield each article with its quotations of every type.

    Those of a database of quotations come as they were found; others are read and parsed.

    Args:
        sources: The files.
        messages: Told of what fails.
        given: The command's options.
        extract: Finds the quotations of articles; `extract_all` by default.
    """
    limit, done = given["limit"], 0
    for stored, some in groupby(sources, key=is_stored):
        left = None if limit is None else limit - done
        if stored:
            results = _stored(list(some), messages, left)
        else:
            results = _found(list(some), messages, given, left, extract)
        with closing(results):
            for result in results:
                done += 1
                yield result
        if limit is not None and done >= limit:
            return


def is_stored(source: Source) -> bool:
    """Tell whether a file is a database, which holds quotations that were found before."""
    from quotextract.readers.registry import SUFFIXES
    from quotextract.store import is_database

    known = source.suffix in SUFFIXES or source.member
    return not known and source.path is not None and is_database(source.path)


def _stored(
    sources: list[Source], messages: Messages, limit: int | None
) -> Generator[Result, None, None]:
    from quotextract.store import stored_results

    for source in sources:
        with closing(stored_results(source.path or Path())) as results:
            try:
                for result in islice(results, limit):
                    yield result
                    limit = None if limit is None else limit - 1
            except QuotextractError as error:
                messages.fail(error)


def _found(
    sources: list[Source],
    messages: Messages,
    given: dict[str, Any],
    limit: int | None,
    extract: Extract | None,
) -> Generator[Result, None, None]:
    from quotextract.pipeline import load
    from quotextract.processing import extract_all
    from quotextract.readers import TABLES, read_all

    nlp = load(given["model"], fast=given["fast"])
    done = [lambda: None]

    def fail(error: Exception) -> None:
        messages.fail(error)
        done[0]()

    articles = read_all(sources, options.read_options(given), on_error=fail)
    articles = islice(articles, limit)
    extract = extract or partial(extract_all, processes=given["processes"])
    results = extract(articles, nlp, on_error=fail, speaker_files=given["speaker_files"])
    with closing(results):
        # Workers start with the first result: before the bar, whose thread they must not copy.
        first = list(islice(results, 1))
        countable = not any(source.suffix in TABLES for source in sources)
        with messages.progress(len(sources) if countable else limit) as done[0]:
            for result in chain(first, results):
                yield result
                done[0]()
