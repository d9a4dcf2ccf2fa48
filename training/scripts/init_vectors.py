"""Save word vectors as a small spaCy vocabulary that still knows many words.

Only the most frequent words keep a row of their own. Rarer words and the names of the
lists share the row of the word nearest to them; capitals share the row of the ordinary
spelling, typographic apostrophes and marks that of the straight ones.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import spacy
from spacy.vectors import Vectors
from tokenizer import CURLY

BLOCK = 2000
MARKS = {'"': [*"«»“”„‹›\x93\x94", "<<", ">>"], "'": [*"‘’\x91\x92"]}


def read(path: Path) -> tuple[list[str], np.ndarray]:
    """Read the words of a vector file and their vectors."""
    words, rows = [], []
    with path.open(encoding="utf8") as file:
        next(file)
        for line in file:
            word, *values = line.rstrip("\n").split(" ")
            if word != "</s>":
                words.append(word)
                rows.append(np.asarray(values, dtype="float32"))
    return words, np.vstack(rows)


def nearest(data: np.ndarray, kept: int, least: float) -> Iterator[tuple[int, int]]:
    """Yield each further word and the row most like it, where one is like enough."""
    unit = data / (np.linalg.norm(data, axis=1, keepdims=True) + 1e-8)
    for start in range(kept, len(unit), BLOCK):
        likeness = unit[start : start + BLOCK] @ unit[:kept].T
        best = likeness.argmax(axis=1)
        for i, row in enumerate(best):
            if likeness[i, row] >= least:
                yield start + i, int(row)


def spellings(word: str) -> Iterator[str]:
    """Yield the other ways to write a word."""
    yield from MARKS.get(word, [])
    if "'" in word and len(word) > 1:
        yield from (word.replace("'", mark) for mark in CURLY)
    if len(word) > 1 and word.isalpha():
        yield word.upper()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vectors", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--rows", type=int, default=30_000)
    parser.add_argument("--least", type=float, default=0.6, help="likeness to share a row")
    args = parser.parse_args()
    words, data = read(args.vectors)
    places = dict(zip(words[: args.rows], range(args.rows), strict=False))
    places |= {words[i]: row for i, row in nearest(data, args.rows, args.least)}
    for word in list(places):
        for spelling in spellings(word):
            places.setdefault(spelling, places[word])
    nlp = spacy.blank("it")
    kept = data[: args.rows] / data[: args.rows].std()
    vectors = Vectors(strings=nlp.vocab.strings, data=kept)
    for word, row in places.items():
        vectors.add(word, row=row)
    nlp.vocab.vectors = vectors
    nlp.to_disk(args.output)
    print(f"{len(places)} spellings of {len(words)} words share {args.rows} rows")


if __name__ == "__main__":
    main()
