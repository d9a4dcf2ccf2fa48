"""How far a reported clause reaches, and where the journalist goes on."""

from __future__ import annotations

from spacy.tokens import Token

from quotextract.pipeline.candidates.places import is_dash
from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import Sentence
from quotextract.pipeline.indirect.clauses import (
    end_of,
    is_finite,
    is_infinitive,
    trimmed,
)
from quotextract.pipeline.scene import Scene

CONCLUSIONS = frozenset("così infatti quindi dunque perciò pertanto".split())


def clause_end(scene: Scene, cue: Cue, first: int, sentence: Sentence, *, finite: bool) -> int:
    """Return the end of the clause that starts at `first`.

    Args:
        scene: The article.
        cue: What reports the clause.
        first: The token behind *che*, *di*, *se*.
        sentence: The sentence of both.
        finite: Whether the clause has a finite verb, or an infinitive.
    """
    tokens = [i for i in sentence.tokens() if i >= first]
    begun = False
    for n, i in enumerate(tokens):
        if n and _closes(scene, first, i, sentence):
            return trimmed(scene, first, i)[1]
        if begun and scene.doc[i].text == "," and _leaves(scene, cue, first, i, finite=finite):
            return trimmed(scene, first, i)[1]
        if n and not finite and _finite_beside_infinitive(scene, first, i):
            return _before_coordination(scene, first, i)
        if n > 1 and _beside_cue(scene, cue, i, sentence):
            return _before_coordination(scene, first, i)
        begun = begun or (is_finite if finite else is_infinitive)(scene.doc[i])
    return trimmed(scene, first, end_of(scene, sentence, first))[1]


def _beside_cue(scene: Scene, cue: Cue, i: int, sentence: Sentence) -> bool:
    """*Ha precisato che … e ha smentito*: the next verb of saying stands beside the first."""
    token = scene.doc[i]
    if token.dep_ == "conj" and token.head.i == cue.head:
        return True
    return scene.doc[i - 1].pos_ == "CCONJ" and any(
        c.first == i and c.kind == "verb" and c.form == cue.form and not c.weak
        for c in scene.cues(sentence)
    )


def _closes(scene: Scene, first: int, i: int, sentence: Sentence) -> bool:
    """A semicolon, *così*, a dash or bracket that opened before the clause."""
    text = scene.doc[i].text
    if text == ";" or _concludes(scene, i):
        return True
    if is_dash(scene.doc, i):
        dashes = [j for j in sentence.tokens() if is_dash(scene.doc, j)]
        before = [j for j in dashes if j < first]
        return len(before) % 2 == 1 or (len(dashes) - len(before)) % 2 == 1 and dashes[-1] == i
    return text == ")" and "(" not in [t.text for t in scene.doc[first:i]]


def _concludes(scene: Scene, i: int) -> bool:
    """*…, così hanno deciso*, *e infatti …*: the journalist draws the conclusion."""
    before = scene.doc[i - 1]
    joined = before.text == "," or before.pos_ == "CCONJ"
    return joined and scene.doc[i].lower_ in CONCLUSIONS


def _leaves(scene: Scene, cue: Cue, first: int, comma: int, *, finite: bool) -> bool:
    """Tell whether what follows a comma hangs on something before the clause."""
    segment = [scene.doc[i] for i in _segment(scene, comma + 1)]
    if not segment:
        return False
    opening = segment[0]
    if "Ger" in opening.morph.get("VerbForm"):
        return opening.head.i < first or _says(scene, opening)
    if not finite and is_finite(opening):
        return True
    inside = {t.i for t in segment}
    roots = [t for t in segment if t.head.i not in inside or t.dep_ == "ROOT"]
    outside = all(t.head.i < first or t.dep_ == "ROOT" for t in roots)
    return (
        outside and _has_verb(roots) and not any(_is_content(scene, cue, first, t) for t in roots)
    )


def _says(scene: Scene, token: Token) -> bool:
    verbs = scene.lexicon.verbs
    readings = scene.lexicon.verb_forms.get(token.lower_, ())
    return any(r.lemma in verbs and not verbs[r.lemma].weak for r in readings)


def _has_verb(tokens: list[Token]) -> bool:
    return any(t.pos_ in {"VERB", "AUX"} for t in tokens)


def _segment(scene: Scene, start: int) -> list[int]:
    place = scene.frames.place.get(start)
    if place is None:
        return []
    tokens = [i for i in scene.frames.sentences[place[0]].tokens() if i >= start]
    stop = next((n for n, i in enumerate(tokens) if scene.doc[i].text in {",", ";"}), len(tokens))
    return [i for i in tokens[:stop] if not scene.doc[i].is_punct]


def _is_content(scene: Scene, cue: Cue, first: int, token: Token) -> bool:
    """Tell whether a token is the main verb of the clause itself."""
    return token.i == scene.doc[first - 1].head.i or (
        token.head.i == cue.head and token.dep_ in {"ccomp", "xcomp", "csubj"}
    )


def _finite_beside_infinitive(scene: Scene, first: int, i: int) -> bool:
    """*Invita a riflettere e contesta …*: a finite verb beside the infinitive is no part of it."""
    token = scene.doc[i]
    verbs = [t for t in token.subtree if t.head.i == i and t.dep_ in {"aux", "cop"}] + [token]
    joined = token.dep_ == "conj" and token.head.i >= first and is_infinitive(token.head)
    return joined and any(is_finite(t) and "3" in t.morph.get("Person") for t in verbs)


def _before_coordination(scene: Scene, first: int, verb: int) -> int:
    left = min((t.i for t in scene.doc[verb].subtree), default=verb)
    i = max(left, first + 1)
    while i > first + 1 and (scene.doc[i - 1].is_punct or scene.doc[i - 1].pos_ == "CCONJ"):
        i -= 1
    return i
