"""Tell turns of speech that no quotation marks set apart: dash dialogue and interviews."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from quotextract.text.layout import lines
from quotextract.text.posts import stripped

Role = Literal["question", "answer", "speech"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn; offsets are Unicode code points.

    Args:
        start: Where the words begin, behind the dash or the label.
        end: Where they end.
        role: `question` and `answer` in an interview, `speech` in dash dialogue and where
            a name stands before the words.
        label_start: Where the label or the narrator's incise begins (`R.`, `chiede Anna`).
        label_end: Where it ends; equal to `label_start` where there is none.
    """

    start: int
    end: int
    role: Role
    label_start: int
    label_end: int


_DASHED = re.compile(r"[ \t]*([–—]|-(?=\s))\s*(?=[«“\"…]?[A-ZÀ-Ý…])")
_INNER = re.compile(r"(?<=\s)[–—-](?=\s|\w|$)|(?<=[?!.…,])[–—]")
_LABEL = re.compile(
    r"[ \t]*(?:(?P<q>D|Domanda|DOMANDA)|(?P<a>R|Risposta|RISPOSTA)"
    r"|(?P<name>[A-ZÀ-Ý][\w.'’]*(?: [A-ZÀ-Ý][\w.'’]*){0,3}))(?:[.:]|\s[-–—])\s+(?=\S)"
)
_LONGEST_QUESTION = 500


def dash_turns(text: str) -> list[Turn]:
    """Find what is said in dialogue set with dashes, as `– Vieni? – chiede Anna. – No.` is.

    Lists and ranges are no dialogue: somebody must ask, exclaim or be named between dashes.
    """
    return [
        turn
        for start, end in lines(text)
        if (opening := _DASHED.match(text, start, end)) and _talks(text[opening.end() : end])
        for turn in _dash_line(text, opening.end(), end)
    ]


def _talks(line: str) -> bool:
    pieces = _INNER.split(line)
    narrated = len(pieces) > 1 and pieces[1].strip()[:1].islower()
    return (narrated or "?" in line or "!" in line) and not line.rstrip().endswith((";", ","))


def _dash_line(text: str, start: int, end: int) -> Iterator[Turn]:
    """Yield the turns of a line: words and incises take turns between the dashes."""
    edges = [start, *(edge for m in _INNER.finditer(text, start, end) for edge in m.span()), end]
    pieces = [stripped(text, *piece) for piece in zip(edges[::2], edges[1::2], strict=True)]
    speech: tuple[int, int] | None = None
    for first, last in pieces:
        if speech and text[first : first + 1].islower():
            yield Turn(*speech, "speech", first, last)
            speech = None
            continue
        if speech:
            yield Turn(*speech, "speech", speech[1], speech[1])
        speech = (first, last) if first < last else None
    if speech:
        yield Turn(*speech, "speech", speech[1], speech[1])


def interview_turns(text: str) -> list[Turn]:
    """Find questions and answers: labelled (`D.`, `R.`, `Domanda:`, a name), or set apart.

    Without labels at least two paragraphs must end with a question mark, each before a
    paragraph that does not.
    """
    rows = [row for row in lines(text) if text[slice(*row)].strip()]
    return _labelled(text, rows) or _set_apart(text, rows)


def _labelled(text: str, rows: list[tuple[int, int]]) -> list[Turn]:
    """Read labelled turns; a line without label goes on with the turn before it."""
    turns: list[Turn] = []
    for start, end in rows:
        label = _LABEL.match(text, start, end)
        if label:
            role: Role = "question" if label["q"] else "answer" if label["a"] else "speech"
            turns.append(Turn(label.end(), end, role, *label.span(label.lastgroup or 0)))
        elif turns:
            turns[-1] = replace(turns[-1], end=end)
    return turns if _plausible(text, turns) else []


def _plausible(text: str, turns: list[Turn]) -> bool:
    """Tell whether labels come back, as those of two who talk do."""
    if {"question", "answer"} <= {turn.role for turn in turns}:
        return True
    labels = Counter(text[turn.label_start : turn.label_end] for turn in turns)
    again = sum(count > 1 for count in labels.values())
    return again > 1 or (again == 1 and len(turns) > 3)


def _set_apart(text: str, rows: list[tuple[int, int]]) -> list[Turn]:
    turns: list[Turn] = []
    for start, end in (stripped(text, *row) for row in rows):
        if _asks(text, start, end):
            turns.append(Turn(start, end, "question", start, start))
        elif turns and turns[-1].role == "question":
            turns.append(Turn(start, end, "answer", start, start))
        elif turns:
            turns[-1] = replace(turns[-1], end=end)
    roles = Counter(turn.role for turn in turns)
    return turns if min(roles["question"], roles["answer"]) > 1 else []


def _asks(text: str, start: int, end: int) -> bool:
    short = end - start <= _LONGEST_QUESTION
    return short and text[end - 1] == "?" and text[start] not in "«“\"'"
