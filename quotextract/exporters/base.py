"""What every exporter is given."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import IO, Any, TextIO

from quotextract.records import COLUMNS, Article, Quote

Result = tuple[Article, list[Quote]]
"""An article and those of its quotations that are wanted."""


SHORT: tuple[str, ...] = ("speaker", "quote", "quote_type", "doc_name", "confidence")
"""The columns that people read."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to write.

    Args:
        columns: Names of the fields to write, in order; the format's own choice by default.
        excel: Write what an Italian Excel opens with a double click.
        record: What a row is made of, a dataclass; its fields give the cells their types.
    """

    columns: tuple[str, ...] = ()
    excel: bool = False
    record: type[Any] = Quote

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of a format for machines: all, unless some were asked for."""
        return self.columns or COLUMNS

    @property
    def short_names(self) -> tuple[str, ...]:
        """The columns of a format for people: few, unless others were asked for."""
        return self.columns or SHORT

    @property
    def kinds(self) -> dict[str, str]:
        """The type of each column, as its field is annotated."""
        return {field.name: str(field.type) for field in fields(self.record)}

    def row(self, quote: Quote, names: tuple[str, ...] = ()) -> dict[str, Any]:
        """Return the chosen fields of a record."""
        return {name: getattr(quote, name) for name in names or self.names}


@contextmanager
def text_on(out: IO[bytes], encoding: str = "utf-8") -> Iterator[TextIO]:
    """Give a text stream on top of a binary one; line ends are written as they come."""
    stream = io.TextIOWrapper(out, encoding=encoding, newline="")
    try:
        yield stream
        stream.flush()
    finally:
        stream.detach()
