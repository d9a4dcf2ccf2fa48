"""Measure parsing the frame instead of the quotation.

The inside of every long quotation becomes one word; then the same questions as in
cue_subjects.py are put to the parse of both texts, and both are timed.
"""

import argparse
import time
from pathlib import Path

import spacy
import srsly
from cue_subjects import judge
from spacy.language import Language

from quotextract.text.marks import pair_marks

WORD = "questo"
Record = dict


def folds(text: str, least: int) -> list[tuple[int, int]]:
    """Find the insides of the outermost quotations of at least so many characters."""
    spans = [span for span in pair_marks(text) if span.depth == 0 and span.closer]
    return [(s.start, s.end) for s in spans if s.end - s.start >= least]


def folded(record: Record, least: int) -> Record:
    """Fold the text of a record and move its items to where they now stand."""
    pieces, moved, at = [], {}, 0
    for start, end in folds(record["text"], least):
        pieces += [record["text"][at:start], WORD]
        moved[start, end] = len("".join(pieces))
        at = end
    text = "".join([*pieces, record["text"][at:]])

    def place(offset: int) -> int:
        """Move an offset; one inside a fold goes to its end."""
        gone = 0
        for start, end in moved:
            if offset >= end:
                gone += end - start - len(WORD)
            elif offset > start:
                return moved[start, end]
        return offset - gone

    items = [item | {"start": place(item["start"]), "end": place(item["end"])}
             for item in record["items"]]  # fmt: skip
    return {"text": text, "items": items}


def report(nlp: Language, name: str, records: list[Record]) -> None:
    start = time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(record["text"] for record in records))
    elapsed = time.perf_counter() - start
    answers = [judge(nlp, record) for record in records]
    right = sum(sum(answer["subject"]) for answer in answers)
    total = sum(len(answer["subject"]) for answer in answers)
    print(f"{name}: {tokens} tokens in {elapsed:.1f} s, subject right {right} of {total}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--least", type=int, default=40, help="shortest quotation to fold")
    args = parser.parse_args()
    nlp = spacy.load(args.pipeline)
    records = list(srsly.read_jsonl(args.gold))
    report(nlp, "whole", records)
    report(nlp, "folded", [folded(record, args.least) for record in records])


if __name__ == "__main__":
    main()
