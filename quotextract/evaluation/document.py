"""One article with what the annotator and the program say about it, laid over each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quotextract.evaluation.annotation import GoldArticle, GoldItem
from quotextract.evaluation.matching import Match, Span, match, trim
from quotextract.evaluation.names import same_speaker
from quotextract.records import Quote


class Scope(NamedTuple):
    """Which types are scored together, and the overlap that counts as found."""

    name: str
    types: frozenset[str]
    floor: float


MARKED = Scope("direct+mixed", frozenset({"direct", "mixed"}), 0.8)
INDIRECT = Scope("indirect", frozenset({"indirect"}), 0.5)
SCOPES = (
    MARKED,
    Scope("direct", frozenset({"direct"}), 0.8),
    Scope("mixed", frozenset({"mixed"}), 0.8),
    INDIRECT,
    Scope("all", frozenset({"direct", "mixed", "indirect"}), 0.8),
)


class Verdict(NamedTuple):
    """An annotated quotation, the one found for it, and whether the speaker is right.

    Where `quote` is missing the program overlooked it; where `gold` is missing it found what
    is no quotation of the scope.
    """

    document: Document
    gold: GoldItem | None
    quote: Quote | None
    overlap: float = 0.0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated article and the quotations that the program reports in it."""

    gold: GoldArticle
    quotes: tuple[Quote, ...]

    @classmethod
    def of(cls, gold: GoldArticle, quotes: Iterable[Quote]) -> Document:
        """Keep what the program reports by default: no unquoted spans, nothing denied.

        Raises:
            ValueError: A quotation's offsets do not hold its words.
        """
        kept = tuple(q for q in quotes if q.quote_type != "none" and not q.negated)
        for quote in kept:
            if gold.text[quote.quote_start : quote.quote_end] != quote.quote:
                where = f"{gold.doc_id} {quote.quote_start}:{quote.quote_end}"
                raise ValueError(f"offsets {where} do not hold {quote.quote[:40]!r}")
        return cls(gold, kept)

    def verdicts(self, scope: Scope) -> list[Verdict]:
        """Judge the annotated and the found quotations of a scope, matched ones first."""
        items = [item for item in self.gold.items if item.type in scope.types]
        quotes = [quote for quote in self.quotes if quote.quote_type in scope.types]
        matches = match(self.gold_spans(items), self.spans(quotes), scope.floor)
        matched = [self._judge(items[m.gold], quotes[m.found], m) for m in matches]
        met = {m.gold for m in matches}
        missed = [Verdict(self, item, None) for i, item in enumerate(items) if i not in met]
        used = {m.found for m in matches}
        spurious = [Verdict(self, None, quote) for j, quote in enumerate(quotes) if j not in used]
        return [*matched, *missed, *spurious]

    def reported_scare_quotes(self) -> list[tuple[GoldItem, Quote]]:
        """Return the spans that quote nobody and are reported as quotations all the same."""
        items = [item for item in self.gold.items if item.type == "none"]
        quotes = [quote for quote in self.quotes if quote.quote_type != "indirect"]
        matches = match(self.gold_spans(items), self.spans(quotes), 0.8)
        return [(items[m.gold], quotes[m.found]) for m in matches]

    def gold_spans(self, items: Sequence[GoldItem]) -> list[Span]:
        """Return the trimmed offsets of annotated spans."""
        return [trim(self.gold.text, item.start, item.end) for item in items]

    def spans(self, quotes: Sequence[Quote]) -> list[Span]:
        """Return the trimmed offsets of found quotations."""
        return [trim(self.gold.text, quote.quote_start, quote.quote_end) for quote in quotes]

    def _judge(self, item: GoldItem, quote: Quote, found: Match) -> Verdict:
        right = same_speaker(item.speaker, quote.speaker)
        right = right or same_speaker(item.speaker, quote.speaker_name)
        return Verdict(self, item, quote, found.overlap, right)
