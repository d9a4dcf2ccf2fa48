"""Indirect speech: the clause that a reporting verb, phrase or noun answers for.

Spans run from behind *che*, *di*, *se* to the end of the clause. A clause that
already holds a quotation of its own is left to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import exp

from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import HEADS, Sentence
from quotextract.pipeline.ranker import Weights, dot, rank
from quotextract.pipeline.scene import Candidate, Decision, Scene
from quotextract.pipeline.sieves.proposals import of_cue

MARKERS = {"che": "che", "di": "di", "d'": "di", "se": "se", "a": "a", "ad": "a"}
GAP = 14
SHORTEST = 3
DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Reported:
    """A clause on tokens `first:last` reported by a cue, with what speaks for it."""

    first: int
    last: int
    cue: Cue | None
    how: str
    sentence: Sentence
    features: dict[str, float]
    decision: Decision | None = None


def find_indirect(
    scene: Scene, taken: Iterable[tuple[int, int]], weights: Weights
) -> Iterator[Reported]:
    """Yield the reported clauses of an article, none overlapping.

    Args:
        scene: The article, its marked quotations decided.
        taken: Token ranges of the quotations reported already.
        weights: The weights of the ranker and of the clause classifier.
    """
    held = list(taken)
    for sentence in scene.frames.sentences:
        if sentence.level >= 0:
            continue
        for clause in propose_clauses(scene, sentence):
            if any(a < clause.last and clause.first < b for a, b in held):
                continue
            if probability(clause, weights) < 0.5:
                continue
            decision = speaker_of(scene, clause, weights)
            held.append((clause.first, clause.last))
            yield Reported(
                clause.first,
                clause.last,
                clause.cue,
                clause.how,
                sentence,
                clause.features,
                decision,
            )


def probability(clause: Reported, weights: Weights) -> float:
    """Return how likely a clause is reported speech."""
    score = dot(weights.indirect or {}, clause.features)
    return 1 / (1 + exp(-max(min(score, 30), -30)))


def speaker_candidates(scene: Scene, clause: Reported) -> list[Candidate]:
    """Return who may answer for a clause."""
    if clause.cue is None:
        return list(_headline_speakers(scene, clause))
    found = list(of_cue(scene, None, clause.cue, clause.sentence, "indirect"))
    return [*found, Candidate("none", features={"silence": 1.0, "silence:indirect": 1.0})]


def speaker_of(scene: Scene, clause: Reported, weights: Weights) -> Decision:
    """Return the likeliest speaker of a clause."""
    candidates = speaker_candidates(scene, clause)
    (p, winner), *_ = rank(candidates, weights.ranker)
    return Decision(-1, winner, p, candidates)


def propose_clauses(scene: Scene, sentence: Sentence) -> Iterator[Reported]:
    """Yield what may be reported in a sentence, the surest constructions first."""
    for cue in scene.cues(sentence):
        if cue.kind in {"verb", "idiom"}:
            yield from _complements(scene, cue, sentence)
            yield from _parenthetical(scene, cue, sentence)
        elif cue.kind == "phrase" and cue.form == "source":
            yield from _of_source(scene, cue, sentence)
        elif cue.kind == "noun":
            yield from _of_noun(scene, cue, sentence)
    if sentence.kind in HEADS:
        yield from _headline(scene, sentence)


def _complements(scene: Scene, cue: Cue, sentence: Sentence) -> Iterator[Reported]:
    tokens = [i for i in sentence.tokens() if i >= cue.last]
    for step, i in enumerate(tokens[:GAP]):
        marker = MARKERS.get(scene.doc[i].lower_)
        if scene.doc[i].text in {":", ";"}:
            return
        if marker is None or not _introduces(scene, i, marker):
            continue
        if marker not in cue.frames:
            if marker == "che" and step < 3:
                return
            continue
        last = _clause_end(scene, cue, i + 1, sentence)
        if last - i > SHORTEST:
            yield _clause(scene, i + 1, last, cue, marker, sentence, step)
        return


def _introduces(scene: Scene, i: int, marker: str) -> bool:
    token = scene.doc[i]
    if marker in {"di", "a"}:
        return any(
            t.pos_ in {"VERB", "AUX"} and "Inf" in t.morph.get("VerbForm")
            for t in scene.doc[i + 1 : i + 5]
            if not t.is_punct
        ) and _only_light(scene, i)
    return token.pos_ in {"SCONJ", "CCONJ"} or (marker == "che" and token.dep_ == "mark")


def _only_light(scene: Scene, i: int) -> bool:
    """Between *di* and the infinitive only adverbs and clitics may stand."""
    for token in scene.doc[i + 1 : i + 5]:
        if token.pos_ in {"VERB", "AUX"}:
            return True
        if token.pos_ not in {"ADV", "PRON", "PUNCT", "CCONJ", "SCONJ"}:
            return False
    return False


def _clause_end(scene: Scene, cue: Cue, first: int, sentence: Sentence) -> int:
    """Return the end of the clause: the sentence's, or where the journalist goes on."""
    tokens = [i for i in sentence.tokens() if i >= first]
    depth = 0
    for i in tokens:
        token = scene.doc[i]
        if token.text == ";" or (token.text == ":" and i > first):
            return i
        if token.text in DASHES and scene.doc[i - 1].whitespace_ and depth == 0 and i > first:
            return i
        if token.dep_ == "conj" and token.head.i == cue.head and i > first + 2:
            return _before_coordination(scene, i, first)
    last = _end_of(scene, sentence)
    while last > first and scene.doc[last - 1].is_punct:
        last -= 1
    return last


