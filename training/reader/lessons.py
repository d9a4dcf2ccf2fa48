"""Annotated articles as what the reader learns from: windows with their answers."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

sys.path.insert(0, str(Path(__file__).parents[1] / "attribution"))
from examples import Question, best_item, lesson, words_of

from quotextract.evaluation.names import same_speaker
from quotextract.neural import TYPES
from quotextract.neural.pieces import Segmenter
from quotextract.neural.windows import Page, Window, windows
from quotextract.pipeline.context import page_of, readable, unread
from quotextract.pipeline.scene import Scene

RIGHT, WRONG, UNJUDGED = 1, 0, 2
SKIPPED = -1
ALIKE, INSIDE = 0.5, 400
NOBODY = frozenset({"", "?"})


@dataclass(frozen=True)
class Answer:
    """What is known of one quotation.

    `told` judges every mention of the page, and last whether nobody is told; `local` is
    the mention that tells the speaker right there (the last: none; -1: not known).
    """

    told: list[int]
    local: int
    kind: int


@dataclass(frozen=True)
class Task:
    """A window with the answers of its quotations, in their order."""

    article: int
    window: Window
    answers: list[Answer]


@dataclass(frozen=True)
class Article:
    """An annotated article: what the reader sees of it, and the answers by quotation."""

    id: str
    page: Page
    answers: dict[int, Answer]


def article(record: dict, doc: Doc) -> Article:
    """Return an annotated article with its answers."""
    taught = lesson(record, doc, read=unread)
    scene = taught.scene
    asked = readable(scene.mentions)
    page = page_of(scene.frames, [scene.mentions[k] for k in asked])
    answers = {}
    for question in taught.questions:
        q = question.quotation
        if q is not None:
            item = best_item(record["items"], q.start, q.end) or {}
            words = item.get("mention") or ""
            local = _local(page, (q.start, q.end), words, question.kind)
            told = _told(scene, asked, question, local)
            answers[q.index] = Answer(told, local, TYPES.index(question.kind))
    return Article(record["id"], page, answers)


def tasks(articles: Sequence[Article], segmenter: Segmenter) -> Iterator[Task]:
    """Yield the windows of all articles that hold annotated quotations."""
    for n, x in enumerate(articles):
        for window in windows(x.page, segmenter):
            known = [
                (k, q, edge)
                for k, (q, edge) in enumerate(zip(window.quotations, window.edges, strict=True))
                if q in x.answers
            ]
            if known:
                window.geometry = window.geometry[[k for k, *_ in known]]
                window.quotations = [q for _, q, _ in known]
                window.edges = [edge for *_, edge in known]
                answers = [_seen(x.answers[q], window.mentions) for q in window.quotations]
                yield Task(n, window, answers)


def _seen(answer: Answer, mentions: Sequence[int]) -> Answer:
    """Return an answer about the mentions of a window."""
    told = [answer.told[k] for k in (*mentions, -1)]
    if RIGHT not in told:
        told = [RIGHT if label == UNJUDGED else label for label in told]
    if answer.local == len(answer.told) - 1:
        local = len(mentions)
    else:
        local = mentions.index(answer.local) if answer.local in mentions else SKIPPED
    return Answer(told, local, answer.kind)


def _told(scene: Scene, asked: Sequence[int], question: Question, local: int) -> list[int]:
    """Judge every mention: does it name the speaker?

    What tells him without his name ("il tecnico") is not judged, unless nothing else does.
    """
    if question.kind == "none":
        return [WRONG] * (len(asked) + 1)
    parts = [part.strip() for part in question.speaker.split("&")]
    known = [part for part in parts if part not in NOBODY]
    right = {
        e.index for e in scene.table.entities for part in known if same_speaker(part, e.name)
    } | {
        e.index for e in scene.table.entities if known and same_speaker(question.speaker, e.name)
    }  # fmt: skip
    telling = {
        c.mention for c, good in zip(question.candidates, question.right, strict=True) if good
    }
    labels = []
    for n, k in enumerate(asked):
        entity = scene.table.of(k)
        if entity is not None and entity.index in right:
            labels.append(RIGHT)
        elif n == local or k in telling:
            labels.append(UNJUDGED)
        else:
            labels.append(WRONG)
    return [*labels, WRONG if known else RIGHT]


def _local(page: Page, quotation: tuple[int, int], words: str, kind: str) -> int:
    """Return the mention nearest to a quotation that has the annotated words."""
    if kind == "none":
        return SKIPPED
    if not words:
        return len(page.mentions)
    wanted, best, found = words_of(words), float("inf"), SKIPPED
    for k, (start, end) in enumerate(page.mentions):
        shown = words_of(page.text[start:end])
        alike = len(shown & wanted) / len(shown | wanted)
        inside = quotation[0] <= start < quotation[1]
        far = INSIDE if inside else min(abs(start - quotation[1]), abs(quotation[0] - end))
        if alike >= ALIKE and far / alike**2 < best:
            best, found = far / alike**2, k
    return found


def articles(records: Iterable[dict], docs: Iterable[Doc]) -> list[Article]:
    """Return all articles, parsed and annotated, as the reader sees them."""
    return [article(record, doc) for record, doc in zip(records, docs, strict=True)]
