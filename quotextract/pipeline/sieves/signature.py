"""Signatures: a name that closes a letter, a statement or a post."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.candidates.signs import mention_features
from quotextract.pipeline.frames import HEADS, Quotation
from quotextract.pipeline.scene import Candidate, Scene


def signature(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Propose the name that stands right behind the closing mark, or under the post."""
    if "post" in q.mark.flags:
        yield from _under(scene, q)
    else:
        yield from _behind(scene, q)


def _under(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """The name under an embedded post, in whatever spelling."""
    for signed in scene.signatures:
        if signed.start != q.start:
            continue
        for k, m in enumerate(scene.mentions):
            inside = signed.name_start <= scene.doc[m.first].idx < signed.handle_start
            entity = scene.table.of(k)
            if inside and entity is not None:
                yield Candidate("signature", (entity,), None, k, {"sign:post": 1.0})
                return
        entity = scene.table.named(signed.name)
        yield Candidate("signature", (entity,), None, -1, {"sign:post": 1.0})


def _behind(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    sentence = scene.frames.sentence_of(q.index)
    spot = scene.frames.quote_place[q.index][1]
    pieces = list(sentence.pieces[spot + 1 :])
    after = scene.frames.next(sentence)
    if after is not None and after.kind not in HEADS:
        pieces += after.pieces[:8]
    for step, piece in enumerate(pieces[:4]):
        if piece.quotation >= 0:
            return
        k = scene.targets.covering.get(piece.token)
        if k is None:
            if not scene.doc[piece.token].is_punct:
                return
            continue
        m = scene.mentions[k]
        if m.kind not in {"name", "role", "organisation"}:
            return
        if not _nothing_more(scene, m.last):
            return
        features = {"sign": 1.0, "sign:touching": float(step == 0)} | mention_features(scene, k)
        features["sign:cues"] = float(bool(scene.cues(sentence)))
        for option in scene.resolver.options(k):
            own = features | {f"how:{option.how}": 1.0}
            yield Candidate("signature", option.entities, None, k, own)
        return


def _nothing_more(scene: Scene, i: int) -> bool:
    """Tell whether no verb follows before the line ends."""
    while i < len(scene.doc) and "\n" not in scene.doc[i].text:
        if scene.doc[i].pos_ in {"VERB", "AUX"}:
            return False
        i += 1
    return True