def _end_of(scene: Scene, sentence: Sentence) -> int:
    piece = sentence.pieces[-1]
    return piece.token + 1 if piece.token >= 0 else scene.frames.quotations[piece.quotation].last


def _before_coordination(scene: Scene, verb: int, first: int) -> int:
    left = min((t.i for t in scene.doc[verb].subtree), default=verb)
    i = max(left, first + 1)
    while i > first + 1 and (scene.doc[i - 1].is_punct or scene.doc[i - 1].pos_ == "CCONJ"):
        i -= 1
    return i


def _parenthetical(scene: Scene, cue: Cue, sentence: Sentence) -> Iterator[Reported]:
    """«Il ponte, ha detto Pini, riaprirà», «come ha ricordato Pini, il ponte…»."""
    if cue.form not in {"finite", "compound", "passive", "impersonal"} or sentence.quotations():
        return
    tokens = sentence.tokens()
    before = [i for i in tokens if i < cue.first]
    come = bool(before) and scene.doc[before[-1]].lower_ == "come"
    lead = before[:-1] if come else before
    set_off = not lead or scene.doc[lead[-1]].text in {",", "(", *DASHES}
    if not set_off or not (come or lead):
        return
    stop = next(
        (i for i in tokens if i >= cue.last and scene.doc[i].text in {",", ")", ".", *DASHES}), None
    )
    if stop is None or any(
        MARKERS.get(scene.doc[i].lower_) == "che" for i in range(cue.last, stop)
    ):
        return
    how = "come" if come else "parenthetical"
    first = lead[0] if lead else min(stop + 1, tokens[-1])
    last = _trim(scene, tokens[-1] + 1)
    if last - first > SHORTEST:
        yield _clause(scene, first, last, cue, how, sentence, len(lead))


def _trim(scene: Scene, last: int) -> int:
    while last > 0 and (scene.doc[last - 1].is_punct or scene.doc[last - 1].is_space):
        last -= 1
    return last


def _of_source(scene: Scene, cue: Cue, sentence: Sentence) -> Iterator[Reported]:
    """«Secondo Pini, i conti tornano», «i conti, secondo Pini, tornano»."""
    tokens = sentence.tokens()
    pointing = scene.subjects.of_phrase(cue, sentence)
    if not pointing:
        return
    m = scene.mentions[pointing[0].mention]
    stop = next(
        (i for i in tokens if i >= m.last and scene.doc[i].text in {",", "–", "-", "—"}), m.last
    )
    opens = tokens[0] >= cue.first - 1
    first = (
        stop + 1
        if opens and scene.doc[min(stop, len(scene.doc) - 1)].is_punct
        else (stop if opens else tokens[0])
    )
    last = _trim(scene, tokens[-1] + 1 if opens or stop < tokens[-1] else cue.first)
    if last - first > SHORTEST:
        yield _clause(scene, first, last, cue, "source", sentence, 0, mention=pointing[0].mention)


