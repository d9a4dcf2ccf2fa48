"""Vary sentences with entities: other names, other marks, capitals, line ends."""

import random
from dataclasses import replace
from pathlib import Path

from augment import restyle
from edits import enclose
from frames import lines
from layout import MONTHS
from words import Sentence, Word, copied, end_line, entities

Names = tuple[list[str], list[str]]


def load_names(folder: Path) -> Names:
    """Read given names and surnames."""
    given = [name.title() for name in lines(folder / "9000_nomi_propri.txt")]
    surnames = [name.title() for name in lines(folder / "lista_38000_cognomi.txt")]
    return given, surnames


def rename(words: Sentence, rng: random.Random, names: Names, share: float) -> Sentence:
    """Give some persons another name of the same length."""
    given, surnames = names
    for start, end, label in entities(words):
        plain = all(word.text.isalpha() and word.text.istitle() for word in words[start:end])
        if label == "PER" and plain and end - start < 3 and rng.random() < share:
            words[end - 1].text = rng.choice(surnames)
            if end - start == 2:
                words[start].text = rng.choice(given)
    return words


def capitals(words: Sentence) -> Sentence:
    for word in words:
        word.text = word.text.upper()
    return end_headline(words)


def end_headline(words: Sentence) -> Sentence:
    """Drop the full stop and end the line."""
    if words[-1].pos == "SPACE":
        return words
    if len(words) > 1 and words[-1].text == ".":
        words = words[:-1]
    return end_line(words)


def dateline(words: Sentence, rng: random.Random) -> Sentence:
    """Open as agencies do: *ROMA, 12 MAR - …*."""
    place = rng.choice(["ROMA", "MILANO", "TORINO", "NAPOLI", "BRUXELLES", "NEW YORK", "Roma"])
    month = rng.choice(MONTHS)
    first, *more = place.split()
    opening = [Word(first, bool(more), ent="B-LOC"), *(Word(w, False, ent="I-LOC") for w in more)]
    rest = [",", str(rng.randint(1, 31)), month, rng.choice("-–")]
    return opening + [Word(text, True, ent="O") for text in rest] + words


def vary(words: Sentence, rng: random.Random, names: Names) -> Sentence:
    """Apply at most one variation, then a style."""
    words = rename(copied(words), rng, names, 0.25)
    draw = rng.random()
    if draw < 0.04:
        words = capitals(words)
    elif draw < 0.10:
        words = end_headline(words)
    elif draw < 0.13:
        words = dateline(words, rng)
    elif draw < 0.18 and words[-1].text == "." and not any(word.text in '"«»“”' for word in words):
        words = enclose(words, 0, len(words), 0)
    return restyle([replace(word, head=-1) for word in words], rng)
