"""Parquet: typed columns, written in batches."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import IO

from quotextract.exporters.base import Options, Result

_BATCH = 5_000


def write(results: Iterable[Result], out: IO[bytes], options: Options, _form: str) -> None:
    """Write one row a quotation."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    kinds = {"int": pa.int32(), "float": pa.float64(), "bool": pa.bool_()}
    types = options.kinds
    schema = pa.schema([(name, kinds.get(types[name], pa.string())) for name in options.names])
    rows = (options.row(quote) for _, quotes in results for quote in quotes)
    with ParquetWriter(out, schema) as table:
        while batch := list(islice(rows, _BATCH)):
            table.write_batch(pa.RecordBatch.from_pylist(batch, schema=schema))
