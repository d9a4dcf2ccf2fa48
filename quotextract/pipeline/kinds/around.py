"""What the journalist's words around the marks say of the type."""

from __future__ import annotations

from spacy.tokens import Token

from quotextract.pipeline.candidates.places import after_colon
from quotextract.pipeline.frames import HEADS, Piece, Quotation, Sentence
from quotextract.pipeline.scene import Scene

JOINING = frozenset("che di se a da dove perché come quando ad con per in su".split())
FULL = frozenset({"finite", "compound"})
REPORTING = frozenset({"che", "di", "fragment"})
SINGLE = frozenset("'‘’‚‛`´‹›")


def around(scene: Scene, q: Quotation) -> dict[str, float]:
    """Return where the marks stand, what stands beside them, what the sentence reports."""
    sentence = scene.frames.sentence_of(q.index)
    spot = scene.frames.quote_place[q.index][1]
    before = sentence.pieces[spot - 1] if spot else None
    after = sentence.pieces[spot + 1] if spot + 1 < len(sentence.pieces) else None
    features = {
        "at:opens": float(spot == 0),
        "at:closes": float(after is None),
        "at:colon": float(after_colon(scene, q)),
        "at:head": float(sentence.kind in HEADS),
        "at:nested": float(q.parent >= 0),
        "at:single": float(q.mark.opener in SINGLE),
        "at:alone": float(len(sentence.pieces) <= 2),
        "at:cue": float(bool(scene.cues(sentence))),
        "at:unmarked": float(bool(q.mark.flags & {"post", "answer", "turn"})),
    }
    features |= _reported(scene, sentence, spot) | _said(scene, sentence, spot)
    features |= _neighbour(scene, before, "before") | _neighbour(scene, after, "after")
    return features | _naming(scene, sentence, spot) | _listed(scene, q, sentence)


def _reported(scene: Scene, sentence: Sentence, spot: int) -> dict[str, float]:
    """Tell whether the sentence reports speech at all, and from which side."""
    before = after = False
    for cue in scene.cues(sentence):
        if cue.weak or cue.negated or cue.lemma == "per" or cue.kind == "noun":
            continue
        if scene.frames.place[cue.head][1] < spot:
            before = before or cue.kind == "phrase" or bool(cue.frames & REPORTING)
        elif "direct" in cue.frames:
            after = True
    return {
        "in-report:before": float(before),
        "in-report:after": float(after),
        "in-report:none": float(not before and not after),
    }


def _said(scene: Scene, sentence: Sentence, spot: int) -> dict[str, float]:
    """A full verb of saying right before the marks: *ripeteva «…»*."""
    last = sentence.pieces[spot - 1].token if spot else -1
    says = any(
        cue.last == last + 1
        and cue.form in FULL
        and "direct" in cue.frames
        and not (cue.weak or cue.negated)
        for cue in scene.cues(sentence)
    )
    return {"before:says": float(says), "before:says-nested": float(says and sentence.level >= 0)}


def _neighbour(scene: Scene, piece: Piece | None, side: str) -> dict[str, float]:
    if piece is None:
        return {}
    if piece.quotation >= 0:
        return {f"{side}:quotation": 1.0}
    token = scene.doc[piece.token]
    features = {f"{side}:pos:{token.pos_}": 1.0}
    if token.is_punct:
        features[f"{side}:punct:{token.text[:1]}"] = 1.0
    elif side == "before" and token.lower_ in JOINING:
        features["before:joining"] = 1.0
        features[f"before:{token.lower_}"] = 1.0
    readings = [
        r for r in scene.lexicon.verb_forms.get(token.lower_, ()) if r.lemma in scene.lexicon.verbs
    ]
    if readings and token.pos_ in {"VERB", "AUX", "NOUN", "ADJ"}:
        features[f"{side}:cue"] = 1.0
        frames = {f for r in readings for f in scene.lexicon.verbs[r.lemma].frames}
        features[f"{side}:fragment"] = float("fragment" in frames)
    return features


def _naming(scene: Scene, sentence: Sentence, spot: int) -> dict[str, float]:
    """Words before the marks that announce a title or a name, not somebody's words."""
    tokens: list[Token] = []
    for piece in reversed(sentence.pieces[max(spot - 4, 0) : spot]):
        if piece.token < 0:
            break
        tokens.append(scene.doc[piece.token])
    words = [t.lower_ for t in tokens if not t.is_punct]
    near = words[:1]
    return {
        "name:noun": float(any(w in scene.lexicon.name_nouns for w in near)),
        "name:noun-near": float(any(w in scene.lexicon.name_nouns for w in words[:3])),
        "name:scare": float(any(w in scene.lexicon.scare_markers for w in words[:2])),
        "name:cue-noun": float(any(w in scene.lexicon.nouns for w in words[:2])),
        "name:organisation": float(any(w in scene.lexicon.organisations for w in near)),
    }


def _listed(scene: Scene, q: Quotation, sentence: Sentence) -> dict[str, float]:
    others = [p for p in sentence.pieces if p.quotation >= 0]
    deep = scene.frames.quote_place[q.index][1] > 12 and not after_colon(scene, q)
    return {f"at:others{min(len(others) - 1, 3)}": 1.0, "at:place": float(deep)}
