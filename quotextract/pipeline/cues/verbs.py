"""Verbs of saying that stand as cues: *ha detto*, *annunciando*, *si legge*."""

from __future__ import annotations

from spacy.tokens import Token

from quotextract.lexicon import Lexicon, VerbForm
from quotextract.pipeline.cues.cue import Cue
from quotextract.pipeline.cues.groups import NONFINITE, VerbGroups
from quotextract.pipeline.frames import Frames

OBJECT_CLITICS = frozenset("lo la l' l’".split())
PERCEIVED = frozenset({"read", "perceive-document", "perceive", "learn"})


class VerbCues:
    """Finds cue verbs.

    Args:
        frames: The frame sentences of a document.
        lexicon: Cue verbs with their forms.
        groups: How the verbs of the document stand.
    """

    def __init__(self, frames: Frames, lexicon: Lexicon, groups: VerbGroups) -> None:
        self.frames, self.doc, self.lexicon, self.groups = frames, frames.doc, lexicon, groups

    def at(self, i: int) -> Cue | None:
        """Return the cue verb on a token, where it can report."""
        token = self.doc[i]
        readings = self.groups.readings(token)
        if not readings or not self._verbal(token):
            return None
        verbs = self.lexicon.verbs
        known = [r for r in readings if r.lemma in verbs]
        for reading in sorted(known, key=lambda r: (r.lemma != token.lemma_, verbs[r.lemma].weak)):
            form = self._form(i, reading)
            if form and self._frames(i, reading):
                return self._cue(i, reading, form)
        return None

    def _frames(self, i: int, reading: VerbForm) -> frozenset[str]:
        """Return the constructions of the verb as it stands: *si* opens those of its own."""
        verb = self.lexicon.verbs[reading.lemma]
        reflexive = reading.clitic == "si" or self.groups.has_si(i)
        return verb.frames | verb.reflexive if reflexive else verb.frames

    def _verbal(self, token: Token) -> bool:
        if token.pos_ in {"VERB", "AUX"} or self._opens_on_subject(token):
            return True
        return token.pos_ not in {"ADP", "DET", "ADV"} and self._beside_quotation(token.i)

    def _opens_on_subject(self, token: Token) -> bool:
        """*Sottolinea Pierdonato Zito: «…»*: taggers take the first word for a name."""
        place = self.frames.place.get(token.i)
        if place is None or place[1] != 0 or token.i + 1 >= len(self.doc):
            return False
        following = self.doc[token.i + 1]
        return token.lower_ not in self.lexicon.nouns and following.text[:1].isupper()

    def _beside_quotation(self, i: int) -> bool:
        """A verb right after a quotation or a dash is one, whatever the tagger says."""
        j = i - 1
        while j >= 0 and (self.doc[j].text in {",", "-", "–", "—"} or self.doc[j].is_space):
            j -= 1
        return (
            j >= 0
            and j < i - 1 + (self.frames.is_mark[i - 1])
            and (self.frames.is_mark[j] or self.doc[i - 1].text in {"-", "–", "—"})
        )

    def _form(self, i: int, reading: VerbForm) -> str:
        """Return how the verb stands, or nothing where it cannot report."""
        if reading.mood == "par":
            return self.groups.participle_form(i)
        if reading.mood in NONFINITE:
            return NONFINITE[reading.mood]
        if reading.person == 1 and self.frames.owner[i] >= 0:
            return "first-person"
        if reading.person != 3:
            return ""
        if self.groups.has_si(i) and not self._reflexive(reading):
            return "impersonal"
        return "finite"

    def _reflexive(self, reading: VerbForm) -> bool:
        verb = self.lexicon.verbs.get(reading.lemma)
        return verb is not None and bool(verb.reflexive) and verb.sense not in PERCEIVED

    def _cue(self, i: int, reading: VerbForm, form: str) -> Cue:
        verb = self.lexicon.verbs[reading.lemma]
        first = self.groups.start(i, form)
        words = [self.doc[j].lower_ for j in range(first, i + 1)]
        before = [self.doc[j].lower_ for j in range(max(first - 2, 0), first)]
        number = reading.number
        for j in range(first, i):
            for auxiliary in self.groups.auxiliary(j)[:1]:
                number = auxiliary.number or number
        return Cue(
            first, i + 1, i, reading.lemma, "verb", form, number=number[:1],
            gender=self.groups.participle_gender(i, form, reading), frames=self._frames(i, reading),
            sense=verb.sense, weak=verb.weak,
            negated="non" in words or before[-1:] == ["non"] or "né" in before,
            hypothetical=self._hypothetical(first, reading),
            clitic=bool(OBJECT_CLITICS & set(words)) or reading.clitic in OBJECT_CLITICS,
        )  # fmt: skip

    def _hypothetical(self, first: int, reading: VerbForm) -> bool:
        if reading.mood != "sub":
            return False
        near = range(max(first - 4, 0), first + 2)
        return any(self.doc[j].lower_ in {"se", "qualora"} for j in near if j < len(self.doc))
