"""EPUB: a book or an issue of a magazine, a chapter an article."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from lxml import etree

from quotextract.errors import ReadError
from quotextract.readers.authors import joined
from quotextract.readers.dates import iso_day
from quotextract.readers.encoding import decode
from quotextract.readers.markup import text_of
from quotextract.readers.options import ReadOptions
from quotextract.readers.plain import headline
from quotextract.readers.sources import Source
from quotextract.records import Article


def read(source: Source, _options: ReadOptions) -> Iterator[Article]:
    """Yield the chapters in reading order; source and author are the book's title and authors.

    Raises:
        ReadError: It is no EPUB, or no chapter holds text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source.read())) as book:
            articles = list(_chapters(book, source))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, ValueError) as error:
        raise ReadError(
            f"Cannot read '{source.label}': it is no sound EPUB ({error}). Make it again."
        ) from error
    if not articles:
        raise ReadError(f"Cannot read '{source.label}': it holds no text. Leave it out.")
    yield from articles


def _chapters(book: zipfile.ZipFile, source: Source) -> Iterator[Article]:
    container = _xml(book.read("META-INF/container.xml"))
    package_path = container.xpath("string(//*[local-name()='rootfile']/@full-path)")
    package = _xml(book.read(package_path))
    files = {
        item.get("id"): unquote(item.get("href", ""))
        for item in package.xpath("//*[local-name()='manifest']/*[local-name()='item']")
    }
    title, date = (
        str(package.xpath(f"string(//*[local-name()='{name}'])")).strip()
        for name in ("title", "date")
    )
    creators = package.xpath("//*[local-name()='metadata']//*[local-name()='creator']")
    author = joined(str(creator.xpath("string()")) for creator in creators)
    for item in package.xpath("//*[local-name()='spine']/*[local-name()='itemref']/@idref"):
        name = posixpath.join(posixpath.dirname(package_path), files[item])
        data = book.read(name)
        text = text_of(decode(data, f"{source.label}/{name}")) if data.strip() else ""
        if text:
            yield Article(
                text,
                doc_name=f"{source.name}/{name}",
                title=headline(text),
                date=iso_day(date),
                source=title,
                author=author,
            )


def _xml(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
