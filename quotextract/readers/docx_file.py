"""Word documents: paragraphs and the cells of tables, in the order of the page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from quotextract.errors import ReadError
from quotextract.readers.authors import joined
from quotextract.readers.dates import date_in_name
from quotextract.readers.options import ReadOptions
from quotextract.readers.plain import headline
from quotextract.readers.sources import Source
from quotextract.records import Article

# What programs sign with where nobody did.
_PROGRAMS = frozenset(
    {
        "apache poi",
        "microsoft office user",
        "python-docx",
        "utente di microsoft office",
        "utente windows",
        "windows user",
    }
)


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
        author=_authors(document.core_properties.author),
    )


def _authors(cell: str) -> str:
    """Return who signed the document's properties, where Word puts `;` between them."""
    names = (name.strip() for name in cell.split(";"))
    return joined(name for name in names if name.casefold() not in _PROGRAMS)


def _lines(document: Any) -> Iterator[str]:
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                yield "\t".join(cell.text for cell in row.cells)
        else:
            yield part.text
