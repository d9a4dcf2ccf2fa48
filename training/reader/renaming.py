"""Articles with other people's names: the reader must learn who speaks, not who often does."""

from __future__ import annotations

import random
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lessons import Article

from quotextract.lexicon import load_lexicon

WORD = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+")
LONGEST, PARTICLE = 3, 3


class Renamer:
    """Gives the people of an article the names of people of others.

    Args:
        articles: Whose full names are taken to choose from.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._genders = load_lexicon().given_names
        choices, surnames = defaultdict(set), set()
        for article in articles:
            for given, *others in self._full_names(article):
                choices[self._genders[given.lower()]].add(given)
                surnames.update(others)
        self._choices = {gender: sorted(names) for gender, names in choices.items()}
        self._surnames = sorted(surnames)

    def renamed(self, article: Article) -> Article:
        """Return an article in which each word of a full name is another one throughout.

        Given names keep their gender: pronouns and participles go on agreeing.
        """
        words: dict[str, str] = {}
        for given, *others in self._full_names(article):
            words[given] = random.choice(self._choices[self._genders[given.lower()]])
            words |= {word: random.choice(self._surnames) for word in others}
        return _replaced(article, words) if words else article

    def _full_names(self, article: Article) -> Iterator[list[str]]:
        page = article.page
        for start, end in page.mentions:
            words = page.text[start:end].split()
            full = 1 < len(words) <= LONGEST and all(map(WORD.fullmatch, words))
            if full and words[0].lower() in self._genders:
                yield [words[0], *(word for word in words[1:] if len(word) > PARTICLE)]


def _replaced(article: Article, words: dict[str, str]) -> Article:
    """Put words in the place of others; the spans move along."""
    page = article.page
    found = re.compile(rf"\b(?:{'|'.join(words)})\b")
    edits = [(m.start(), m.end(), words[m.group()]) for m in found.finditer(page.text)]
    starts, ends = [e[0] for e in edits], [e[1] for e in edits]
    moved = [0]
    for start, end, word in edits:
        moved.append(moved[-1] + len(word) - (end - start))

    def spans(old: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return [
            (a + moved[bisect_left(starts, a)], b + moved[bisect_right(ends, b)]) for a, b in old
        ]

    text = found.sub(lambda m: words[m.group()], page.text)
    moved_page = replace(
        page, text=text, quotations=spans(page.quotations), mentions=spans(page.mentions)
    )
    return replace(article, page=moved_page)
