"""The words that go with a verb: auxiliaries, clitics, *si*, and the form they make."""

from __future__ import annotations

from spacy.tokens import Token

from quotextract.lexicon import Lexicon, VerbForm, preposition_forms
from quotextract.pipeline.frames import Frames

AUXILIARIES = frozenset({"essere", "avere", "venire"})
CLITICS = frozenset("lo la l' l’ ne ci vi si gli le mi ti glielo gliela se".split())
AGENT = preposition_forms("da")
NONFINITE = {"ger": "gerund", "inf": "infinitive"}


class VerbGroups:
    """Tells how the verbs of a document stand among the words before them.

    Args:
        frames: The frame sentences of a document.
        lexicon: The forms of verbs.
    """

    def __init__(self, frames: Frames, lexicon: Lexicon) -> None:
        self.frames, self.doc, self.lexicon = frames, frames.doc, lexicon

    def readings(self, token: Token) -> tuple[VerbForm, ...]:
        """Return the verb forms that a token may be."""
        if not token.is_alpha:
            return ()
        return self.lexicon.verb_forms.get(token.lower_, ())

    def auxiliary(self, j: int) -> list[VerbForm]:
        """Return the readings of a token as *essere, avere, venire*."""
        return [r for r in self.readings(self.doc[j]) if r.lemma in AUXILIARIES]

    def has_si(self, i: int) -> bool:
        """Tell whether *si* stands before a verb, its auxiliaries and adverbs."""
        j = i - 1
        while j >= 0 and j > i - 5 and (self.auxiliary(j) or self._adverbial(j)):
            j -= 1
        return j >= 0 and self.doc[j].lower_ in {"si", "s'", "s’"}

    def participle_form(self, i: int) -> str:
        """Return what a participle makes with its auxiliary, or with its agent."""
        j, seen = i - 1, 0
        while j >= 0 and seen < 5:
            auxiliary = self.auxiliary(j)
            if auxiliary:
                if any(r.person in {0, 3} for r in auxiliary):
                    return self._compound(j, auxiliary)
                first = any(r.person == 1 for r in auxiliary)
                return "first-person" if first and self.frames.owner[i] >= 0 else ""
            if self.doc[j].pos_ not in {
                "ADV",
                "PRON",
                "CCONJ",
                "PUNCT",
                "SPACE",
            } and not self._adverbial(j):
                break
            j, seen = j - 1, seen + 1
        return self._agentive_form(i)

    def _agentive_form(self, i: int) -> str:
        """A bare participle is a cue where its agent follows: *definita da Pini «…»*."""
        behind = self.doc[i + 1].lower_ if i + 1 < len(self.doc) else ""
        return "agentive" if behind in AGENT else ""

    def _compound(self, aux: int, readings: list[VerbForm]) -> str:
        reflexive = aux > 0 and self.doc[aux - 1].lower_ in {"si", "s'", "s’"}
        if all(r.lemma != "avere" for r in readings) and not reflexive:
            return "passive"
        return "compound"

    def _adverbial(self, j: int) -> bool:
        return self.doc[j].lower_.endswith("mente") or self.doc[j].lower_ in {
            "anche",
            "poi",
            "così",
            "inoltre",
            "invece",
            "infine",
        }

    def participle_gender(self, i: int, form: str, reading: VerbForm) -> str:
        """A participle with *essere* agrees with its subject: "si è detta"."""
        if form not in {"compound", "passive"}:
            return ""
        near = [r.lemma for j in range(max(i - 4, 0), i) for r in self.auxiliary(j)]
        return reading.gender if "essere" in near and reading.number == "s" else ""

    def start(self, i: int, form: str) -> int:
        """Return the first token of a verb's group: *non lo ha detto*, *ad annunciarlo*."""
        j = i
        if form in {"compound", "passive"}:
            while j > 0 and (j == i or not self.auxiliary(j)):
                j -= 1
            while j > 0 and (
                self.auxiliary(j - 1)
                or self.doc[j - 1].lower_ in CLITICS
                or self.doc[j - 1].is_space
            ):
                j -= 1
        while j > 0 and self.doc[j - 1].lower_ in CLITICS | {"non"} and self.is_open(j - 1):
            j -= 1
        if form == "infinitive":
            while (
                j > 0
                and self.doc[j - 1].lower_ in {"a", "ad", "di", "per", "anche"}
                and self.is_open(j - 1)
            ):
                j -= 1
        return j

    def is_open(self, j: int) -> bool:
        """Tell whether a token is no mark and belongs where the next one does."""
        return self.frames.owner[j] == self.frames.owner[j + 1] and not self.frames.is_mark[j]
