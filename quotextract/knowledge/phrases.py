"""Role phrases as keys: *il premier britannico* → the office and the place.

An office alone names one person only together with a place: a country, a party, an
organisation, a region or a town. `RoleReader` finds both in a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quotextract.lexicon import Lexicon, fold, longest_match
from quotextract.lexicon.rows import Row

ARTICLES = frozenset("il lo la l' i gli le un uno una un' lo stesso stessa".split())
LINKS = frozenset(
    "di del dello della dell' dei degli delle d' a al alla all' allo ai agli alle in nel nella "
    "nell' per e".split()
)
FILLERS = frozenset(
    "regione comune governo provincia città partito movimento gruppo stato repubblica uscente "
    "attuale nuovo nuova neo carica club ministero ufficio giunta banca".split()
)
HEAD = "numero uno"
WORD = re.compile(r"\w+'?")


@dataclass(frozen=True, slots=True)
class RoleKey:
    """What a phrase asks for: an office at a place, and whether it must be a woman's."""

    office: str
    place: str
    feminine: bool


class RoleReader:
    """Read role phrases with the tables of offices and places.

    Args:
        lexicon: For role nouns, countries, institutions and parties.
        offices: Rows of offices.jsonl.
        places: Rows of places.jsonl.
        organisations: Names and aliases of the base's own organisations.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        offices: Iterable[Row],
        places: Iterable[Row],
        organisations: Iterable[tuple[str, str]],
    ) -> None:
        self._lexicon = lexicon
        self._offices: dict[str, str] = {}
        self._alone: dict[str, str] = {}
        self.rank: dict[str, int] = {}
        for row in offices:
            self._add_office(row)
        self._places = dict(_places(lexicon, places, organisations))

    def _add_office(self, row: Row) -> None:
        self.rank[row["office"]] = row["rank"]
        for phrase in (row["office"], *row["phrases"]):
            self._offices[self.canonical(phrase)] = row["office"]
        for phrase, place in row.get("alone", {}).items():
            self._alone[self.canonical(phrase)] = fold(place)

    def words(self, phrase: str) -> list[str]:
        """Fold a phrase and split it, without its article and an *ex*."""
        words = fold(phrase).split()
        while words and (words[0] in ARTICLES or words[0] == "ex"):
            words = words[1:]
        return words

    def canonical(self, phrase: str) -> str:
        """Fold a role phrase, its head brought to the masculine singular."""
        words = _without_article(fold(phrase).split())
        found = longest_match(self._lexicon.roles, words)
        if found is None:
            return " ".join(words)
        return " ".join((fold(found[1].lemma), *words[found[0] :]))

    def is_role(self, phrase: str) -> bool:
        """Tell whether a phrase begins with a role noun, its article aside."""
        return longest_match(self._lexicon.roles, self.words(phrase)) is not None

    def head(self, phrase: str) -> str:
        """Return the role noun that a phrase begins with, in the masculine; else the phrase."""
        found = longest_match(self._lexicon.roles, self.words(phrase))
        return found[1].lemma if found else phrase

    def office(self, title: str) -> str:
        """Return the office that a title names, the title itself where it is no other's."""
        key = self.canonical(title)
        return self._offices.get(key, key)

    def place(self, name: str) -> str:
        """Return the canonical name of a place or organisation."""
        key = fold(name)
        return self._places.get(key, key).partition("|")[0]

    def places_in(self, text: str) -> Iterator[str]:
        """Yield the canonical names of the places and organisations that a text mentions."""
        words = WORD.findall(fold(text))
        for start in range(len(words)):
            found = longest_match(self._places, words, start, limit=4)
            if found is not None:
                yield from filter(None, found[1].split("|"))

    def roles_in(self, text: str) -> Iterator[str]:
        """Yield the heads of the role nouns in a text, in the masculine singular."""
        for word in set(WORD.findall(fold(text))):
            role = self._lexicon.roles.get(word)
            if role is not None:
                yield fold(role.lemma).partition(" ")[0]

    def keys(self, phrase: str) -> Iterator[RoleKey]:
        """Yield what a phrase may ask for, the most likely reading first.

        *la ministra degli Esteri russa* asks for the minister, of Russia, a woman.
        """
        words = fold(phrase).split()
        feminine = _feminine(words, self._lexicon)
        words = self.canonical(phrase).split()
        for end in range(len(words), 0, -1):
            office = self._offices.get(" ".join(words[:end]))
            if office is None and end > 1:
                continue
            head = office or " ".join(words[:end])
            yield from self._at(head, " ".join(words[:end]), words[end:], feminine)

    def _at(self, office: str, said: str, rest: list[str], feminine: bool) -> Iterator[RoleKey]:
        content = [word for word in rest if word not in LINKS and word not in FILLERS]
        if not content:
            if said in self._alone:
                yield RoleKey(office, self._alone[said], feminine)
            return
        place = self._find_place(rest)
        if place:
            yield from self._redirect(office, place, feminine)

    def _find_place(self, rest: list[str]) -> str:
        """Find the one place that the words name, if nothing else is left."""
        for start in range(len(rest)):
            found = longest_match(self._places, rest, start)
            if found is not None:
                left = rest[found[0] :]
                return "" if any(w not in LINKS and w not in FILLERS for w in left) else found[1]
            if rest[start] not in LINKS and rest[start] not in FILLERS:
                return ""
        return ""

    def _redirect(self, office: str, place: str, feminine: bool) -> Iterator[RoleKey]:
        """Read *titolare della Farnesina* as the minister, *leader del Cremlino* as president."""
        body, _, country = place.partition("|")
        yield RoleKey(office, body, feminine)
        if not country or office != HEAD:
            return
        if body.startswith("ministero "):
            yield RoleKey(self.office("ministro " + body[10:]), country, feminine)
        elif body.startswith("presidenza "):
            yield RoleKey(self.office("presidente"), country, feminine)
        elif body.startswith("governo "):
            yield RoleKey(self.office("primo ministro"), country, feminine)


def _places(
    lexicon: Lexicon, places: Iterable[Row], organisations: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield keys and canonical places; later ones win, so countries come last.

    An institution that stands for a state organ carries its country behind a bar.
    """
    for alias, name in organisations:
        yield fold(alias), fold(name)
    for key, institution in lexicon.institutions.items():
        canonical = fold(institution.stands_for)
        yield key, f"{canonical}|{fold(institution.country)}" if institution.country else canonical
    for key, party in lexicon.parties.items():
        yield key, fold(party.name)
    for row in places:
        for name in (row["place"], *row["aliases"], *row["adjectives"]):
            yield fold(name), fold(row["place"])
    for country in dict.fromkeys(lexicon.countries.values()):
        keys = (country.name, *country.aliases, *country.adjectives, *country.capitals)
        yield from ((fold(key), fold(country.name)) for key in keys if fold(key) not in SHARED)


SHARED = frozenset({"bruxelles", "roma", "democratico"})


def _without_article(words: list[str]) -> list[str]:
    while words and words[0] in ARTICLES:
        words = words[1:]
    return words


def _feminine(words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether the phrase can only mean a woman; the masculine may mean both."""
    if words and words[0] in ("la", "una", "un'"):
        return True
    found = longest_match(lexicon.roles, _without_article(words))
    return found is not None and found[1].gender == "f"
