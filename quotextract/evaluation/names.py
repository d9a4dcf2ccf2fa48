"""Decide whether two texts name the same speaker, as a reader would.

Titles and small words do not count, spellings may differ a little, and a surname stands
for the full name, a role phrase for a longer one.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

_SMALL = frozenset(
    "il lo la i gli le l un uno una del dello della dei degli delle di da a e ed al alla the su in"
    " nel nella sul ha".split()
)
_TITLES = frozenset(
    "presidente ministro ministra premier sindaco sindaca assessore assessora onorevole senatore"
    " senatrice deputato deputata leader segretario segretaria portavoce avvocato avvocata dottor"
    " dottore dottoressa professor professore professoressa ingegner procuratore comandante"
    " generale colonnello don papa monsignor cardinale signor signora governatore prefetto"
    " questore direttore direttrice consigliere consigliera commissario commissaria vice"
    " vicepresidente vicepremier ex dell il".split()
)
_WORD = re.compile(r"\w+")
_SHORTEST_ALIKE, _ALIKE, _SHARED = 5, 0.86, 0.5
_UNTOLD = ("", "?")


def same_speaker(gold: str, told: str) -> bool:
    """Tell whether the program names the speaker that the annotator named.

    Args:
        gold: The annotated speaker; `?` where the article does not tell, ` & ` between several.
        told: What the program says; empty where it abstains.

    >>> same_speaker("Carla Benassi", "la sindaca Benassi"), same_speaker("Carla Benassi", "Pini")
    (True, False)
    """
    gold, told = gold.strip(), told.strip()
    if gold in _UNTOLD or told in _UNTOLD:
        return gold in _UNTOLD and told in _UNTOLD
    several = [name for name in re.split(r"\s*&\s*", gold) if name]
    named = [name for name in re.split(r"\s*[&;|]\s*", told) if name]
    if len(several) == len(named) == 1:
        return _same(several[0], named[0])
    if len(several) == len(named):
        return all(any(_same(one, other) for other in named) for one in several)
    return len(named) == 1 and _same(gold.replace("&", " e "), named[0])


def _same(gold: str, told: str) -> bool:
    gold_words, told_words = _words(gold), _words(told)
    if not gold_words or not told_words:
        return not gold_words and not told_words
    ours, theirs = _without_titles(gold_words), _without_titles(told_words)
    short, long = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    if all(any(_alike(one, other) for other in long) for one in short):
        return len(short) == len(long) or _keeps_the_name(gold, short)
    shared = sum(any(_alike(one, other) for other in theirs) for one in ours)
    return shared / (len(ours) + len(theirs) - shared) >= _SHARED


def _keeps_the_name(gold: str, short: list[str]) -> bool:
    """Tell whether the shorter of two names holds a capitalised word of the annotated one."""
    capitalised = [_plain(word) for word in _WORD.findall(gold) if word[:1].isupper()]
    return not capitalised or any(_alike(name, one) for name in capitalised for one in short)


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(_plain(name)) if word not in _SMALL]


def _without_titles(words: list[str]) -> list[str]:
    return [word for word in words if word not in _TITLES] or words


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_ALIKE:
        return False
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
