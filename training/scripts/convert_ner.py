"""Turn IOB files into `.spacy` files, with the labels of two traditions reconciled.

KIND calls a state that acts ORG, WikiNEuRal calls it LOC; KIND has no MISC. So in a
`--silver` file the entities whose label is a matter of tradition (`--gold` knows them
under another label) and all MISC entities are marked as missing, neither positive nor
negative.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

import spacy
from augment_ner import load_names, vary
from spacy.util import minibatch
from words import Sentence, Word, end_line, entities, to_doc, write_docs

NO_SPACE_BEFORE = set(".,;:!?)]}»”…%") | {"...", "),", ").", "):"}
NO_SPACE_AFTER = set("([{«“")
CLOSING = set(".!?:;…»”\"',)") | {"...", "».", '".'}  # a sentence without one was a headline


def read_iob(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file of `word TAB tag` lines."""
    lines = path.read_text(encoding="utf8").splitlines()
    for filled, group in groupby(lines, key=lambda line: bool(line.strip())):
        if filled:
            rows = [line.split("\t") for line in group]
            words = spaced([Word(row[0], ent=row[1]) for row in rows])
            yield words if words[-1].text in CLOSING else end_line(words)


def spaced(words: Sentence) -> Sentence:
    """Guess the spaces between words, which IOB files do not keep."""
    inside = False
    for word, following in pairwise(words):
        if word.text == '"':
            inside = not inside
        elided = word.text[-1] in "'’" and word.text[:-1].isalpha() and word.text[:-1] != "po"
        word.space = not (
            following.text in NO_SPACE_BEFORE
            or word.text in NO_SPACE_AFTER
            or (elided and following.text[0].isalnum())
            or (word.text == '"' and inside)
            or (following.text == '"' and inside)
        )
    return words


def surface(words: Sentence, start: int, end: int) -> str:
    return " ".join(word.text for word in words[start:end]).lower()


def known_labels(paths: list[Path]) -> dict[str, set[str]]:
    """Collect the labels under which the gold files know each entity."""
    labels = defaultdict(set)
    for path in paths:
        for words in read_iob(path):
            for start, end, label in entities(words):
                labels[surface(words, start, end)].add(label)
    return labels


def reconcile(words: Sentence, known: dict[str, set[str]]) -> Sentence:
    """Mark as missing what the gold tradition labels otherwise or not at all."""
    for start, end, label in list(entities(words)):
        if label == "MISC" or known.get(surface(words, start, end), {label}) != {label}:
            for word in words[start:end]:
                word.ent = ""
    return words


def with_variants(
    parts: list[Sentence], count: int, folder: Path, rng: random.Random
) -> list[Sentence]:
    """Add varied copies behind the plain sentences."""
    names = load_names(folder)
    return parts + [vary(words, rng, names) for _ in range(count) for words in parts]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("inputs", type=Path, nargs="+")
    parser.add_argument("--gold", type=Path, nargs="*", help="reconcile with these files")
    parser.add_argument("--size", type=int, default=8, help="sentences a document")
    parser.add_argument("--varied", type=int, default=0, help="varied copies to add")
    parser.add_argument("--names", type=Path, help="folder of name lists, for varied copies")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    vocab = spacy.blank("it").vocab
    parts = [words for path in args.inputs for words in read_iob(path)]
    if args.gold:
        known = known_labels(args.gold)
        parts = [reconcile(words, known) for words in parts]
    if args.varied:
        parts = with_variants(parts, args.varied, args.names, random.Random(args.seed))
    write_docs(args.output, (to_doc(vocab, group) for group in minibatch(parts, args.size)))


if __name__ == "__main__":
    main()
