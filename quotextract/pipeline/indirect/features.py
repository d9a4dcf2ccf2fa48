"""What the classifier looks at: whether a proposed clause reports speech at all."""

from __future__ import annotations

from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import Sentence
from quotextract.pipeline.indirect.clauses import Proposal, Reported, is_finite
from quotextract.pipeline.scene import Scene

GOVERNED = frozenset({"che", "di", "se", "a", "wh", "adjective"})
SURE = frozenset(
    {"tree", "tree-conj", "relative", "after-first", "complement", "agent", "of", "tree-up"}
)
MODALS = frozenset("bisogna occorre va può deve possono devono dovrebbe potrebbe per nel".split())
SAYING = frozenset("say answer add continue write announce deny promise accuse praise".split())


def reported(scene: Scene, proposal: Proposal) -> Reported:
    """Return a proposal with its features."""
    p = proposal
    how = p.how
    family = "governed" if how in GOVERNED else how
    features = {"bias": 1.0, f"how:{how}": 1.0}
    features |= {f"{family}:{sign}": 1.0 for sign in p.signs}
    if p.cue is not None:
        features |= {f"lemma:{p.cue.lemma}": 1.0, f"{how}:lemma:{p.cue.lemma}": 1.0}
        features |= _cue(p.cue, family)
        features |= _mood(scene, p.cue)
        if p.mention < 0:
            features |= _source(scene, p.cue, p.sentence, family)
    if how == "headline":
        features |= _headline(scene, p)
    features |= _inside(scene, p, family)
    return Reported(p.first, p.last, p.cue, how, p.sentence, features, p.mention)


def _cue(cue: Cue, family: str) -> dict[str, float]:
    if cue.kind not in {"verb", "idiom"}:
        return {}
    saying = "saying" if cue.sense in SAYING else cue.sense
    return {
        f"form:{cue.form}": 1.0,
        f"sense:{saying}": 1.0,
        "weak": float(cue.weak),
        f"{family}:weak": float(cue.weak),
    }


def _mood(scene: Scene, cue: Cue) -> dict[str, float]:
    """*Si chiederebbe*, *bisogna ricordare*, *nessuno ha mai ammesso*: nobody has said it."""
    group = scene.doc[cue.first : cue.last]
    before = [t.lower_ for t in scene.doc[max(cue.first - 4, 0) : cue.first]]
    return {
        "cue:conditional": float(any("Cnd" in t.morph.get("Mood") for t in group)),
        "cue:if": float(bool({"se", "quando"} & set(before))),
        "cue:modal": float(cue.form == "infinitive" and bool(MODALS & set(before))),
        "cue:never": float(
            "mai" in [t.lower_ for t in group] or any(w.startswith("nessun") for w in before)
        ),
    }


def _source(scene: Scene, cue: Cue, sentence: Sentence, family: str) -> dict[str, float]:
    """Return what stands as the source: who speaks must be somebody who can."""
    find = {"phrase": scene.subjects.of_phrase, "noun": scene.subjects.of_noun}
    pointings = find.get(cue.kind, scene.subjects.of_verb)(cue, sentence)
    sure = [p for p in pointings if p.ways & SURE]
    if not sure:
        return {"unsourced": 1.0, f"{family}:unsourced": 1.0}
    m = scene.mentions[sure[0].mention]
    return {
        f"mention:{m.kind}": 1.0,
        f"{family}:mention:{m.kind}": 1.0,
        "indefinite": float(not m.definite),
    }


def _inside(scene: Scene, p: Proposal, family: str) -> dict[str, float]:
    tokens = scene.doc[p.first : p.last]
    return {
        f"{family}:finite": float(any(is_finite(t) for t in tokens)),
        "conditional": float(any("Cnd" in t.morph.get("Mood") for t in tokens)),
        "quotes": float(bool(p.sentence.quotations())),
        "first-person": float(any("1" in t.morph.get("Person") for t in tokens)),
        "short": float(len(tokens) < 5),
        "long": float(len(tokens) > 25),
    }


def _headline(scene: Scene, p: Proposal) -> dict[str, float]:
    before = {scene.targets.covering.get(i) for i in p.sentence.tokens() if i < p.first}
    kinds = {scene.mentions[k].kind for k in before if k is not None}
    features = {f"headline:{kind}": 1.0 for kind in kinds}
    touching = scene.targets.covering.get(p.first - 2)
    features["headline:touching"] = float(touching is not None)
    if touching is not None:
        features |= _announced(scene, p, touching)
    features["headline:cue"] = float(p.cue is not None)
    return features


def _announced(scene: Scene, p: Proposal, mention: int) -> dict[str, float]:
    """Who stands right before the colon, alone (*Ponte, Pini: …*) or not (*casa di Pini: …*)."""
    m = scene.mentions[mention]
    tokens = p.sentence.tokens()
    alone = m.first == tokens[0] or scene.doc[m.first - 1].is_punct
    return {
        f"headline:touching:{m.kind}": 1.0,
        "headline:governed": float(bool(m.preposition)),
        "headline:alone": float(alone),
    }
