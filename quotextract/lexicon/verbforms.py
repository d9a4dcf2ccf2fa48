"""The form table of the cue verbs: a surface form and what it may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quotextract.text.verbs import Irregular, forms, prefixed, strip_clitic


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a form.

    Args:
        lemma: The infinitive.
        mood: ind, sub, cnd, inf, ger or par.
        tense: pres, imp, past, fut; empty for inf and ger.
        person: 1, 2, 3; 0 for what has none.
        number: s, p or empty.
        gender: m, f for participles, else empty.
        clitic: The pronoun at the end of an infinitive or gerund (*annunciarlo*).
    """

    lemma: str
    mood: str
    tense: str = ""
    person: int = 0
    number: str = ""
    gender: str = ""
    clitic: str = ""


class VerbForms(Mapping[str, tuple[VerbForm, ...]]):
    """Lower-case surface forms of verbs → their readings.

    Iteration covers the forms without clitics; look-up also knows those with one.
    """

    def __init__(self, lemmas: Iterable[str], irregular: Mapping[str, Irregular]) -> None:
        self._readings: dict[str, list[tuple[str, str]]] = {}
        for lemma in lemmas:
            for form, features in forms(lemma, irregular.get(lemma)):
                self._readings.setdefault(form, []).append((lemma, features))
        self._known: dict[str, tuple[VerbForm, ...]] = {}

    def __getitem__(self, form: str) -> tuple[VerbForm, ...]:
        known = self._known.get(form)
        if known is None:
            known = tuple(dict.fromkeys(self._read(form)))
            if not known:
                raise KeyError(form)
            self._known[form] = known
        return known

    def __iter__(self) -> Iterator[str]:
        return iter(self._readings)

    def __len__(self) -> int:
        return len(self._readings)

    def _read(self, form: str) -> Iterator[VerbForm]:
        for lemma, features in self._readings.get(form, ()):
            yield _reading(lemma, features)
        host, clitic = strip_clitic(form)
        if clitic:
            for lemma, features in self._readings.get(host, ()):
                if features in ("inf", "ger"):
                    yield _reading(lemma, features, clitic)


def irregular_verbs(rows: Iterable[Mapping[str, object]]) -> dict[str, Irregular]:
    """Collect irregular verbs and their compounds: *predire* goes like *dire*."""
    table: dict[str, Irregular] = {}
    for row in rows:
        lemma = str(row["lemma"])
        data = {k: v for k, v in row.items() if k not in ("lemma", "derived", "source")}
        table[lemma] = data  # type: ignore[assignment]
        for compound in row.get("derived", ()):  # type: ignore[attr-defined]
            table[compound] = prefixed(compound.removesuffix(lemma), data)  # type: ignore[assignment]
    return table


def _reading(lemma: str, features: str, clitic: str = "") -> VerbForm:
    mood, _, rest = features.partition("-")
    tense, _, last = rest.partition("-")
    if mood == "par":
        return VerbForm(lemma, mood, tense, 0, last[1], last[0])
    if last:
        return VerbForm(lemma, mood, tense, int(last[0]), last[1])
    return VerbForm(lemma, mood, clitic=clitic)
