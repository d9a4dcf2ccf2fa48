"""Write an evaluation as text: figures, breakdowns, and single errors grouped by cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quotextract.evaluation.breakdown import Row, cause, rows_of
from quotextract.evaluation.document import INDIRECT, MARKED, Document, Scope
from quotextract.evaluation.metrics import Coverage

_COLUMNS = ("gold", "pred", "S1_F1", "S2_P", "S2_R", "S2_F1", "S3_30", "S3_80", "A3",
            "A4_P", "A4_R", "A4_F1", "type_acc", "wrong_name_rate", "none_reported")  # fmt: skip
_BREAKDOWNS = ("type", "told by", "cue", "mark", "rule", "cause")
_WIDTH = 70


class Mistake(NamedTuple):
    """One error: where, what the annotator says, what the program says and by which rule."""

    cause: str
    doc_id: str
    line: int
    type: str
    words: str
    gold: str
    told: str
    rule: str
    confidence: float


def mistakes(
    documents: Sequence[Document], scopes: Sequence[Scope] = (MARKED, INDIRECT)
) -> list[Mistake]:
    """List every error of the scopes, grouped by cause, in reading order."""
    found = [one for scope in scopes for document in documents for one in _of(document, scope)]
    return sorted(found, key=lambda one: (one.type == "indirect", one.cause))


def _of(document: Document, scope: Scope) -> Iterator[Mistake]:
    text = document.gold.text
    for verdict in document.verdicts(scope):
        wrong = cause(verdict)
        if not wrong:
            continue
        gold, quote = verdict.gold, verdict.quote
        start = gold.start if gold else quote.quote_start if quote else 0
        end = gold.end if gold else quote.quote_end if quote else 0
        yield Mistake(
            cause=wrong,
            doc_id=document.gold.doc_id,
            line=text.count("\n", 0, start) + 1,
            type=gold.type if gold else quote.quote_type if quote else "",
            words=" ".join(text[start:end].split()),
            gold=gold.speaker if gold else "",
            told=quote.speaker if quote else "",
            rule=quote.attribution if quote else "",
            confidence=quote.confidence if quote else 0.0,
        )


def figures_table(figures: Mapping[str, Mapping[str, float]]) -> str:
    """Write the figures, one line a measure and one column a scope."""
    names = list(figures)
    rows = ["".ljust(16) + "".join(name.rjust(14) for name in names)]
    for column in _COLUMNS:
        cells = (_number(figures[name][column]).rjust(14) for name in names)
        rows.append(column.ljust(16) + "".join(cells))
    return "\n".join(rows)


def coverage_table(curve: Sequence[Coverage]) -> str:
    """Write how precision rises as the confidence threshold does."""
    rows = ["confidence  coverage  precision"]
    rows += [f"{c.threshold:10.2f}  {c.coverage:8.3f}  {c.precision:9.3f}" for c in curve[::2]]
    return "\n".join(rows)


def breakdown_tables(rows: Sequence[Row]) -> str:
    """Write each breakdown: annotated, found, right."""
    return "\n\n".join(_breakdown_table(by, rows_of(rows, by)) for by in _BREAKDOWNS)


def _breakdown_table(by: str, rows: Sequence[Row]) -> str:
    lines = [f"{by:24s}  gold found right"]
    lines += [f"  {row.group[:22]:22s} {row.gold:5d} {row.found:5d} {row.right:5d}" for row in rows]
    return "\n".join(lines)


def errors_list(found: Sequence[Mistake], limit: int) -> str:
    """Write at most `limit` errors of each cause, and how many there are."""
    groups: dict[str, list[Mistake]] = defaultdict(list)
    for one in found:
        groups[f"{one.cause}, indirect" if one.type == "indirect" else one.cause].append(one)
    return "\n\n".join(
        "\n".join([f"{name}: {len(group)}", *map(_line, group[:limit])])
        for name, group in groups.items()
    )


def _line(one: Mistake) -> str:
    words = one.words if len(one.words) <= _WIDTH else one.words[: _WIDTH - 1] + "…"
    rule = f" [{one.rule} {one.confidence:.2f}]" if one.rule else ""
    return f"  {one.doc_id}:{one.line} {one.type} {one.gold!r} / {one.told!r}{rule}: {words}"


def _number(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
