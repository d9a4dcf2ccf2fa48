"""Cues: the words that announce, in a frame sentence, that somebody speaks."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from quotextract.lexicon import Idiom, Lexicon, VerbForm, longest_match, preposition_forms
from quotextract.pipeline.frames import Frames, Sentence

AUXILIARIES = frozenset({"essere", "avere", "venire"})
CLITICS = frozenset("lo la l' l’ ne ci vi si gli le mi ti glielo gliela se".split())
OBJECT_CLITICS = frozenset("lo la l' l’".split())
AGENT = preposition_forms("da")
PREDICATING = frozenset({"essere", "dire", "dichiarare", "mostrare"})
PERCEIVED = frozenset({"read", "perceive-document", "perceive", "learn"})
NONFINITE = {"ger": "gerund", "inf": "infinitive"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue on tokens `first:last`; `head` carries the meaning.

    `kind` is verb, idiom, noun or phrase; `form` how a verb stands (finite,
    participle, gerund, infinitive, passive, impersonal).
    """

    first: int
    last: int
    head: int
    lemma: str
    kind: str
    form: str = ""
    number: str = ""
    gender: str = ""
    frames: frozenset[str] = frozenset()
    sense: str = ""
    weak: bool = False
    negated: bool = False
    hypothetical: bool = False
    clitic: bool = False
    document: bool = False

    def text(self, doc: Doc) -> str:
        return doc[self.first : self.last].text


