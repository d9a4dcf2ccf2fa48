"""Where it goes well and where it does not: the found and the right, group by group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quotextract.evaluation.annotation import GoldItem
from quotextract.evaluation.document import MARKED, Document, Scope, Verdict

_PRONOUNS = frozenset(
    "lui lei loro egli ella esso essa essi esse questi quello quella costui io noi chi quest'ultimo"
    " quest'ultima stesso stessa lo la gli le uno una".split()
)
_MARKS = "«»“”„\"'‘’<‹`\x93\x94"
_NEAR = 300


class Row(NamedTuple):
    """One group: how many are annotated, found, and given the right speaker."""

    by: str
    group: str
    gold: int
    found: int
    right: int


def breakdown(documents: Sequence[Document], scope: Scope = MARKED) -> list[Row]:
    """Count by type, by how the speaker is told, where the cue stands, mark, rule and cause."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for document in documents:
        for verdict in document.verdicts(scope):
            for by, group in _groups(verdict):
                counts.update((by, group, what) for what in _achieved(verdict))
    return [
        Row(by, group, *(counts[by, group, what] for what in ("gold", "found", "right")))
        for by, group in dict.fromkeys((by, group) for by, group, _ in sorted(counts))
    ]


def cause(verdict: Verdict) -> str:
    """Name what is wrong with a verdict; empty where nothing is."""
    if verdict.quote is None:
        return "missed"
    if verdict.gold is None:
        return _why_spurious(verdict)
    if verdict.right:
        return ""
    return "wrong speaker" if verdict.quote.speaker.strip() else "no speaker"


def _why_spurious(verdict: Verdict) -> str:
    """Tell apart scare quotes, wrong limits and what nobody annotated at all."""
    quote = verdict.quote
    if quote is None:
        return ""
    touched = [
        item
        for item in verdict.document.gold.items
        if item.start < quote.quote_end and quote.quote_start < item.end
    ]
    if any(item.type == "none" and _same_place(item, quote.quote_start) for item in touched):
        return "scare quote"
    return "wrong limits" if any(item.type != "none" for item in touched) else "spurious"


def _same_place(item: GoldItem, start: int) -> bool:
    return abs(item.start - start) < 3


def _achieved(verdict: Verdict) -> Iterator[str]:
    if verdict.gold:
        yield "gold"
    if verdict.quote:
        yield "found"
    if verdict.right:
        yield "right"


def _groups(verdict: Verdict) -> Iterator[tuple[str, str]]:
    if verdict.gold:
        yield "type", verdict.gold.type
        yield "told by", told_by(verdict.gold)
        yield "cue", cue_position(verdict.document.gold.text, verdict.gold)
        yield "mark", mark(verdict.document.gold.text, verdict.gold)
    if verdict.quote:
        yield "rule", verdict.quote.attribution or "(none)"
    wrong = cause(verdict)
    if wrong:
        yield "cause", wrong


def told_by(item: GoldItem) -> str:
    """Tell how the article names the speaker at a quotation."""
    if item.speaker in {"", "?"}:
        return "nobody"
    words = re.findall(r"\w+(?:'\w+)?", item.mention)
    if not words:
        return "null subject" if item.cue else "nothing"
    if all(word.lower() in _PRONOUNS for word in words):
        return "pronoun"
    spoken = set(re.findall(r"\w+", item.speaker))
    return "name" if any(word[:1].isupper() and word in spoken for word in words) else "role"


def cue_position(text: str, item: GoldItem) -> str:
    """Tell where the reporting words stand: before, inside or after the quotation."""
    if not item.cue:
        return "none"
    if item.cue in text[item.start : item.end]:
        return "inside"
    before = text.rfind(item.cue, max(0, item.start - _NEAR), item.start)
    after = text.find(item.cue, item.end, item.end + _NEAR)
    if before < 0 and after < 0:
        return "far"
    nearer = after < 0 or (before >= 0 and item.start - before <= after - item.end)
    return "before" if nearer else "after"


def mark(text: str, item: GoldItem) -> str:
    """Return the opening mark that stands before a quotation, or `no mark`."""
    before = text[max(0, item.start - 3) : item.start].rstrip()[-1:]
    return before if before and before in _MARKS else "no mark"


def rows_of(rows: Iterable[Row], by: str) -> list[Row]:
    """Return the rows of one breakdown, the largest group first."""
    return sorted((row for row in rows if row.by == by), key=lambda row: -(row.gold or row.found))
