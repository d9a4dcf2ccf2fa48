"""The lexicon: every table built from its data file when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

from quotextract.lexicon.building import build_country, build_idiom, inflected, role_forms
from quotextract.lexicon.entries import (
    Country,
    CueNoun,
    CuePhrase,
    CueVerb,
    Epithet,
    GenderedNoun,
    Group,
    Idiom,
    Institution,
    Party,
    Role,
    ScareMarker,
)
from quotextract.lexicon.phrases import articulated, fold, longest_match
from quotextract.lexicon.rows import Row, read_given_names, read_rows, resources
from quotextract.lexicon.verbforms import VerbForms, irregular_verbs

PREFIXES = ("ex ", "ex-", "l'ex ", "neo-", "neo", "vice ", "vice-", "vice", "co-", "sub ")


class Lexicon:
    """All tables; keys are lower case as `fold` writes them.

    Args:
        folder: Where the data files are; those of the package unless told.

    >>> load_lexicon().roles["sindache"].number
    'p'
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resources()

    def _rows(self, name: str) -> list[Row]:
        return read_rows(self._folder, name + ".jsonl")

    @cached_property
    def verbs(self) -> Mapping[str, CueVerb]:
        """Cue verbs by lemma."""
        return {
            row["lemma"]: CueVerb(
                row["lemma"],
                frozenset(row["frames"]),
                frozenset(row.get("reflexive", ())),
                row["sense"],
                row["weak"],
                row.get("issues", False),
            )
            for row in self._rows("cue_verbs")
        }

    @cached_property
    def idioms(self) -> Mapping[str, tuple[Idiom, ...]]:
        """Idioms by the lemma of their verb, the longest first."""
        table: dict[str, list[Idiom]] = {}
        for row in self._rows("cue_idioms"):
            table.setdefault(row["verb"], []).append(build_idiom(row))
        return {
            verb: tuple(sorted(idioms, key=lambda idiom: -len(idiom.rest)))
            for verb, idioms in table.items()
        }

    @cached_property
    def verb_forms(self) -> VerbForms:
        """Readings of the forms of cue verbs and of the verbs of idioms."""
        irregular = irregular_verbs(self._rows("irregular_verbs"))
        lemmas = dict.fromkeys(chain(self.verbs, self.idioms, ("essere", "avere", "venire")))
        return VerbForms(lemmas, irregular)

    @cached_property
    def phrases(self) -> Mapping[str, CuePhrase]:
        """Phrases that introduce a source, their last preposition in every form."""
        return {
            fold(form): CuePhrase(row["phrase"], row["kind"])
            for row in self._rows("cue_phrases")
            for form in articulated(row["phrase"])
        }

    @cached_property
    def nouns(self) -> Mapping[str, CueNoun]:
        """Nouns of saying, by singular and plural."""
        return {
            fold(form): CueNoun(row["lemma"], row["gender"], row["document"])
            for row in self._rows("cue_nouns")
            for form in (row["lemma"], row["plural"])
        }

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """Role nouns by all their forms and abbreviations; see also `role`."""
        table: dict[str, Role] = {}
        for row in self._rows("roles"):
            for form, role in role_forms(row):
                table.setdefault(fold(form), role)
        return table

    def role(self, phrase: str) -> Role | None:
        """Look a role up, with *ex*, *neo* or *vice* before it too."""
        key = fold(phrase)
        if key in self.roles:
            return self.roles[key]
        stripped = (key.removeprefix(prefix) for prefix in PREFIXES if key.startswith(prefix))
        return next((self.roles[rest] for rest in stripped if rest in self.roles), None)

    @cached_property
    def organisations(self) -> Mapping[str, GenderedNoun]:
        """Nouns for organisations, by singular and plural."""
        return dict(inflected(self._rows("organisations")))

    @cached_property
    def name_nouns(self) -> Mapping[str, GenderedNoun]:
        """Nouns whose quoted complement is a name or title: *la canzone «Notte»*."""
        return dict(inflected(self._rows("name_nouns")))

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        """Plural nouns for people who speak together."""
        return {
            fold(row["plural"]): Group(row["plural"], row["gender"], row["kind"])
            for row in self._rows("groups")
        }

    @cached_property
    def bodies(self) -> Mapping[str, frozenset[str]]:
        """Nouns of the bodies that people may speak for: *i giudici* for a *tribunale*."""
        table: dict[str, set[str]] = {}
        for row in self._rows("bodies"):
            for phrase in row["people"]:
                table.setdefault(fold(phrase), set()).add(row["body"])
        return {phrase: frozenset(bodies) for phrase, bodies in table.items()}

    @cached_property
    def institutions(self) -> Mapping[str, Institution]:
        """Institutions by the names that stand for them."""
        return {
            fold(row["name"]): Institution(
                row["name"], row["stands_for"], row["country"], row["kind"]
            )
            for row in self._rows("institutions")
        }

    @cached_property
    def countries(self) -> Mapping[str, Country]:
        """Countries by name, alias, adjective in every form, seat and capital."""
        table: dict[str, Country] = {}
        countries = [build_country(row) for row in self._rows("countries")]
        for country in countries:
            for key in (country.name, *country.aliases, *country.adjectives):
                table.setdefault(fold(key), country)
        for country in countries:
            for key in (*country.seat, *country.capitals):
                table.setdefault(fold(key), country)
        return table

    @cached_property
    def openers(self) -> frozenset[str]:
        """First words of all phrases that name somebody or something that can speak."""
        tables = (self.roles, self.organisations, self.groups, self.nouns, self.institutions)
        return frozenset(key.split(" ")[0] for table in tables for key in table)

    @cached_property
    def places(self) -> frozenset[str]:
        """Names of Italian regions, provinces and towns, in small letters, hyphens as blanks."""
        names = (name for row in self._rows("places") for name in (row["place"], *row["aliases"]))
        return frozenset(name.lower().replace("-", " ") for name in names)

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """Parties by name, short form and adjective; Italian ones first."""
        rows = sorted(self._rows("parties"), key=lambda row: row["country"] != "Italia")
        table: dict[str, Party] = {}
        for row in rows:
            party = Party(
                row["name"], tuple(row["aliases"]), tuple(row["adjectives"]), row["country"]
            )
            for key in (party.name, *party.aliases, *party.adjectives):
                table.setdefault(fold(key), party)
        return table

    @cached_property
    def epithets(self) -> Mapping[str, Epithet]:
        """Fixed epithets, to be resolved only where the article names the person."""
        return {
            fold(row["phrase"]): Epithet(row["phrase"], tuple(row["names"]))
            for row in self._rows("epithets")
        }

    @cached_property
    def scare_markers(self) -> Mapping[str, ScareMarker]:
        """Words before quotation marks that quote nobody: *cosiddetto*."""
        return {
            fold(form): ScareMarker(row["lemma"], row["weak"])
            for row in self._rows("scare_markers")
            for form in row["forms"]
        }

    @cached_property
    def given_names(self) -> Mapping[str, str]:
        """Given names, lower case → m, f, or u where both bear them."""
        return read_given_names(self._folder)

    @cached_property
    def _offices(self) -> Mapping[str, frozenset[str]]:
        table: dict[str, set[str]] = {}
        for row in self._rows("role_synonyms"):
            for phrase in (row["office"], *row["phrases"]):
                table.setdefault(self._masculine(phrase), set()).add(row["office"])
        return {phrase: frozenset(offices) for phrase, offices in table.items()}

    def same_office(self, one: str, other: str) -> bool:
        """Tell whether two role phrases may name one office.

        >>> load_lexicon().same_office("la prima cittadina", "sindaca")
        True
        """
        first, second = self._masculine(one), self._masculine(other)
        return first == second or bool(
            self._offices.get(first, frozenset()) & self._offices.get(second, frozenset())
        )

    def _masculine(self, phrase: str) -> str:
        """Fold a role phrase to its masculine head and what follows, article aside."""
        words = fold(phrase).split()
        if words and words[0] in ARTICLES:
            words = words[1:]
        found = longest_match(self.roles, words)
        if found is None:
            return " ".join(words)
        end, role = found
        return " ".join((fold(role.lemma), *words[end:]))


ARTICLES = frozenset({"il", "lo", "la", "l'", "i", "gli", "le", "un", "uno", "una", "un'"})


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Return the lexicon of the package, the same each time."""
    return Lexicon()
