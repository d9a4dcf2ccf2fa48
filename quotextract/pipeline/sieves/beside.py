"""Neither verb nor colon: *E la cassiera «…»*, *Pini «…»*."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.candidates.proposing import of_mention
from quotextract.pipeline.candidates.signs import mention_features
from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.scene import Candidate, Scene

SPEAKERS = frozenset({"name", "role", "organisation", "group", "pronoun"})
FEW = 3


def beside(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Propose who stands right before the marks where no verb does."""
    sentence = scene.frames.sentence_of(q.index)
    spot = scene.frames.quote_place[q.index][1]
    before = [p.token for p in sentence.pieces[:spot] if p.token >= 0]
    k = scene.targets.covering.get(before[-1]) if before else None
    if k is None or any(scene.doc[i].pos_ in {"VERB", "AUX"} for i in before):
        return
    m = scene.mentions[k]
    if m.kind not in SPEAKERS or m.preposition:
        return
    words = sum(1 for i in before if i < m.first and scene.doc[i].is_alpha)
    features = {
        "beside": 1.0,
        "beside:opens": float(words == 0),
        "beside:few": float(0 < words < FEW),
        f"beside:{sentence.kind}": 1.0,
    } | mention_features(scene, k)
    yield from of_mention(scene, "beside", k, features)
