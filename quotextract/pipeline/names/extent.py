"""Where a name begins and ends: the recogniser takes in too much, or cuts off a part."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from quotextract.lexicon import Lexicon
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.names.name import ELIDED, OF_WORDS, PARTICLES, is_capitalised

BELONGING = frozenset("del della dell' dell’ dello dei delle".split())


def extent(doc: Doc, frames: Frames, ent: Span, lexicon: Lexicon) -> tuple[int, int]:
    """Return where a name that the recogniser found begins and ends; nothing may be left of it."""
    first, last = ent.start, ent.end
    while first < last and (
        doc[first].pos_ == "ADP"
        or doc[first].lower_ in lexicon.phrases
        or _is_lead(doc[first].text, ent.label_, lexicon)
    ):
        first += 1
    while first < last and _is_tail(doc[last - 1].text):
        last -= 1
    last = _undivided(doc, first, last)
    if ent.label_ == "PER":
        last = _unbroken(doc, first, last)
        first, last = _grown(doc, frames, first, last)
        first, last = _one_person(doc, first, last, lexicon)
    return first, last


def _is_lead(text: str, label: str, lexicon: Lexicon) -> bool:
    if not any(c.isalnum() for c in text):
        return True
    low = text.lower()
    if label == "PER" and low in lexicon.verb_forms and low not in lexicon.given_names:
        return True
    if label == "PER":
        return text[:1].islower() and low not in PARTICLES or low.rstrip(".") in lexicon.roles
    return text[:1].islower()


def _is_tail(text: str) -> bool:
    return not any(c.isalnum() for c in text) or text.lower() in OF_WORDS


def _undivided(doc: Doc, first: int, last: int) -> int:
    """Cut a name before a dash or a comma that stands free."""
    for i in range(first + 1, last):
        if doc[i].text in {"-", "–", "—", ",", ":", ";", "("} and doc[i - 1].whitespace_:
            return i
    return last


def _unbroken(doc: Doc, first: int, last: int) -> int:
    """Cut a person's name before a common word: *Messina | descrive Ubi*."""
    for i in range(first, last):
        if doc[i].text[:1].islower() and doc[i].lower_ not in PARTICLES:
            return i
    return last


def _grown(doc: Doc, frames: Frames, first: int, last: int) -> tuple[int, int]:
    """Take in what a recogniser cuts off: *Tony | D’Antonio*, *O’ | Leary*."""
    while first > 0 and doc[first - 1].text in ELIDED and not frames.is_mark[first - 1]:
        first -= 1
    while last < len(doc) and frames.owner[last] == frames.owner[first]:
        text = doc[last].text
        elided = text in ELIDED or (doc[last - 1].text in ELIDED and is_capitalised(text))
        more = is_capitalised(text) and doc[last].pos_ == "PROPN" and not doc[last].ent_type_
        if elided or more:
            last += 1
        elif (
            text in PARTICLES
            and last + 1 < len(doc)
            and is_capitalised(doc[last + 1].text)
            and text not in OF_WORDS
        ):
            last += 2
        else:
            break
    return first, last


def _one_person(doc: Doc, first: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """Part two names run together: *Cavallaro | Irene Valsecchi*, *Pini | della Porti*."""
    given = lexicon.given_names
    for i in range(first + 1, last - 1):
        if (
            doc[i].lower_ in given
            and doc[first].lower_ not in given
            and is_capitalised(doc[i].text)
        ):
            return i, last
        if doc[i].lower_ in BELONGING and i - first >= 2 and doc[first].lower_ in given:
            return first, i
    return first, last
