"""The figures: what was found, whose words it is said to be, and how sure that is.

Counts are pooled over documents; the interval is a bootstrap over documents.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quotextract.evaluation.document import MARKED, Document, Scope, Verdict
from quotextract.evaluation.matching import recovered

_THRESHOLDS = tuple(step / 20 for step in range(20))
Tally = Counter[str]


def tally(document: Document, scope: Scope) -> Tally:
    """Count what the figures of one document are made of."""
    counts: Tally = Counter()
    for verdict in document.verdicts(scope):
        counts.update(_counts(verdict))
    counts["none"] = sum(item.type == "none" for item in document.gold.items)
    counts["none_reported"] = len(document.reported_scare_quotes())
    gold = document.gold_spans([item for item in document.gold.items if item.type in scope.types])
    found = document.spans([q for q in document.quotes if q.quote_type in scope.types])
    counts["recovered_30"] = recovered(gold, found, 0.3)
    counts["recovered_80"] = recovered(gold, found, 0.8)
    return counts


def _counts(verdict: Verdict) -> Iterable[str]:
    """Yield the name of everything that one verdict adds one to."""
    if verdict.gold is not None:
        yield "gold"
    if verdict.quote is not None:
        yield "found"
    if verdict.gold is None or verdict.quote is None:
        return
    known = verdict.gold.speaker not in {"", "?"}
    yield "matched"
    if verdict.overlap == 1.0:
        yield "exact"
    if verdict.gold.type == verdict.quote.quote_type:
        yield "type"
    if known:
        yield "known"
    if verdict.right:
        yield "right"
        if known:
            yield "known_right"
    elif verdict.quote.speaker.strip():
        yield "wrong_name"


def figures(counts: Tally) -> dict[str, float]:
    """Turn pooled counts into figures.

    Returns:
        Counts `gold`, `pred`, `none`; S2 and A4 as precision, recall and F1; S1_F1; S3_30 and
        S3_80 as recall; A3; `wrong_name_rate` and `type_acc` over the found; `none_reported`.
    """
    gold, found, matched = counts["gold"], counts["found"], counts["matched"]
    return {
        "gold": gold,
        "pred": found,
        **_prf("S2", matched, gold, found),
        "S1_F1": _prf("S1", counts["exact"], gold, found)["S1_F1"],
        "S3_30": _share(counts["recovered_30"], gold),
        "S3_80": _share(counts["recovered_80"], gold),
        "A3": _share(counts["known_right"], counts["known"]),
        "wrong_name_rate": _share(counts["wrong_name"], matched),
        "type_acc": _share(counts["type"], matched),
        **_prf("A4", counts["right"], gold, found),
        "none": counts["none"],
        "none_reported": _share(counts["none_reported"], counts["none"]),
    }


def interval(tallies: Sequence[Tally], figure: str, rounds: int = 500) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of a figure over documents; reproducible."""
    if not tallies:
        return 0.0, 0.0
    draw = random.Random(1)
    values = sorted(
        figures(_pooled(tallies[draw.randrange(len(tallies))] for _ in tallies))[figure]
        for _ in range(rounds)
    )
    return values[int(rounds * 0.025)], values[int(rounds * 0.975)]


class Coverage(NamedTuple):
    """At one confidence threshold: how many of the found stay, and how many of those are right."""

    threshold: float
    coverage: float
    precision: float


def coverage(documents: Sequence[Document], scope: Scope = MARKED) -> list[Coverage]:
    """Trace A5 over the quotations that match an annotated one with a known speaker."""
    judged = [
        (verdict.quote.confidence, verdict.right)
        for document in documents
        for verdict in document.verdicts(scope)
        if verdict.gold and verdict.quote and verdict.gold.speaker not in {"", "?"}
    ]
    return [_at(threshold, judged) for threshold in _THRESHOLDS]


def _at(threshold: float, judged: Sequence[tuple[float, bool]]) -> Coverage:
    kept = [right for confidence, right in judged if confidence >= threshold]
    return Coverage(threshold, _share(len(kept), len(judged)), _share(sum(kept), len(kept)))


def _pooled(tallies: Iterable[Tally]) -> Tally:
    total: Tally = Counter()
    for counts in tallies:
        total.update(counts)
    return total


def pooled_figures(tallies: Sequence[Tally]) -> dict[str, float]:
    """Return the figures over all documents."""
    return figures(_pooled(tallies))


def _prf(name: str, hits: int, gold: int, found: int) -> dict[str, float]:
    precision, recall = _share(hits, found), _share(hits, gold)
    total = precision + recall
    f1 = 2 * precision * recall / total if total else 0.0
    return {f"{name}_P": precision, f"{name}_R": recall, f"{name}_F1": f1}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
