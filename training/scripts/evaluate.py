"""Score a pipeline on treebank and entity files, and write the figures to a JSON file."""

import argparse
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.training import Example
from words import read_docs

SYNTAX = ["token_acc", "pos_acc", "tag_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las",
          "sents_p", "sents_r", "sents_f"]  # fmt: skip
ENTITIES = ["ents_p", "ents_r", "ents_f"]


def score(nlp: Language, path: Path) -> dict[str, float]:
    """Score a pipeline on the annotations that a file has, in per cent."""
    gold = list(read_docs(path, nlp.vocab))
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in gold]
    parsed = gold[0].has_annotation("DEP")
    scores = nlp.evaluate(examples, batch_size=50)
    found = {name: scores[name] for name in (SYNTAX if parsed else ENTITIES)}
    if not parsed:
        by_label = scores["ents_per_type"] or {}
        found |= {f"{label}_f": by_label[label]["f"] for label in sorted(by_label)}
    return {name: round(100 * (value or 0.0), 2) for name, value in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--output", type=Path)
    args = parser.parse_args()
    nlp = spacy.load(args.pipeline)
    scores = {path.stem: score(nlp, path) for path in args.files}
    for name, found in scores.items():
        print(name, *(f"{key} {value}" for key, value in found.items()))
    if args.output:
        srsly.write_json(args.output, scores)


if __name__ == "__main__":
    main()
