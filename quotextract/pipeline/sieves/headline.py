"""Headlines: «Benassi: "Riapriremo"», «"Bugiardo", bufera su Pini»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rapidfuzz import fuzz

from quotextract.pipeline.candidates.places import after_colon
from quotextract.pipeline.candidates.proposing import of_mention
from quotextract.pipeline.frames import HEADS, Quotation
from quotextract.pipeline.scene import Candidate, Scene

ECHO = 60.0


def headline(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Propose who says the headline's words again in the body, and those it names."""
    sentence = scene.frames.sentence_of(q.index)
    if sentence.kind not in HEADS:
        return
    echo, likeness = _echo(scene, q)
    if echo is not None:
        features = {
            "echo": 1.0,
            "echo:likeness": likeness / 100,
            "echo:strong": float(likeness > 85),
        }
        yield Candidate("headline", echo.entities, None, -1, features)
    yield from _named(scene, q)
    yield from _quoted(scene)


def _quoted(scene: Scene) -> Iterator[Candidate]:
    """Propose those whom the body quotes, the most quoted first."""
    counts = Counter(d.winner.key for d in scene.decided.values() if d.winner.entities)
    by_key = {d.winner.key: d.winner for d in scene.decided.values()}
    total = sum(counts.values())
    for rank, (key, n) in enumerate(counts.most_common(3)):
        features = {"quoted": 1.0, f"quoted:{rank}": 1.0, "quoted:share": n / total}
        features["quoted:only"] = float(len(counts) == 1)
        yield Candidate("headline", by_key[key].entities, None, -1, features)


def _echo(scene: Scene, q: Quotation) -> tuple[Candidate | None, float]:
    """Return the decided quotation of the body that the headline shortens."""
    text = scene.frames.text[q.start : q.end].lower()
    best, likeness = None, ECHO
    for k, decision in scene.decided.items():
        other = scene.frames.quotations[k]
        if k == q.index or not decision.winner.entities or other.start < q.end:
            continue
        words = scene.frames.text[other.start : other.end].lower()
        if len(words) < 8:
            continue
        score = (
            fuzz.token_set_ratio(text, words) if len(text) > 12 else fuzz.partial_ratio(text, words)
        )
        if score > likeness:
            best, likeness = decision.winner, score
    return best, likeness


def _named(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    sentence = scene.frames.sentence_of(q.index)
    spot = scene.frames.quote_place[q.index][1]
    seen: set[int] = set()
    for i in sentence.tokens():
        k = scene.targets.covering.get(i)
        if k is None or k in seen:
            continue
        seen.add(k)
        side = "before" if scene.frames.place[i][1] < spot else "after"
        m = scene.mentions[k]
        features = {
            "head": 1.0,
            f"head:{side}": 1.0,
            f"head:{side}:{m.kind}": 1.0,
            "head:colon": float(after_colon(scene, q) and side == "before"),
            "head:governed": float(bool(m.preposition)),
            "head:nth": float(min(len(seen), 4)),
        }
        yield from of_mention(scene, "headline", k, features)
