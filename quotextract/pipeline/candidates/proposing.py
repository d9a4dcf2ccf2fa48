"""From a cue or a mention to candidates with their features."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.candidates.null_subjects import null_subject
from quotextract.pipeline.candidates.places import after_colon, bucket, cue_features, is_dash
from quotextract.pipeline.candidates.rows import linked, plainly, row_of
from quotextract.pipeline.candidates.signs import about, mention_features
from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import Quotation, Sentence
from quotextract.pipeline.mentions import Mention
from quotextract.pipeline.scene import Candidate, Scene
from quotextract.pipeline.subjects.targets import Pointing

AIMED = frozenset({"accuse", "praise"})
JOINED = {"how:name": 1.0, "joined": 1.0}
FREE = frozenset("tree tree-conj relative antecedent after-first agent from of".split())


def of_cue(
    scene: Scene, q: Quotation | None, cue: Cue, sentence: Sentence, where: str
) -> Iterator[Candidate]:
    """Yield the candidates of one cue: each mention it may point to, and a null subject.

    Args:
        scene: The article.
        q: The quotation; None for a clause without marks.
        cue: The cue, in `sentence`.
        sentence: The frame sentence that holds the cue.
        where: Side of the cue: before, after, inside, previous, next.
    """
    if cue.form == "first-person":
        return
    base = cue_features(scene, q, cue, sentence, where)
    pointings = _pointings(scene, cue, sentence)
    if where == "inside":  # what stands outside the dashes is the speaker's own sentence
        end = _closed(scene, cue)
        pointings = [p for p in pointings if cue.first <= scene.mentions[p.mention].first < end]
    if cue.sense in AIMED and where in {"before", "across", "previous"}:
        # whom an accusation names behind its verb is accused, not speaking
        pointings = [
            p for p in pointings
            if "agent" in p.ways or scene.mentions[p.mention].first < cue.first
        ]  # fmt: skip
    for pointing in pointings:
        yield from _of_pointing(scene, cue, pointing, base, where)
    if _may_be_null(scene, q, cue, pointings, where):
        yield from null_subject(scene, cue, base)


def _closed(scene: Scene, cue: Cue) -> int:
    """Return the token that closes an incise: a dash that stands free, or the end."""
    doc = scene.doc
    return next((i for i in range(cue.last, len(doc)) if is_dash(doc, i)), len(doc))


def of_mention(
    scene: Scene, rule: str, mention: int, features: dict[str, float]
) -> Iterator[Candidate]:
    """Yield whom a mention may stand for, where no cue points to it."""
    row = row_of(scene, mention)
    joined = linked(scene, row)
    for option in scene.resolver.options(mention):
        own = features | option.signs
        own[f"how:{option.how}"] = 1.0
        own["in-row"] = float(joined)
        yield Candidate(rule, option.entities, None, mention, own)
    if joined and mention == row[0]:  # *Pini e Melis: «…»*
        yield Candidate(rule, plainly(scene, row), None, mention, features | JOINED)


def _may_be_null(
    scene: Scene, q: Quotation | None, cue: Cue, pointings: list[Pointing], where: str
) -> bool:
    """Tell whether the cue can lean on the discourse: no subject of its own in sight."""
    if cue.kind == "phrase":
        return cue.form == "own"
    if cue.form == "passive":  # its subject is what is said, or of whom
        return False
    if any(_sure(scene, p) for p in pointings):
        return False
    if cue.kind != "noun" or q is None:
        return True
    return where in {"inside", "across", "next"} or after_colon(scene, q)


def _sure(scene: Scene, pointing: Pointing) -> bool:
    free = pointing.ways & FREE
    return bool(free) and scene.mentions[pointing.mention].kind not in {"place", "noun"}


def _pointings(scene: Scene, cue: Cue, sentence: Sentence) -> list[Pointing]:
    if cue.kind == "noun":
        return scene.subjects.of_noun(cue, sentence)
    if cue.kind == "phrase":
        return scene.subjects.of_phrase(cue, sentence)
    return scene.subjects.of_verb(cue, sentence)


def _of_pointing(
    scene: Scene, cue: Cue, pointing: Pointing, base: dict[str, float], where: str
) -> Iterator[Candidate]:
    m = scene.mentions[pointing.mention]
    features = dict(base)
    for way in pointing.ways:
        features[f"way:{way}"] = 1.0
        features[f"{where}:{way}"] = 1.0
    features |= mention_features(scene, pointing.mention)
    features[f"reach:{bucket(pointing.distance)}"] = 1.0
    if cue.number and m.number and cue.number != m.number and cue.kind != "noun":
        features["number_clash"] = 1.0
    several = cue.number == "p" and m.kind != "pronoun"
    untold = not cue.number  # *secondo Pini e Melis*
    row = row_of(scene, pointing.mention) if several or untold else [pointing.mention]
    joined = untold and linked(scene, row)
    features["in-row"] = float(joined)
    others = plainly(scene, [k for k in row if several and k != pointing.mention])
    itself = pointing.mention in row or not several
    for option in scene.resolver.options(pointing.mention):
        entities = option.entities if itself else ()
        own = dict(features)
        if others:
            entities = tuple(dict.fromkeys((*entities, *others)))
            own.pop("number_clash", None)
            own["together"] = 1.0
        own |= option.signs
        own[f"how:{option.how}"] = 1.0
        own[f"how:{option.how}:{_noun_phrase(m)}"] = 1.0
        own |= about(scene, cue, option.entities)
        yield Candidate(f"{cue.kind}-{where}", entities, cue, pointing.mention, own)
    if joined and row[0] == pointing.mention:
        told = features | JOINED | {"in-row": 0.0}
        everyone = plainly(scene, row)
        yield Candidate(f"{cue.kind}-{where}", everyone, cue, pointing.mention, told)


def _noun_phrase(m: Mention) -> str:
    article = "definite" if m.definite else "indefinite"
    return f"{m.kind}:{'plural' if m.number == 'p' else article}"
