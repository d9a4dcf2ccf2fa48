"""What a speaker that somebody asked for means: a name, a role phrase, or an id."""

from __future__ import annotations

from quotextract.knowledge import Speaker, SpeakerBase
from quotextract.processing.names import matches, words
from quotextract.records import Quote

JOINT = " & "


class Asked:
    """One speaker asked for, and whom the base takes it for.

    Args:
        query: An id, a name in any spelling, a surname, an alias or a role phrase.
        base: Who is known.
    """

    def __init__(self, query: str, base: SpeakerBase) -> None:
        self.query, self._base = query, base
        entry = base.get(query.strip())
        named = base.by_name(query) if entry is None else None
        entry = named.speaker if named else entry
        known = (entry,) if entry is not None else base.named(query) or base.nicknamed(query)
        self.known = known
        self._ids = {one.id for one in known}
        self.is_role = not known and (base.reader.is_role(query) or bool(base.holders(query)))

    @property
    def may_hold(self) -> tuple[Speaker, ...]:
        """All who held the office that was asked for, if it is one."""
        return self._base.possible_holders(self.query) if self.is_role else ()

    def __call__(self, quote: Quote) -> bool:
        """Tell whether the quotation is by whom was asked for."""
        ids = quote.speaker_id.split(JOINT) if quote.speaker_id else []
        if self.query in ids or self._ids.intersection(ids):
            return True
        if self.is_role:
            return self._in_role(quote, ids)
        names = {*quote.speaker.split(JOINT), *quote.speaker_name.split(JOINT)}
        if self._ids:
            other = any(self._base.get(key) for key in ids)
            return not other and any(self._may_be(name) for name in names)
        return any(matches(self.query, name) for name in names)

    def _in_role(self, quote: Quote, ids: list[str]) -> bool:
        """Tell whether the speaker held the office, by the base or as the article says."""
        if {entry.id for entry in self._base.holders(self.query, quote.date)}.intersection(ids):
            return True
        asked = set(words(self.query)) - {"il", "la", "lo", "l"}
        said = quote.speaker_role or quote.speaker
        return bool(asked) and asked <= set(words(said))

    def _may_be(self, name: str) -> bool:
        """Tell whether a name that stayed open may mean whom the base knows, and nobody else."""
        if len(words(name)) == 1:
            bearers = {entry.id for entry in self._base.named(name)}
            if bearers:
                return bearers <= self._ids
        return matches(self.query, name)


def who(quote: Quote) -> str:
    """Return one name for one speaker: the entry's where there is one."""
    return quote.speaker_name or quote.speaker
