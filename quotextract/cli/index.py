"""`quotextract index`: articles into a database, to be searched again and again."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotextract.cli import options
from quotextract.cli.work import articles_among, list_sources, reporting, sources_of

if TYPE_CHECKING:
    from collections import Counter

    from quotextract.cli.messages import Messages
    from quotextract.exporters import Result
    from quotextract.processing.stamps import Reading
    from quotextract.readers import Source
    from quotextract.records import Article


@click.command("index", short_help="Keep quotations in a database to search.")
@options.paths
@click.option(
    "--db",
    "database",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The database; made where there is none.",
)
@click.option(
    "--prune",
    is_flag=True,
    help="Drop articles whose files, or places in a table, are gone from below the paths.",
)
@options.speaker_files
@options.running
@options.reading
@reporting
def command(messages: Messages, **given: Any) -> None:
    """Keep articles and their quotations in a database, and bring it up to date.

    Only what is new or changed is read. It can be interrupted at any moment and run again, also
    twice at once: what is finished is kept. All types of quotation are stored, to be chosen
    from by quotextract search, and by any command that is given the database as a PATH.

    \b
    Examples:
      quotextract index articoli/ --db quotes.db
      quotextract index articoli/ --db quotes.db --prune
      quotextract index feed.jsonl --text-column corpo --db quotes.db -j 4
      quotextract search 'garanzie sicurezza' --db quotes.db
    """
    from quotextract.processing.pruning import prune
    from quotextract.processing.stamps import reading_with
    from quotextract.store import opened_to_write

    path: Path = given["database"]
    found = sources_of(messages, given, str(path))
    sources = articles_among(found, messages, "index", "Index what it was made from.")
    options.known_speakers(given)
    reading = reading_with(given["model"], given["speaker_files"], fast=given["fast"])
    if given["dry_run"]:
        list_sources(_unread(sources, path, reading, given))
        return
    if not sources:
        return
    messages.if_interrupted = f"what was finished is in '{path}'; run it again to go on"
    with opened_to_write(path) as database:
        counts = _index(database, sources, reading, messages, given)
        if given["prune"]:
            counts["removed"] += prune(database, given["paths"], sources)
    messages.say(_summary(counts, path, len(messages.failures)))


def _unread(
    sources: list[Source], path: Path, reading: Reading, given: dict[str, Any]
) -> list[Source]:
    """Return the files that are new or changed; the database is only looked at."""
    from quotextract.processing.visits import look
    from quotextract.store import Register, opened_to_read

    if not path.exists() or not path.stat().st_size:
        return sources
    stamp = reading.of_files(options.read_options(given))
    with opened_to_read(path) as database:
        register = Register(database)
        return [source for source in sources if not look(source, register, stamp).same]


def _index(
    database: Any,
    sources: list[Source],
    reading: Reading,
    messages: Messages,
    given: dict[str, Any],
) -> Counter[str]:
    from quotextract.processing.indexing import Indexer

    with messages.progress(len(sources), "files") as advance:
        indexer = Indexer(
            database,
            reading,
            options=options.read_options(given),
            on_error=messages.fail,
            limit=given["limit"],
            advance=advance,
        )
        return indexer.run(sources, partial(_extract, messages=messages, given=given))


def _extract(
    articles: Iterator[Article], messages: Messages, given: dict[str, Any]
) -> Generator[Result, None, None]:
    """Load the pipeline, which takes a while: only where there is something to read."""
    from quotextract.pipeline import load
    from quotextract.processing import extract_all

    return extract_all(
        articles,
        load(given["model"], fast=given["fast"]),
        processes=given["processes"],
        on_error=messages.fail,
        speaker_files=given["speaker_files"],
    )


def _summary(counts: Counter[str], path: Path, failed: int) -> str:
    kinds = ("new", "changed", "unchanged", "removed")
    told = ", ".join(f"{counts[kind]:,} {kind}" for kind in kinds)
    return f"'{path}': articles {told}; {failed:,} failed{', named above' if failed else ''}."
