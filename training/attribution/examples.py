"""Gold articles as training examples: candidates, types and clauses with their labels."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from spacy.tokens import Doc, DocBin

from quotextract.evaluation.annotation import GoldItem
from quotextract.evaluation.gold import read_gold
from quotextract.evaluation.names import same_speaker
from quotextract.lexicon import load_lexicon, preposition_forms
from quotextract.neural import TYPES, Page, Reading
from quotextract.pipeline import load
from quotextract.pipeline.attribution import in_order, propose
from quotextract.pipeline.context import Read, unread
from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.indirect import Reported, open_clauses, speaker_candidates
from quotextract.pipeline.ranker import rank
from quotextract.pipeline.scene import Candidate, Decision, Scene

FOUND, CLAUSE, SAME_CUE = 0.8, 0.5, 0.3
OWNERS = frozenset({"person", "place"})
WORD = re.compile(r"\w+")
GOVERNING = frozenset(
    form.rstrip("’'") for word in ("di", "da", "in", "su") for form in preposition_forms(word)
)


@dataclass(slots=True)
class Question:
    """Whose words? All candidates of one quotation or clause, and which are right."""

    candidates: list[Candidate]
    right: list[bool]
    speaker: str
    quotation: Quotation | None = None
    kind: str = ""
    decision: Decision | None = None

    def is_right(self, winner: Candidate | None) -> bool:
        """Tell whether a candidate is right; none is not."""
        return any(c is winner and r for c, r in zip(self.candidates, self.right, strict=True))


@dataclass(slots=True)
class Lesson:
    """All that one gold article teaches."""

    scene: Scene
    record: dict
    doc: Doc
    read: Read | None = None
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


def read_articles(path: Path) -> list[dict]:
    """Read annotated articles, JSON lines or tagged texts, as plain records."""
    return [
        {"id": a.doc_id, "text": a.text, "items": [_plain(item) for item in a.items]}
        for a in read_gold(path)
    ]


def read_readings(path: Path) -> dict[str, Read]:
    """Return for each article, by its id, what a reader that never saw it says.

    The file holds for each quotation its offsets, the probability that nobody is told, the
    mentions with their offsets and two probabilities, and the probabilities of the types.
    """
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["id"]: partial(_look_up, row["quotations"]) for row in rows}


def _look_up(told: list[list], page: Page) -> dict[int, Reading]:
    spans = {span: k for k, span in enumerate(page.mentions)}
    quotations = {span: k for k, span in enumerate(page.quotations)}
    readings = {}
    for start, end, untold, mentions, types in told:
        likely = [(spans[a, b], p, local) for a, b, p, local in mentions if (a, b) in spans]
        if (start, end) in quotations:
            readings[quotations[start, end]] = Reading(
                {k: p for k, p, _ in likely},
                untold,
                {k: local for k, _, local in likely},
                dict(zip(TYPES, types, strict=True)),
            )
    return readings


def _plain(item: GoldItem) -> dict:
    return {
        "start": item.start, "end": item.end, "type": item.type, "speaker": item.speaker,
        "mention": item.mention, "cue": item.cue,
    }  # fmt: skip


def lesson(
    record: dict, doc: Doc, read: Read | None = None, ranker: Mapping[str, float] | None = None
) -> Lesson:
    """Return what one article teaches.

    Each quotation sees the true speakers before it, or with a ranker those that it
    would choose: so the final ranker learns to live with its own mistakes. `read`
    stands for the reader: one that has not seen the article. Without any nothing is said
    of the whole article. A record that is not `judged` teaches nothing of its clauses.
    """
    taught = Lesson(Scene(doc, load_lexicon(), read or unread), record, doc, read)
    for q in in_order(taught.scene):
        item = best_item(record["items"], q.start, q.end)
        if item is not None:
            taught.questions.append(_question(taught.scene, q, item, ranker))
    if record.get("judged", True):
        _add_clauses(taught, record["items"])
    return taught


def _question(
    scene: Scene, q: Quotation, item: dict, ranker: Mapping[str, float] | None
) -> Question:
    candidates = propose(scene, q)
    right = _right(scene, candidates, item["speaker"])
    question = Question(candidates, right, item["speaker"], q, item["type"])
    if ranker is not None:
        (p, winner), *_ = rank(candidates, ranker)
        question.decision = Decision(q.index, winner, p, [])
    elif item["speaker"] not in {"", "?"}:
        winner = _true_winner(scene, question)
        question.decision = winner and Decision(q.index, winner, 1.0, [])
    if item["type"] != "none" and question.decision is not None:
        scene.settle(question.decision)
    return question


def _right(scene: Scene, candidates: list[Candidate], speaker: str) -> list[bool]:
    """Tell which candidates are right; one of several only where nobody proposes them all."""
    meant = bearers(scene, speaker)
    right = [
        c.entities[0].index in meant
        if len(c.entities) == 1
        else same_speaker(speaker, " & ".join(e.name for e in c.entities))
        for c in candidates
    ]
    all_of_them = [
        r and len(c.entities) == len(speaker.split("&"))
        for c, r in zip(candidates, right, strict=True)
    ]
    return all_of_them if any(all_of_them) else right


def bearers(scene: Scene, speaker: str) -> set[int]:
    """Return whom a name may mean, by index: of *una ragazza di Valmora* not the place."""
    return {e.index for e in scene.table.entities if is_called(e, speaker)}


def is_called(entity: Entity, speaker: str) -> bool:
    """Tell whether an entity bears a speaker's name: not *Renzo* his mother's."""
    owns = entity.kind in OWNERS and belongs(speaker, entity.name)
    return same_speaker(speaker, entity.name) and not owns


def _true_winner(scene: Scene, question: Question) -> Candidate | None:
    for candidate, right in zip(question.candidates, question.right, strict=True):
        if right:
            return candidate
    meant = bearers(scene, question.speaker)
    entities = [e for e in scene.table.entities if e.index in meant]
    return Candidate("gold", tuple(entities[:1])) if entities else None


def _add_clauses(taught: Lesson, items: list[dict]) -> None:
    """Add every clause that holds no quotation, and those that are reported as questions."""
    doc, quotations = taught.doc, taught.scene.frames.quotations
    quoted = [(i["start"], i["end"]) for i in items if i["type"] in {"direct", "mixed"}]
    marks = [q for q in quotations if any(_overlap(q.start, q.end, *s) > 0 for s in quoted)]
    reported = [i for i in items if i["type"] == "indirect"]
    for clause in open_clauses(taught.scene, [(q.first, q.last) for q in marks]):
        last = doc[clause.last - 1]
        start, end = doc[clause.first].idx, last.idx + len(last)
        taught.clauses.append((clause, _is_reported(doc, clause, start, end, reported)))
        item = _best(reported, start, end, CLAUSE)
        if item is not None:
            candidates = speaker_candidates(taught.scene, clause)
            right = _right(taught.scene, candidates, item["speaker"])
            taught.questions.append(Question(candidates, right, item["speaker"], None, "indirect"))


def _is_reported(doc: Doc, clause: Reported, start: int, end: int, items: list[dict]) -> bool:
    """Tell whether a clause is reported; whether its edges are right is another question."""
    for item in items:
        overlap = _overlap(start, end, item["start"], item["end"])
        if clause.cue is None or not item["cue"]:
            good = overlap >= CLAUSE
        else:
            shared = words_of(clause.cue.text(doc)) & words_of(item["cue"])
            good = bool(shared) and overlap >= SAME_CUE
        if good:
            return True
    return False


def belongs(speaker: str, name: str) -> bool:
    """Tell whether a name only says whose or where a speaker is.

    >>> belongs("una ragazza di Valmora", "Valmora"), belongs("sindaco di Como Ugo Pini", "Pini")
    (True, False)
    """
    words, wanted = WORD.findall(speaker), {word.lower() for word in WORD.findall(name)}
    before = words[: next((n for n, word in enumerate(words) if word.lower() in wanted), 0)]
    if not any(word.lower() in GOVERNING for word in before):
        return False
    apart = len(wanted) > 1 or before[-1][:1].isupper()
    return not apart or before[-1].lower() in GOVERNING


def words_of(text: str) -> set[str]:
    """Return the words of a text in small letters, elided ones apart."""
    return set(text.lower().replace("’", " ").replace("'", " ").split())


def best_item(items: list[dict], start: int, end: int) -> dict | None:
    """Return the annotation of the marked stretch at these offsets."""
    return _best([i for i in items if i["type"] != "indirect"], start, end, FOUND)


def _best(items: list[dict], start: int, end: int, floor: float) -> dict | None:
    scored = [(_overlap(start, end, i["start"], i["end"]), n) for n, i in enumerate(items)]
    score, n = max(scored, default=(0.0, -1))
    return items[n] if score >= floor else None


def _overlap(a: int, b: int, c: int, d: int) -> float:
    common = min(b, d) - max(a, c)
    return common / (max(b, d) - min(a, c)) if common > 0 else 0.0
