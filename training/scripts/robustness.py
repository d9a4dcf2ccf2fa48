"""Score a pipeline on the project's own sentences: marks, apostrophes, headlines, names.

Each text is read in five spellings of its marks and apostrophes. The figures are shares:
sentence boundaries all right, subjects of verbs found, persons found.
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.tokens import Doc

STYLES = [("«", "»", "'"), ("“", "”", "’"), ('"', '"', "'"), ("„", "“", "’"),
          ("\x93", "\x94", "\x92")]  # fmt: skip
SUBJECTS = {"nsubj", "nsubj:pass"}


def spell(text: str, style: tuple[str, str, str]) -> str:
    """Write a text, which has « » and straight apostrophes, in another style."""
    return text.translate(str.maketrans(dict(zip("«»'", style, strict=True))))


def boundaries(doc: Doc) -> list[str]:
    return ["".join(sent.text.split()) for sent in doc.sents if sent.text.strip()]


def has_subject(doc: Doc, verb: str, subject: str) -> bool:
    """Tell whether the subject, or a name inside its phrase, hangs on the verb."""
    return any(
        token.text == verb and subject in {t.text for t in child.subtree}
        for token in doc
        for child in token.children
        if child.dep_ in SUBJECTS
    )


def check(nlp: Language, case: dict, style: tuple[str, str, str]) -> dict[str, list[bool]]:
    """Read one case in one spelling and tell what is right."""
    parts = spell(case["text"], style).split("|")
    doc = nlp("".join(p if p.endswith("\n") else p + " " for p in parts).strip())
    persons = {ent.text for ent in doc.ents if ent.label_ == "PER"}
    return {
        "sentences": [boundaries(doc) == ["".join(part.split()) for part in parts]],
        "subjects": [has_subject(doc, verb, spell(name, style)) for verb, name in case["subjects"]],
        "persons": [spell(name, style) in persons for name in case["persons"]],
    }


def shares(nlp: Language, cases: list[dict]) -> dict[str, dict[str, float]]:
    """Give the share of right answers, in per cent, by kind of text."""
    right: dict[str, Counter] = defaultdict(Counter)
    total: dict[str, Counter] = defaultdict(Counter)
    for case in cases:
        for style in STYLES:
            for name, answers in check(nlp, case, style).items():
                for kind in (case["kind"], "all"):
                    right[kind][name] += sum(answers)
                    total[kind][name] += len(answers)
    return {
        kind: {name: round(100 * right[kind][name] / n, 1) for name, n in counts.items() if n}
        for kind, counts in total.items()
    }


def add_keeper(nlp: Language) -> None:
    """Keep sentences whole around quotations, as the installed program does."""
    from quotextract.pipeline.sentences import SentenceKeeper

    Language.component("sentence_keeper", func=SentenceKeeper())
    nlp.add_pipe("sentence_keeper", before="parser")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--keep", action="store_true", help="put quotextract's keeper in front")
    parser.add_argument("--output", type=Path)
    args = parser.parse_args()
    nlp = spacy.load(args.pipeline)
    if args.keep:
        add_keeper(nlp)
    found = shares(nlp, list(srsly.read_jsonl(args.cases)))
    for kind, figures in found.items():
        print(f"{kind:12}", *(f"{name} {value}" for name, value in figures.items()))
    if args.output:
        srsly.write_json(args.output, found)


if __name__ == "__main__":
    main()
