"""Words as keys: folding, articulated prepositions, the longest known phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

Value = TypeVar("Value")

ELISION = re.compile(r"(?<=\w)'\s*(?=\w)")
ARTICULATED = {
    "di": ("di", "d'", "del", "dello", "della", "dell'", "dei", "degli", "delle"),
    "da": ("da", "dal", "dallo", "dalla", "dall'", "dai", "dagli", "dalle"),
    "a": ("a", "ad", "al", "allo", "alla", "all'", "ai", "agli", "alle"),
    "in": ("in", "nel", "nello", "nella", "nell'", "nei", "negli", "nelle"),
    "su": ("su", "sul", "sullo", "sulla", "sull'", "sui", "sugli", "sulle"),
    "con": ("con", "col", "coi"),
}


def fold(text: str) -> str:
    """Bring a phrase to the form that tables are keyed by.

    Lower case, straight apostrophes, and a space after an elision, so that tokens
    joined by spaces give the same key as running text.

    >>> fold("Ministro dell’Interno") == fold("ministro dell' interno")
    True
    """
    low = text.lower()
    if "'" in low or "’" in low:
        low = ELISION.sub("' ", low.replace("’", "'"))
    return " ".join(low.split()) if "  " in low or "\n" in low else low


def articulated(phrase: str) -> Iterator[str]:
    """Yield the phrase with its last preposition in every form: *a detta del*."""
    head, _, last = phrase.rpartition(" ")
    if not head or last not in ARTICULATED:
        yield phrase
        return
    for form in ARTICULATED[last]:
        yield f"{head} {form}"


def preposition_forms(preposition: str) -> frozenset[str]:
    """Return a preposition joined to every article, either apostrophe: *di, del, dell’*.

    >>> "dell’" in preposition_forms("di")
    True
    """
    forms = ARTICULATED[preposition]
    return frozenset(forms) | {form.replace("'", "’") for form in forms}


def longest_match(
    table: Mapping[str, Value], words: Sequence[str], start: int = 0, limit: int = 7
) -> tuple[int, Value] | None:
    """Find the longest phrase of a table that begins at a word.

    Args:
        table: Folded phrases and their entries.
        words: Tokens as written, elided articles on their own (*dell'*).
        start: The index of the first word.
        limit: The most words a phrase may have.

    Returns:
        The index behind the last word, and the entry; None where no phrase begins here.
    """
    low = [word.lower().replace("’", "'") for word in words[start : start + limit]]
    for length in range(len(low), 0, -1):
        entry = table.get(" ".join(low[:length]))
        if entry is not None:
            return start + length, entry
    return None
