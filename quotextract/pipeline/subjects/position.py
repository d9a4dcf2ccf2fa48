"""Whom a verb points to by position: the mentions around it, nearest first."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.cues import Cue
from quotextract.pipeline.cues.groups import AGENT
from quotextract.pipeline.frames import Frames, Sentence
from quotextract.pipeline.subjects.targets import Targets
from quotextract.pipeline.subjects.tree import PASSIVE

REACH = 14
ISSUED = 3
BODIES = frozenset({"organisation", "place", "group"})
STOPS = frozenset({":", ";", "-", "–", "—", "(", ".", "!", "?"})


class SubjectsByPosition:
    """Finds the subjects of verbs by where mentions stand.

    Args:
        frames: The frame sentences of a document.
        targets: What a cue can point to.
    """

    def __init__(self, frames: Frames, targets: Targets) -> None:
        self.frames, self.doc, self.targets = frames, frames.doc, targets

    def ways(self, cue: Cue, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """Yield the mentions behind a verb, then those before it, each with how it stands."""
        agent = cue.form in PASSIVE
        yield from self._after(cue, sentence, agent=agent)
        yield from self._before(cue, sentence)

    def _after(self, cue: Cue, sentence: Sentence, *, agent: bool) -> Iterator[tuple[int, str]]:
        tokens = self._pieces_after(cue, sentence)
        seen: set[int] = set()
        free = 0
        clause_ended = False
        for step, i in enumerate(tokens):
            if step > REACH or self.doc[i].text in STOPS:
                return
            if self.doc[i].pos_ == "SCONJ" or self.doc[i].lower_ in {"che", "quando", "dove"}:
                return
            if self.doc[i].pos_ == "VERB" and step > 0 and self.doc[i].head.i != cue.head:
                clause_ended = True
            k = self.targets.covering.get(i)
            if k is None and self._plain_subject(i) and not clause_ended:
                k = self.targets.add_noun(i)
            if k is None or k in seen:
                continue
            seen.add(k)
            m = self.targets.mentions[k]
            if m.preposition in AGENT and agent:
                yield k, "agent"
            elif m.preposition in AGENT and m.kind in BODIES and self._issued(cue, step):
                yield k, "from"
            elif self.targets.free(k) and not clause_ended:
                yield k, "after-first" if free == 0 else "after-later"
                free += 1

    def _issued(self, cue: Cue, step: int) -> bool:
        """*Spiegano dalla Questura*, *fanno sapere dal ministero*: a plural of no subject."""
        return cue.number == "p" and cue.form not in PASSIVE and step <= ISSUED

    def _plain_subject(self, i: int) -> bool:
        """A noun with a determiner may be a subject of no known kind ("il cartello")."""
        token = self.doc[i]
        return (
            token.pos_ in {"NOUN", "PROPN"}
            and i > 0
            and self.doc[i - 1].pos_ == "DET"
            and self.frames.owner[i] == self.frames.owner[i - 1]
        )

    def _pieces_after(self, cue: Cue, sentence: Sentence) -> list[int]:
        after: list[int] = []
        stop = False
        for piece in sentence.pieces:
            if piece.quotation >= 0:
                stop = stop or bool(after)
            elif piece.token >= cue.last and not stop:
                after.append(piece.token)
        return after

    def _before(self, cue: Cue, sentence: Sentence) -> Iterator[tuple[int, str]]:
        seen: set[int] = set()
        free = 0
        for step, i in enumerate(reversed([t for t in sentence.tokens() if t < cue.first])):
            if step > 40:
                return
            k = self.targets.covering.get(i)
            if k is None or k in seen:
                continue
            seen.add(k)
            if self.targets.free(k):
                yield k, "before-first" if free == 0 else "before-later"
                free += 1
