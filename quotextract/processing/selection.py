"""Which of the quotations found are wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from quotextract.knowledge import SpeakerBase, load_speakers
from quotextract.processing import traits
from quotextract.processing.asked import Asked
from quotextract.processing.names import words
from quotextract.records import Quote

ALL_TYPES = frozenset({"direct", "mixed", "indirect"})
DEFAULT_TYPES = frozenset({"direct", "mixed"})


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep; every condition must hold, several values of one read as "or".

    Args:
        types: Types of quotation; `none` stands for marks that quote nobody.
        speakers: Names, role phrases or ids as typed, matched without case, accents and
            spelling variants.
        min_confidence: The lowest confidence to keep, 0 to 1.
        negated: Keep sayings that are denied or hypothetical.
        roles: Roles of the speaker: *ministro*.
        organisations: Where the speaker has that role, or what speaks itself.
        genders: `f`, `m` or `unknown`.
        kinds: Kinds of speaker: person, organisation, document, group, anonymous.
        since: The first date, or its month or year: ISO 8601.
        until: The last date, or its month or year.
        sources: Words of the source's name: *corriere*.
        base: Who is known; what is shipped by default.
    """

    types: frozenset[str] = field(default=DEFAULT_TYPES)
    speakers: tuple[str, ...] = ()
    min_confidence: float = 0.0
    negated: bool = False
    roles: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    sources: tuple[str, ...] = ()
    base: SpeakerBase | None = None

    def __call__(self, quote: Quote) -> bool:
        """Tell whether the quotation is wanted."""
        return self.wants_kind(quote) and self.wants_speaker(quote)

    def wants_kind(self, quote: Quote) -> bool:
        """Tell whether the quotation is wanted, whoever speaks."""
        return (
            quote.quote_type in self.types
            and quote.confidence >= self.min_confidence
            and (self.negated or not quote.negated)
            and self._wants_date(quote.date)
            and self.wants_source(quote.source)
        )

    def wants_source(self, source: str) -> bool:
        """Tell whether what appeared there is wanted."""
        return not self.sources or any(_within(asked, source) for asked in self.sources)

    def wants_speaker(self, quote: Quote) -> bool:
        """Tell whether one of the speakers asked for says it."""
        named = not self.speakers or any(self.answers(asked, quote) for asked in self.speakers)
        return named and self._wants_traits(quote)

    def answers(self, asked: str, quote: Quote) -> bool:
        """Tell whether a quotation is by a speaker that was asked for."""
        return self.asked(asked)(quote)

    def is_role(self, asked: str) -> bool:
        """Tell whether what was asked for is an office, which people hold in turn."""
        return self.asked(asked).is_role

    def asked(self, query: str) -> Asked:
        """Return what a speaker that was asked for means."""
        return _asked(query, self.known())

    def _wants_date(self, date: str) -> bool:
        """Tell whether a date is in the period; where there is one, none is not."""
        if not date:
            return not self.since and not self.until
        return date >= self.since and (not self.until or date[: len(self.until)] <= self.until)

    def _wants_traits(self, quote: Quote) -> bool:
        if self.kinds and quote.speaker_kind not in self.kinds:
            return False
        if self.genders and traits.gender(quote, self.known()) not in self.genders:
            return False
        return self._any(self.roles, quote, traits.has_role) and self._any(
            self.organisations, quote, traits.has_organisation
        )

    def _any(
        self, asked: tuple[str, ...], quote: Quote, has: Callable[[Quote, str, SpeakerBase], bool]
    ) -> bool:
        return not asked or any(has(quote, one, self.known()) for one in asked)

    def known(self) -> SpeakerBase:
        """Return who is known."""
        return load_speakers() if self.base is None else self.base


@lru_cache(maxsize=256)
def _asked(query: str, base: SpeakerBase) -> Asked:
    return Asked(query, base)


@lru_cache(maxsize=4096)
def _within(asked: str, name: str) -> bool:
    """Tell whether a name holds all words that were asked for."""
    return bool(asked.strip()) and set(words(asked)) <= set(words(name))
