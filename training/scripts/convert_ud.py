"""Turn CoNLL-U files into `.spacy` files, multiword tokens merged, ten sentences a document."""

import argparse
from pathlib import Path

from spacy.training.converters import conllu_to_docs
from words import write_docs

FILES = ["train-isdt", "train-extra", "dev-isdt", "test-isdt", "test-vit", "test-pud"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("folder", type=Path, help="folder of the CoNLL-U files")
    args = parser.parse_args()
    for name in FILES:
        text = (args.folder / f"{name}.conllu").read_text(encoding="utf8")
        docs = conllu_to_docs(text, n_sents=10, merge_subtokens=True, no_print=True)
        write_docs(args.output / f"{name}.spacy", docs)


if __name__ == "__main__":
    main()
