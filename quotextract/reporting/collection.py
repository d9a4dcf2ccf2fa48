"""Gathers quotations with their articles, and makes of them what the page is given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from quotextract.knowledge import SpeakerBase, join_speakers
from quotextract.processing.people import People
from quotextract.processing.ranking import wording
from quotextract.records import COLUMNS, Article, Quote
from quotextract.reporting.slices import cell

ABOUT_ARTICLE = ("doc_id", "doc_name", "title", "date", "source", "url")
"""The columns that all quotations of an article share."""


class Collection:
    """The quotations of a run; the text of an article is kept once, and only if quoted from.

    Args:
        base: Who is known.
        duplicates: Let figures count what several articles repeat each time.
    """

    def __init__(self, base: SpeakerBase, *, duplicates: bool = False) -> None:
        self._base, self._duplicates = base, duplicates
        self._articles: list[tuple[Article, list[Quote]]] = []
        self.read = 0

    def add(self, results: Iterable[tuple[Article, list[Quote]]]) -> None:
        """Take articles with those of their quotations that are wanted."""
        for article, quotes in results:
            self.read += 1
            if quotes:
                self._articles.append((article, quotes))

    def payload(self) -> dict[str, Any]:
        """Return the data of the page, ready for JSON.

        `quotes` holds a list for each column; `article` and `speakers` point into the lists
        of those names, and `repeats` is the same number for words that several articles share.
        """
        told = [(i, quote) for i, (_, quotes) in enumerate(self._articles) for quote in quotes]
        quotes = [quote for _, quote in told]
        people = People(self._base, join_speakers(quotes, self._base))
        keys = [people.by_speaker(quote) if quote.speaker else [] for quote in quotes]
        numbers = {key: n for n, key in enumerate(dict.fromkeys(k for ks in keys for k in ks))}
        return {
            "read": self.read,
            "columns": COLUMNS,
            "articles": [_article(article, found[0]) for article, found in self._articles],
            "speakers": _speakers(people, quotes, keys),
            "quotes": {
                "article": [i for i, _ in told],
                "speakers": [[numbers[key] for key in found] for found in keys],
                "repeats": [] if self._duplicates else _repeats(told, people),
                **{
                    name: [cell(quote, name, self._articles[i][0].text) for i, quote in told]
                    for name in COLUMNS
                    if name not in ABOUT_ARTICLE
                },
            },
        }


def _article(article: Article, quote: Quote) -> list[str]:
    """Return what an article's quotations tell of it, who signed it, and its text."""
    return [*(getattr(quote, name) for name in ABOUT_ARTICLE), article.author, article.text]


def _speakers(people: People, quotes: list[Quote], keys: list[list[str]]) -> list[list[str]]:
    """Return id, name, kind and usual role of each speaker, in the order of appearance."""
    roles: dict[str, Counter[str]] = {}
    first: dict[str, Quote] = {}
    for quote, found in zip(quotes, keys, strict=True):
        for key in found:
            first.setdefault(key, quote)
            # Of several speakers together it is not told whose the role is.
            roles.setdefault(key, Counter()).update(people.roles(quote) if len(found) == 1 else ())
    return [_speaker(people, key, quote, roles[key]) for key, quote in first.items()]


def _speaker(people: People, key: str, quote: Quote, roles: Counter[str]) -> list[str]:
    entry = people.entry(key)
    usual = roles.most_common(1)[0][0] if roles else ""
    if entry is not None:
        return [key, entry.name, entry.kind, usual]
    return [key, quote.speaker, quote.speaker_kind, usual]


def _repeats(told: list[tuple[int, Quote]], people: People) -> list[int]:
    """Number what stands word for word in several articles, by the same speaker; 0 elsewhere."""
    places: dict[tuple[str, str], set[int]] = {}
    marks: list[tuple[str, str] | None] = []
    for i, quote in told:
        words = wording(quote)[1]
        mark = (people.key(quote), words) if words else None
        marks.append(mark)
        if mark:
            places.setdefault(mark, set()).add(i)
    shared = (mark for mark, articles in places.items() if len(articles) > 1)
    numbers = {mark: number for number, mark in enumerate(shared, start=1)}
    return [numbers.get(mark, 0) if mark else 0 for mark in marks]
