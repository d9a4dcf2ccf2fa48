"""Small edits of a parsed sentence that keep its tree a tree."""

import random

from words import Sentence, Word

STOPS = {".", "!", "?", "...", "…"}


def mark(text: str, head: int, space: bool) -> Word:
    return Word(text, space, "PUNCT", "FB", "", text, head, "punct", "O")


def insert(words: Sentence, at: int, new: Sentence) -> Sentence:
    """Put words, whose heads count from the new sentence, in front of position `at`."""
    for word in words:
        word.head += len(new) * (word.head >= at)
    return words[:at] + new + words[at:]


def subtree(words: Sentence, top: int) -> set[int]:
    """Collect the positions below a word, itself included."""
    found = {top}
    while True:
        more = {i for i, w in enumerate(words) if w.head in found} | found
        if more == found:
            return found
        found = more


def enclose(words: Sentence, start: int, end: int, head: int) -> Sentence:
    """Put marks around words[start:end]; both hang on `head`."""
    at_end = words[end - 1].space
    words[end - 1].space = False
    words = insert(words, end, [mark('"', head, at_end)])
    shifted = head + 1 if head >= start else head
    words[end].head = head
    words = insert(words, start, [mark('"', shifted, False)])
    words[end + 1].head = shifted
    return words


def root(words: Sentence) -> int:
    return next(i for i, w in enumerate(words) if w.dep in {"root", "ROOT"})


def has_marks(words: Sentence) -> bool:
    return any(word.text in '"«»“”' for word in words)


def strip_stop(words: Sentence, keep: float, rng: random.Random) -> Sentence:
    """Drop a full stop; question and exclamation marks say something and stay."""
    if words[-1].text in {".", ";", ":"} and rng.random() >= keep:
        words = words[:-1]
        words[-1].space = False
    return words
