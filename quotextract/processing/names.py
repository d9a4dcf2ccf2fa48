"""Tells whether a name that somebody typed is the name that an article gives."""

from __future__ import annotations

from rapidfuzz import fuzz

from quotextract.knowledge.names import fold_name

CLOSE = 90.0
"""How like two long words must be to be one, of 100."""

_SHORTEST_CLOSE = 5


def words(name: str) -> list[str]:
    """Split a name into words without case, accents and ways of transliterating.

    >>> words("Volodymyr Zelenskij"), words("Erdoğan")
    (['volodymyr', 'zelensky'], ['erdogan'])
    """
    return fold_name(name).split()


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
    return fuzz.ratio(one, other) >= CLOSE
