"""What a web page says of itself in JSON-LD, by the vocabulary of schema.org."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from quotextract.readers.authors import joined

_SCRIPT = re.compile(
    r"<script[^>]*\btype\s*=\s*[\"']?application/ld\+json[^>]*>(.*?)</script>",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")


def news_article(page: str) -> dict[str, str]:
    """Return title, date, source, url, author and text of the page's NewsArticle, as far as given.

    >>> news_article('''<script type="application/ld+json">{"@type": "NewsArticle",
    ...     "headline": "Ponte, è caos", "publisher": {"name": "La Gazzetta"}}</script>''')
    {'title': 'Ponte, è caos', 'source': 'La Gazzetta'}
    """
    for script in _SCRIPT.findall(page):
        try:
            data = json.loads(script.strip(), strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
        for thing in _things(data):
            kinds = thing.get("@type")
            if any(_ARTICLE.search(str(kind)) for kind in _list(kinds)):
                return _told(thing)
    return {}


def _things(data: Any) -> Iterator[Mapping[str, Any]]:
    for thing in _list(data):
        if isinstance(thing, Mapping):
            yield thing
            yield from _things(thing.get("@graph"))


def _told(thing: Mapping[str, Any]) -> dict[str, str]:
    told = {
        "title": thing.get("headline") or thing.get("name"),
        "date": thing.get("datePublished") or thing.get("dateCreated"),
        "source": _name(thing.get("publisher")),
        "url": thing.get("url") or _id(thing.get("mainEntityOfPage")),
        "author": joined(name for one in _list(thing.get("author")) for name in _signed(one)),
        "text": thing.get("articleBody"),
    }
    return {
        key: html.unescape(value).strip()
        for key, value in told.items()
        if isinstance(value, str) and value.strip()
    }


def _signed(one: Any) -> list[str]:
    """Return the names of an author: a person, an organisation, or just text."""
    if isinstance(one, Mapping):
        parts = (one.get(part) for part in ("givenName", "familyName"))
        one = one.get("name") or " ".join(part for part in parts if isinstance(part, str))
    return [name for name in _list(one) if isinstance(name, str)]


def _name(thing: Any) -> Any:
    return next((x.get("name") if isinstance(x, Mapping) else x for x in _list(thing)), None)


def _id(thing: Any) -> Any:
    return next((x.get("@id") if isinstance(x, Mapping) else x for x in _list(thing)), None)


def _list(thing: Any) -> list[Any]:
    if thing is None:
        return []
    return thing if isinstance(thing, list) else [thing]
