"""Who is quoted, how much and when: the quotations of many articles, added up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from quotextract.knowledge import Speaker, SpeakerBase, join_speakers
from quotextract.processing.people import UNKNOWN, People
from quotextract.records import Article, Quote

_WORD = re.compile(r"\w+")
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a ranking: a speaker, or all who share a role or a source."""

    name: str
    speaker_id: str
    kind: str
    gender: str
    speakers: int
    quotations: int
    words: int
    articles: int
    share: float
    first_date: str
    last_date: str
    roles: str


def columns(by: str) -> tuple[str, ...]:
    """Return the fields that say something when added up by this."""
    idle = ("speakers",) if by == "speaker" else ("speaker_id", "kind", "gender", "roles")
    return tuple(name for name in Row.__dataclass_fields__ if name not in idle)


def wording(quote: Quote) -> tuple[int, str]:
    """Return how many words were said, and the words that a repetition has as well."""
    words = _WORD.findall(quote.quote.casefold())
    told = words if len(words) >= _SHORT else _WORD.findall(quote.sentence.casefold())
    return len(words), " ".join(told)


@dataclass
class _Sum:
    """What is added up for one row."""

    speakers: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    roles: dict[str, None] = field(default_factory=dict)
    quotations: int = 0
    words: int = 0


class Ranking:
    """Collects quotations, then adds them up.

    Args:
        base: Who is known.
        duplicates: Count what is repeated word for word in other articles each time.
    """

    def __init__(self, base: SpeakerBase, *, duplicates: bool = False) -> None:
        self._base, self.duplicates = base, duplicates
        self._said: list[tuple[Quote, int, str]] = []
        self.repeated = self.unattributed = 0

    def add(self, results: Iterable[tuple[Article, list[Quote]]]) -> None:
        """Take the quotations of articles; of each only what is counted is kept."""
        for _, quotes in results:
            for quote in quotes:
                bare = replace(quote, quote="", sentence="", context_before="", context_after="")
                self._said.append((bare, *wording(quote)))

    def people(self) -> People:
        """Return who the quotations are by, joined across articles."""
        quotes = [quote for quote, _, _ in self._said]
        return People(self._base, join_speakers(quotes, self._base))

    def entries(self) -> list[Speaker]:
        """Return an entry for everybody quoted by name, to be edited and given back."""
        people = self.people()
        found = {entry.id: entry for q, _, _ in self._said for entry in people.entries(q)}
        return list(found.values())

    def rows(self, by: str = "speaker") -> list[Row]:
        """Return the rows, the most quoted first.

        Args:
            by: speaker, role, organisation, gender, source or month.
        """
        people = self.people()
        labels: Callable[[Quote], list[str]] = getattr(people, f"by_{by}")
        sums: dict[str, _Sum] = {}
        total = 0
        for quote, words in self._counted(people):
            if by == "speaker" and not quote.speaker:
                self.unattributed += 1
                continue
            total += 1
            for label in labels(quote):
                _add(sums.setdefault(label, _Sum()), quote, words, people)
        rows = [_row(label, one, total, by, people) for label, one in sums.items()]
        return sorted(rows, key=lambda row: (-row.quotations, -row.words, row.name))

    def _counted(self, people: People) -> Iterator[tuple[Quote, int]]:
        """Yield what counts, the first copy of what is repeated; the earliest come first."""
        self.repeated = self.unattributed = 0
        seen: dict[tuple[str, str], str] = {}
        for quote, words, told in sorted(self._said, key=lambda said: said[0].date or "9"):
            key = (people.key(quote), told)
            if told and seen.setdefault(key, quote.doc_id) != quote.doc_id:
                self.repeated += 1
                if not self.duplicates:
                    continue
            yield quote, words


def _add(one: _Sum, quote: Quote, words: int, people: People) -> None:
    one.quotations += 1
    one.words += words
    one.articles.add(quote.doc_id)
    one.dates.update((quote.date,) if quote.date else ())
    one.roles.update(dict.fromkeys(people.roles(quote)))
    one.speakers.update(people.by_speaker(quote) if quote.speaker else ())


def _row(label: str, one: _Sum, total: int, by: str, people: People) -> Row:
    name, speaker_id, kind, gender = label, "", "", ""
    if by == "speaker":
        entry = people.entry(label)
        if entry is not None:
            name, speaker_id, kind, gender = entry.name, entry.id, entry.kind, entry.gender
        else:
            quote = people.described(label)
            name, kind, gender = quote.speaker, quote.speaker_kind, quote.speaker_gender
    return Row(
        name=name,
        speaker_id=speaker_id,
        kind=kind,
        gender=gender or (UNKNOWN if kind == "person" else ""),
        speakers=len(one.speakers),
        quotations=one.quotations,
        words=one.words,
        articles=len(one.articles),
        share=round(one.quotations / total, 4),
        first_date=min(one.dates, default=""),
        last_date=max(one.dates, default=""),
        roles="; ".join(one.roles),
    )
