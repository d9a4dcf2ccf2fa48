"""JSON: one array of records, a record a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from quotextract.exporters.base import Options, Result


def write(results: Iterable[Result], out: IO[bytes], options: Options, _form: str) -> None:
    """Write a JSON array."""
    before = b"[\n"
    for _, quotes in results:
        for quote in quotes:
            line = json.dumps(options.row(quote), ensure_ascii=False)
            out.write(before + line.encode("utf-8"))
            before = b",\n"
    out.write(b"[]\n" if before == b"[\n" else b"\n]\n")
