"""What a user types to search for, as an expression of SQLite's FTS5 that cannot be wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

# A phrase in marks, with or without its closing one, or a run of anything else.
_TERM = re.compile(r'["“”«»„]([^"“”«»„]*)(?:["“”«»„]|$)(\*?)|([^\s"“”«»„]+)')


def words_expression(text: str) -> str:
    r"""Return the expression for words that must all occur.

    Words stand for themselves whatever they mean to FTS5; what stands in quotation marks is a
    phrase, and a star behind a word or phrase takes every ending. Signs alone are left out.

    Returns:
        The expression; empty where the text holds no word.

    >>> words_expression('garanzie NOT sicur*')
    '{quote} : ("garanzie" AND "NOT" AND "sicur" *)'
    >>> words_expression("« pace giusta » -- ")
    '{quote} : ("pace giusta")'
    """
    terms = list(_terms(text))
    return f"{{quote}} : ({' AND '.join(terms)})" if terms else ""


def speakers_expression(words: Iterable[str]) -> str:
    """Return the expression for speakers who are asked for by any of some words."""
    return f"{{speaker_words}} : ({' OR '.join(map(_quoted, sorted(words)))})"


def sources_expression(names: Iterable[str]) -> str:
    """Return the expression for the sources with some names, empty if one is no word."""
    terms = [_quoted(name) if any(map(_counts, name)) else "" for name in sorted(names)]
    return f"{{source}} : ({' OR '.join(terms)})" if all(terms) and terms else ""


def _terms(text: str) -> Iterator[str]:
    readable = text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    for phrase, phrase_star, word in _TERM.findall(readable):
        term = " ".join((phrase or word.rstrip("*")).split())
        star = phrase_star or (word.endswith("*") and "*")
        if any(_counts(char) for char in term):
            yield f"{_quoted(term)} *" if star else _quoted(term)


def _quoted(term: str) -> str:
    doubled = term.replace('"', '""')
    return f'"{doubled}"'


def _counts(char: str) -> bool:
    """Tell whether a character is part of words, as FTS5's `unicode61` sees it."""
    category = unicodedata.category(char)
    return category[0] in "LN" or category == "Co"
