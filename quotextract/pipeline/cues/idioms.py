"""Idioms of saying: *taglia corto*, *fa sapere*, *prende la parola*."""

from __future__ import annotations

from quotextract.lexicon import Idiom, Lexicon, VerbForm
from quotextract.pipeline.cues.cue import Cue
from quotextract.pipeline.cues.groups import NONFINITE, VerbGroups
from quotextract.pipeline.frames import Frames

PREDICATING = frozenset({"essere", "dire", "dichiarare", "mostrare"})


class IdiomCues:
    """Finds idioms: a verb with the words that make it one of saying.

    Args:
        frames: The frame sentences of a document.
        lexicon: Idioms by their verb.
        groups: How the verbs of the document stand.
    """

    def __init__(self, frames: Frames, lexicon: Lexicon, groups: VerbGroups) -> None:
        self.doc, self.lexicon, self.groups = frames.doc, lexicon, groups

    def at(self, i: int, tokens: list[int]) -> Cue | None:
        """Return the idiom whose verb is a token, among the tokens of its sentence."""
        token = self.doc[i]
        readings = self.groups.readings(token)
        if not readings or token.pos_ not in {"VERB", "AUX"}:
            return None
        following = [
            self.doc[j].text for j in tokens if i < j < i + 10 and self.groups.is_open(j - 1)
        ]
        for reading in readings:
            for idiom in self.lexicon.idioms.get(reading.lemma, ()):
                size = idiom.match(following)
                form = size and self._form(i, reading)
                if form:
                    return self._cue(i, i + 1 + size, reading, idiom, form)
        return None

    def _form(self, i: int, reading: VerbForm) -> str:
        if reading.mood == "par":
            return self.groups.participle_form(i)
        if reading.mood in NONFINITE:
            return NONFINITE[reading.mood]
        return "finite" if reading.person == 3 else ""

    def _cue(self, i: int, last: int, reading: VerbForm, idiom: Idiom, form: str) -> Cue:
        first = self.groups.start(i, form)
        words = {self.doc[j].lower_ for j in range(max(first - 1, 0), i)}
        return Cue(
            first, last, i, idiom.idiom, "idiom", form, number=reading.number,
            gender=self._gender(i, last, form, reading), frames=idiom.frames,
            sense=idiom.sense, weak=idiom.weak,
            negated="non" in words and not idiom.negative,
        )  # fmt: skip

    def _gender(self, i: int, last: int, form: str, reading: VerbForm) -> str:
        """The predicate agrees as well: "è sicura", "si è detta certa"."""
        told = self.groups.participle_gender(i, form, reading)
        if told or reading.lemma not in PREDICATING:
            return told
        words = (t.morph for t in self.doc[i + 1 : last] if t.pos_ in {"ADJ", "VERB"})
        genders = {"".join(m.get("Gender")) for m in words if "Sing" in m.get("Number")}
        return {"Fem": "f", "Masc": "m"}.get(genders.pop(), "") if len(genders) == 1 else ""
