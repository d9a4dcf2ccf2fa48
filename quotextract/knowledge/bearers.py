"""Names → the entries that bear them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from quotextract.knowledge.names import fold_name, surname_of
from quotextract.knowledge.speakers import Speaker

Groups = dict[str, tuple[Speaker, ...]]


class Bearers:
    """The index of names: in full, aliases, surnames; each built when first asked for."""

    def __init__(self, entries: Sequence[Speaker]) -> None:
        self._entries = entries

    @cached_property
    def full(self) -> Groups:
        """Full names."""
        return _grouped((fold_name(entry.name), entry) for entry in self._entries)

    @cached_property
    def alias(self) -> Groups:
        """Aliases and other spellings."""
        return _grouped(
            (fold_name(alias), entry) for entry in self._entries for alias in entry.aliases
        )

    @cached_property
    def surname(self) -> Groups:
        """Surnames of persons: the one given, or what `surname_of` finds."""
        return _grouped(
            (fold_name(entry.surname or surname_of(entry.name)), entry)
            for entry in self._entries
            if entry.kind == "person" and " " in entry.name and not entry.full_name_only
        )

    def named(self, name: str) -> tuple[Speaker, ...]:
        """Return all entries that a name may mean; a full name means its bearers alone."""
        key = fold_name(name)
        loose = (entry for index in (self.alias, self.surname) for entry in index.get(key, ()))
        return self.full.get(key) or tuple({entry.id: entry for entry in loose}.values())


def _grouped(pairs: Iterable[tuple[str, Speaker]]) -> Groups:
    groups: dict[str, dict[str, Speaker]] = {}
    for key, entry in pairs:
        if key:
            groups.setdefault(key, {})[entry.id] = entry
    return {key: tuple(group.values()) for key, group in groups.items()}
