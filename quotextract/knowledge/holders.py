"""Offices at places → the entries that held them, by date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from quotextract.knowledge.phrases import HEAD, RoleReader
from quotextract.knowledge.speakers import Office, Resolution, Speaker
from quotextract.lexicon import Lexicon, fold
from quotextract.lexicon.rows import read_rows, resources

Held = tuple[int, Office, Speaker]

IN_OFFICE, LONG_AGO, NO_DATE = 0.95, 0.7, 0.85
EARLIEST = "2016"
ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


class Holders:
    """The index of offices.

    Args:
        entries: The base's entries.
        lexicon: For role nouns, countries, institutions, parties.
    """

    def __init__(self, entries: Sequence[Speaker], lexicon: Lexicon) -> None:
        self._entries = entries
        self._lexicon = lexicon

    @cached_property
    def reader(self) -> RoleReader:
        """What reads role phrases, the base's own organisations among its places."""
        folder = resources()
        return RoleReader(
            self._lexicon,
            read_rows(folder, "offices.jsonl"),
            read_rows(folder, "places.jsonl"),
            _own_places(self._entries),
        )

    @cached_property
    def _held(self) -> dict[tuple[str, str], list[Held]]:
        """Offices at places → who held them, with a rank for *numero uno*."""
        index: dict[tuple[str, str], list[Held]] = {}
        for entry in self._entries:
            for office in entry.offices:
                for rank, key in self._keys(office):
                    index.setdefault(key, []).append((rank, office, entry))
        return index

    def ever(self, phrase: str, date: str = "") -> tuple[Speaker, ...]:
        """Return all who held the office that a phrase names, at a date or ever."""
        date = iso(date)
        for key in self.reader.keys(phrase):
            held = self._held.get((key.office, key.place), ())
            found = {e.id: e for _, office, e in held if not date or office.held(date)}
            if found:
                return tuple(found.values())
        return ()

    def possible(self, phrase: str) -> tuple[Speaker, ...]:
        """Return all whom a phrase may mean at some date, by any reading of it."""
        keys = ((key.office, key.place) for key in self.reader.keys(phrase))
        found = {e.id: e for key in keys for _, _, e in self._held.get(key, ())}
        return tuple(found.values())

    def resolve(self, phrase: str, date: str) -> Resolution | None:
        """Return the one who held the office that a phrase names, if only one did."""
        date = iso(date)
        for key in self.reader.keys(phrase):
            held = self._held.get((key.office, key.place), ())
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

    def _keys(self, office: Office) -> Iterator[tuple[int, tuple[str, str]]]:
        reader = self.reader
        names = dict.fromkeys(reader.office(title) for title in (office.title, *office.also))
        ranks = [reader.rank[name] for name in names if reader.rank.get(name)]
        for place in (office.organisation, office.country):
            if not place:
                continue
            where = reader.place(place)
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


def _own_places(entries: Iterable[Speaker]) -> Iterator[tuple[str, str]]:
    """Yield where offices are and what organisations are called, with the full name."""
    for entry in entries:
        for office in entry.offices:
            if office.organisation:
                yield office.organisation, office.organisation
    for entry in entries:
        if entry.kind == "organisation":
            for alias in (entry.name, *entry.aliases):
                yield alias, entry.name


def iso(date: str) -> str:
    """Keep the part of a date that can be compared; nothing of one that is not ISO."""
    found = ISO.match(date)
    return found.group() if found else ""


def _lasting(held: Sequence[Held]) -> list[Held]:
    """Keep the holder who covers every date, none where anybody else held it since."""
    recent = [one for one in held if not one[1].end or one[1].end >= EARLIEST]
    sure = all(office.start and office.start < EARLIEST for _, office, _ in recent)
    return recent if sure and not any(office.asof for _, office, _ in recent) else []


def _confidence(office: Office, date: str) -> float:
    if not date:
        return NO_DATE
    return LONG_AGO if office.asof and date > office.asof else IN_OFFICE
