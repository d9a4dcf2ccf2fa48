"""Web pages: the article without the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotextract.errors import ReadError
from quotextract.readers.authors import joined
from quotextract.readers.dates import date_in_name, iso_day
from quotextract.readers.encoding import decode
from quotextract.readers.jsonld import news_article
from quotextract.readers.options import ReadOptions
from quotextract.readers.rows import with_title
from quotextract.readers.sources import Source
from quotextract.records import Article

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([-\w]+)", re.IGNORECASE)
# How a signature begins. A lone word behind "di" may be a surname: Di Stefano.
_SIGNED = re.compile(r"(?:a cura di|di(?= \S+ \S)) ", re.IGNORECASE)


def read(source: Source, _options: ReadOptions) -> Iterator[Article]:
    """Yield the page's article.

    Raises:
        ReadError: The page holds no article.
    """
    data = source.read()
    declared = _CHARSET.search(data, 0, 4096)
    page = decode(data, source.label, declared.group(1).decode() if declared else "")
    yield article(page, source)


def article(page: str, source: Source) -> Article:
    """Return the article in a page's markup, its metadata from JSON-LD where it has any.

    Raises:
        ReadError: The page holds no article.
    """
    seen, told = _seen(page), news_article(page)
    # Some pages keep the article out of the markup and fill it in by script.
    text, hidden = seen.pop("text", ""), told.pop("text", "")
    if len(text) < len(hidden) / 2:
        text = hidden
    known = {**seen, **told}
    if not text.strip():
        raise ReadError(
            f"Cannot read '{source.label}': no article in the page. "
            "Save it when it is fully loaded, or leave it out."
        )
    title = known.get("title", "")
    return Article(
        with_title(title, text),
        doc_name=source.name,
        title=title,
        date=iso_day(known.get("date", "")) or date_in_name(source.name),
        source=known.get("source", ""),
        url=known.get("url", ""),
        author=known.get("author", ""),
    )


def _seen(page: str) -> dict[str, str]:
    """Return what the page shows: the article's text, and what stands around it."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(page, with_metadata=True, include_comments=False)
    if not isinstance(found, Document):
        return {}
    told = {
        "text": found.text,
        "title": found.title,
        "date": found.date,
        "source": found.sitename or found.hostname,
        "url": found.url,
        "author": joined(name for one in (found.author or "").split(";") for name in _names(one)),
    }
    return {key: value for key, value in told.items() if value}


def _names(signature: str) -> list[str]:
    """Return the names in a signature: *di Anna Serra e Ugo Belli*."""
    signature = signature.strip()
    found = _SIGNED.match(signature)
    # Where it begins small, trafilatura has made each of its words begin with a capital.
    return re.split(" e | E ", signature[found.end() :]) if found else signature.split(" e ")