class CueFinder:
    """Finds cues in frame sentences.

    Args:
        frames: The frame sentences of a document.
        lexicon: Cue verbs with their forms, idioms, nouns and phrases.
    """

    def __init__(self, frames: Frames, lexicon: Lexicon) -> None:
        self.frames, self.doc, self.lexicon = frames, frames.doc, lexicon

    def find(self, sentence: Sentence) -> list[Cue]:
        """Return the cues of a sentence in reading order."""
        tokens = sentence.tokens()
        found: list[Cue] = []
        used: set[int] = set()
        for i in tokens:
            if i in used:
                continue
            cue = self._any(i, tokens)
            if cue is not None:
                found.append(cue)
                used.update(range(cue.head, cue.last))
        return found

    def _any(self, i: int, tokens: list[int]) -> Cue | None:
        return self._idiom(i, tokens) or self._verb(i) or self._phrase(i) or self._noun(i)

    def _verb(self, i: int) -> Cue | None:
        token = self.doc[i]
        readings = self._readings(token)
        if not readings or not self._verbal(token):
            return None
        verbs = self.lexicon.verbs
        known = [r for r in readings if r.lemma in verbs]
        for reading in sorted(known, key=lambda r: (r.lemma != token.lemma_, verbs[r.lemma].weak)):
            form = self._form(i, reading)
            if form and self._frames(i, reading):
                return self._verb_cue(i, reading, form)
        return None

    def _readings(self, token: Token) -> tuple[VerbForm, ...]:
        if not token.is_alpha:
            return ()
        return self.lexicon.verb_forms.get(token.lower_, ())

    def _frames(self, i: int, reading: VerbForm) -> frozenset[str]:
        """Return the constructions of the verb as it stands: *si* opens those of its own."""
        verb = self.lexicon.verbs[reading.lemma]
        reflexive = reading.clitic == "si" or self._has_si(i)
        return verb.frames | verb.reflexive if reflexive else verb.frames

    def _has_si(self, i: int) -> bool:
        j = i - 1
        while j >= 0 and j > i - 5 and (self._auxiliary(j) or self._adverbial(j)):
            j -= 1
        return j >= 0 and self.doc[j].lower_ in {"si", "s'", "s’"}

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
            return self._participle_form(i)
        if reading.mood in NONFINITE:
            return NONFINITE[reading.mood]
        if reading.person == 1 and self.frames.owner[i] >= 0:
            return "first-person"
        if reading.person != 3:
            return ""
        if self._has_si(i) and not self._reflexive(reading):
            return "impersonal"
        return "finite"

    def _reflexive(self, reading: VerbForm) -> bool:
        verb = self.lexicon.verbs.get(reading.lemma)
        return verb is not None and bool(verb.reflexive) and verb.sense not in PERCEIVED

    def _participle_form(self, i: int) -> str:
        j, seen = i - 1, 0
        while j >= 0 and seen < 5:
            auxiliary = self._auxiliary(j)
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

    def _auxiliary(self, j: int) -> list[VerbForm]:
        """Return the readings of a token as *essere, avere, venire*."""
        return [r for r in self._readings(self.doc[j]) if r.lemma in AUXILIARIES]

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

    def _verb_cue(self, i: int, reading: VerbForm, form: str) -> Cue:
        verb = self.lexicon.verbs[reading.lemma]
        first = self._group_start(i, form)
        words = [self.doc[j].lower_ for j in range(first, i + 1)]
        before = [self.doc[j].lower_ for j in range(max(first - 2, 0), first)]
        number = reading.number
        for j in range(first, i):
            for auxiliary in self._auxiliary(j)[:1]:
                number = auxiliary.number or number
        return Cue(
            first, i + 1, i, reading.lemma, "verb", form, number=number[:1],
            gender=self._participle_gender(i, form, reading), frames=self._frames(i, reading),
            sense=verb.sense, weak=verb.weak,
            negated="non" in words or before[-1:] == ["non"] or "né" in before,
            hypothetical=self._hypothetical(first, reading),
            clitic=bool(OBJECT_CLITICS & set(words)) or reading.clitic in OBJECT_CLITICS,
        )  # fmt: skip

    def _participle_gender(self, i: int, form: str, reading: VerbForm) -> str:
        """A participle with *essere* agrees with its subject: "si è detta"."""
        if form not in {"compound", "passive"}:
            return ""
        near = [r.lemma for j in range(max(i - 4, 0), i) for r in self._auxiliary(j)]
        return reading.gender if "essere" in near and reading.number == "s" else ""

    def _idiom_gender(self, i: int, last: int, form: str, reading: VerbForm) -> str:
        """The predicate agrees as well: "è sicura", "si è detta certa"."""
        told = self._participle_gender(i, form, reading)
        if told or reading.lemma not in PREDICATING:
            return told
        words = (t.morph for t in self.doc[i + 1 : last] if t.pos_ in {"ADJ", "VERB"})
        genders = {"".join(m.get("Gender")) for m in words if "Sing" in m.get("Number")}
        return {"Fem": "f", "Masc": "m"}.get(genders.pop(), "") if len(genders) == 1 else ""

    def _hypothetical(self, first: int, reading: VerbForm) -> bool:
        if reading.mood != "sub":
            return False
        near = range(max(first - 4, 0), first + 2)
        return any(self.doc[j].lower_ in {"se", "qualora"} for j in near if j < len(self.doc))

    def _group_start(self, i: int, form: str) -> int:
        j = i
        if form in {"compound", "passive"}:
            while j > 0 and (j == i or not self._auxiliary(j)):
                j -= 1
            while j > 0 and (
                self._auxiliary(j - 1)
                or self.doc[j - 1].lower_ in CLITICS
                or self.doc[j - 1].is_space
            ):
                j -= 1
        while j > 0 and self.doc[j - 1].lower_ in CLITICS | {"non"} and self._open(j - 1):
            j -= 1
        if form == "infinitive":
            while (
                j > 0
                and self.doc[j - 1].lower_ in {"a", "ad", "di", "per", "anche"}
                and self._open(j - 1)
            ):
                j -= 1
        return j

    def _open(self, j: int) -> bool:
        return self.frames.owner[j] == self.frames.owner[j + 1] and not self.frames.is_mark[j]

    def _idiom(self, i: int, tokens: list[int]) -> Cue | None:
        token = self.doc[i]
        readings = self._readings(token)
        if not readings or token.pos_ not in {"VERB", "AUX"}:
            return None
        following = [self.doc[j].text for j in tokens if i < j < i + 10 and self._open(j - 1)]
        for reading in readings:
            for idiom in self.lexicon.idioms.get(reading.lemma, ()):
                size = idiom.match(following)
                form = size and self._form_of_idiom(i, reading)
                if form:
                    return self._idiom_cue(i, i + 1 + size, reading, idiom, form)
        return None

    def _form_of_idiom(self, i: int, reading: VerbForm) -> str:
        if reading.mood == "par":
            return self._participle_form(i)
        if reading.mood in NONFINITE:
            return NONFINITE[reading.mood]
        return "finite" if reading.person == 3 else ""

    def _idiom_cue(self, i: int, last: int, reading: VerbForm, idiom: Idiom, form: str) -> Cue:
        first = self._group_start(i, form)
        words = {self.doc[j].lower_ for j in range(max(first - 1, 0), i)}
        return Cue(
            first, last, i, idiom.idiom, "idiom", form, number=reading.number,
            gender=self._idiom_gender(i, last, form, reading), frames=idiom.frames,
            sense=idiom.sense, weak=idiom.weak,
            negated="non" in words and not idiom.negative,
        )  # fmt: skip

    def _noun(self, i: int) -> Cue | None:
        token = self.doc[i]
        noun = self.lexicon.nouns.get(token.lower_)
        if noun is None or token.pos_ in {"VERB", "AUX", "ADP", "ADV", "DET", "PRON"}:
            return None
        return Cue(
            i, i + 1, i, noun.lemma, "noun", frames=frozenset({"direct"}), document=noun.document
        )

    def _phrase(self, i: int) -> Cue | None:
        words = [t.text for t in self.doc[i : i + 7]]
        found = longest_match(self.lexicon.phrases, words)
        if found is None:
            return None
        size, phrase = found
        if phrase.kind == "come" or not self._phrase_fits(i, size, phrase.kind):
            return None
        return Cue(i, i + size, i, phrase.phrase, "phrase", form=phrase.kind)

    def _phrase_fits(self, i: int, size: int, kind: str) -> bool:
        """*Secondo* may be a number, *così* a measure: the tagger and the article tell."""
        behind = self.doc[i + size] if i + size < len(self.doc) else None
        if kind == "so" and behind is not None and behind.pos_ in {"ADJ", "ADV", "DET"}:
            return behind.pos_ == "DET" and "Art" in behind.morph.get("PronType")
        if self.doc[i].lower_ == "secondo" and self.doc[i].ent_type_ == "PER" and i > 0:
            return not self.doc[i - 1].text.istitle()
        if self.doc[i].lower_ == "secondo":
            return self.doc[i].pos_ in {"ADP", "SCONJ", "ADV"} or (
                i == 0 or self.doc[i - 1].pos_ != "DET"
            )
        return True
