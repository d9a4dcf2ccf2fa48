"""Sentences as plain lists of words: what conversion and augmentation work on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab


@dataclass(slots=True)
class Word:
    """A token with its annotations; `head` is an index into the sentence.

    `ent` is an IOB tag, and empty where nobody says whether there is an entity.
    """

    text: str
    space: bool = True
    pos: str = ""
    tag: str = ""
    morph: str = ""
    lemma: str = ""
    head: int = -1
    dep: str = ""
    ent: str = ""


Sentence = list[Word]


def read_docs(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """Yield the documents of a `.spacy` file."""
    yield from DocBin().from_disk(path).get_docs(vocab)


def sentences(doc: Doc) -> Iterator[Sentence]:
    """Take a parsed document apart."""
    for span in doc.sents:
        yield [
            Word(t.text, bool(t.whitespace_), t.pos_, t.tag_, str(t.morph), t.lemma_,
                 t.head.i - span.start, t.dep_, iob(t))
            for t in span
        ]  # fmt: skip


def iob(token) -> str:
    """Write the entity tag of a token."""
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else token.ent_iob_


def entities(words: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and label of each entity."""
    start = None
    for i, word in enumerate([*words, Word("", ent="O")]):
        if start is not None and not word.ent.startswith("I"):
            yield start, i, words[start].ent[2:]
            start = None
        if word.ent.startswith("B") or (word.ent.startswith("I") and start is None):
            start = i


def copied(words: Sentence) -> Sentence:
    return [replace(word) for word in words]


def newline(text: str = "\n") -> Word:
    """Make the whitespace token that ends a paragraph, attached as spaCy attaches them."""
    return Word(text, False, "SPACE", "_SP", "", text, -1, "dep", "O")


def end_line(words: Sentence) -> Sentence:
    """End the sentence with one line break or two, as paragraphs and headlines end."""
    words[-1].space = False
    breaks = "\n\n" if len(words) % 3 == 0 else "\n"
    return [*words, replace(newline(breaks), head=len(words) - 1)]


def to_doc(vocab: Vocab, parts: Iterable[Sentence]) -> Doc:
    """Join sentences into one document; unparsed words give a document without a parse."""
    words, heads, starts = [], [], []
    for part in parts:
        base = len(words)
        words += part
        heads += [base + (w.head if w.head >= 0 else i) for i, w in enumerate(part)]
        starts += [True] + [False] * (len(part) - 1)
    parsed = any(w.dep for w in words if w.pos != "SPACE")
    tagged = any(w.pos for w in words if w.pos != "SPACE")
    annotated = any(w.ent for w in words)
    return Doc(
        vocab,
        words=[w.text for w in words],
        spaces=[w.space for w in words],
        pos=[w.pos for w in words] if tagged else None,
        tags=[w.tag for w in words] if tagged else None,
        morphs=[w.morph for w in words] if tagged else None,
        lemmas=[w.lemma for w in words] if tagged else None,
        heads=heads if parsed else None,
        deps=[w.dep for w in words] if parsed else None,
        ents=[w.ent for w in words] if annotated else None,
    )


def write_docs(path: Path, docs: Iterable[Doc]) -> None:
    """Save documents in spaCy's training format."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
