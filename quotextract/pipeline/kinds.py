"""What a pair of marks holds: direct or mixed quotation, or nobody's words."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from spacy.tokens import Token

from quotextract.neural import TYPES
from quotextract.pipeline.candidates.places import after_colon, between, bucket
from quotextract.pipeline.frames import HEADS, Piece, Quotation, Sentence
from quotextract.pipeline.ranker import dot
from quotextract.pipeline.scene import Decision, Scene

JOINING = frozenset("che di se a da dove perché come quando ad con per in su".split())
REPORTING = frozenset({"che", "di", "fragment"})
SINGLE = frozenset("'‘’‚‛`´‹›")


def type_features(scene: Scene, q: Quotation, decision: Decision) -> dict[str, float]:
    """Return what tells the type: the words inside, the words around, the attribution."""
    signs = _inside(scene, q) | _around(scene, q) | _attributed(scene, q, decision)
    return signs | scene.context.types(q.index)


def classify(
    features: Mapping[str, float], weights: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """Return the probability of each type."""
    scores = {kind: dot(weights[kind], features) for kind in TYPES}
    top = max(scores.values())
    raw = {kind: exp(score - top) for kind, score in scores.items()}
    total = sum(raw.values())
    return {kind: value / total for kind, value in raw.items()}


def _inside(scene: Scene, q: Quotation) -> dict[str, float]:
    tokens = [t for t in scene.doc[q.first : q.last] if not t.is_space]
    words = [t for t in tokens if not t.is_punct]
    text = scene.frames.text[q.start : q.end].strip()
    finite = any("Fin" in t.morph.get("VerbForm") for t in words)
    capitals = sum(t.text[:1].isupper() for t in words)
    return {
        "bias": 1.0,
        f"in:words{_size(len(words))}": 1.0,
        "in:upper": float(text[:1].isupper()),
        "in:upper-long": float(text[:1].isupper() and len(words) > 5),
        "in:finite": float(finite),
        "in:finite-upper": float(finite and text[:1].isupper()),
        "in:first-person": float(any("1" in t.morph.get("Person") for t in words)),
        "in:stop": float(any(t.text in {".", "!", "?"} for t in tokens[:-1])),
        "in:ends": float(text[-1:] in set(".!?…")),
        "in:comma": float(any(t.text in {",", ";", ":"} for t in tokens)),
        "in:titled": float(len(words) > 1 and capitals == len(words)),
        "in:name": float(any(t.ent_type_ for t in words) and len(words) < 4),
        "in:single-upper": float(len(words) == 1 and text[:1].isupper()),
        "in:digits": float(any(t.like_num for t in words) and len(words) < 4),
        f"in:pos:{words[0].pos_ if words else 'NONE'}": 1.0,
    }


def _size(n: int) -> str:
    for limit, name in ((1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"), (15, "9-15")):
        if n <= limit:
            return name
    return "long"


def _around(scene: Scene, q: Quotation) -> dict[str, float]:
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
    features |= _reported(scene, sentence, spot)
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


def _attributed(scene: Scene, q: Quotation, decision: Decision) -> dict[str, float]:
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
    features |= _told(q, decision)
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
