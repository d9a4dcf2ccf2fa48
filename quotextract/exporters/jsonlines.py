"""JSON Lines: one record a line, each article's as soon as it is read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from quotextract.exporters.base import Options, Result


def write(results: Iterable[Result], out: IO[bytes], options: Options, _form: str) -> None:
    """Write one JSON object a line."""
    for _, quotes in results:
        for quote in quotes:
            line = json.dumps(options.row(quote), ensure_ascii=False)
            out.write(line.encode("utf-8") + b"\n")
        out.flush()
