"""Quotations with the reasons for their speakers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotextract.errors import QuotextractError
from quotextract.exporters import Result
from quotextract.processing.run import extract_all, pipeline_quotes
from quotextract.records import Article, Quote

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from quotextract.pipeline.explaining import Reason


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a quotation has its type and its speaker.

    Args:
        reasons: The speakers that were weighed, the winner first.
        types: The probability of each type, the likeliest first; none for a reported clause.
    """

    reasons: tuple[Reason, ...]
    types: Mapping[str, float]

    def decisive(self) -> tuple[dict[str, float], dict[str, float]]:
        """Return by what the winner and the runner-up differ, the greatest first.

        Returns:
            The signs that weigh more with the winner, for him or against him, and those that
            weigh more with the runner-up; each with how much more.
        """
        if len(self.reasons) < 2:
            return {}, {}
        won, second = self.reasons[0].signs, self.reasons[1].signs
        return _heavier(won, second), _heavier(second, won)


def _heavier(signs: Mapping[str, float], others: Mapping[str, float]) -> dict[str, float]:
    gaps = {
        name: round(share - others.get(name, 0.0), 4)
        for name, share in signs.items()
        if abs(share) > abs(others.get(name, 0.0))
    }
    return dict(sorted(gaps.items(), key=lambda item: (-abs(item[1]), item[0])))


class Explainer:
    """Finds quotations as `extract_all` does in one process, and can say why.

    Only the reasons of the article yielded last are at hand, so memory does not grow.

    >>> from quotextract import Article, load
    >>> explainer = Explainer()
    >>> found = explainer.extract([Article("«Non ci sto», ha detto Carla Benassi.")], load())
    >>> [(_, [quote])] = found
    >>> explainer.explanation(quote).reasons[0].speaker
    'Carla Benassi'
    """

    def __init__(self) -> None:
        # Of the pieces parsed so far, in the order in which their quotations will be yielded.
        self._waiting: deque[Explanation] = deque()
        self._told: dict[tuple[str, str], Explanation] = {}

    def extract(
        self,
        articles: Iterable[Article],
        nlp: Language,
        *,
        on_error: Callable[[QuotextractError], None] | None = None,
        speaker_files: Sequence[Path] = (),
    ) -> Generator[Result, None, None]:
        """Yield each article with its quotations of every type, in the order given.

        Args:
            articles: What to read.
            nlp: A pipeline with the component `quotextract_speakers`.
            on_error: Called with each failure; logged as a warning by default.
            speaker_files: Files of speakers that correct and extend the base.
        """
        records_of = pipeline_quotes(speaker_files)

        def quotes_of(doc: Doc, article: Article) -> list[Quote]:
            quotes = records_of(doc, article)
            self._waiting.extend(_explanations(doc, quotes))
            return quotes

        component = nlp.get_pipe("quotextract_speakers")
        before, component.explained = component.explained, True
        results = extract_all(articles, nlp, on_error=on_error, quotes_of=quotes_of)
        try:
            with closing(results):
                for article, quotes in results:
                    self._told = {_key(quote): self._waiting.popleft() for quote in quotes}
                    yield article, quotes
        finally:
            component.explained = before

    def explanation(self, quote: Quote) -> Explanation:
        """Return why a quotation of the article yielded last was decided so.

        Raises:
            KeyError: It is a quotation of another article.
        """
        return self._told[_key(quote)]


def _explanations(doc: Doc, quotes: Iterable[Quote]) -> list[Explanation]:
    """Return the explanations of a document's records, one each, before they are moved."""
    group = doc.spans["quotes"]
    told = {_place(group.attrs[span.id_], span.label_): group.attrs[span.id_] for span in group}
    return [
        _explanation(told[quote.quote_start, quote.quote_end, quote.quote_type]) for quote in quotes
    ]


def _place(attrs: Mapping[str, Any], kind: str) -> tuple[int, int, str]:
    return attrs["start"], attrs["end"], kind


def _explanation(attrs: Mapping[str, Any]) -> Explanation:
    from quotextract.pipeline.explaining import Reason

    reasons = tuple(Reason(**reason) for reason in attrs["why"])
    return Explanation(reasons, attrs.get("types", {}))


def _key(quote: Quote) -> tuple[str, str]:
    return quote.quote_id, quote.quote_type
