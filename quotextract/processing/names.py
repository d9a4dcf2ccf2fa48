"""Tells whether a name that somebody typed is the name that an article gives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz, process

# Letters that Unicode does not decompose.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
# Zelenskij, Zelenskiy and Zelenskyy are one name.
_SLAVIC = re.compile(r"(?<=\w{3})(?:ij|iy|yj|yy|ii|yi)$|(?<=sk)i$")
_CLOSE = 90.0
_SHORTEST_CLOSE = 5


def words(name: str) -> list[str]:
    """Split a name into words without case, accents and ways of transliterating.

    >>> words("Volodymyr Zelenskij"), words("Erdoğan")
    (['volodymyr', 'zelensky'], ['erdogan'])
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return [_SLAVIC.sub("y", word) for word in re.findall(r"\w+", plain)]


def matches(query: str, name: str) -> bool:
    """Tell whether the name answers to the query.

    All words of the query must be in the name; a bare surname answers to a full name.

    >>> matches("zelensky", "Volodymyr Zelenskyy"), matches("zelensky", "Olena Zelenska")
    (True, False)
    >>> matches("Carla Benassi", "Benassi"), matches("Carla Benassi", "Carla")
    (True, False)
    """
    asked, given = words(query), words(name)
    if not asked or not given:
        return False
    if len(given) == 1 and len(asked) > 1:
        return _same(asked[-1], given[0])
    return all(any(_same(word, other) for other in given) for word in asked)


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_CLOSE:
        return False
    return fuzz.ratio(one, other) >= _CLOSE


def nearest(query: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """Return the names that look most like the query, best first.

    >>> nearest("Zelinski", ["Emmanuel Macron", "Volodymyr Zelensky"], limit=1)
    ['Volodymyr Zelensky']
    """
    found = process.extract(
        query,
        list(names),
        scorer=fuzz.WRatio,
        processor=lambda name: " ".join(words(name)),
        limit=limit,
        score_cutoff=60,
    )
    return [name for name, _, _ in found]
