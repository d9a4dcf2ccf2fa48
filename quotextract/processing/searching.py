"""Finds quotations in a database by words, and by what a selection asks for."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from quotextract.knowledge import SpeakerBase, fold_name, surname_of
from quotextract.processing import traits
from quotextract.processing.asked import Asked
from quotextract.processing.names import CLOSE, words
from quotextract.processing.selection import Selection
from quotextract.store import (
    Conditions,
    Found,
    find_quotes,
    id_word,
    sources,
    sources_expression,
    speakers,
    speakers_expression,
    vocabulary,
    words_expression,
)


def search(
    database: sqlite3.Connection,
    text: str,
    selection: Selection,
    *,
    newest_first: bool = False,
    limit: int | None = None,
) -> Found:
    """Find quotations; those that `selection` would let through, and no others.

    Args:
        database: A database of quotations, open for reading.
        text: Words that must all occur, "phrases" and begin* of words; everything if empty.
        selection: What is wanted.
        newest_first: Order by date though there are words to rank by.
        limit: How many to give at most.

    Raises:
        ValueError: The text holds signs, but no word.
    """
    wording = words_expression(text)
    if text.strip() and not wording:
        raise ValueError(f"there is no word in {text!r}")
    by_speaker = list(_speakers(database, selection))
    where = _sources(database, selection)
    parts = [wording, *by_speaker, sources_expression(where or ())]
    by_trait = selection.speakers or selection.roles or selection.organisations
    conditions = Conditions(
        # Without words an index of the sources is faster than their names are.
        expression=" AND ".join(filter(None, parts)) if wording or by_speaker else "",
        since=selection.since,
        until=selection.until,
        types=tuple(selection.types),
        sources=where,
        kinds=selection.kinds or None,
        min_confidence=selection.min_confidence,
        negated=selection.negated,
        wants_speaker=selection.wants_speaker if by_trait or selection.genders else None,
    )
    return find_quotes(database, conditions, newest_first=newest_first, limit=limit)


def heard(database: sqlite3.Connection) -> Counter[str]:
    """Return how often who is quoted in a database."""
    return Counter(dict(speakers(database)))


def _sources(database: sqlite3.Connection, selection: Selection) -> tuple[str, ...] | None:
    if not selection.sources:
        return None
    return tuple(name for name in sources(database) if selection.wants_source(name))


def _speakers(database: sqlite3.Connection, selection: Selection) -> Iterator[str]:
    """Yield expressions for all speakers who may be wanted, and few others."""
    base = selection.known()
    clues = (
        {clue for query in selection.speakers for clue in _clues(database, selection.asked(query))},
        {clue for role in selection.roles for clue in _role_clues(role, base)},
        {clue for name in selection.organisations for clue in _place_clues(name, base)},
    )
    return (speakers_expression(some) for some in clues if some)


def _role_clues(role: str, base: SpeakerBase) -> Iterator[str]:
    """Yield words of which one at least is kept with each speaker who has a role."""
    yield from words(role)[-1:]
    for entry in base:
        if any(traits.is_office(office, role, base) for office in entry.offices):
            yield id_word(entry.id)


def _place_clues(name: str, base: SpeakerBase) -> Iterator[str]:
    """Yield words of which one at least is kept with each speaker of an organisation."""
    yield from words(name)[-1:]
    for entry in base:
        held = any(traits.is_there(office, name, base) for office in entry.offices)
        if held or traits.is_called(entry, name, base):
            yield id_word(entry.id)


def _clues(database: sqlite3.Connection, asked: Asked) -> Iterator[str]:
    """Yield words of which one at least is kept with each speaker who answers."""
    yield id_word(asked.query)
    yield from (id_word(entry.id) for entry in (*asked.known, *asked.may_hold))
    for entry in asked.known:
        # One word that stayed open may be an alias.
        names = (entry.name, *entry.aliases, entry.surname, surname_of(entry.name))
        yield from (key for key in map(fold_name, names) if key and " " not in key)
    for word in words(asked.query)[-1:]:
        yield word
        shortest, longest = int(len(word) * 0.8), int(len(word) / 0.8) + 1
        spellings = vocabulary(database, shortest, longest)
        found = process.extract(word, spellings, scorer=fuzz.ratio, score_cutoff=CLOSE, limit=None)
        yield from (spelling for spelling, _, _ in found)
