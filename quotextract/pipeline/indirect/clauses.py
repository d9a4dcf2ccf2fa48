"""What a reported clause is, and the small words its edges are told by."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import Sentence
from quotextract.pipeline.scene import Decision, Scene

SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Reported:
    """A clause on tokens `first:last` reported by a cue, with what speaks for it."""

    first: int
    last: int
    cue: Cue | None
    how: str
    sentence: Sentence
    features: dict[str, float]
    mention: int = -1
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A clause that a construction suggests; `signs` are what the construction saw."""

    first: int
    last: int
    cue: Cue | None
    how: str
    sentence: Sentence
    signs: frozenset[str] = frozenset()
    mention: int = -1


def is_finite(token: Token) -> bool:
    """Tell whether a token is a finite verb."""
    return token.pos_ in {"VERB", "AUX"} and "Fin" in token.morph.get("VerbForm")


def is_infinitive(token: Token) -> bool:
    """Tell whether a token is an infinitive."""
    return token.pos_ in {"VERB", "AUX"} and "Inf" in token.morph.get("VerbForm")


def end_of(scene: Scene, sentence: Sentence, after: int = -1) -> int:
    """Return where a sentence ends, or hands over to a quotation by a colon behind `after`."""
    for piece, following in pairwise(sentence.pieces):
        colon = piece.token > after and scene.doc[piece.token].text == ":"
        if colon and following.quotation >= 0:
            return piece.token
    piece = sentence.pieces[-1]
    return piece.token + 1 if piece.token >= 0 else scene.frames.quotations[piece.quotation].last


def start_of(scene: Scene, sentence: Sentence) -> int:
    """Return the first token of a sentence."""
    piece = sentence.pieces[0]
    return piece.token if piece.token >= 0 else scene.frames.quotations[piece.quotation].first


def trimmed(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Leave out punctuation and connectives at the edges: *Inoltre, …*, *Ma …*."""
    doc = scene.doc
    while last > first and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    while first < last and (_opens_loosely(doc[first]) or _connects(doc, first, last)):
        first += 1
    return first, last


def _opens_loosely(token: Token) -> bool:
    return token.is_punct or token.is_space or token.pos_ == "CCONJ"


def _connects(doc: Doc, i: int, last: int) -> bool:
    return doc[i].pos_ == "ADV" and i + 1 < last and doc[i + 1].text == ","
