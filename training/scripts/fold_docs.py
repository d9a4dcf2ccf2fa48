"""Fold the long quotations of annotated documents, to train a parser of frames.

The words inside become one, which takes the place of the head of the quotation; what hung
on any of them from outside hangs on it. So fold.py can ask a parser that knows such words.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import spacy
from edits import has_marks
from fold import WORD, folds
from spacy.tokens import Doc
from words import Sentence, read_docs, sentences, to_doc, write_docs


def heads(words: Sentence, i: int) -> list[int]:
    """List the words between a word and the root of its sentence."""
    above: list[int] = []
    while words[i].head != i:
        i = words[i].head
        above.append(i)
    return above


def fold(words: Sentence, start: int, end: int) -> Sentence:
    """Put one word in the place of the words from `start` to `end`."""
    # The word nearest to the root: those above it are all outside, so no circle arises.
    top = min(range(start, end), key=lambda i: len(heads(words, i)))

    def place(i: int) -> int:
        return i if i < start else start if i < end else i - (end - start) + 1

    word = replace(words[top], text=WORD, space=words[end - 1].space, lemma=WORD,
                   pos="PRON", tag="PD", morph="Gender=Masc|Number=Sing|PronType=Dem")  # fmt: skip
    return [replace(w, head=place(w.head)) for w in [*words[:start], word, *words[end:]]]


def token_spans(words: Sentence, least: int) -> Iterator[tuple[int, int]]:
    """Yield the words of each long quotation of a sentence, last first."""
    starts, text = {}, ""
    for i, word in enumerate(words):
        starts[len(text)] = i
        text += word.text + " " * word.space
    starts[len(text)] = len(words)
    for start, end in reversed(folds(text, least)):
        last = next((at for at in starts if at >= end), len(text))
        if start in starts:
            yield starts[start], starts[last]


def folded(doc: Doc, least: int) -> Iterator[Sentence]:
    """Yield the sentences of a document, their long quotations folded."""
    for words in sentences(doc):
        if has_marks(words):
            for start, end in token_spans(words, least):
                words = fold(words, start, end)
        yield words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=Path)
    parser.add_argument("input", type=Path)
    parser.add_argument("--least", type=int, default=40, help="shortest quotation to fold")
    args = parser.parse_args()
    vocab = spacy.blank("it").vocab
    docs = [to_doc(vocab, folded(doc, args.least)) for doc in read_docs(args.input, vocab)]
    write_docs(args.output, docs)
    words = sum(token.text == WORD for doc in docs for token in doc)
    print(f"{len(docs)} documents, {sum(map(len, docs))} tokens, {words} of them {WORD!r}")


if __name__ == "__main__":
    main()
