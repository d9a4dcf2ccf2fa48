"""Italian conjugation: from an infinitive to its surface forms.

Regular verbs follow from their ending and the spelling rules of *cercare*, *pagare*,
*cominciare*, *studiare*. What is irregular comes in as data, see `Irregular`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict

PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")
PARTICIPLE = (("o", "ms"), ("a", "fs"), ("i", "mp"), ("e", "fp"))
PRESENT = {
    "a": ("o", "i", "a", "iamo", "ate", "ano"),
    "e": ("o", "i", "e", "iamo", "ete", "ono"),
    "i": ("o", "i", "e", "iamo", "ite", "ono"),
    "isc": ("isco", "isci", "isce", "iamo", "ite", "iscono"),
}
IMPERFECT = ("vo", "vi", "va", "vamo", "vate", "vano")
REMOTE = {
    "a": ("ai", "asti", "ò", "ammo", "aste", "arono"),
    "e": ("ei", "esti", "é", "emmo", "este", "erono"),
    "i": ("ii", "isti", "ì", "immo", "iste", "irono"),
}
REMOTE_ETTI = (("etti", "1s"), ("ette", "3s"), ("ettero", "3p"))
FUTURE = ("ò", "ai", "à", "emo", "ete", "anno")
CONDITIONAL = ("ei", "esti", "ebbe", "emmo", "este", "ebbero")
PAST_SUBJUNCTIVE = ("ssi", "ssi", "sse", "ssimo", "ste", "ssero")
CLITICS = (
    "glielo", "gliela", "gliene", "melo", "celo", "selo", "sene",
    "gli", "lo", "la", "li", "le", "ne", "si", "ci", "mi", "ti", "vi",
)  # fmt: skip


class Irregular(TypedDict, total=False):
    """What a verb does not do by rule; every key may be missing.

    Keys:
        present: Six forms. The subjunctive follows its first, unless given.
        remote: The strong stem (*diss* gives *dissi, dicesti, disse*), or six forms.
        participle: The masculine singular.
        stem: What *-evo*, *-endo*, *-essi* follow (*dic*).
        imperfect: Six forms.
        future: What *-ò* follows (*dir*).
        subjunctive: What *-a*, *-ano* follow (*dic*).
        impsubj: What *-ssi* follows, its vowel included (*fo*).
        isc: Whether a verb in *-ire* inserts *-isc-*; it does unless told.
    """

    present: Sequence[str]
    remote: str | Sequence[str]
    participle: str
    stem: str
    imperfect: Sequence[str]
    future: str
    subjunctive: str
    impsubj: str
    isc: bool


def prefixed(prefix: str, base: Mapping[str, object]) -> dict[str, object]:
    """Return the irregular data of a compound: *contrad* before what *dire* does.

    >>> prefixed("pre", {"participle": "detto", "isc": False})
    {'participle': 'predetto', 'isc': False}
    """
    return {key: _prefix(prefix, value) for key, value in base.items()}


def _prefix(prefix: str, value: object) -> object:
    if isinstance(value, str):
        return prefix + value
    return value if isinstance(value, bool) else [prefix + str(form) for form in value]  # type: ignore[attr-defined]


def forms(lemma: str, irregular: Irregular | None = None) -> Iterator[tuple[str, str]]:
    """Conjugate one verb, without clitics.

    Args:
        lemma: An infinitive in *-are, -ere, -ire* or *-rre*.
        irregular: What the verb does not do by rule.

    Yields:
        Pairs of a form and its features: mood, tense and person as in `ind-pres-3s`,
        `ind-imp-…`, `ind-past-…`, `ind-fut-…`, `cnd-pres-…`, `sub-pres-…`, `sub-imp-…`;
        gender and number of participles as in `par-past-fs`; `inf`, `ger`. The
        infinitive comes with its short form (*far*).

    >>> dict(forms("dire", {"participle": "detto", "stem": "dic"}))["detta"]
    'par-past-fs'
    """
    verb = irregular or {}
    yield lemma, "inf"
    yield lemma[:-2] if lemma.endswith("rre") else lemma[:-1], "inf"
    theme, stem = _theme(lemma), verb.get("stem") or lemma[:-3]
    soft = "e" if "stem" in verb else theme
    present = verb.get("present") or _present(lemma, theme, verb.get("isc", True))
    yield from _persons(present, "ind-pres")
    yield from _persons(_subjunctive(present, verb.get("subjunctive"), theme), "sub-pres")
    yield from _persons(verb.get("imperfect") or [stem + soft + e for e in IMPERFECT], "ind-imp")
    yield from _remote(stem, soft, verb.get("remote"))
    future = verb.get("future") or _future(lemma, theme)
    yield from _persons([future + ending for ending in FUTURE], "ind-fut")
    yield from _persons([future + ending for ending in CONDITIONAL], "cnd-pres")
    past = verb.get("impsubj") or stem + soft
    yield from _persons([past + ending for ending in PAST_SUBJUNCTIVE], "sub-imp")
    yield stem + ("ando" if soft == "a" else "endo"), "ger"
    participle = verb.get("participle") or stem + {"a": "ato", "e": "uto", "i": "ito"}[theme]
    for ending, features in PARTICIPLE:
        yield participle[:-1] + ending, "par-past-" + features


def strip_clitic(form: str) -> tuple[str, str]:
    """Split a clitic off an infinitive or a gerund.

    >>> strip_clitic("annunciarlo")
    ('annunciar', 'lo')
    >>> strip_clitic("aggiungendo")
    ('aggiungendo', '')
    """
    for clitic in CLITICS:
        host = form[: -len(clitic)]
        if form.endswith(clitic) and host.endswith(("ar", "er", "ir", "or", "ur", "ndo")):
            return host, clitic
    return form, ""


def _theme(lemma: str) -> str:
    return "e" if lemma.endswith("rre") else lemma[-3]


def _persons(six: Sequence[str], tense: str) -> Iterator[tuple[str, str]]:
    return ((form, f"{tense}-{person}") for form, person in zip(six, PERSONS, strict=True))


def _present(lemma: str, theme: str, isc: bool) -> list[str]:
    stem = lemma[:-3]
    endings = PRESENT["isc" if theme == "i" and isc else theme]
    return [_join(stem, ending, theme) for ending in endings]


def _subjunctive(present: Sequence[str], stem: str | None, theme: str) -> list[str]:
    """Build the present subjunctive on the first person: *dico* gives *dica*."""
    plural = present[3][:-3]
    if stem is None and theme == "a":
        one = plural
        many = plural + "no"
    else:
        one = (stem or present[0][:-1]) + "a"
        many = one + "no"
    return [one, one, one, present[3], plural + "ate", many]


def _remote(stem: str, theme: str, strong: str | Sequence[str] | None) -> Iterator[tuple[str, str]]:
    weak = [stem + ending for ending in REMOTE[theme]]
    if strong is None:
        yield from _persons(weak, "ind-past")
        if theme == "e":
            yield from ((stem + ending, f"ind-past-{person}") for ending, person in REMOTE_ETTI)
    elif isinstance(strong, str):
        six = [strong + "i", weak[1], strong + "e", weak[3], weak[4], strong + "ero"]
        yield from _persons(six, "ind-past")
    else:
        yield from _persons(strong, "ind-past")


def _future(lemma: str, theme: str) -> str:
    return _join(lemma[:-3], "er", theme) if theme == "a" else lemma[:-1]


def _join(stem: str, ending: str, theme: str) -> str:
    """Keep the sound of the stem before *e* and *i*: *cerchi, mangerà, studiamo*."""
    if theme != "a" or ending[0] not in "ei":
        return stem + ending
    if stem[-1] in "cg":
        return stem + "h" + ending
    if stem[-1] == "i" and (ending[0] == "i" or stem.endswith(("ci", "gi"))):
        return stem[:-1] + ending
    return stem + ending
