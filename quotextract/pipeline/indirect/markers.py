"""The small words that open a reported clause: *che*, *di*, *a*, *se*, *cosa*."""

from __future__ import annotations

from quotextract.lexicon import preposition_forms
from quotextract.pipeline.cues import Cue
from quotextract.pipeline.indirect.clauses import is_finite, is_infinitive
from quotextract.pipeline.scene import Scene

MARKERS = {
    "che": "che",
    "di": "di",
    "d'": "di",
    "d’": "di",
    "se": "se",
    "a": "a",
    "ad": "a",
    "per": "per",
}
QUESTIONS = frozenset("cosa come perché dove quando quanto quanti chi quale quali".split())
OTHERS = frozenset("a prima dopo senza sempre tanto più meno visto dato purché così".split())
TO = preposition_forms("a")
LIGHT = frozenset({"ADV", "PRON", "PUNCT", "CCONJ", "SCONJ"})


def introduces(scene: Scene, cue: Cue, i: int, marker: str) -> bool:
    """Tell whether a small word opens a clause that the cue governs."""
    token = scene.doc[i]
    if marker in {"di", "a", "per"}:
        return infinitive_follows(scene, i)
    if scene.doc[i - 1].lower_ in OTHERS:
        return False
    if marker == "che" and token.pos_ == "PRON" and token.dep_ != "mark":
        return token.head.head.i == cue.head or _behind_addressee(scene, cue, i)
    return token.pos_ in {"SCONJ", "CCONJ"} or token.dep_ == "mark"


def _behind_addressee(scene: Scene, cue: Cue, i: int) -> bool:
    """*Ha informato le parti che …*: taggers take the conjunction for a relative pronoun."""
    if cue.weak or cue.kind == "noun":
        return False
    between = [t for t in scene.doc[cue.last : i] if t.dep_ != "det"]
    if not between or len(between) > 7:
        return False
    if between[0].text == "," and between[-1].text == ",":
        return True
    k = scene.targets.covering.get(i - 1)
    listener = k is not None and scene.mentions[k].kind in {"name", "role", "organisation", "group"}
    return (
        (listener and between[0].lower_ in TO)
        or cue.sense in {"announce", "order", "promise"}
        and len(between) < 3
    )


def infinitive_follows(scene: Scene, i: int) -> bool:
    """Between *di* and the infinitive only adverbs and clitics may stand."""
    for token in scene.doc[i + 1 : i + 6]:
        if is_infinitive(token):
            return True
        if token.pos_ not in LIGHT:
            return False
    return False


def asks(scene: Scene, cue: Cue, i: int) -> bool:
    """*Spiega cosa si può fare*, *chiede perché tace*: a question that the verb governs."""
    if scene.doc[i].lower_ not in QUESTIONS or not cue.frames & {"se", "che"} or cue.weak:
        return False
    following = scene.doc[i + 1 : i + 5]
    if following and following[0].lower_.startswith("segu"):
        return False
    return any(is_finite(t) or is_infinitive(t) for t in following)
