"""Which cues may speak for a quotation at all, by kind and place.

Many a word can report speech; most of the time it does not. Weak verbs, nouns and *per*
count only where their place leaves little doubt.
"""

from __future__ import annotations

from quotextract.pipeline.candidates.places import after_colon, between
from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import Quotation, Sentence
from quotextract.pipeline.scene import Scene

CLEFT = 8
SPEAKERS = frozenset({"name", "role", "pronoun", "group", "organisation"})


def admitted(scene: Scene, q: Quotation, cue: Cue, sentence: Sentence, where: str) -> bool:
    """Tell whether a cue of the quotation's own sentence may speak for it.

    Args:
        scene: The article.
        q: The quotation.
        cue: The cue.
        sentence: The sentence of both.
        where: `before` or `after`.
    """
    gap, crossed = between(scene, q, cue, sentence)
    colon = where == "before" and after_colon(scene, q)
    if cue.kind == "phrase":
        return cue.lemma != "per" or _opinion(scene, cue, sentence, gap, where)
    if cue.kind == "noun":
        return not crossed and (colon and gap <= 12 or where == "before" and gap <= 3 or gap <= 1)
    if "direct" not in cue.frames and where == "after":
        return False
    if cue.weak:
        return not crossed and (gap <= 1 or colon) and not _infinitive(scene, cue)
    if _cleft(scene, cue, sentence):
        return True
    return not _infinitive(scene, cue) or cue.clitic or (gap <= 2 and _under_modal(scene, cue))


def _infinitive(scene: Scene, cue: Cue) -> bool:
    """*Di aver fatto* is what somebody is said to have done, no saying of his own."""
    group = scene.doc[cue.first : cue.head]
    return cue.form == "infinitive" or any("Inf" in t.morph.get("VerbForm") for t in group)


def _cleft(scene: Scene, cue: Cue, sentence: Sentence) -> bool:
    """*A parlare è il sindaco*, *è il sindaco, ieri, a smorzare i toni*."""
    if cue.form != "infinitive" or scene.doc[cue.first].lower_ not in {"a", "ad"}:
        return False
    near = [scene.doc[i] for i in sentence.tokens() if -2 * CLEFT < i - cue.last < CLEFT]
    return any(t.lemma_ == "essere" and "Fin" in t.morph.get("VerbForm") for t in near)


def _under_modal(scene: Scene, cue: Cue) -> bool:
    """*Vuole sottolineare*, *tiene a precisare*: a finite verb right before."""
    before = [scene.doc[i] for i in range(max(cue.head - 3, 0), cue.head)]
    return any("Fin" in t.morph.get("VerbForm") for t in before)


def _opinion(scene: Scene, cue: Cue, sentence: Sentence, gap: int, where: str) -> bool:
    """*Per Melis «è una presa in giro»*, *«una follia» per Melis*; not *per Natale*."""
    source = scene.subjects.of_phrase(cue, sentence)
    if not source or scene.mentions[source[0].mention].kind not in SPEAKERS:
        return False
    opens = scene.frames.place[cue.first][1] <= 1
    return opens if where == "before" else gap == 0
