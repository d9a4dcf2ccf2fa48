"""A quotation that just follows another, and one that nobody claims."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.candidates.places import after_colon, bucket
from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.scene import Candidate, Scene


def continuation(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Propose the speakers of the quotations before, the nearest two."""
    seen: list[tuple[int, ...]] = []
    for k in range(q.index - 1, -1, -1):
        decision = scene.decided.get(k)
        other = scene.frames.quotations[k]
        if decision is None or other.parent != q.parent or not decision.winner.entities:
            continue
        key = decision.winner.key
        if key in seen:
            continue
        seen.append(key)
        yield Candidate(
            "continuation",
            decision.winner.entities,
            None,
            -1,
            _features(scene, q, other, len(seen)),
        )
        if len(seen) == 2:
            return


def _features(scene: Scene, q: Quotation, other: Quotation, rank: int) -> dict[str, float]:
    sentence, before = scene.frames.sentence_of(q.index), scene.frames.sentence_of(other.index)
    apart = sentence.index - before.index
    blocks = abs(sentence.block - before.block)
    spot = scene.frames.quote_place[q.index][1]
    return {
        "cont": 1.0,
        f"cont:nth{rank}": 1.0,
        f"cont:nth{rank}:asked": float(_asks(scene, other)),
        f"cont:nth{rank}:asks": float(_asks(scene, q)),
        f"cont:sentences{bucket(apart)}": 1.0,
        f"cont:blocks{bucket(blocks)}": 1.0,
        "cont:opens": float(spot == 0),
        "cont:fragment": float(spot > 0 and scene.frames.text[q.start : q.start + 1].islower()),
        "cont:colon": float(after_colon(scene, q)),
        f"cont:nth{rank}:answer": float(answers(scene, q)),
        "cont:cues": float(bool(scene.cues(sentence))),
        "cont:heading": float(before.kind in {"headline", "heading"}),
        "cont:sure": scene.decided[other.index].confidence,
    }


def answers(scene: Scene, q: Quotation) -> bool:
    """Tell whether an interviewer's question stands right before the quotation."""
    if q.mark.flags & {"answer"}:
        return True
    before = scene.frames.previous(scene.frames.sentence_of(q.index))
    return before is not None and before.kind == "question"


def _asks(scene: Scene, q: Quotation) -> bool:
    return scene.frames.text[: q.end].rstrip().endswith("?")


def silence(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Propose that the article does not tell."""
    sentence = scene.frames.sentence_of(q.index)
    yield Candidate(
        "none",
        features={
            "silence": 1.0,
            "silence:cues": float(bool(scene.cues(sentence))),
            "silence:colon": float(after_colon(scene, q)),
            f"silence:{sentence.kind}": 1.0,
            "silence:first": float(q.index == 0),
            "silence:nested": float(q.parent >= 0),
        },
    )
