"""Gold articles as training examples: candidates, types and clauses with their labels."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc, DocBin

from quotextract.evaluation.names import same_speaker
from quotextract.lexicon import load_lexicon
from quotextract.pipeline.attribution import in_order, propose
from quotextract.pipeline.entities import Entity
from quotextract.pipeline.frames import Quotation
from quotextract.pipeline import load
from quotextract.pipeline.indirect import Reported, propose_clauses, speaker_candidates
from quotextract.pipeline.scene import Candidate, Decision, Scene

FOUND, CLAUSE = 0.8, 0.5


@dataclass(slots=True)
class Question:
    """Whose words? All candidates of one quotation or clause, and which are right."""

    doc: int
    candidates: list[Candidate]
    right: list[bool]
    speaker: str
    quotation: Quotation | None = None
    kind: str = ""
    decision: Decision | None = None


@dataclass(slots=True)
class Lesson:
    """All that one gold article teaches."""

    scene: Scene
    questions: list[Question] = field(default_factory=list)
    clauses: list[tuple[Reported, bool]] = field(default_factory=list)


def parse(gold: list[dict], model: str | Path, cache: Path | None) -> list[Doc]:
    """Parse the gold articles, or read the parses kept from an earlier run."""
    nlp = load(model)
    if cache and cache.exists():
        return list(DocBin().from_disk(cache).get_docs(nlp.vocab))
    with nlp.select_pipes(disable=["quotextract_quotes", "quotextract_speakers"]):
        docs = list(nlp.pipe(d["text"] for d in gold))
    if cache:
        DocBin(docs=docs).to_disk(cache)
    return docs


def read_gold(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def lessons(gold: list[dict], docs: Iterable[Doc]) -> Iterator[Lesson]:
    """Yield one lesson an article; each quotation sees the true speakers before it."""
    lexicon = load_lexicon()
    for number, (record, doc) in enumerate(zip(gold, docs, strict=True)):
        lesson = Lesson(Scene(doc, lexicon))
        marked = [i for i in record["items"] if i["type"] != "indirect"]
        for q in in_order(lesson.scene):
            item = _best(marked, q.start, q.end, FOUND)
            if item is not None:
                lesson.questions.append(_question(number, lesson.scene, q, item))
        _add_clauses(number, lesson, record["items"])
        yield lesson


def _question(number: int, scene: Scene, q: Quotation, item: dict) -> Question:
    candidates = propose(scene, q)
    question = Question(
        number, candidates, _right(candidates, item["speaker"]), item["speaker"], q, item["type"]
    )
    if item["type"] != "none" and item["speaker"] not in {"", "?"}:
        winner = _true_winner(scene, question)
        if winner is not None:
            scene.settle(Decision(q.index, winner, 1.0, []))
    return question


def _right(candidates: list[Candidate], speaker: str) -> list[bool]:
    return [same_speaker(speaker, " & ".join(e.name for e in c.entities)) for c in candidates]


def _true_winner(scene: Scene, question: Question) -> Candidate | None:
    for candidate, right in zip(question.candidates, question.right, strict=True):
        if right:
            return candidate
    entities = [e for e in scene.table.entities if same_speaker(question.speaker, e.name)]
    return Candidate("gold", tuple(entities[:1])) if entities else None


def _add_clauses(number: int, lesson: Lesson, items: list[dict]) -> None:
    gold = [i for i in items if i["type"] == "indirect"]
    doc = lesson.scene.doc
    for sentence in lesson.scene.frames.sentences:
        if sentence.level >= 0:
            continue
        for clause in propose_clauses(lesson.scene, sentence):
            last = doc[clause.last - 1]
            item = _best(gold, doc[clause.first].idx, last.idx + len(last), CLAUSE)
            lesson.clauses.append((clause, item is not None))
            if item is not None:
                candidates = speaker_candidates(lesson.scene, clause)
                right = _right(candidates, item["speaker"])
                lesson.questions.append(
                    Question(number, candidates, right, item["speaker"], None, "indirect")
                )


def _best(items: list[dict], start: int, end: int, floor: float) -> dict | None:
    scored = [(_overlap(start, end, i["start"], i["end"]), n) for n, i in enumerate(items)]
    score, n = max(scored, default=(0.0, -1))
    return items[n] if score >= floor else None


def _overlap(a: int, b: int, c: int, d: int) -> float:
    common = min(b, d) - max(a, c)
    return common / (max(b, d) - min(a, c)) if common > 0 else 0.0


Speaker = Callable[[Entity], str]
