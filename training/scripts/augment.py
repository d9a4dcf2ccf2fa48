"""Vary sentences as newspapers do: marks, apostrophes, quotations, headlines, capitals.

The first copy of the treebank stays as it is, but for the grouping into documents and
line ends; every further copy is varied. All choices follow from `--seed`.
"""

import argparse
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from edits import has_marks
from frames import Frames
from layout import capitals, dateline, hard_space, headline
from quotations import (
    announce,
    attribute,
    enclose_all,
    enclose_part,
    joined_reports,
    report,
)
from spacy.tokens import Doc
from words import Sentence, copied, end_line, read_docs, sentences, to_doc, write_docs

PAIRS = [("«", "»")] * 5 + [("“", "”")] * 5 + [('"', '"')] * 6 + [
    ("„", "“"), ("‘", "’"), ("<<", ">>"), ("\x93", "\x94"), ("“", "“"), ("‹", "›"),
]  # fmt: skip
DASHES = ["-", "–", "–", "—"]


def restyle(words: Sentence, rng: random.Random) -> Sentence:
    """Give a sentence one style of marks, apostrophes and dashes."""
    (opening, closing), inside = rng.choice(PAIRS), False
    curly = rng.choice(["'", "’", "’", "\x92"] if rng.random() < 0.1 else ["'", "’"])
    dash = rng.choice(DASHES)
    for word in words:
        if word.text in {'"', "«", "»", "“", "”"}:
            inside = word.text in "«“" or (word.text == '"' and not inside)
            word.text = word.lemma = opening if inside else closing
        elif word.text == "-" and word.pos == "PUNCT":
            word.text = word.lemma = dash
        else:
            word.text = word.text.replace("'", curly) if len(word.text) > 1 else word.text
    return words


Variation = Callable[[Sentence, random.Random, Frames], Sentence]
VARIATIONS: list[tuple[Variation, float]] = [
    (enclose_part, 0.08), (enclose_all, 0.05), (report, 0.08), (announce, 0.04), (attribute, 0.015),
    (headline, 0.05), (capitals, 0.02), (dateline, 0.02),
    (hard_space, 0.02),
]  # fmt: skip


def vary(words: Sentence, rng: random.Random, frames: Frames) -> Sentence:
    """Apply at most one variation, then a style."""
    words = copied(words)
    if not has_marks(words) and len(words) > 3:
        draw = rng.random()
        for variation, share in VARIATIONS:
            draw -= share
            if draw < 0:
                words = variation(words, rng, frames)
                break
    return restyle(words, rng)


def group(parts: list[Sentence], rng: random.Random, most: int) -> Iterator[list[Sentence]]:
    """Join neighbours into documents of one to `most` sentences, with some line breaks."""
    at = 0
    while at < len(parts):
        size = rng.randint(1, most)
        chunk = parts[at : at + size]
        yield [
            end_line(copied(p)) if rng.random() < 0.12 and p[-1].pos != "SPACE" else p
            for p in chunk[:-1]
        ] + [chunk[-1]]
        at += size


def copies(treebank: list[Sentence], frames: Frames, count: int, seed: int) -> Iterator[Doc]:
    """Yield the documents of the plain copy and of the varied ones."""
    vocab = spacy.blank("it").vocab
    rng = random.Random(seed)
    for number in range(count):
        parts = treebank
        if number:
            parts = [vary(words, rng, frames) for words in treebank]
            reports = joined_reports(treebank, 0.08, rng, frames)
            parts += [restyle(words, rng) for words in reports]
        for chunk in group(parts, rng, 12):
            yield to_doc(vocab, chunk)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("inputs", type=Path, nargs="+")
    parser.add_argument("--lists", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--copies", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    vocab = spacy.blank("it").vocab
    treebank = [s for path in args.inputs for doc in read_docs(path, vocab) for s in sentences(doc)]
    frames = Frames.load(args.lists, args.names, treebank)
    write_docs(args.output, copies(treebank, frames, args.copies, args.seed))


if __name__ == "__main__":
    main()
