"""Tokenise raw text, one paragraph a line, for training word vectors."""

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import spacy
from tokenizer import set_tokenizer

PLAIN = str.maketrans({"’": "'", "\x92": "'", "‘": "'", "«": '"', "»": '"', "“": '"', "”": '"'})


def paragraphs(path: Path) -> Iterator[str]:
    """Yield the texts of a gzipped `{"text"}` file."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            yield json.loads(line)["text"]


def key(text: str) -> str:
    """Reduce a text to its letters, to compare sentences whatever their spacing."""
    return re.sub(r"\W+", "", text.lower())


def held_out(paths: list[Path]) -> set[str]:
    """Collect the sentences of development and test files, which must not be seen."""
    return {
        key(line.removeprefix("# text = "))
        for path in paths
        for line in path.read_text(encoding="utf8").splitlines()
        if line.startswith("# text = ")
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("raw", type=Path, nargs="+")
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    args = parser.parse_args()
    nlp = set_tokenizer(spacy.blank("it"))
    unseen = held_out(args.without)
    with args.output.open("w", encoding="utf8") as out:
        for path in args.raw:
            for text in paragraphs(path):
                if key(text) not in unseen:
                    tokens = (token.text for token in nlp.make_doc(text.translate(PLAIN)))
                    out.write(" ".join(" ".join(tokens).split()) + "\n")


if __name__ == "__main__":
    main()
