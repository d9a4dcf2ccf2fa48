"""Which exporter writes which format."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import IO

from quotextract.errors import WriteError
from quotextract.exporters.base import Options, Result


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that can be written.

    Args:
        name: What `--format` calls it.
        suffixes: The endings of its files, in lower case.
        module: The module whose `write(results, out, options, name)` makes it, of this package
            unless its full name is given.
        extra: The optional dependency group it needs.
        binary: Not fit for a terminal.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    extra: str = ""
    binary: bool = False


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("csv", (".csv",), "delimited"),
        Format("tsv", (".tsv", ".tab"), "delimited"),
        Format("jsonl", (".jsonl", ".ndjson"), "jsonlines"),
        Format("json", (".json",), "json_array"),
        Format("xlsx", (".xlsx",), "xlsx", extra="xlsx", binary=True),
        Format("parquet", (".parquet",), "parquet", extra="parquet", binary=True),
        Format("md", (".md",), "markdown"),
        Format("html", (".html", ".htm"), "html_table"),
        Format("sqlite", (".db", ".sqlite", ".sqlite3"), "sqlite", binary=True),
        Format("annotation", (".jsonld",), "annotation"),
        Format("tei", (".xml", ".tei"), "tei"),
        Format("brat", (".zip",), "brat", binary=True),
        # It needs spaCy, so it lives where spaCy may be imported.
        Format("docbin", (".spacy",), "quotextract.processing.docbin", binary=True),
    )
}


def format_of(path: str | os.PathLike[str]) -> Format:
    """Return the format that a file's name asks for.

    Raises:
        WriteError: No format has that suffix.
    """
    suffix = Path(path).suffix.lower()
    for form in FORMATS.values():
        if suffix in form.suffixes:
            return form
    known = " ".join(suffix for form in FORMATS.values() for suffix in form.suffixes)
    raise WriteError(
        f"Cannot tell the format of '{path}' from its name. "
        f"Pass --format, or end it in one of: {known}."
    )


def export(
    results: Iterable[Result], out: IO[bytes], form: Format, options: Options | None = None
) -> None:
    """Write the quotations of all articles to a stream, in the order given."""
    local = "." not in form.module
    module = import_module(f"quotextract.exporters.{form.module}" if local else form.module)
    try:
        module.write(results, out, options or Options(), form.name)
    except ModuleNotFoundError as error:
        if not form.extra:
            raise
        raise WriteError(
            f"Cannot write {form.name}: it needs the package {error.name}. "
            f"Run: pip install 'quotextract[{form.extra}]'"
        ) from error
