"""JSON and JSON Lines: an object an article, or one object that holds them all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from quotextract.errors import ReadError
from quotextract.readers.encoding import decode
from quotextract.readers.options import ReadOptions
from quotextract.readers.rows import Row, articles
from quotextract.readers.sources import Source
from quotextract.records import Article

# Where an object keeps its articles, if it is not one itself.
_HOLDERS = ("articles", "articoli", "items", "data", "results", "docs", "@graph")


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Yield the articles; of JSON Lines, each before the next line is read.

    Raises:
        ReadError: The file is no JSON, or some of its rows hold no text.
    """
    lines = source.suffix in {".jsonl", ".ndjson"}
    rows = _lines(source) if lines else _objects(source)
    yield from articles(rows, source, options)


def _lines(source: Source) -> Iterator[tuple[int, Row | str]]:
    number = 0
    for number, line in enumerate(source.lines(), start=1):
        if line.strip():
            text = decode(line, source.label)
            try:
                yield number, _row(json.loads(text))
            except (json.JSONDecodeError, RecursionError) as error:
                yield number, f"not JSON ({error})"
    if not number:
        raise ReadError(f"Cannot read '{source.label}': the file is empty. Remove it or fill it.")


def _objects(source: Source) -> Iterator[tuple[int, Row | str]]:
    text = decode(source.read(), source.label)
    try:
        whole = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ReadError(
            f"Cannot read '{source.label}': it is not JSON ({error}). "
            "Name it .jsonl if it holds an object a line."
        ) from error
    if isinstance(whole, Mapping):
        held = next((whole[key] for key in _HOLDERS if isinstance(whole.get(key), list)), None)
        whole = [whole] if held is None else held
    if not isinstance(whole, list) or not whole:
        raise ReadError(f"Cannot read '{source.label}': it holds no articles.")
    for number, item in enumerate(whole, start=1):
        yield number, _row(item)


def _row(item: Any) -> Row | str:
    return item if isinstance(item, Mapping) else "no object"
