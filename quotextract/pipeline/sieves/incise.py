"""The cue inside the marks: «Il cantiere – spiega Pini – riaprirà a marzo»."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.candidates.places import DASHES
from quotextract.pipeline.candidates.proposing import of_cue
from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.scene import Candidate, Scene


def incise(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Propose the sources of cues set off by dashes or commas inside the quotation."""
    seen: set[int] = set()
    for i in range(q.first, q.last):
        place = scene.frames.place.get(i)
        if place is None or scene.frames.owner[i] != q.index or place[0] in seen:
            continue
        seen.add(place[0])
        sentence = scene.frames.sentences[place[0]]
        for cue in scene.cues(sentence):
            sign = set_off(scene, cue)
            if sign:
                for candidate in of_cue(scene, q, cue, sentence, "inside"):
                    candidate.features[f"inside:{sign}"] = 1.0
                    candidate.features |= _later(scene, q, cue)
                    yield candidate


def _later(scene: Scene, q: Quotation, cue: Cue) -> dict[str, float]:
    nested = any(c.first < cue.first for c in scene.frames.children(q.index))
    return {"inside:after-nested": float(nested)}


def set_off(scene: Scene, cue: Cue) -> str:
    """Return by what the cue is set off from the words around it."""
    if cue.kind == "phrase":
        quoting = cue.form in {"signature", "source", "own"} and cue.lemma != "per"
    else:
        quoting = cue.form not in {"infinitive", "gerund"} and "direct" in cue.frames
    if not quoting:
        return ""
    i = cue.first - 1
    while i >= 0 and (
        scene.doc[i].is_space
        or scene.doc[i].pos_ == "DET"
        and cue.kind in {"noun", "phrase"}
        or scene.doc[i].lower_ in {"è", "così", "ancora", "poi", "come"}
    ):
        i -= 1
    if i < 0:
        return ""
    before = scene.doc[i].text
    if before in DASHES:
        closed = cue.kind != "noun" or _closed_by_dash(scene, cue)
        return "dash" if cue.first - i < 6 and closed else ""
    if scene.doc[cue.first - 1].lower_ == "come":  # *noi, come ha detto Pini, restiamo*
        return ""
    if before == "," and cue.kind == "verb" and not cue.weak and cue.form in {"finite", "compound"}:
        return "comma" if _closed_by_comma(scene, cue) else ""
    return ""


def _closed_by_dash(scene: Scene, cue: Cue) -> bool:
    """*– è l'appello di Pini –*: a noun that no dash closes is the speaker's own word."""
    for i in range(cue.last, min(cue.last + 16, len(scene.doc))):
        if scene.frames.is_mark[i] or scene.doc[i].text in DASHES:
            return True
        if scene.doc[i].text in {".", ";", "!", "?"} or _goes_on(scene, i):
            return False
    return False


def _goes_on(scene: Scene, i: int) -> bool:
    """A comma before *e* or *ma* parts clauses, not an apposition."""
    behind = scene.doc[i + 1] if i + 1 < len(scene.doc) else None
    return scene.doc[i].text == "," and behind is not None and behind.pos_ == "CCONJ"


def _closed_by_comma(scene: Scene, cue: Cue) -> bool:
    """After the cue only its subject may stand, up to a comma or the end."""
    i, subject = cue.last, -1
    while i < len(scene.doc) and i < cue.last + 14:
        if scene.doc[i].text in {",", "."} or scene.frames.is_mark[i]:
            return True
        k = scene.targets.covering.get(i)
        if k is None or subject not in {-1, k}:
            return False
        subject, i = k, scene.mentions[k].last
    return False
