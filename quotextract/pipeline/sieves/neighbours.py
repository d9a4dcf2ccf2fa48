"""Cues in the sentence before ("Parla Benassi.") or after ("Lo ha detto Benassi")."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.candidates.proposing import of_cue
from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import Quotation, Sentence
from quotextract.pipeline.scene import Candidate, Scene

BACKWARD = frozenset(
    "lo l' l’ così questo queste questa è e' e’ sono ecco parola firmato queste tale ne".split()
)


def announced(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Propose the sources of the sentence before, where the quotation opens its own."""
    sentence = scene.frames.sentence_of(q.index)
    if scene.frames.quote_place[q.index][1] > 1:
        return
    before = scene.frames.previous(sentence)
    if before is None or before.kind == "question":
        return
    near = "near" if before.block == sentence.block else "far"
    for cue in scene.cues(before):
        if not _announces(cue) or scene.doc[max(cue.first - 1, 0)].lower_ == "come":
            continue
        for candidate in of_cue(scene, q, cue, before, "previous"):
            candidate.features[f"previous:{near}"] = 1.0
            candidate.features["previous:quotes"] = float(bool(before.quotations()))
            yield candidate


def pointed_back(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Propose the sources of the sentence after, where it points back at the quotation."""
    sentence = scene.frames.sentence_of(q.index)
    spot = scene.frames.quote_place[q.index][1]
    if any(p.quotation >= 0 for p in sentence.pieces[spot + 1 :]):
        return
    after = scene.frames.next(sentence)
    if after is None:
        return
    sign = _opening(scene, after)
    for cue in scene.cues(after)[:3]:
        if not _points_back(cue, sign, scene):
            continue
        for candidate in of_cue(scene, q, cue, after, "next"):
            candidate.features[f"next:{sign}"] = 1.0
            candidate.features["next:block"] = float(after.block != sentence.block)
            candidate.features["next:quotes"] = float(bool(after.quotations()))
            yield candidate


def _announces(cue: Cue) -> bool:
    """Tell whether a cue of the sentence before can announce: a full verb that is no aside."""
    plain = cue.kind in {"verb", "idiom"} and cue.form in {
        "finite",
        "compound",
        "gerund",
        "passive",
    }
    return plain and not cue.weak and not cue.negated and "direct" in cue.frames


def _points_back(cue: Cue, sign: str, scene: Scene) -> bool:
    source = cue.kind == "phrase" and cue.form == "source"
    if cue.lemma == "per" or (source and scene.frames.place[cue.head][1] > 1):
        return False
    if sign != "none":
        return True
    opening = scene.frames.place[cue.head][1] <= 1
    if cue.kind == "idiom" and opening and cue.form == "finite":  # *Non usa mezzi termini Pini.*
        return not scene.frames.sentences[scene.frames.place[cue.head][0]].quotations()
    return opening and (cue.kind == "noun" or cue.form == "signature")


def _opening(scene: Scene, sentence: Sentence) -> str:
    """Return by which word the sentence points back, if it does."""
    tokens = [scene.doc[i] for i in sentence.tokens()[:4]]
    words = [t.lower_ for t in tokens]
    if len(words) < 2:
        return "none"
    if words[0] in {"lo", "l'", "l’"}:
        verbal = any(t.pos_ in {"VERB", "AUX"} for t in tokens[1:3])
        return "lo" if verbal and words[1] != "stesso" else "none"
    if words[0] in {"a", "ad"} and "Inf" in tokens[1].morph.get("VerbForm"):
        return "none" if words[1].endswith(("gli", "le")) else "lo"  # *a rispondergli è Pini*
    if words[0] == "con" and words[1] in BACKWARD:
        return "so"
    if words[0] in BACKWARD:
        return "so"
    return "none"
