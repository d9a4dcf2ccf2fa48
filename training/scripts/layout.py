"""The look of newspapers: headlines, capitals, datelines, no-break spaces."""

import random
from dataclasses import replace

from edits import insert, root, strip_stop
from frames import Frames
from words import Sentence, Word, end_line, newline

PLACES = ["ROMA", "MILANO", "TORINO", "NAPOLI", "BRUXELLES", "WASHINGTON", "Roma"]
MONTHS = "GEN FEB MAR APR MAG GIU LUG AGO SET OTT NOV DIC".split()


def hard_space(words: Sentence, rng: random.Random, _: Frames) -> Sentence:
    """Let a no-break space stand between two words, which makes it a token."""
    at = rng.randrange(1, len(words))
    if words[at - 1].space:
        words[at - 1].space = False
        words = insert(words, at, [replace(newline("\xa0"), head=at - 1)])
    return words


def headline(words: Sentence, rng: random.Random, _: Frames) -> Sentence:
    """Drop the full stop and end the line."""
    return end_line(strip_stop(words, 0.0, rng))


def capitals(words: Sentence, rng: random.Random, _: Frames) -> Sentence:
    """Write a headline in capitals."""
    for word in words:
        word.text = word.text.upper()
    return end_line(strip_stop(words, 0.5, rng))


def dateline(words: Sentence, rng: random.Random, _: Frames) -> Sentence:
    """Open as agencies do: *ROMA, 12 MAR - …*."""
    place, month = rng.choice(PLACES), rng.choice(MONTHS)
    head = root(words) + 5
    opening = [
        Word(place, False, "PROPN", "SP", "", place.title(), head, "parataxis"),
        Word(",", True, "PUNCT", "FF", "", ",", 3, "punct"),
        Word(str(rng.randint(1, 31)), True, "NUM", "N", "NumType=Card", "", 3, "nummod"),
        Word(month, True, "NOUN", "S", "", month.lower(), 0, "nmod"),
        Word("-", True, "PUNCT", "FF", "", "-", 0, "punct"),
    ]
    opening[2].lemma = opening[2].text
    return insert(words, 0, opening)
