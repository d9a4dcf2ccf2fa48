"""What an article ties to a name: does it speak for an entry, or against it?"""

from __future__ import annotations

from collections.abc import Sequence

from quotextract.knowledge.holders import Holders, iso
from quotextract.knowledge.names import fold_name
from quotextract.knowledge.phrases import HEAD
from quotextract.knowledge.speakers import Speaker
from quotextract.lexicon import Lexicon

TELLING = frozenset({"office", "party", "justice", "military", "religious", "kin", "sport"})


def agrees(entry: Speaker, hints: Sequence[str], date: str, holders: Holders) -> bool:
    """Tell whether a hint names the entry, its office, or where the office is."""
    if not hints:
        return False
    date = iso(date)
    names = {fold_name(entry.name), *fold_name(entry.name).split()[:1]}
    places = {
        holders.reader.place(place)
        for office in entry.offices
        if not date or office.held(date)
        for place in (office.organisation, office.country)
        if place
    }
    return any(
        fold_name(hint) in names
        or holders.reader.place(hint) in places
        or holders.reader.place(f"{hint} calcio") in places
        or entry in holders.ever(hint, date)
        for hint in hints
    )


def contradicts(entry: Speaker, hint: str, holders: Holders, lexicon: Lexicon) -> bool:
    """Tell whether the hint is an office that the entry never held: *il sindaco Draghi*."""
    reader = holders.reader
    words = reader.words(reader.canonical(hint))
    role = lexicon.role(" ".join(words)) or lexicon.role(words[0] if words else "")
    if role is None or role.kind not in TELLING:
        return False
    heads = {HEAD, "presidente"}
    for office in entry.offices:
        for title in (office.title, *office.also):
            heads |= {reader.office(title), reader.canonical(title).split()[0]}
    return not {reader.office(" ".join(words)), words[0]} & heads
