"""What candidates say of each other: a near cue leaves farther ones in its shadow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotextract.pipeline.candidates.places import governor
from quotextract.pipeline.candidates.proposing import FREE
from quotextract.pipeline.candidates.signs import standing
from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import Quotation
from quotextract.pipeline.scene import Candidate, Scene

SOURCED = frozenset(f"way:{way}" for way in FREE | {"complement"})
NEAR, INSIDE = 2, 4
TIERS = (
    (4, ("inside:dash", "inside:comma")),
    (3, ("after:gap0", "after:gap1", "aside:gap0", "aside:gap1")),
    (2, ("before:gap0", "before:gap1")),
    (1, ("before:gap2-3", "after:gap2-3", "aside:gap2-3")),
)
PERSONAL = frozenset("mi ci m' m’".split())


def compare(scene: Scene, q: Quotation, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates worth weighing, with what they say of each other.

    Where a cue stands right at the quotation, cues farther off are not asked; where it
    names its source, nor is the discourse before.
    """
    signed = [c for c in candidates if c.features.get("sign:post")]
    if signed:  # a post says itself who wrote it
        return signed
    tiers = _raised(scene, q, [_tier(c) for c in candidates], candidates)
    best = max(tiers, default=0)
    pairs = list(zip(tiers, candidates, strict=True))
    sourced = any(t == best and _sourced(c) for t, c in pairs)
    outer = _outer(scene, q)
    reported = {c.key for c in candidates if c.features.get("embedded") and c.mention >= 0}
    voice, gender = _voice(scene, q)
    kept = []
    for tier, candidate in pairs:
        if best >= NEAR and tier < best and not _spared(candidate, sourced):
            continue
        if tier < best:
            candidate.features[f"shadow:{best}{'+' if sourced else ''}"] = 1.0
        candidate.features |= _against_outer(scene, candidate, outer)
        candidate.features |= standing(scene, candidate)
        candidate.features |= _not_spoken_of(scene, q, candidate)
        candidate.features |= scene.context.signs(q.index, candidate.entities, candidate.mention)
        if candidate.key in reported and candidate.rule != "none":
            candidate.features["reported"] = 1.0  # *Pini ha detto che Melis ha espresso «…»*
        candidate.features |= _in_tune(candidate, voice, gender)
        kept.append(candidate)
    return kept


def _sourced(candidate: Candidate) -> bool:
    """Tell whether a candidate's own words name the source."""
    if candidate.mention < 0:
        return False
    return bool(SOURCED & candidate.features.keys()) or _ends_on(candidate.features)


def _ends_on(features: Mapping[str, float]) -> bool:
    """*La replica di Pini:*; not *richiama all'ordine due deputati:*, whom somebody calls."""
    return bool(features.get("colon:touching")) and not features.get("colon:object")


def _raised(
    scene: Scene, q: Quotation, tiers: list[int], candidates: Sequence[Candidate]
) -> list[int]:
    """Raise the cue that governs a near one to its tier: both may be the source."""
    sentence = scene.frames.sentence_of(q.index)
    top = max((t for t in tiers if t < INSIDE), default=0)
    raised = {c.head: top for c in scene.cues(sentence) if _covers(scene, c)}
    for tier, candidate in zip(tiers, candidates, strict=True):
        if candidate.cue is not None and candidate.features.get("embedded"):
            above = governor(scene, candidate.cue, sentence)
            if above is not None:
                raised[above.head] = max(tier, raised.get(above.head, 0))
        elif candidate.features.get("colon:clause"):  # *ha precisato che Pini è pronta: «…»*
            for cue in scene.cues(sentence):
                if scene.doc[cue.head].dep_ == "ROOT":
                    raised[cue.head] = max(tier, raised.get(cue.head, 0))
    return [
        max(t, raised.get(c.cue.head, 0)) if c.cue is not None else t
        for t, c in zip(tiers, candidates, strict=True)
    ]


def _covers(scene: Scene, cue: Cue) -> bool:
    """*Secondo Pini, …* at the head of a sentence answers for all of it."""
    opens = scene.frames.place[cue.head][1] == 0
    return opens and cue.kind == "phrase" and cue.form == "source" and cue.lemma != "per"


