"""Sentences with their expected quotations marked in line.

    «[D1 Vado]», ha [C1 detto] [S1 Rossi].

`[D1 …]` a direct quotation, `[M1 …]` a mixed one, `[Q1 …]` either, `[I1 …]` a reported
clause. `[S1 …]` its speaker: the fullest name that the text gives, wherever that stands;
`[S1,2 …]` speaks twice, two `[S1 …]` speak together. `[P1 …]` the words that tell the
speaker at the quotation, `[C1 …]` the cue. A quotation without S has no speaker told;
what stands between marks and is not marked here must not come out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from quotextract import Quote

TAG = re.compile(r"\[(?:…|\.{3})\]|\[(?P<kind>[DMQISPC])(?P<ids>\d(?:,\d)*) |(?P<close>\])")
TYPES = {"D": {"direct"}, "M": {"mixed"}, "Q": {"direct", "mixed"}, "I": {"indirect"}}
ARTICLE = re.compile(r"^(?:il|lo|la|i|gli|le|un|uno|una)\s+|^(?:l|un)['’]", re.IGNORECASE)
EDGES = " \u00a0\t\n.,;:!?…\u00ad"


@dataclass
class Expected:
    """One quotation that a text holds; offsets point into the text without marks."""

    start: int
    end: int
    types: set[str]
    speakers: list[str] = field(default_factory=list)
    mention: str = ""
    cue: str = ""


def numbered(cases: Mapping[str, Sequence[str]]) -> list[Any]:
    """Return a parameter for each sentence, its id the number of its case: `A12-1`, `A12-2`, …"""
    return [
        pytest.param(sentence, id=f"{case}-{number}")
        for case, sentences in cases.items()
        for number, sentence in enumerate(sentences, 1)
    ]


def strip(marked: str) -> tuple[str, list[Expected]]:
    """Return the text without marks, and the quotations they tell in order of their number."""
    text, position = "", 0
    open_tags: list[tuple[str, str, int]] = []
    closed: list[tuple[str, str, int, int]] = []
    for tag in TAG.finditer(marked):
        if not tag["kind"] and not tag["close"]:  # the writer's own brackets, «[…]»
            continue
        text += marked[position : tag.start()]
        position = tag.end()
        if tag["close"]:
            kind, ids, start = open_tags.pop()
            closed.append((kind, ids, start, len(text)))
        else:
            open_tags.append((tag["kind"], tag["ids"], len(text)))
    text += marked[position:]
    assert not open_tags, f"a mark is not closed: {marked}"
    return text, _gather(text, sorted(closed, key=lambda c: c[2]))


def _gather(text: str, closed: list[tuple[str, str, int, int]]) -> list[Expected]:
    found = {ids: Expected(a, b, TYPES[kind]) for kind, ids, a, b in closed if kind in TYPES}
    for kind, ids, start, end in closed:
        for number in ids.split(",") if kind not in TYPES else ():
            words = text[start:end]
            if kind == "S":
                found[number].speakers.append(words)
            elif kind == "P":
                found[number].mention = words
            else:
                found[number].cue = words
    return [found[number] for number in sorted(found)]


def show(quote: Quote) -> str:
    """Write a record for a person who reads a failing test."""
    return f"{quote.quote_type} «{quote.quote}» – {quote.speaker or '?'} ({quote.attribution})"


def problems(marked: str, quotes: Iterable[Quote], *, strict_indirect: bool = False) -> list[str]:
    """Return what is wrong with the records of the text that `marked` marks up."""
    text, expected = strip(marked)
    found = [q for q in quotes if q.quote_type != "none"]
    wrong, used = [], set()
    for item in expected:
        match = next((q for q in found if _same_span(text, item, q) and id(q) not in used), None)
        if match is None:
            wrong.append(f"missing: «{text[item.start : item.end]}»")
            continue
        used.add(id(match))
        wrong += _compare(item, match)
    for quote in found:
        if id(quote) not in used and (strict_indirect or quote.quote_type != "indirect"):
            wrong.append(f"not expected: {show(quote)}")
    return wrong


def _same_span(text: str, item: Expected, quote: Quote) -> bool:
    if (quote.quote_type == "indirect") != (item.types == {"indirect"}):
        return False
    if item.types == {"indirect"}:
        common = min(item.end, quote.quote_end) - max(item.start, quote.quote_start)
        whole = max(item.end, quote.quote_end) - min(item.start, quote.quote_start)
        return common / whole >= 0.8
    return text[item.start : item.end].strip(EDGES) == quote.quote.strip(EDGES) and (
        abs(item.start - quote.quote_start) < 3
    )


def _compare(item: Expected, quote: Quote) -> list[str]:
    wrong = []
    if quote.quote_type not in item.types:
        wrong.append(f"type: {show(quote)}")
    said_by = [name for name in quote.speaker.split(" & ") if name]
    if sorted(map(_name, said_by)) != sorted(map(_name, item.speakers)):
        wrong.append(f"speaker: {show(quote)}, not {' & '.join(item.speakers) or '?'}")
    if item.mention and _name(quote.speaker_mention) != _name(item.mention):
        wrong.append(f"mention: {quote.speaker_mention!r}, not {item.mention!r}")
    if item.cue and quote.cue != item.cue:
        wrong.append(f"cue: {quote.cue!r}, not {item.cue!r}")
    return wrong


def _name(name: str) -> str:
    """An article before a description is neither here nor there."""
    return ARTICLE.sub("", name.strip(" -–—,.")).casefold()
