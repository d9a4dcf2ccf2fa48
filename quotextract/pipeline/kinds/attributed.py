"""What the attribution says of the type: by which rule and cue, and where that stands."""

from __future__ import annotations

from quotextract.pipeline.candidates.places import between, bucket
from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.scene import Candidate, Decision, Scene

PAUSES = frozenset({",", "-", "–", "—"})


def attributed(scene: Scene, q: Quotation, decision: Decision) -> dict[str, float]:
    """Return by which rule and cue somebody was chosen, and how sure that is."""
    winner = decision.winner
    features = {
        f"by:{winner.rule}": 1.0,
        f"by:{winner.rule.split('-')[0]}": 1.0,
        "by:sure": decision.confidence,
        "by:nobody": float(not winner.entities),
    }
    cue = winner.cue
    if cue is None:
        return features
    features |= _told(q, decision) | _incise(scene, q, winner)
    place = scene.frames.place[cue.head][0]
    if place == scene.frames.quote_place[q.index][0]:
        gap, crossed = between(scene, q, cue, scene.frames.sentences[place])
        side = "before" if cue.head < q.first else "after"
        features[f"by:{side}:gap{bucket(gap)}"] = 1.0
        features["by:crossed"] = float(crossed > 0)
    features |= {f"by:frame:{f}": 1.0 for f in cue.frames}
    features["by:weak"] = float(cue.weak)
    features[f"by:sense:{cue.sense}"] = 1.0
    return features


def _told(q: Quotation, decision: Decision) -> dict[str, float]:
    """A cue with its source right at the marks: somebody's words, however few."""
    winner = decision.winner
    cue, signs = winner.cue, winner.features
    if cue is None or winner.mention < 0:
        return {}
    if cue.kind == "phrase":
        told = any(signs.get(f"{side}:gap{n}") for side in ("before", "after") for n in (0, 1))
    elif cue.weak or "direct" not in cue.frames:
        told = bool(signs.get("after:gap0")) and bool(signs.get("way:after-first"))
    else:
        gaps = ("after:gap0", "after:gap1", "aside:gap0", "before:colon")
        told = any(signs.get(gap) for gap in gaps)
    return {"by:told": float(told), "by:told-short": float(told and q.last - q.first < 4)}


def _incise(scene: Scene, q: Quotation, winner: Candidate) -> dict[str, float]:
    """*«…», sferza Pini.*: behind the marks stands nothing but who says it."""
    if q.parent >= 0 or not _says(winner):
        return {}
    spot = scene.frames.quote_place[q.index][1]
    behind = [p.token for p in scene.frames.sentence_of(q.index).pieces[spot + 1 :]]
    behind = [i for i in behind if i < 0 or not scene.doc[i].is_space]
    paused = bool(behind) and behind[0] >= 0 and scene.doc[behind[0]].text in PAUSES
    told = _words(scene, winner)
    rest = behind[paused:]
    ends = rest[len(told) : len(told) + 1]
    closed = rest[: len(told)] == told and all(i >= 0 and scene.doc[i].is_punct for i in ends)
    return {
        "by:incise": float(closed),
        "by:incise-opens": float(closed and spot == 0),
        "by:incise-phrase": float(
            closed and winner.cue is not None and winner.cue.kind == "phrase"
        ),
    }


def _says(winner: Candidate) -> bool:
    """Tell whether a cue that can introduce a quotation names its source."""
    cue = winner.cue
    if cue is None or winner.mention < 0 or cue.weak or cue.kind == "noun":
        return False
    return cue.kind == "phrase" or "direct" in cue.frames


def _words(scene: Scene, winner: Candidate) -> list[int]:
    """Return the tokens of a cue and of the source behind it."""
    cue, m = winner.cue, scene.mentions[winner.mention]
    return (
        [] if cue is None else [*range(cue.first, cue.last), *range(max(m.first, cue.last), m.last)]
    )
