"""Pronouns that can stand for a speaker: *lei*, *quest'ultimo*, *uno di loro*, *qualcuno*."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quotextract.lexicon import Lexicon
from quotextract.pipeline.edges import OF, PhraseEdges
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.mentions.mention import Mention

THIRD = {
    "lui": ("m", "s"), "egli": ("m", "s"), "lei": ("f", "s"), "ella": ("f", "s"),
    "questi": ("m", "s"), "quest'ultimo": ("m", "s"), "loro": ("", "p"), "essi": ("m", "p"),
    "quello": ("m", "s"), "costui": ("m", "s"), "costei": ("f", "s"),
}  # fmt: skip
ONE = {
    "uno": ("m", "s"), "una": ("f", "s"), "qualcuno": ("m", "s"),
    "alcuni": ("m", "p"), "alcune": ("f", "p"), "molti": ("m", "p"), "molte": ("f", "p"),
}  # fmt: skip
LATTER = {"ultimo": "m", "ultima": "f"}
OTHER = {"altro": "m", "altra": "f"}
WHOLE = frozenset({"role", "group", "pronoun"})
CLAUSE = 8


class Pronouns:
    """Finds pronouns as mentions.

    Args:
        frames: The frame sentences of a document.
        edges: Where noun phrases begin and end.
        lexicon: Cue verbs with their forms.
    """

    def __init__(self, frames: Frames, edges: PhraseEdges, lexicon: Lexicon) -> None:
        self.doc, self.frames, self.edges, self.lexicon = frames.doc, frames, edges, lexicon

    def one_of(self, i: int, stop: int, at: Callable[[int, int], Mention | None]) -> Mention | None:
        """*Uno dei testimoni*, *alcune di loro*: some of those who are told in the plural."""
        gender, number = ONE.get(self.doc[i].lower_, ("", ""))
        if not number or i + 2 >= stop or self.doc[i + 1].lower_ not in OF:
            return None
        all_of_them = at(i + 2, stop)
        if all_of_them is None or all_of_them.kind not in WHOLE:
            return None
        return replace(
            all_of_them, first=i, head=i, kind="role", gender=gender, number=number,
            definite=False, preposition=self.edges.preposition(i),
        )  # fmt: skip

    def indefinite(self, i: int, stop: int) -> Mention | None:
        """*Qualcuno*, *un altro*, *racconta chi lo conosceva*: somebody of whom no more is told."""
        low = self.doc[i].lower_
        if low == "qualcuno":
            return self._somebody(i, i + 1, i, "m")
        if low in {"un", "un'", "un’"} and i + 1 < stop:
            gender = OTHER.get(self.doc[i + 1].lower_, "")
            alone = i + 2 >= stop or self.doc[i + 2].pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}
            return self._somebody(i, i + 2, i + 1, gender) if gender and alone else None
        if low == "chi" and self._said_before(i):
            return self._somebody(i, self._end(i, stop), i, "")
        return None

    def _somebody(self, first: int, last: int, head: int, gender: str) -> Mention:
        before = self.edges.preposition(first)
        return Mention(first, last, head, "role", gender=gender, definite=False, preposition=before)

    def _said_before(self, i: int) -> bool:
        """Tell whether a cue verb stands right before *chi*, and a verb follows."""
        j = self.edges.word_before(i)
        if j < 0 or i + 1 >= len(self.doc):
            return False
        verbs = self.lexicon.verb_forms.get(self.doc[j].lower_, ())
        says = any(r.person == 3 and r.lemma in self.lexicon.verbs for r in verbs)
        return says and any(t.pos_ in {"VERB", "AUX"} for t in self.doc[i + 1 : i + 4])

    def _end(self, i: int, stop: int) -> int:
        """Return where the clause of *chi* ends: at a mark, or after a few words."""
        j = i + 1
        while j < min(stop, i + CLAUSE) and not self.doc[j].is_punct and not self.doc[j].is_space:
            j += 1
        return j

    def personal(self, i: int, stop: int) -> Mention | None:
        """*Lui*, *lei*, *quest'ultima*: somebody told before."""
        low = self.doc[i].lower_
        if i + 1 < stop and low in {"quest'", "quest’"}:
            latter = LATTER.get(self.doc[i + 1].lower_)
            return Mention(i, i + 2, i + 1, "pronoun", gender=latter) if latter else None
        if low not in THIRD or self.doc[i].pos_ != "PRON":
            return None
        gender, number = THIRD[low]
        before = self.edges.preposition(i)
        return Mention(i, i + 1, i, "pronoun", gender=gender, number=number, preposition=before)
