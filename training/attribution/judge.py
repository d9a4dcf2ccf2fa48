r"""Tell how good the rules are, on thousands of questions: more than chance moves by a rule.

    python training/attribution/judge.py data/gold/news.jsonl data/gold/hard.jsonl \
        data/gold/more.jsonl --corpus NEWS.jsonl.gz PARAGRAPHS.jsonl.gz

Every other article is answered by weights that were fitted on the rest. No reader is asked,
and each quotation sees the true speakers before it. Run it before and after a change, and
compare the last line: of 22,599 questions one in 300 is chance.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from examples import Question, lesson, parse
from fitting import fit_ranker
from standoff import read_standoff
from train import PRIORS

from quotextract.models import bundled_path
from quotextract.pipeline.context import unread
from quotextract.pipeline.ranker import rank


def main() -> None:
    """Read the command line, print for each file how often the rules are right."""
    args = _arguments()
    halves: tuple[list[tuple[str, Question]], ...] = ([], [])
    for path in args.marked:
        for n, questions in enumerate(_questions(path, args)):
            halves[n % 2].extend((path.stem, q) for q in questions)
    counts: Counter[tuple[str, str]] = Counter()
    for asked, others in (halves, halves[::-1]):
        groups = [([c.features for c in q.candidates], q.right) for _, q in others]
        weights = fit_ranker(groups, PRIORS, l2=args.l2)
        for source, q in asked:
            (_, winner), *_ = rank(q.candidates, weights)
            for name in (source, "all"):
                counts[name, "asked"] += 1
                counts[name, "reachable"] += any(q.right)
                counts[name, "right"] += q.is_right(winner)
    for name in (*(path.stem for path in args.marked), "all"):
        _report(name, counts)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("marked", type=Path, nargs="+", help="annotations that stand apart")
    parser.add_argument("--corpus", type=Path, nargs="+", required=True, help="their articles")
    parser.add_argument("--cache", type=Path, help="folder that keeps the parses")
    parser.add_argument("--l2", type=float, default=3.0)
    return parser.parse_args()


def _questions(path: Path, args: argparse.Namespace) -> Sequence[list[Question]]:
    """Return the questions of each article of a file."""
    records = [record | {"judged": False} for record in read_standoff(path, args.corpus)]
    cache = args.cache / f"{path.stem}.spacy" if args.cache else None
    docs = parse(records, bundled_path(), cache)
    lessons = (lesson(r, doc, unread) for r, doc in zip(records, docs, strict=True))
    return [[q for q in x.questions if q.kind != "none"] for x in lessons]


def _report(name: str, counts: Counter[tuple[str, str]]) -> None:
    asked = counts[name, "asked"]
    shares = (counts[name, kind] / asked for kind in ("reachable", "right"))
    reachable, right = (f"{100 * share:.2f} %" for share in shares)
    print(f"{name:8s} asked {asked}  reachable {reachable}  right {right}")


if __name__ == "__main__":
    main()
