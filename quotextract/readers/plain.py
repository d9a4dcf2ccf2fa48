"""Plain text and Markdown: one file, one article, every character where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.readers.dates import date_in_name
from quotextract.readers.encoding import decode
from quotextract.readers.options import ReadOptions
from quotextract.readers.sources import Source
from quotextract.records import Article

_LONGEST_TITLE = 160


def read(source: Source, _options: ReadOptions) -> Iterator[Article]:
    """Yield the file's one article; its title is a first line that stands as a headline."""
    text = decode(source.read(), source.label)
    yield Article(text, doc_name=source.name, title=headline(text), date=date_in_name(source.name))


def headline(text: str) -> str:
    r"""Return the first line if it reads as a headline: short, no full stop, text below it.

    >>> headline("# Ponte, la sindaca tira dritto\n\nIl cantiere riaprirà a marzo.")
    'Ponte, la sindaca tira dritto'
    >>> headline("Il cantiere riaprirà a marzo.\nLo ha detto la sindaca.")
    ''
    """
    first, _, rest = text.lstrip().partition("\n")
    title = first.strip().lstrip("#").strip()
    if not rest.strip() or len(title) > _LONGEST_TITLE or title.endswith((".", ":", ",", ";")):
        return ""
    return title
