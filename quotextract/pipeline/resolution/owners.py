"""Whose document it is: of whom it is, or by whom it was issued."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.lexicon import Lexicon, preposition_forms
from quotextract.pipeline.cues.groups import AGENT
from quotextract.pipeline.entities.table import EntityTable
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.mentions import Mention

ON = preposition_forms("su")
REACH = 5


class Owners:
    """Finds the owners of documents.

    Args:
        frames: The frame sentences of a document.
        table: Its entities.
        lexicon: Verbs by which a text is issued.
    """

    def __init__(self, frames: Frames, table: EntityTable, lexicon: Lexicon) -> None:
        self.frames, self.doc, self.lexicon = frames, frames.doc, lexicon
        self.mentions = table.mentions

    def of(self, m: Mention) -> Iterator[int]:
        """Yield the mentions of those for whom a mentioned document speaks."""
        if m.kind != "document":
            return
        issued = self._agent(m)
        for k, other in enumerate(self.mentions):
            inner = m.first < other.first and other.last <= m.last and bool(other.preposition)
            if inner or other.first == issued:
                yield k
        place = self._place(m)
        if place is not None:
            yield from self.of(place)

    def _place(self, m: Mention) -> Mention | None:
        """Return where it was put: "un comunicato apparso *sul sito* della Lega"."""
        for i in range(m.last, min(m.last + REACH, len(self.doc))):
            if self.doc[i].is_punct or self.doc[i].is_space:
                return None
            if self.doc[i].lower_ in ON:
                there = (o for o in self.mentions if o.kind == "document" and o.first == i + 1)
                return next(there, None)
        return None

    def _agent(self, m: Mention) -> int:
        """Return where *by whom* begins: "un documento diffuso ieri *dalla Comunità*"; or -1."""
        i = m.last
        while i < len(self.doc) and (self.doc[i].is_space or self.doc[i].text == ","):
            i += 1
        if not self._issues(i):
            return -1
        for j in range(i + 1, min(i + REACH, len(self.doc) - 1)):
            if self.doc[j].is_punct or self._sentence(i) != self._sentence(j):
                return -1
            if self.doc[j].lower_ in AGENT:
                return j + 1
        return -1

    def _sentence(self, i: int) -> int:
        return self.frames.place.get(i, (-1, -1))[0]

    def _issues(self, i: int) -> bool:
        if i >= len(self.doc):
            return False
        readings = self.lexicon.verb_forms.get(self.doc[i].lower_, ())
        lemmas = {r.lemma for r in readings if r.mood == "par" and r.tense == "past"}
        verbs = self.lexicon.verbs
        return any(verbs[lemma].issues for lemma in lemmas & verbs.keys())
