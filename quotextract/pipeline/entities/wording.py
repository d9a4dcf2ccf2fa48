"""The words of names and descriptions: folded, compared, a shorter name put to a fuller one."""

from __future__ import annotations

import unicodedata

from rapidfuzz import fuzz

from quotextract.knowledge import fold_name
from quotextract.pipeline.edges import OF, TO

STOP = (
    OF | TO | frozenset("il lo la i gli le l' l’ un una uno e ed in nel nella per con da".split())
)
SAME = frozenset("stesso stessa stessi stesse medesimo medesima medesimi medesime".split())
UNTELLING = STOP | SAME
SPELLING = 84.0


def fold(text: str) -> str:
    """Return the text without case and accents, for comparing names.

    >>> fold("Erdoğan")
    'erdogan'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("ı", "i")


def split_words(text: str) -> list[str]:
    """Return the folded words of a name or description, without marks.

    >>> split_words("Rosa D’Amico, («Zorro»)")
    ['rosa', "d'amico", 'zorro']
    """
    folded = fold(text).replace("’", "'")
    cleaned = "".join(c if c.isalnum() or c in "'-" else " " for c in folded)
    return [w.strip("'-") for w in cleaned.split() if w.strip("'-")]


def same_word(a: str, b: str) -> bool:
    """Tell whether two folded words may spell one name."""
    if a == b or fold_name(a) == fold_name(b):
        return True
    return min(len(a), len(b)) >= 5 and a[0] == b[0] and fuzz.ratio(a, b) >= SPELLING


def stands_for(words: tuple[str, ...], full: tuple[str, ...], kind: str) -> bool:
    """Tell whether a shorter name can stand for the full one."""
    if len(words) > len(full):
        return False
    if kind != "person":
        if words == full:
            return True
        if kind == "organisation" and len(words) == 1 and len(words[0]) > 4 and words[0] in full:
            return True
        if kind == "organisation" and len(words) > 1 and shortens(words, full):
            return True  # *la Lega Serie B* is the Lega Nazionale di Serie B
        return len(words) == 1 and len(words[0]) > 2 and words[0] in _initials(full)
    if len(words) == len(full):
        return all(same_word(a, b) for a, b in zip(words, full, strict=True))
    return all(any(same_word(w, f) for f in full) for w in words)


def _initials(full: tuple[str, ...]) -> tuple[str, str]:
    """Return the initials of a name without its small words and with them."""
    return "".join(w[0] for w in full if w not in STOP), "".join(w[0] for w in full)


def clips(word: str, full: tuple[str, ...]) -> bool:
    """Tell whether a word is the beginning of a name: *Gasp* of Gasperini."""
    return len(word) >= 4 and any(f.startswith(word) for f in full)


def shortens(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a description takes up a fuller one: same first noun, nothing new."""
    return bool(words) and words[0] == full[:1][0] and set(words) <= set(full) if full else False
