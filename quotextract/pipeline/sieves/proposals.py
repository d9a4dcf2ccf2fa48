"""Shared by the sieves: from a cue to candidates with their features."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quotextract.pipeline.cues import Cue
from quotextract.pipeline.entities import Entity
from quotextract.pipeline.frames import Quotation, Sentence
from quotextract.pipeline.mentions import Mention
from quotextract.pipeline.scene import Candidate, Scene
from quotextract.pipeline.subjects import Pointing

AIMED = frozenset({"accuse", "praise"})
DASHES = frozenset("-–—")
FREE = frozenset("tree tree-conj relative antecedent after-first agent from of".split())
LIGHT = frozenset({"PUNCT", "DET", "AUX", "SPACE", "CCONJ"})


def bucket(n: int) -> str:
    """Return a distance as one of few steps."""
    for limit, name in ((0, "0"), (1, "1"), (3, "2-3"), (7, "4-7"), (15, "8-15")):
        if n <= limit:
            return name
    return "far"


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
        pointings = [p for p in pointings if scene.mentions[p.mention].first < cue.first]
    for pointing in pointings:
        yield from _of_pointing(scene, cue, pointing, base, where)
    if _may_be_null(scene, q, cue, pointings, where):
        yield from null_subject(scene, cue, base)


def _closed(scene: Scene, cue: Cue) -> int:
    """Return the token that closes an incise: a dash that stands free, or the end."""
    i = cue.last
    while i < len(scene.doc) and not (scene.doc[i].text in DASHES and scene.doc[i - 1].whitespace_):
        i += 1
    return i


def of_mention(
    scene: Scene, rule: str, mention: int, features: dict[str, float]
) -> Iterator[Candidate]:
    """Yield whom a mention may stand for, where no cue points to it."""
    for option in scene.resolver.options(mention):
        own = features | option.signs
        own[f"how:{option.how}"] = 1.0
        yield Candidate(rule, option.entities, None, mention, own)


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
    together = (
        _together(scene, pointing.mention) if cue.number == "p" and m.kind != "pronoun" else []
    )
    for option in scene.resolver.options(pointing.mention):
        entities = option.entities
        own = dict(features)
        if together:
            entities = tuple(dict.fromkeys((*option.entities, *together)))
            own.pop("number_clash", None)
            own["together"] = 1.0
        own |= option.signs
        own[f"how:{option.how}"] = 1.0
        own[f"how:{option.how}:{_noun_phrase(m)}"] = 1.0
        own |= about(scene, cue, option.entities)
        yield Candidate(f"{cue.kind}-{where}", entities, cue, pointing.mention, own)


def mention_features(scene: Scene, mention: int) -> dict[str, float]:
    """Return what kind of noun phrase a mention is."""
    m = scene.mentions[mention]
    return {
        f"mention:{m.kind}": 1.0,
        "indefinite": float(not m.definite),
        "possessive": float(m.possessive),
        "aside": float(scene.aside(mention)),
    }


def agreement(cue: Cue, entity: Entity) -> dict[str, float]:
    """Compare the participle's gender with the entity's: "si è detta"."""
    if not cue.gender or not entity.gender:
        return {}
    return {"participle_same" if cue.gender == entity.gender else "participle_other": 1.0}


def _noun_phrase(m: Mention) -> str:
    article = "definite" if m.definite else "indefinite"
    return f"{m.kind}:{'plural' if m.number == 'p' else article}"


def about(scene: Scene, cue: Cue, entities: tuple[Entity, ...]) -> dict[str, float]:
    """Return what the cue and the discourse say of one entity."""
    if len(entities) != 1:
        return {}
    return agreement(cue, entities[0]) | turn(scene, cue, entities[0])


def standing(scene: Scene, candidate: Candidate) -> dict[str, float]:
    """Return how surely an entity is somebody: a known given name, a role, a bare word."""
    if len(candidate.entities) != 1:
        return {}
    entity = candidate.entities[0]
    if entity.kind != "person" or not entity.named:
        return {f"who:{entity.kind}:{'named' if entity.named else 'described'}": 1.0}
    given = len(entity.words) > 1 and entity.words[0] in scene.lexicon.given_names
    return {
        "who:given": float(given),
        "who:tied": float(bool(entity.roles)),
        "who:bare": float(len(entity.words) == 1 and not entity.roles),
        "who:often": float(len(entity.mentions) > 2),
    }


def turn(scene: Scene, cue: Cue, entity: Entity) -> dict[str, float]:
    """In an interview who asked before asks again, who answered answers."""
    if cue.sense not in {"ask", "answer"}:
        return {}
    senses = {
        d.winner.cue.sense
        for d in scene.decided.values()
        if d.winner.cue is not None and d.winner.entities == (entity,)
    }
    other = "answer" if cue.sense == "ask" else "ask"
    return {"turn:same": float(cue.sense in senses), "turn:other": float(other in senses)}


def _together(scene: Scene, mention: int) -> list[Entity]:
    """Return the others in "Pini, Melis e la Cgil"."""
    others: list[Entity] = []
    for step in (1, -1):
        k, last = mention + step, scene.mentions[mention]
        while 0 <= k < len(scene.mentions):
            m = scene.mentions[k]
            first, second = (last, m) if step > 0 else (m, last)
            gap = [t.lower_ for t in scene.doc[first.last : second.first] if not t.is_space]
            if not gap or len(gap) > 2 or not set(gap) <= {",", "e", "ed", "il", "la", "i"}:
                break
            if m.kind in {"document", "noun", "place"} or m.preposition:
                break
            entity = scene.table.of(k) or scene.resolver.options(k)[0].entities[0]
            others.append(entity) if step > 0 else others.insert(0, entity)
            last, k = m, k + step
    return others


def null_subject(scene: Scene, cue: Cue, base: dict[str, float]) -> Iterator[Candidate]:
    """Yield the entities that a verb without a subject may continue."""
    last = None
    for k in sorted(scene.decided, reverse=True):
        if scene.decided[k].winner.entities and scene.frames.quotations[k].first < cue.first:
            last = scene.decided[k].winner.entities
            break
    seen = set()
    for option in scene.resolver.salient(cue.first, cue.gender, cue.number, "null"):
        seen.add(option.entities[0].index)
        features = base | {f"null:{k}": v for k, v in option.features.items()}
        features |= about(scene, cue, option.entities)
        features["null"] = 1.0
        features["null:last"] = float(last == option.entities)
        yield Candidate("null-subject", option.entities, cue, -1, features)
    yield from _through_description(scene, cue, base)
    if cue.form == "impersonal":
        yield from _read_in(scene, cue, base)
    if cue.number == "p":
        for option in scene.resolver.together(cue.first):
            own = base | {"null": 1.0, "null:together": 1.0}
            own |= {f"null:{k}": v for k, v in option.features.items()}
            yield Candidate("null-subject", option.entities, cue, -1, own)
    if last and not (len(last) == 1 and last[0].index in seen):
        features = base | {"null": 1.0, "null:last": 1.0}
        features["null:far"] = 1.0
        yield Candidate("null-subject", last, cue, -1, features)


def _through_description(scene: Scene, cue: Cue, base: dict[str, float]) -> Iterator[Candidate]:
    """Yield whom the last subject stands for: *L'imputata tace. «…», ha detto ieri*."""
    k = scene.resolver.last_described(cue.first)
    if k is None:
        return
    for option in scene.resolver.options(k):
        features = base | {"null": 1.0, "null:via": 1.0, f"null:via-{option.how}": 1.0}
        features |= option.signs
        features |= about(scene, cue, option.entities)
        yield Candidate("null-subject", option.entities, cue, -1, features)


def _read_in(scene: Scene, cue: Cue, base: dict[str, float]) -> Iterator[Candidate]:
    """Yield the document last spoken of, where something is read: *Vi si legge che …*."""
    k = scene.resolver.last_document(cue.first)
    if k is None:
        return
    for option in scene.resolver.options(k):
        features = base | {"read": 1.0, f"read:{option.how}": 1.0}
        features |= option.signs
        yield Candidate("null-subject", option.entities, cue, k, features)
