"""Lets through the quotations that are wanted, and counts on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from quotextract.exporters import Result
from quotextract.knowledge.search import nearest
from quotextract.processing.asked import who
from quotextract.processing.names import matches, words
from quotextract.processing.selection import Selection
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
        answers: For each speaker asked for, who answers to it.
    """

    selection: Selection
    articles: int = 0
    quotations: int = 0
    speakers: Counter[str] = field(default_factory=Counter)
    heard: Counter[str] = field(default_factory=Counter)
    answers: dict[str, Counter[str]] = field(default_factory=dict)

    def count(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield each article with those of its quotations that are wanted."""
        for article, quotes in results:
            likely = [quote for quote in quotes if self.selection.wants_kind(quote)]
            wanted = [quote for quote in likely if self.selection.wants_speaker(quote)]
            self.articles += 1
            self.quotations += len(wanted)
            self.speakers.update(who(quote) for quote in likely if quote.speaker)
            self.heard.update(who(quote) for quote in wanted if quote.speaker)
            for quote in wanted:
                self._answer(quote)
            yield article, wanted

    def found(self) -> str:
        """Say how much was found.

        >>> Tally(Selection(), articles=5, quotations=1, heard=Counter(["Meloni"])).found()
        '1 quotation by 1 speaker in 5 articles'
        """
        counts = (self.quotations, len(self.heard), self.articles)
        nouns = ("quotation", "speaker", "article")
        found, by, among = (
            f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in zip(counts, nouns, strict=True)
        )
        return f"{found} by {by} in {among}"

    def unheard(self) -> Iterator[str]:
        """Say of each name asked for that nobody answers to, and who comes near."""
        for asked in self.selection.speakers:
            if not self.answers.get(asked):
                yield unheard(asked, self.speakers)

    def ambiguous(self) -> Iterator[str]:
        """Say of each name asked for that several answer to, and who they are."""
        for asked, found in self.answers.items():
            several = {name: n for name, n in found.most_common() if not _short(name, found)}
            if len(several) > 1 and not self.selection.is_role(asked):
                choices = ", ".join(f"{name} ({n})" for name, n in several.items())
                yield f"'{asked}' may be: {choices}. Give the full name for one of them."

    def _answer(self, quote: Quote) -> None:
        for asked in self.selection.speakers:
            if self.selection.answers(asked, quote):
                self.answers.setdefault(asked, Counter())[who(quote)] += 1


def unheard(asked: str, speakers: Counter[str]) -> str:
    """Say that nobody answers to a name, and who of the speakers comes near."""
    near = [f"{name} ({speakers[name]})" for name in nearest(asked, speakers)]
    hint = f"Nearest: {', '.join(near)}." if near else "Nobody comes near."
    return f"No quotation by '{asked}'. {hint}"


def _short(name: str, names: Iterable[str]) -> bool:
    """Tell whether a name is another one's short form, or several people together."""
    if " & " in name:
        return True
    return any(matches(name, other) for other in names if len(words(other)) > len(words(name)))
