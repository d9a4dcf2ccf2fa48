"""Which of the quotations found are wanted."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotextract.processing.names import matches
from quotextract.records import Quote

ALL_TYPES = frozenset({"direct", "mixed", "indirect"})
DEFAULT_TYPES = frozenset({"direct", "mixed"})


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep; every condition must hold, several speakers read as "or".

    Args:
        types: Types of quotation; `none` stands for marks that quote nobody.
        speakers: Names as typed, matched without case, accents and spelling variants.
        min_confidence: The lowest confidence to keep, 0 to 1.
        negated: Keep sayings that are denied or hypothetical.
    """

    types: frozenset[str] = field(default=DEFAULT_TYPES)
    speakers: tuple[str, ...] = ()
    min_confidence: float = 0.0
    negated: bool = False

    def __call__(self, quote: Quote) -> bool:
        """Tell whether the quotation is wanted."""
        return self.wants_kind(quote) and self.wants_speaker(quote)

    def wants_kind(self, quote: Quote) -> bool:
        """Tell whether the quotation is wanted, whoever speaks."""
        return (
            quote.quote_type in self.types
            and quote.confidence >= self.min_confidence
            and (self.negated or not quote.negated)
        )

    def wants_speaker(self, quote: Quote) -> bool:
        """Tell whether one of the speakers asked for says it."""
        return not self.speakers or any(answers(quote, asked) for asked in self.speakers)


def answers(quote: Quote, asked: str) -> bool:
    """Tell whether a quotation's speaker answers to a name or an id."""
    names = (quote.speaker, quote.speaker_name)
    return asked == quote.speaker_id or any(matches(asked, name) for name in names)
