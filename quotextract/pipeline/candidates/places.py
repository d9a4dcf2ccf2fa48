"""Where a cue stands: how far from its quotation, behind what, under which other cue."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import Quotation, Sentence
from quotextract.pipeline.scene import Scene

LIGHT = frozenset({"PUNCT", "DET", "AUX", "SPACE", "CCONJ"})
DASHES = frozenset("-–—")


def is_dash(doc: Doc, i: int) -> bool:
    """Tell whether a token is a dash that stands free, no hyphen inside a word."""
    free = i + 1 >= len(doc) or bool(doc[i].whitespace_)
    return doc[i].text in DASHES and i > 0 and (bool(doc[i - 1].whitespace_) or free)


def bucket(n: int) -> str:
    """Return a distance as one of few steps."""
    for limit, name in ((0, "0"), (1, "1"), (3, "2-3"), (7, "4-7"), (15, "8-15")):
        if n <= limit:
            return name
    return "far"


def cue_features(
    scene: Scene, q: Quotation | None, cue: Cue, sentence: Sentence, where: str
) -> dict[str, float]:
    """Return what the cue and its place say, whoever it points to."""
    features = {f"cue:{cue.kind}:{where}": 1.0, f"form:{cue.form or cue.kind}": 1.0}
    if cue.kind in {"verb", "idiom"}:
        features["weak"] = float(cue.weak)
        features["no-direct"] = float("direct" not in cue.frames)
    features["negated"] = float(cue.negated)
    features["embedded"] = float(governor(scene, cue, sentence) is not None)
    if q is not None and where in {"before", "after", "aside"}:
        gap, crossed = between(scene, q, cue, sentence)
        features[f"{where}:gap{bucket(gap)}"] = 1.0
        features["crossed"] = float(crossed > 0)
        features[f"{where}:parted"] = float(_parted(scene, q, cue, sentence))
        features[f"{where}:rivals"] = float(min(_rivals(scene, q, cue, sentence), 3))
    if q is not None:
        features[f"{where}:colon"] = float(after_colon(scene, q))
    if cue.kind == "phrase":
        features[f"phrase:{cue.form}"] = 1.0
        if cue.lemma == "per":
            features["phrase:per"] = 1.0
    if cue.clitic:
        features[f"clitic:{where}"] = 1.0
    return features


def governor(scene: Scene, cue: Cue, sentence: Sentence) -> Cue | None:
    """Return the cue that reports this one: *precisato* for "ha precisato che Y ha espresso"."""
    if cue.kind not in {"verb", "idiom"}:
        return None
    heads = {c.head: c for c in scene.cues(sentence) if c.kind in {"verb", "idiom"}}
    token = scene.doc[cue.head]
    while token.dep_ != "ROOT" and token.head.i != token.i:
        clause = token.dep_ in {"ccomp", "xcomp"} and "che" in _marks(token)
        token = token.head
        if clause and token.i in heads and token.i < cue.head:
            return heads[token.i]
    return None


def _marks(token: Token) -> set[str]:
    return {child.lower_ for child in token.children if child.dep_ == "mark"}


def between(scene: Scene, q: Quotation, cue: Cue, sentence: Sentence) -> tuple[int, int]:
    """Return how many journalist's words and quotations stand between cue and quotation."""
    here = scene.frames.quote_place[q.index][1]
    there = scene.frames.place[cue.head][1]
    low, high = min(here, there), max(here, there)
    inner = sentence.pieces[low + 1 : high]
    words = sum(1 for p in inner if p.token >= 0 and not _light(scene.doc[p.token]))
    if there < here:
        words -= sum(1 for p in inner if cue.head < p.token < cue.last)
    else:
        words -= sum(1 for p in inner if cue.first <= p.token < cue.head)
    return max(words, 0), sum(1 for p in inner if p.quotation >= 0)


def _parted(scene: Scene, q: Quotation, cue: Cue, sentence: Sentence) -> bool:
    """Tell whether another statement begins between them: *«…»; Pini ha detto*."""
    here, there = scene.frames.quote_place[q.index][1], scene.frames.place[cue.head][1]
    inner = sentence.pieces[min(here, there) + 1 : max(here, there)]
    words = [scene.doc[p.token].lower_ for p in inner if p.token >= 0]
    return bool({";", "mentre"} & set(words)) or (there > here and words[:2] == [",", "ma"])


def _light(token: Token) -> bool:
    return token.pos_ in LIGHT or token.lower_ == "come"


def _rivals(scene: Scene, q: Quotation, cue: Cue, sentence: Sentence) -> int:
    """Count the cues that stand nearer to the quotation on the same side."""
    here = scene.frames.quote_place[q.index][1]
    there = scene.frames.place[cue.head][1]
    low, high = min(here, there), max(here, there)
    return sum(
        1
        for other in scene.cues(sentence)
        if low < scene.frames.place[other.head][1] < high
        and other is not cue
        and other.form != "infinitive"
    )


def after_colon(scene: Scene, q: Quotation) -> bool:
    """Tell whether a colon stands right before the quotation."""
    sentence = scene.frames.sentence_of(q.index)
    spot = scene.frames.quote_place[q.index][1]
    if spot == 0:
        return False
    before = sentence.pieces[spot - 1]
    return before.token >= 0 and scene.doc[before.token].text == ":"
