"""From rows of the data files to entries and their forms."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.lexicon.entries import Country, GenderedNoun, Idiom, Role
from quotextract.lexicon.phrases import fold
from quotextract.lexicon.rows import Row


def build_idiom(row: Row) -> Idiom:
    """Build an idiom; alternatives of a word stand behind bars."""
    return Idiom(
        row["idiom"],
        row["verb"],
        tuple(frozenset(word.split("|")) for word in row["rest"]),
        frozenset(row["frames"]),
        row["sense"],
        row["weak"],
        row.get("reflexive", False),
        row.get("negative", False),
    )


def role_forms(row: Row) -> Iterator[tuple[str, Role]]:
    """Yield each form once, without the gender or number that it does not show."""
    fields = (("masculine", "ms"), ("feminine", "fs"), ("plural_m", "mp"), ("plural_f", "fp"))
    shown: dict[str, set[str]] = {}
    for name, features in fields:
        if row[name]:
            shown.setdefault(row[name], set()).add(features)
    for short in row.get("abbreviations", ()):
        shown.setdefault(short, set()).add("fs" if "ssa" in short or short.endswith("ra") else "ms")
    for form, readings in shown.items():
        genders = {features[0] for features in readings}
        numbers = {features[1] for features in readings}
        gender = genders.pop() if len(genders) == 1 else ""
        number = numbers.pop() if len(numbers) == 1 else ""
        yield form, Role(row["lemma"], gender, number, row["class"])


def inflected(rows: list[Row]) -> Iterator[tuple[str, GenderedNoun]]:
    """Yield the singular and the plural of nouns."""
    for row in rows:
        if row["plural"] == row["lemma"]:
            yield fold(row["lemma"]), GenderedNoun(row["lemma"], row["gender"], "")
            continue
        yield fold(row["lemma"]), GenderedNoun(row["lemma"], row["gender"], "s")
        if row["plural"]:
            yield fold(row["plural"]), GenderedNoun(row["lemma"], row["gender"], "p")


def build_country(row: Row) -> Country:
    """Build a country."""
    return Country(
        row["country"],
        tuple(row["adjectives"]),
        (row["capital"], *row["other_capitals"]),
        tuple(row["seat"]),
        tuple(row["aliases"]),
        row["leader"],
    )
