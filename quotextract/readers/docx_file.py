"""Word documents: paragraphs and the cells of tables, in the order of the page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from quotextract.errors import ReadError
from quotextract.readers.dates import date_in_name
from quotextract.readers.options import ReadOptions
from quotextract.readers.plain import headline
from quotextract.readers.sources import Source
from quotextract.records import Article


def read(source: Source, _options: ReadOptions) -> Iterator[Article]:
    """Yield the document's one article.

    Raises:
        ReadError: It is no Word document, or holds no text.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(io.BytesIO(source.read()))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise ReadError(
            f"Cannot read '{source.label}': it is no Word document. Save it again as .docx."
        ) from error
    text = "\n".join(_lines(document))
    if not text.strip():
        raise ReadError(f"Cannot read '{source.label}': it holds no text. Leave it out.")
    yield Article(
        text,
        doc_name=source.name,
        title=document.core_properties.title or headline(text),
        date=date_in_name(source.name),
    )


def _lines(document: Any) -> Iterator[str]:
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                yield "\t".join(cell.text for cell in row.cells)
        else:
            yield part.text
