r"""Train ranker, type classifier, clause classifier and calibration from annotated articles.

    python training/attribution/train.py GOLD.jsonl --also data/gold/articles \
        --marked data/gold/news.jsonl --more data/gold/hard.jsonl data/gold/more.jsonl \
        --corpus NEWS.jsonl.gz PARAGRAPHS.jsonl.gz \
        --readings data/gold/readings.jsonl --out quotextract/resources/weights.json

Decisions that feed the type classifier and the calibration come from rankers that
have not seen the article (five folds over articles).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from examples import Lesson, Question, lesson, parse, read_articles, read_readings
from fitting import fit_classifier, fit_platt, fit_ranker
from standoff import read_standoff

from quotextract.models import bundled_path
from quotextract.pipeline.context import unread
from quotextract.pipeline.kinds import type_features
from quotextract.pipeline.ranker import rank
from quotextract.pipeline.scene import Decision

FOLDS = 5
SCARCE = 4
TRUST, TRUST_IN_TYPES = 2, 4
PRIORS, CLAUSE_PRIORS, TYPE_PRIORS = (
    json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    for name in ("priors.json", "clause_priors.json", "type_priors.json")
)


def main() -> None:
    """Read the command line, train, write the weights."""
    args = _arguments()
    gold = [x for path in args.gold for x in _teach(read_articles(path), path, args)]
    also = [x for path in args.also for x in _teach(read_articles(path), path, args)]
    marked = _teach_marked(args)
    taught = gold + marked + also
    own = _own_mistakes(taught, args.l2)
    asked = _asked([x for x in own if x.read])
    careful = _asked(own[: len(gold)])
    weights = {
        "ranker": _fit(taught + own, args.l2),
        "types": _fit_types(own, {x.record["id"] for x in also}, args.l2_types),
        "calibration": _calibrate(careful),
        "indirect": _fit_clauses(own, args.l2_clauses),
        "source": "trained on annotated news articles by training/attribution/train.py",
    }
    text = json.dumps(weights, ensure_ascii=False, indent=1, sort_keys=True)
    args.out.write_text(text + "\n", encoding="utf-8")
    _report(asked)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="annotated articles")
    parser.add_argument(
        "--also", type=Path, nargs="*", default=[],
        help="more articles, with too few scare quotes: theirs count several times",
    )  # fmt: skip
    parser.add_argument("--marked", type=Path, help="annotations that stand apart")
    parser.add_argument(
        "--more", type=Path, nargs="*", default=[],
        help="the same, whose reported clauses nobody judged",
    )  # fmt: skip
    parser.add_argument(
        "--corpus", type=Path, nargs="*", default=[], help="where the articles of both are"
    )
    parser.add_argument(
        "--readings", type=Path,
        help="what the reader says of articles it has not seen; the others teach a first stage. "
        "Without it the weights are for --fast",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--model", default=str(bundled_path()))
    parser.add_argument("--cache", type=Path, help="folder that keeps the parses")
    parser.add_argument("--l2", type=float, default=3.0)
    parser.add_argument("--l2-types", type=float, default=3.0)
    parser.add_argument("--l2-clauses", type=float, default=2.0)
    return parser.parse_args()


def _teach(gold: list[dict], path: Path, args: argparse.Namespace) -> list[Lesson]:
    cache = args.cache / f"{path.stem}.spacy" if args.cache else None
    docs = parse(gold, args.model, cache)
    if args.readings is None:
        return [lesson(record, doc, unread) for record, doc in zip(gold, docs, strict=True)]
    read = read_readings(args.readings)
    return [
        lesson(record, doc, read.get(record["id"])) for record, doc in zip(gold, docs, strict=True)
    ]


def _teach_marked(args: argparse.Namespace) -> list[Lesson]:
    found = []
    for path in filter(None, (args.marked, *args.more)):
        records = read_standoff(path, args.corpus)
        found += _teach([r | {"judged": path == args.marked} for r in records], path, args)
    return found


def _asked(taught: list[Lesson]) -> list[Question]:
    return [q for x in taught for q in x.questions if q.kind != "none"]


def _fit(taught: list[Lesson], l2: float) -> dict[str, float]:
    """Fit the ranker: what articles without readings teach is where the others start from."""
    weights = PRIORS
    for known in _stages(taught):
        groups = [([c.features for c in q.candidates], q.right) for q in _asked(known)]
        weights = fit_ranker(groups, weights, l2=l2 if weights is PRIORS else TRUST * l2)
    return weights


def _stages(taught: list[Lesson]) -> list[list[Lesson]]:
    """Return the articles without readings and those with, where there are any."""
    stages = [[x for x in taught if not x.read], [x for x in taught if x.read]]
    return [stage for stage in stages if stage]


def _own_mistakes(taught: list[Lesson], l2: float) -> list[Lesson]:
    """Go through every article again with a ranker that has not seen it deciding."""
    rankers = [
        _fit([x for n, x in enumerate(taught) if n % FOLDS != fold], l2) for fold in range(FOLDS)
    ]
    return [_again(x, rankers[n % FOLDS]) for n, x in enumerate(taught)]


def _again(taught: Lesson, ranker: dict[str, float]) -> Lesson:
    again = lesson(taught.record, taught.doc, taught.read, ranker)
    for q in again.questions:
        (p, winner), *_ = rank(q.candidates, ranker)
        q.decision = Decision(-1, winner, p, [])
    return again


def _fit_types(taught: list[Lesson], scarce: set[str], l2: float) -> dict[str, dict[str, float]]:
    """Fit the type classifier in the same stages; some articles are short of scare quotes."""
    weights = TYPE_PRIORS
    for known in _stages(taught):
        rows: list[dict[str, float]] = []
        labels: list[str] = []
        for x in known:
            for q in x.questions:
                if q.quotation is not None and q.decision is not None:
                    rare = q.kind == "none" and x.record["id"] in scarce
                    times = SCARCE if rare else 1
                    rows += [type_features(x.scene, q.quotation, q.decision)] * times
                    labels += [q.kind] * times
        held = l2 if weights is TYPE_PRIORS else TRUST_IN_TYPES * l2
        weights = fit_classifier(rows, labels, weights, l2=held)
    return weights


def _fit_clauses(taught: list[Lesson], l2: float) -> dict[str, float]:
    """Fit the clause classifier: a logistic regression that starts from a linguist's weights.

    A clause against nothing is a ranking of two, so the ranker's fit serves.
    """
    found = [pair for x in taught for pair in x.clauses]
    return fit_ranker([([c.features, {}], [good, not good]) for c, good in found],
                      CLAUSE_PRIORS, l2=l2)  # fmt: skip


def _is_right(q: Question) -> bool:
    return q.is_right(q.decision.winner if q.decision else None)


def _calibrate(held_out: list[Question]) -> tuple[float, float]:
    told = [q for q in held_out if q.decision and q.decision.winner.entities]
    return fit_platt(
        [q.decision.confidence for q in told if q.decision], [_is_right(q) for q in told]
    )


def _report(held_out: list[Question]) -> None:
    """Print how often the right speaker was among the candidates, and chosen."""
    for kind in ("direct", "mixed", "indirect"):
        asked = [q for q in held_out if q.kind == kind]
        reachable = sum(any(q.right) for q in asked)
        right = sum(_is_right(q) for q in asked)
        print(f"{kind:9s} asked {len(asked)}  reachable {reachable}  right, unseen {right}")


if __name__ == "__main__":
    main()
