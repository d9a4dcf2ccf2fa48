"""Lets through the quotations that are wanted, and counts on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from quotextract.exporters import Result
from quotextract.knowledge.search import nearest
from quotextract.processing.selection import Selection, answers
from quotextract.records import Quote


@dataclass
class Tally:
    """What a run has found so far.

    Args:
        selection: What is wanted.
        articles: How many articles were processed.
        quotations: How many quotations were let through.
        speakers: Quotations by speaker, before the choice of speakers.
        heard: Quotations by speaker among those let through.
        answered: The names asked for that somebody answered to.
    """

    selection: Selection
    articles: int = 0
    quotations: int = 0
    speakers: Counter[str] = field(default_factory=Counter)
    heard: Counter[str] = field(default_factory=Counter)
    answered: set[str] = field(default_factory=set)

    def count(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield each article with those of its quotations that are wanted."""
        for article, quotes in results:
            likely = [quote for quote in quotes if self.selection.wants_kind(quote)]
            wanted = [quote for quote in likely if self.selection.wants_speaker(quote)]
            self.articles += 1
            self.quotations += len(wanted)
            self.speakers.update(quote.speaker for quote in likely if quote.speaker)
            self.heard.update(quote.speaker for quote in wanted if quote.speaker)
            self.answered |= self._answered(wanted)
            yield article, wanted

    def _answered(self, quotes: Iterable[Quote]) -> set[str]:
        open_names = [name for name in self.selection.speakers if name not in self.answered]
        return {name for name in open_names if any(answers(quote, name) for quote in quotes)}

    def unheard(self) -> Iterator[str]:
        """Say of each name asked for that nobody answers to, and who comes near."""
        for asked in self.selection.speakers:
            if asked not in self.answered:
                near = [f"{n} ({self.speakers[n]})" for n in nearest(asked, self.speakers)]
                hint = f"Nearest: {', '.join(near)}." if near else "Nobody comes near."
                yield f"No quotation by '{asked}'. {hint}"
