"""Who speaks, as the base knows them: persons and institutions, offices with dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["person", "organisation", "document", "group", "anonymous"]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that somebody held.

    Args:
        title: Its name in the masculine: *ministro degli Esteri*.
        organisation: Where: *Banca centrale europea*, *Lega*, *Milano*.
        country: Whose, for offices of a state.
        start: ISO date as far as known: 2024, 2024-07, 2024-07-05; empty where not known.
        end: The same; empty while it is held.
        asof: Where `end` is empty and not sure: until when it surely was held.
        also: Other titles it goes by.
        source: Where the facts come from.
    """

    title: str
    organisation: str = ""
    country: str = ""
    start: str = ""
    end: str = ""
    asof: str = ""
    also: tuple[str, ...] = ()
    source: str = ""

    def held(self, date: str) -> bool:
        """Tell whether the office was held at a date; a part of a date is enough.

        >>> Office("premier", start="2022-10-25", end="2024-07-05").held("2024-07")
        True
        """
        return (not self.start or date >= self.start[: len(date)]) and (
            not self.end or date[: len(self.end)] <= self.end[: len(date)]
        )


@dataclass(frozen=True, slots=True)
class Speaker:
    """One entry of the speaker base.

    Args:
        id: A stable slug: *keir-starmer*.
        name: The name as Italian papers write it in full.
        kind: person, organisation, document, group or anonymous.
        gender: m, f or empty.
        aliases: Further names and spellings.
        surname: What alone names the person, where the last word of the name does not.
        full_name_only: Whether the surname alone means somebody else (*Trump*, not Ivanka).
        offices: What they were, in any order.
        wikidata: The Wikidata id where surely known, else empty.
        source: Where name and kind come from.
    """

    id: str
    name: str
    kind: Kind = "person"
    gender: Literal["m", "f", ""] = ""
    aliases: tuple[str, ...] = ()
    surname: str = ""
    full_name_only: bool = False
    offices: tuple[Office, ...] = ()
    wikidata: str = ""
    source: str = ""

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Speaker:
        """Build an entry from a checked row of a speaker file."""
        offices = tuple(
            Office(
                role["title"],
                role.get("organisation", ""),
                role.get("country", ""),
                role.get("from", ""),
                role.get("to", ""),
                role.get("asof", ""),
                tuple(role.get("also", ())),
                role.get("source", ""),
            )
            for role in row.get("roles", ())
        )
        return cls(
            row["id"],
            row["name"],
            row.get("kind", "person"),
            row.get("gender", ""),
            tuple(row.get("aliases", ())),
            row.get("surname", ""),
            row.get("full_name_only", False),
            offices,
            row.get("wikidata", ""),
            row.get("source", ""),
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the entry as a row that `from_dict` reads back; empty fields are left out."""
        row: dict[str, Any] = {"id": self.id, "name": self.name, "kind": self.kind}
        for name in ("gender", "surname", "full_name_only", "wikidata"):
            if getattr(self, name):
                row[name] = getattr(self, name)
        if self.aliases:
            row["aliases"] = list(self.aliases)
        if self.offices:
            row["roles"] = [_office_row(office) for office in self.offices]
        return {**row, "source": self.source or "user"}


@dataclass(frozen=True, slots=True)
class Resolution:
    """An answer of the base: who, how sure, and by what (name, surname, role, epithet)."""

    speaker: Speaker
    confidence: float
    how: str


def _office_row(office: Office) -> dict[str, Any]:
    row: dict[str, Any] = {
        "title": office.title,
        "organisation": office.organisation,
        "country": office.country,
        "from": office.start,
        "to": office.end,
        "asof": office.asof,
        "also": list(office.also),
        "source": office.source,
    }
    return {name: value for name, value in row.items() if value}