def _spared(candidate: Candidate, sourced: bool) -> bool:
    """Tell whether a candidate is weighed in the shadow of a nearer cue."""
    if candidate.rule in {"none", "headline", "context"}:
        return True
    if sourced:
        return False
    return candidate.rule in {"continuation", "discourse", "headline"} or candidate.rule.endswith(
        ("previous", "across")
    )


def _tier(candidate: Candidate) -> int:
    """Return how near a cue stands: 4 inside the marks, 0 out of the sentence."""
    features, cue = candidate.features, candidate.cue
    if candidate.rule == "colon":
        plain = _has(features, "colon:verbless", "colon-across", "colon:set-off")
        plain = plain or _ends_on(features)
        return 3 if plain else 2
    if cue is None or (features.get("crossed") and not features.get("before:colon")):
        return 0
    if cue.form == "passive" and not features.get("way:agent"):
        return 1  # what is said has a subject, who says it is not told
    if features.get("after:parted") or (cue.negated and candidate.rule.endswith("after")):
        return 1  # *«…»; Pini ha detto che …*, *accusato di «…», non replica*
    if cue.weak and candidate.mention >= 0 and _has(features, "after:gap0"):
        return 3  # *«…», conclude Pini*
    if cue.weak or cue.lemma == "per" or (cue.kind == "noun" and not features.get("way:of")):
        return 4 if _has(features, "inside:dash") else 1
    if _has(features, "before:colon") and not features.get("before:rivals"):
        return 2 if features.get("crossed") else 3
    return next((tier for tier, signs in TIERS if _has(features, *signs)), 0)


def _has(features: Mapping[str, float], *names: str) -> bool:
    return any(features.get(name) for name in names)


def _voice(scene: Scene, q: Quotation) -> tuple[bool, str]:
    """Return whether the words say *I*, and the gender that *I* shows: "sono stata"."""
    voice, gender = False, ""
    for token in scene.doc[q.first : q.last]:
        morph = token.morph
        if scene.frames.owner[token.i] != q.index or "1" not in morph.get("Person"):
            continue
        if "Sing" not in morph.get("Number") or token.pos_ not in {"VERB", "AUX"}:
            continue
        voice = True
        if token.lemma_ == "essere" and token.dep_ in {"cop", "aux"}:
            gender = {"Fem": "f", "Masc": "m"}.get("".join(token.head.morph.get("Gender")), gender)
    return voice, gender


def _not_spoken_of(scene: Scene, q: Quotation, candidate: Candidate) -> dict[str, float]:
    """Who is named inside a quotation is spoken of: «Mai toccato Lucia» is not Lucia's."""
    if len(candidate.entities) != 1:
        return {}
    mentions = scene.mentions
    named = any(
        k != candidate.mention
        and q.first <= mentions[k].first < q.last
        and mentions[k].name is not None
        for k in candidate.entities[0].mentions
    )
    return {"named-inside": float(named)}


def _in_tune(candidate: Candidate, voice: bool, gender: str) -> dict[str, float]:
    """An institution does not say *I*, nor a man "sono stata"."""
    if not voice or len(candidate.entities) != 1:
        return {"voice:we": float(voice and len(candidate.entities) > 1)}
    entity = candidate.entities[0]
    features = {"voice:body": float(entity.kind in {"organisation", "place", "document", "group"})}
    if gender and entity.gender:
        features["voice:same" if gender == entity.gender else "voice:other"] = 1.0
    return features


def _outer(scene: Scene, q: Quotation) -> tuple[int, ...]:
    decision = scene.decided.get(q.parent)
    return decision.winner.key if decision else ()


def _against_outer(scene: Scene, candidate: Candidate, outer: tuple[int, ...]) -> dict[str, float]:
    """Inside a quotation "mi disse" is said by somebody else, "ho detto" by the speaker."""
    if not outer:
        return {}
    same = candidate.key == outer
    features = {"outer:same" if same else "outer:other": 1.0}
    cue = candidate.cue
    if cue is not None:
        words = {scene.doc[i].lower_ for i in range(max(cue.first - 1, 0), cue.last)}
        features[f"outer:{'same' if same else 'other'}:to-me"] = float(bool(words & PERSONAL))
    return features
