"""Colons: «Benassi è netta: "…"», also at the end of the paragraph before."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.candidates.proposing import of_cue, of_mention
from quotextract.pipeline.candidates.signs import mention_features
from quotextract.pipeline.cues.groups import AGENT
from quotextract.pipeline.edges import OF
from quotextract.pipeline.frames import Quotation, Sentence
from quotextract.pipeline.scene import Candidate, Scene
from quotextract.pipeline.subjects.targets import leading

SPEAKERS = frozenset({"name", "role", "organisation", "group"})


def colon(scene: Scene, q: Quotation) -> Iterator[Candidate]:
    """Propose who stands before a colon that opens the quotation."""
    sentence = scene.frames.sentence_of(q.index)
    spot = scene.frames.quote_place[q.index][1]
    if spot > 0 and _is_colon(scene, sentence, spot - 1):
        yield from _bare(scene, sentence, spot, "colon")
    elif spot == 0:
        announcing = _ends_in_colon(scene, sentence)
        if announcing is not None:
            yield from _bare(scene, announcing, len(announcing.pieces), "colon-across")
            for cue in scene.cues(announcing):
                if cue.lemma == "per" or cue.form == "infinitive" and not cue.clitic:
                    continue
                yield from of_cue(scene, q, cue, announcing, "across")


def _is_colon(scene: Scene, sentence: Sentence, spot: int) -> bool:
    piece = sentence.pieces[spot]
    return piece.token >= 0 and scene.doc[piece.token].text == ":"


def _ends_in_colon(scene: Scene, sentence: Sentence) -> Sentence | None:
    """Return the sentence before that ends in a colon; embedded posts are skipped."""
    before = scene.frames.previous(sentence)
    steps = 0
    while before is not None and steps < 12:
        if before.pieces and _is_colon(scene, before, len(before.pieces) - 1):
            return before
        if before.kind not in {"post", "signature"}:
            return None
        before, steps = scene.frames.previous(before), steps + 1
    return None


def _bare(scene: Scene, sentence: Sentence, spot: int, rule: str) -> Iterator[Candidate]:
    """Without regard to any verb: the free mentions of the announcing sentence."""
    before = [
        k
        for k in leading(sentence, scene.mentions, scene.targets.covering)
        if scene.frames.place[scene.mentions[k].first][1] < spot
        and scene.mentions[k].kind not in {"noun", "document"}
    ]
    named = _set_off(scene, sentence, spot)
    before += [named] if named is not None and named not in before else []
    yield from _governed(scene, sentence, spot, rule)
    for rank, k in enumerate(before):
        features = {
            rule: 1.0,
            f"{rule}:{'first' if rank == 0 else 'later'}": 1.0,
            f"{rule}:last": float(rank == len(before) - 1),
            f"{rule}:touching": float(_touches(scene, k)),
            f"{rule}:touching:{sentence.kind}": float(_touches(scene, k)),
            f"{rule}:root": float(_leads(scene, k)),
            f"{rule}:clause": float(_in_clause(scene, k)),
            f"{rule}:object": float(_is_object(scene, k)),
            f"{rule}:verbless": float(not _verbs(scene, sentence)),
            f"{rule}:{sentence.kind}": 1.0,
            f"{rule}:subject": float(_is_subject(scene, k)),
            f"{rule}:set-off": float(k == named),
        } | mention_features(scene, k)
        yield from of_mention(scene, "colon", k, features)


def _set_off(scene: Scene, sentence: Sentence, spot: int) -> int | None:
    """Return the last name before a colon of whom more is said: *Pini, l'autore del libro: «…»*."""
    mentions = (scene.targets.covering.get(i) for i in reversed(sentence.tokens()))
    for k in mentions:
        if k is None or scene.frames.place[scene.mentions[k].first][1] >= spot:
            continue
        m = scene.mentions[k]
        if m.kind == "name" and not (m.role and _touches(scene, k)):
            return k if scene.doc[m.last].text == "," and not m.preposition else None
    return None


def _governed(scene: Scene, sentence: Sentence, spot: int, rule: str) -> Iterator[Candidate]:
    """*Il dramma di Pini: «…»*, *un aiuto arriva dallo scrittore Pini, in video: «…»*."""
    seen: set[int] = set()
    for i in sentence.tokens():
        k = scene.targets.covering.get(i)
        if k is None or k in seen or scene.frames.place[i][1] >= spot:
            continue
        seen.add(k)
        m = scene.mentions[k]
        agent = m.preposition in AGENT
        if m.kind not in SPEAKERS or not m.preposition or not (agent or _touches(scene, k)):
            continue
        way = "agent" if agent else "of" if m.preposition in OF else "other"
        features = {f"{rule}:governed": 1.0, f"{rule}:governed:{way}": 1.0}
        features |= mention_features(scene, k)
        yield from of_mention(scene, "colon", k, features)


def _touches(scene: Scene, k: int) -> bool:
    last = scene.mentions[k].last
    return last < len(scene.doc) and scene.doc[last].text == ":"


def _leads(scene: Scene, k: int) -> bool:
    """Tell whether a mention is the subject of the main verb, not of a clause below it."""
    m = scene.mentions[k]
    tokens = scene.doc[m.first : m.last]
    return any(t.dep_ == "nsubj" and t.head.dep_ == "ROOT" or t.dep_ == "ROOT" for t in tokens)


def _in_clause(scene: Scene, k: int) -> bool:
    """Tell whether a mention is the subject of what somebody else is said to say."""
    m = scene.mentions[k]
    heads = [t.head.dep_ for t in scene.doc[m.first : m.last] if t.dep_ == "nsubj"]
    return any(dep in {"ccomp", "xcomp", "acl:relcl", "advcl"} for dep in heads)


def _is_object(scene: Scene, k: int) -> bool:
    m = scene.mentions[k]
    return scene.doc[m.head].dep_ in {"obj", "iobj", "obl", "nmod"}


def _verbs(scene: Scene, sentence: Sentence) -> bool:
    return any(scene.doc[i].pos_ in {"VERB", "AUX"} for i in sentence.tokens())


def _is_subject(scene: Scene, k: int) -> bool:
    m = scene.mentions[k]
    return any(scene.doc[i].dep_.startswith("nsubj") for i in range(m.first, m.last))
