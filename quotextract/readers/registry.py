"""Which reader takes which suffix."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module

from quotextract.errors import ReadError
from quotextract.readers.options import ReadOptions
from quotextract.readers.sources import OnError, Source, fail
from quotextract.records import Article

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that can be read.

    Args:
        name: What the documentation calls it.
        suffixes: The endings of its files, in lower case.
        module: The module of this package whose `read(source, options)` yields its articles.
        extra: The optional dependency group it needs.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    extra: str = ""


FORMATS: tuple[Format, ...] = (
    Format("text", (".txt",), "plain"),
    Format("Markdown", (".md",), "plain"),
    Format("web page", (".html", ".htm", ".xhtml"), "html_page"),
    Format("JSON", (".json",), "json_file"),
    Format("JSON Lines", (".jsonl", ".ndjson"), "json_file"),
    Format("CSV", (".csv",), "delimited"),
    Format("TSV", (".tsv", ".tab"), "delimited"),
    Format("Parquet", (".parquet",), "parquet", extra="parquet"),
    Format("Word", (".docx",), "docx_file", extra="docx"),
    Format("PDF", (".pdf",), "pdf", extra="pdf"),
    Format("mail", (".eml",), "email_file"),
    Format("EPUB", (".epub",), "epub"),
)
DEFAULTS = ReadOptions()
_BY_SUFFIX = {suffix: form for form in FORMATS for suffix in form.suffixes}
SUFFIXES = frozenset(_BY_SUFFIX)
"""The endings of all files that can be read, packing aside."""

TABLES = frozenset({".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".tab", ".parquet", ".epub"})
"""The endings of those that may hold many articles."""


def read(source: Source, options: ReadOptions = DEFAULTS) -> Iterator[Article]:
    """Yield the articles of one file; an unknown suffix is read as plain text.

    Raises:
        ReadError: The file cannot be read; articles yielded before that are sound.
    """
    if options.input_format and source.suffix not in SUFFIXES:
        source = replace(source, kind=f".{options.input_format}")
    form = _BY_SUFFIX.get(source.suffix, FORMATS[0])
    module = import_module(f"quotextract.readers.{form.module}")
    try:
        yield from module.read(source, options)
    except ModuleNotFoundError as error:
        if not form.extra:
            raise
        raise ReadError(
            f"Cannot read '{source.label}': {form.name} needs the package {error.name}. "
            f"Run: pip install 'quotextract[{form.extra}]'"
        ) from error


def read_all(
    sources: Iterable[Source], options: ReadOptions = DEFAULTS, on_error: OnError = fail
) -> Iterator[Article]:
    """Yield the articles of all files; a file that cannot be read goes to `on_error`."""
    for source in sources:
        log.info("Reading '%s'.", source.label)
        try:
            yield from read(source, options)
        except ReadError as error:
            on_error(error)
