"""Names as keys: case, accents, transliterations and particles aside."""

from __future__ import annotations

import re
import unicodedata

PARTICLES = frozenset(
    "al bin bint da dal dall dalla dalle de dei del della delle dello der di du el ibn la le "
    "lo li los mac san santa ten ter van von zu".split()
)
LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
NO_LETTERS = re.compile(r"[^a-z0-9]+")
SOUNDS = (
    (re.compile(r"sk(?:yy|yj|ij|iy|yi|ii|y|i|j)\b"), "sky"),
    (re.compile(r"([bdglmnrt])(?:yj|ij|iy|yy|yi|ii)\b"), r"\1y"),
    (re.compile(r"ei\b|ej\b"), "ey"),
    (re.compile(r"sch|sh"), "sh"),
    (re.compile(r"\bju|\biu"), "yu"),
)
SPELT_MANY_WAYS = re.compile(r"s[kh]|sch|[yij]\b|\b[ij]u")


def fold_name(name: str) -> str:
    """Bring a name to the form that spellings share.

    >>> fold_name("Zelens'kyj") == fold_name("ZELENSKYY") == fold_name("Zelensky")
    True
    >>> fold_name("Recep Tayyip Erdoğan")
    'recep tayyip erdogan'
    """
    low = name.lower().replace("+", "piu ")
    if not low.isascii():
        low = unicodedata.normalize("NFKD", low.translate(LETTERS))
        low = "".join(char for char in low if not unicodedata.combining(char))
    folded = NO_LETTERS.sub(" ", low.replace("s'k", "sk").replace("s’k", "sk")).strip()
    if SPELT_MANY_WAYS.search(folded):
        for pattern, sound in SOUNDS:
            folded = pattern.sub(sound, folded)
    return folded


def surname_of(name: str) -> str:
    """Guess the surname of a full name: the last word with the particles before it.

    >>> surname_of("Vincenzo De Luca")
    'De Luca'
    """
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].lower().strip("'’") in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def slug(name: str) -> str:
    """Make an id of a name.

    >>> slug("Andrés Manuel López Obrador")
    'andres-manuel-lopez-obrador'
    """
    low = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    return NO_LETTERS.sub("-", "".join(c for c in low if not unicodedata.combining(c))).strip("-")
