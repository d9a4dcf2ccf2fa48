"""The speaker base: names and role phrases → entries, by the article's date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from quotextract.knowledge.files import read_speakers
from quotextract.knowledge.names import fold_name, surname_of
from quotextract.knowledge.phrases import ARTICLES, HEAD, RoleReader
from quotextract.knowledge.speakers import Office, Resolution, Speaker
from quotextract.lexicon import Lexicon, fold, load_lexicon, longest_match
from quotextract.lexicon.rows import read_rows, resources

Held = tuple[int, Office, Speaker]

FULL_NAME, ALIAS, SURNAME, EPITHET = 0.99, 0.97, 0.85, 0.7
IN_OFFICE, LONG_AGO, NO_DATE = 0.95, 0.7, 0.85
LEADERS = ("presidente", "primo ministro")
EARLIEST = "2016"
TELLING = frozenset({"office", "party", "justice", "military", "religious", "kin", "sport"})


class SpeakerBase:
    """Entries with their indices; never changed after it is built.

    Args:
        speakers: The entries; one with an id that came before replaces that one.
        lexicon: For role nouns, countries, institutions, parties, epithets.

    >>> base = SpeakerBase.load()
    >>> base.by_role("il premier britannico", "2025-09-04").speaker.name
    'Keir Starmer'
    """

    def __init__(self, speakers: Iterable[Speaker], lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon or load_lexicon()
        self._entries = {speaker.id: speaker for speaker in speakers}
        self._roles_seen: dict[tuple[str, str], Resolution | None] = {}

    @classmethod
    def load(cls, *paths: Path) -> SpeakerBase:
        """Load the base that is shipped, corrected and extended by files of the user.

        Raises:
            ResourceError: A file cannot be read or breaks the schema.
        """
        shipped = read_speakers(resources() / "speakers.jsonl")
        return cls((*shipped, *(entry for path in paths for entry in read_speakers(path))))

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Speaker]:
        return iter(self._entries.values())

    def get(self, speaker_id: str) -> Speaker | None:
        """Return the entry with an id."""
        return self._entries.get(speaker_id)

    @cached_property
    def _full(self) -> dict[str, tuple[Speaker, ...]]:
        """Full names."""
        return _grouped((fold_name(entry.name), entry) for entry in self)

    @cached_property
    def _alias(self) -> dict[str, tuple[Speaker, ...]]:
        """Aliases and other spellings."""
        return _grouped((fold_name(alias), entry) for entry in self for alias in entry.aliases)

    @cached_property
    def _surname(self) -> dict[str, tuple[Speaker, ...]]:
        """Surnames of persons: the one given, or what `surname_of` finds."""
        return _grouped(
            (fold_name(entry.surname or surname_of(entry.name)), entry)
            for entry in self
            if entry.kind == "person" and " " in entry.name and not entry.full_name_only
        )

    def named(self, name: str) -> tuple[Speaker, ...]:
        """Return all entries that a name may mean, those it fits best alone.

        >>> [entry.name for entry in SpeakerBase.load().named("Zelenskij")]
        ['Volodymyr Zelensky']
        """
        key = fold_name(name)
        surname = (entry for index in (self._alias, self._surname) for entry in index.get(key, ()))
        return self._full.get(key) or tuple({entry.id: entry for entry in surname}.values())

    def by_name(self, name: str, date: str = "", hints: Sequence[str] = ()) -> Resolution | None:
        """Resolve a name; a surname that several bear needs a hint.

        Args:
            name: A name, surname or alias, with or without an article.
            date: The article's ISO date, to read hints by.
            hints: Role phrases, organisations or first names that the article ties to it.

        Returns:
            The entry; None where nobody or more than one fits, where the words are a
            title (*il Conte*), or a given name that nothing ties to the entry.
        """
        bare = self._bare(name)
        found = self.named(bare) if bare else ()
        if len(found) > 1 and hints:
            agreeing = tuple(entry for entry in found if self._agrees(entry, hints, date))
            found = agreeing or found
        if len(found) != 1:
            return None
        key = fold_name(bare)
        if key in self._full:
            return Resolution(found[0], FULL_NAME, "name")
        if key in self._alias:
            return Resolution(found[0], ALIAS, "alias")
        if self._agrees(found[0], hints, date):
            return Resolution(found[0], FULL_NAME, "surname")
        if key in self._lexicon.given_names or any(
            self._contradicts(found[0], hint) for hint in hints
        ):
            return None
        return Resolution(found[0], SURNAME, "surname")

    def by_role(self, phrase: str, date: str = "") -> Resolution | None:
        """Resolve a role phrase at a date.

        Args:
            phrase: As the article has it: *la premier*, *il numero uno della Bce*.
            date: ISO date or a part of it; without one an office resolves only if one
                holder covers every date that news may have.

        Returns:
            The holder; None where the base knows none or more than one.
        """
        key = (phrase, _iso(date))
        if key not in self._roles_seen:
            if len(self._roles_seen) > CACHE:
                self._roles_seen.clear()
            self._roles_seen[key] = self._by_role(*key)
        return self._roles_seen[key]

    def holders(self, phrase: str, date: str = "") -> tuple[Speaker, ...]:
        """Return all entries that held the office that a phrase names, at a date or ever."""
        entries = {}
        date = _iso(date)
        for key in self._reader.keys(phrase):
            for _, office, entry in self._offices.get((key.office, key.place), ()):
                if not date or office.held(date):
                    entries[entry.id] = entry
            if entries:
                break
        return tuple(entries.values())

    def resolve(self, mention: str, date: str = "", hints: Sequence[str] = ()) -> Resolution | None:
        """Resolve a mention: a name, a role phrase, a role with a name, or an epithet.

        >>> SpeakerBase.load().resolve("il ministro Crosetto", "2024-05").speaker.id
        'guido-crosetto'
        """
        return (
            self.by_name(mention, date, hints)
            or self.by_role(mention, date)
            or self._by_role_and_name(mention, date, hints)
            or self._by_epithet(mention)
        )

    def _by_role_and_name(self, mention: str, date: str, hints: Sequence[str]) -> Resolution | None:
        """Resolve *il premier Conte*: the person's name with the role as a hint."""
        words = mention.split()
        if not words or longest_match(self._lexicon.roles, self._reader.words(mention)) is None:
            return None
        for start in range(1, len(words)):
            if words[start][:1].isupper():
                role = " ".join(words[:start])
                found = self.by_name(" ".join(words[start:]), date, (role, *hints))
                if found is not None and found.speaker.kind == "person":
                    return found
        return None

    def _by_role(self, phrase: str, date: str) -> Resolution | None:
        for key in self._reader.keys(phrase):
            held = self._offices.get((key.office, key.place), ())
            if not held:
                continue
            now = [one for one in held if one[1].held(date)] if date else _lasting(held)
            best = min((rank for rank, _, _ in now), default=0)
            found = {entry.id: (office, entry) for rank, office, entry in now if rank == best}
            if len(found) != 1:
                return None
            office, entry = next(iter(found.values()))
            if key.feminine and entry.gender == "m":
                return None
            return Resolution(entry, _confidence(office, date), "role")
        return None

    def _by_epithet(self, phrase: str) -> Resolution | None:
        words = fold(phrase).split()
        while words and words[0] in ARTICLES:
            words = words[1:]
        epithet = self._lexicon.epithets.get(" ".join(words))
        found = self.named(epithet.names[0]) if epithet and len(epithet.names) < 3 else ()
        if epithet is None or len(found) != 1:
            return None
        return Resolution(found[0], EPITHET / len(epithet.names), "epithet")

    def _bare(self, name: str) -> str:
        """Strip the article (*la Meloni*); empty for a title such as *il Conte*."""
        first, _, rest = name.strip().partition(" ")
        if first.lower() not in ("il", "la", "lo"):
            return name
        role = self._lexicon.roles.get(fold(rest))
        return "" if role is not None and first.lower() != "la" else rest

    def _agrees(self, entry: Speaker, hints: Sequence[str], date: str) -> bool:
        """Tell whether a hint names the entry, its office, or where the office is."""
        names = {fold_name(entry.name), *fold_name(entry.name).split()[:1]}
        places = {
            self._reader.place(place).partition("|")[0]
            for office in entry.offices
            if not _iso(date) or office.held(_iso(date))
            for place in (office.organisation, office.country)
            if place
        }
        return any(
            fold_name(hint) in names
            or self._reader.place(hint).partition("|")[0] in places
            or entry in self.holders(hint, date)
            for hint in hints
        )

    def _contradicts(self, entry: Speaker, hint: str) -> bool:
        """Tell whether the hint is an office that the entry never held: *il sindaco Draghi*."""
        words = self._reader.canonical(hint).removeprefix("ex ").split()
        role = self._lexicon.role(" ".join(words)) or self._lexicon.role(words[0] if words else "")
        if role is None or role.kind not in TELLING:
            return False
        asked = self._reader.office(" ".join(words))
        heads = {HEAD, "presidente"}
        for office in entry.offices:
            for title in (office.title, *office.also):
                heads |= {self._reader.office(title), self._reader.canonical(title).split()[0]}
        return not {asked, words[0]} & heads

    @cached_property
    def _reader(self) -> RoleReader:
        folder = resources()
        return RoleReader(
            self._lexicon,
            read_rows(folder, "offices.jsonl"),
            read_rows(folder, "places.jsonl"),
            (
                (alias, entry.name)
                for entry in self
                if entry.kind == "organisation"
                for alias in (entry.name, *entry.aliases)
            ),
        )

    @cached_property
    def _offices(self) -> dict[tuple[str, str], list[Held]]:
        """Offices at places → who held them, with a rank for *numero uno*."""
        index: dict[tuple[str, str], list[Held]] = {}
        for entry in self:
            for office in entry.offices:
                for rank, key in self._office_keys(office):
                    index.setdefault(key, []).append((rank, office, entry))
        return index

    def _office_keys(self, office: Office) -> Iterator[tuple[int, tuple[str, str]]]:
        reader = self._reader
        names = dict.fromkeys(reader.office(title) for title in (office.title, *office.also))
        ranks = [reader.rank[name] for name in names if reader.rank.get(name)]
        for place in (office.organisation, office.country):
            if not place:
                continue
            where = reader.place(place).partition("|")[0]
            for name in names:
                yield 0, (name, where)
            if place == office.organisation:
                if ranks:
                    yield min(ranks), (HEAD, where)
            elif self._leads(names, place):
                yield 1, (HEAD, where)

    def _leads(self, offices: Iterable[str], country: str) -> bool:
        """Tell whether the office is the one that *il leader di Kiev* means."""
        known = self._lexicon.countries.get(fold(country))
        return known is not None and known.leader in offices


CACHE = 50_000
ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@lru_cache(maxsize=1)
def load_speakers() -> SpeakerBase:
    """Return the shipped base, the same each time."""
    return SpeakerBase.load()


def _iso(date: str) -> str:
    """Keep the part of a date that can be compared; nothing of one that is not ISO."""
    found = ISO.match(date)
    return found.group() if found else ""


def _grouped(pairs: Iterable[tuple[str, Speaker]]) -> dict[str, tuple[Speaker, ...]]:
    groups: dict[str, dict[str, Speaker]] = {}
    for key, entry in pairs:
        if key:
            groups.setdefault(key, {})[entry.id] = entry
    return {key: tuple(group.values()) for key, group in groups.items()}


def _lasting(held: Sequence[Held]) -> list[Held]:
    """Keep the holder who covers every date, none where anybody else held it since."""
    recent = [one for one in held if not one[1].end or one[1].end >= EARLIEST]
    sure = all(office.start and office.start < EARLIEST for _, office, _ in recent)
    return recent if sure and not any(office.asof for _, office, _ in recent) else []


def _confidence(office: Office, date: str) -> float:
    if not date:
        return NO_DATE
    return LONG_AGO if office.asof and date > office.asof else IN_OFFICE
