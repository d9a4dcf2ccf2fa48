"""Whom nouns, phrases and impersonal verbs point to: what a preposition of theirs governs."""

from __future__ import annotations

from quotextract.lexicon import preposition_forms
from quotextract.pipeline.cues import Cue
from quotextract.pipeline.cues.groups import AGENT
from quotextract.pipeline.edges import OF
from quotextract.pipeline.frames import Frames, Sentence
from quotextract.pipeline.subjects.targets import Pointing, Targets

PLACES = frozenset(
    "in nel nello nella nell' nell’ nei negli nelle su sul sullo sulla sull' sull’ sui sulle "
    "da dal dalla dall' dall’ dalle".split()
)

SETTINGS = frozenset().union(*(preposition_forms(word) for word in ("a", "in", "su", "con")))


class Complements:
    """Finds whose words a noun, a phrase or an impersonal verb tells.

    Args:
        frames: The frame sentences of a document.
        targets: What a cue can point to.
    """

    def __init__(self, frames: Frames, targets: Targets) -> None:
        self.doc, self.targets = frames.doc, targets

    def of_noun(self, cue: Cue, sentence: Sentence) -> list[Pointing]:
        """Return whose the words are: "il monito *del sindaco*", "dalla sindaca"."""
        i = cue.last
        while (
            i < len(self.doc)
            and self.targets.inside(i, sentence)
            and self.doc[i].pos_ in {"ADJ", "ADV", "SPACE"}
        ):
            i += 1
        found = []
        steps = 0
        while i < len(self.doc) and steps < 12 and self.targets.inside(i, sentence):
            low = self.doc[i].lower_
            if low in OF or low in AGENT:
                k = self.targets.behind(i + 1)
                if k is not None:
                    way = "of" if low in OF else "by"
                    found.append(Pointing(k, frozenset({way}), steps))
                    break
            elif (self.doc[i].is_punct and self.doc[i].text not in "()") or self._elsewhere(i):
                break
            i, steps = i + 1, steps + 1
        return found or self._from_before(cue, sentence)

    def _elsewhere(self, i: int) -> bool:
        """*Un riferimento sulla presenza delle donne*: another phrase has begun."""
        return self.doc[i].pos_ == "VERB" or self.doc[i].lower_ in {
            "su",
            "sul",
            "sulla",
            "sui",
            "sulle",
        }

    def _from_before(self, cue: Cue, sentence: Sentence) -> list[Pointing]:
        """*Da Confacciaio arriva un monito*, *dal ministro la smentita*."""
        for i in sentence.tokens():
            k = self.targets.covering.get(i)
            if i >= cue.first or cue.first - i > 12:
                continue
            if k is not None and self.targets.mentions[k].preposition in AGENT:
                return [Pointing(k, frozenset({"from"}), cue.first - i)]
        return []

    def of_phrase(self, cue: Cue, sentence: Sentence) -> list[Pointing]:
        """Return the source right after a phrase: "secondo *Pini*"."""
        if cue.form == "own":
            return []
        relative = self._relative(cue)
        if relative is not None:
            return [Pointing(relative, frozenset({"antecedent"}), 1)]
        i = cue.last
        while (
            i < len(self.doc)
            and self.targets.inside(i, sentence)
            and (
                self.doc[i].lower_ in OF
                or self.doc[i].pos_ in {"ADV", "SPACE"}
                or self.doc[i].lower_ in AGENT
            )
        ):
            i += 1
        if cue.form == "so":
            i = self._past_setting(i, sentence)
        k = self.targets.starting(i)
        if k is None and i < len(self.doc) and self.targets.inside(i, sentence):
            k = self.targets.plain(i)
        return [] if k is None else [Pointing(k, frozenset({"complement"}), i - cue.last)]

    def _past_setting(self, i: int, sentence: Sentence) -> int:
        """Skip where it was said: "così *su Twitter* la sindaca", "così, *in aula*, Pini"."""
        j = i + 1 if self._at(i, sentence) == "," else i
        if self._at(j, sentence) not in SETTINGS:
            return i
        k = self.targets.starting(j + 1)
        end = self.targets.mentions[k].last if k is not None else self._noun_end(j + 1)
        return end + 1 if self._at(end, sentence) == "," else end

    def _at(self, i: int, sentence: Sentence) -> str:
        """Return the word at a token of the sentence, nothing outside it."""
        here = i < len(self.doc) and self.targets.inside(i, sentence)
        return self.doc[i].lower_ if here else ""

    def _noun_end(self, i: int) -> int:
        """Return where a noun phrase ends: behind its noun and what describes it."""
        while i < len(self.doc) and self.doc[i].pos_ in {"DET", "ADJ", "NUM"}:
            i += 1
        while i < len(self.doc) and self.doc[i].pos_ in {"NOUN", "PROPN", "ADJ"}:
            i += 1
        return i

    def _relative(self, cue: Cue) -> int | None:
        """Return whom a relative takes up: "*Pini*, secondo cui …", "secondo il quale"."""
        words = [t.lower_ for t in self.doc[cue.last : cue.last + 2]]
        taken = words[:1] == ["cui"] or words[-1:] in (["quale"], ["quali"])
        before = self.doc[cue.first - 1].text if cue.first > 1 else ""
        return self.targets.covering.get(cue.first - 2) if taken and before == "," else None

    def of_impersonal(self, cue: Cue, sentence: Sentence) -> list[Pointing]:
        """Return where it is read or heard: "si legge *nella nota*", "dal sito"."""
        after = [i for i in sentence.tokens() if i >= cue.last][:8]
        before = [i for i in reversed(sentence.tokens()) if i < cue.first][:8]
        for tokens in (after, before):
            for i in tokens:
                if self.doc[i].lower_ in PLACES and self.targets.inside(i + 1, sentence):
                    k = self.targets.starting(i + 1)
                    k = self.targets.plain(i + 1) if k is None else k
                    if k is not None:
                        return [Pointing(k, frozenset({"read-in"}), abs(i - cue.head))]
        return []