def _of_noun(scene: Scene, cue: Cue, sentence: Sentence) -> Iterator[Reported]:
    """«L'accusa di Melis è che…», «la tesi che…»."""
    tokens = [i for i in sentence.tokens() if i >= cue.last]
    for step, i in enumerate(tokens[:6]):
        if scene.doc[i].lower_ == "che" and scene.doc[i].pos_ == "SCONJ":
            last = _clause_end(scene, cue, i + 1, sentence)
            if last - i > SHORTEST:
                yield _clause(scene, i + 1, last, cue, "noun-che", sentence, step)
            return


def _headline(scene: Scene, sentence: Sentence) -> Iterator[Reported]:
    """«Rossi: riapriremo»."""
    tokens = sentence.tokens()
    for i in tokens:
        if scene.doc[i].text == ":" and i > tokens[0] and not sentence.quotations():
            first, last = i + 1, _trim(scene, tokens[-1] + 1)
            if last - first > 2:
                yield _clause(scene, first, last, None, "headline", sentence, i - tokens[0])
            return


def _clause(
    scene: Scene, first: int, last: int, cue: Cue | None, how: str, sentence: Sentence, step: int,
    mention: int = -1,
) -> Reported:  # fmt: skip
    features = {"bias": 1.0, f"how:{how}": 1.0, f"how:{how}:step{min(step, 4)}": 1.0}
    if cue is not None:
        features |= {
            f"form:{cue.form}": 1.0,
            f"{how}:sense:{cue.sense}": 1.0,
            "weak": float(cue.weak),
            "negated": float(cue.negated),
            "hypothetical": float(cue.hypothetical),
        }
        features |= _grammar(scene, cue, first, sentence, how)
    if how == "headline":
        features |= _headline_features(scene, first, last, sentence)
    features[f"{how}:quotes"] = float(bool(sentence.quotations()))
    features["size"] = min((last - first) / 20, 2.0)
    return Reported(first, last, cue, how, sentence, features)


def _grammar(scene: Scene, cue: Cue, first: int, sentence: Sentence, how: str) -> dict[str, float]:
    head = scene.doc[cue.head]
    pointings = (
        scene.subjects.of_phrase(cue, sentence)
        if cue.kind == "phrase"
        else (
            scene.subjects.of_noun(cue, sentence)
            if cue.kind == "noun"
            else scene.subjects.of_verb(cue, sentence)
        )
    )
    features = {f"{how}:dep:{head.dep_}": 1.0}
    best = [
        p
        for p in pointings
        if p.ways
        & {"tree", "tree-conj", "relative", "after-first", "complement", "agent", "of", "tree-up"}
    ]
    features[f"{how}:sourced"] = float(bool(best))
    for p in best[:1]:
        m = scene.mentions[p.mention]
        features[f"{how}:mention:{m.kind}"] = 1.0
        features["indefinite"] = float(not m.definite)
    features["ccomp"] = float(
        any(c.dep_ in {"ccomp", "xcomp"} and c.i >= first for c in head.children)
    )
    features["finite-inside"] = float(
        any("Fin" in t.morph.get("VerbForm") for t in scene.doc[first : first + 12])
    )
    return features


def _headline_features(scene: Scene, first: int, last: int, sentence: Sentence) -> dict[str, float]:
    before = {scene.subjects.covering.get(i) for i in sentence.tokens() if i < first}
    kinds = {scene.mentions[k].kind for k in before if k is not None}
    touching = scene.subjects.covering.get(first - 2)
    features = {f"headline:{kind}": 1.0 for kind in kinds}
    features["headline:touching"] = float(touching is not None)
    if touching is not None:
        features[f"headline:touching:{scene.mentions[touching].kind}"] = 1.0
    features["headline:verb"] = float(any(t.pos_ in {"VERB", "AUX"} for t in scene.doc[first:last]))
    return features


def _headline_speakers(scene: Scene, clause: Reported) -> Iterator[Candidate]:
    for i in clause.sentence.tokens():
        k = scene.subjects.covering.get(i)
        if i >= clause.first:
            break
        if k is None or scene.mentions[k].first != i:
            continue
        m = scene.mentions[k]
        features = {"ihead": 1.0, f"ihead:{m.kind}": 1.0, "governed": float(bool(m.preposition))}
        features["ihead:touching"] = float(m.last == clause.first - 1)
        for option in scene.resolver.options(k):
            yield Candidate(
                "headline", option.entities, None, k, features | {f"how:{option.how}": 1.0}
            )
    yield Candidate("none", features={"silence": 1.0, "silence:indirect": 1.0})
