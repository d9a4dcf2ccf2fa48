"""Parquet: a row an article, a batch of rows in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from quotextract.errors import ReadError
from quotextract.readers.options import ReadOptions
from quotextract.readers.rows import Row, articles
from quotextract.readers.sources import Source
from quotextract.records import Article

_BATCH = 256


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Yield the articles, reading only the columns that are used.

    Raises:
        ReadError: It is no Parquet file, or some of its rows hold no text.
    """
    yield from articles(_rows(source, options), source, options)


def _rows(source: Source, options: ReadOptions) -> Iterator[tuple[int, Row]]:
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with closing(source.opener()) as stream, ParquetFile(stream) as table:
            names = table.schema_arrow.names
            known = options.columns(names)
            # Without a text column all are read, so that the message can name them.
            columns = list({*known.values()} & {*names}) if known.get("text") in names else names
            number = 0
            for batch in table.iter_batches(_BATCH, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
    except (ArrowException, OSError) as error:
        raise ReadError(
            f"Cannot read '{source.label}': it is no sound Parquet file ({error}). Make it again."
        ) from error
    if not number:
        raise ReadError(f"Cannot read '{source.label}': it has no rows.")
