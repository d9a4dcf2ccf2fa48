"""Where a noun phrase begins and ends, told by parts of speech; no tree is needed."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from quotextract.lexicon import Lexicon, preposition_forms
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.names.name import Name, is_capitalised

OF = preposition_forms("di")
TO = preposition_forms("a") - {"a", "ad"}
IN = frozenset({"a", "ad", "in"})
POSSESSIVE = frozenset("suo sua suoi sue loro proprio propria".split())
PREFIXES = frozenset(
    "ex neo vice ex- neo- lo stesso stessa giovane allora attuale nuovo nuova".split()
)
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
INSIDE = NOMINAL | {"DET", "NUM", "X", "SPACE"}


class PhraseEdges:
    """Finds the edges of noun phrases.

    Args:
        frames: The frame sentences of a document.
        name_at: The name that covers a token.
        lexicon: Nouns of saying, which taggers do not always know.
    """

    def __init__(self, frames: Frames, name_at: Mapping[int, Name], lexicon: Lexicon) -> None:
        self.frames, self.doc = frames, frames.doc
        self.name_at, self.lexicon = name_at, lexicon

    def left(self, start: int) -> int:
        """Return where the phrase begins whose head stands at `start`."""
        i = start
        while True:
            j = self.word_before(i)
            if j < 0 or not self.same_run(j, i) or not self._is_modifier(self.doc[j]):
                break
            i = j
            if self.doc[i].pos_ == "DET" and "Art" in self.doc[i].morph.get("PronType"):
                break
        return i

    def word_before(self, i: int) -> int:
        """Return the token before `i` that is no space, -1 where there is none."""
        i -= 1
        while i >= 0 and self.doc[i].is_space:
            i -= 1
        return i

    def word_at(self, i: int) -> int:
        """Return `i`, or the first token behind it that is no space."""
        while i < len(self.doc) and self.doc[i].is_space:
            i += 1
        return i

    def _is_modifier(self, token: Token) -> bool:
        if token.i in self.name_at:
            return False
        low = token.lower_
        if low in OF | TO or token.pos_ in {"ADP", "VERB", "AUX"}:
            return False
        return token.pos_ in {"DET", "NUM"} or low in PREFIXES | POSSESSIVE or token.pos_ == "ADJ"

    def right(self, end: int, stop: int, *, named: bool = False) -> int:
        """Extend over adjectives, names of bodies and chains of *di*; `named`: of people too."""
        i = end
        while i < stop:
            token = self.doc[i]
            name = self.name_at.get(i)
            if name and (name.label == "PER" or named):
                break
            if token.is_space:
                i += 1
            elif self._describes(token) or name is not None or self._titled(i):
                i = name.last if name else i + 1
            elif i == end and self._delegated(i):
                i += 1
            elif i > end and self._placed(i):
                i = self.name_at[i + 1].last
            elif (token.lower_ in OF and token.text.islower()) or (
                token.lower_ in TO and self._governs(i, end)
            ):
                reached = self._complement(i + 1, stop, named=named)
                if reached == i + 1:
                    break
                i = reached
            else:
                break
        return self.word_before(min(i, stop)) + 1

    def _describes(self, token: Token) -> bool:
        return token.pos_ in {"ADJ", "PROPN"} or (token.pos_ == "NUM" and token.is_digit)

    def _delegated(self, i: int) -> bool:
        """A participle that opens a complement: *la consigliera delegata all'Ambiente*."""
        participle = "Part" in self.doc[i].morph.get("VerbForm")
        return participle and self.doc[min(i + 1, len(self.doc) - 1)].lower_ in TO

    def _placed(self, i: int) -> bool:
        """*Un italiano residente a Valmora*: where he lives says who he is."""
        place = self.name_at.get(i + 1)
        here = place is not None and place.label == "LOC" and place.first == i + 1
        return here and self.doc[i].lower_ in IN and self._opens(i - 1)

    def _opens(self, i: int) -> bool:
        """An adjective or participle takes a complement of its own: *vicine al dossier*."""
        return self.doc[i].pos_ == "ADJ" or "Part" in self.doc[i].morph.get("VerbForm")

    def _titled(self, i: int) -> bool:
        """A capitalised word inside the phrase, whatever its tag: *la lista Insieme*."""
        return is_capitalised(self.doc[i].text) and self.doc[i].pos_ in {"ADV", "NOUN", "X", "VERB"}

    def _governs(self, i: int, end: int) -> bool:
        """*Sottosegretario alla Sanità*, *fonti vicine al dossier*."""
        return (i == end and self._office(end)) or (i > end and self._opens(i - 1))

    def _office(self, end: int) -> bool:
        return end < len(self.doc) and is_capitalised(
            self.doc[min(end + 1, len(self.doc) - 1)].text
        )

    def _complement(self, i: int, stop: int, *, named: bool = False) -> int:
        """Return the end of the noun phrase that follows a preposition at `i - 1`."""
        start = i
        while i < stop:
            token, name = self.doc[i], self.name_at.get(i)
            if name and i == name.first:
                after_noun = i > start and self.doc[i - 1].pos_ in {"NOUN", "PROPN"}
                if after_noun and name.label == "PER" and not named:
                    break
                return name.last
            if token.pos_ == "DET" and i > start and self.doc[i - 1].pos_ in NOMINAL:
                break
            if token.pos_ in INSIDE or token.lower_ in self.lexicon.nouns:
                i += 1
            else:
                break
        while i > start and self.doc[i - 1].pos_ in {"DET", "SPACE"}:
            i -= 1
        return i

    def same_run(self, i: int, j: int) -> bool:
        """Tell whether two neighbours belong to one level, with no mark between them."""
        frames = self.frames
        if frames.owner[i] != frames.owner[j] or frames.is_mark[i] or frames.is_mark[j]:
            return False
        return (
            not self.doc[i].is_punct and not self.doc[i].is_space or self.doc[i].text in {"'", "’"}
        )

    def preposition(self, first: int) -> str:
        """Return the preposition before the phrase that begins at `first`, or nothing."""
        j = self.word_before(first)
        if j < 0 or not self.same_run(j, first):
            return ""
        before = self.doc[j]
        return before.lower_ if before.pos_ == "ADP" or before.lower_ in OF | TO else ""
