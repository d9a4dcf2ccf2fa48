"""Run a predictor over annotated articles and gather everything there is to say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotextract.evaluation.annotation import GoldArticle
from quotextract.evaluation.breakdown import Row, breakdown
from quotextract.evaluation.document import MARKED, SCOPES, Document
from quotextract.evaluation.gold import read_gold
from quotextract.evaluation.metrics import Coverage, coverage, interval, pooled_figures, tally
from quotextract.evaluation.report import (
    breakdown_tables,
    coverage_table,
    errors_list,
    figures_table,
    mistakes,
)
from quotextract.records import Article, Quote

Predictor = Callable[[list[Article]], Iterable[list[Quote]]]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a predictor does on annotated articles.

    Args:
        documents: The articles, annotated and predicted.
        figures: Scope (`direct+mixed`, `direct`, `mixed`, `indirect`, `all`) to its figures.
        interval: The 95 % bootstrap interval of A4_F1 over documents, direct and mixed.
        curve: Coverage and precision as the confidence threshold moves.
        rows: The breakdowns of direct and mixed quotations.
    """

    documents: tuple[Document, ...]
    figures: Mapping[str, Mapping[str, float]]
    interval: tuple[float, float]
    curve: Sequence[Coverage]
    rows: Sequence[Row]

    def render(self, errors: int = 0) -> str:
        """Write the evaluation as text, with at most `errors` single errors of each cause."""
        head = f"{len(self.documents)} articles"
        low, high = self.interval
        parts = [
            head,
            figures_table(self.figures),
            f"A4_F1 of direct+mixed lies between {low:.3f} and {high:.3f} (95 %, bootstrap).",
            coverage_table(self.curve),
            breakdown_tables(self.rows),
        ]
        if errors:
            parts.append(errors_list(mistakes(self.documents), errors))
        return "\n\n".join(parts)

    def to_dict(self) -> dict[str, Any]:
        """Return figures, curve, breakdowns and single errors as plain data."""
        return {
            "articles": len(self.documents),
            "figures": {name: dict(values) for name, values in self.figures.items()},
            "A4_ci95": list(self.interval),
            "coverage": [point._asdict() for point in self.curve],
            "breakdown": [row._asdict() for row in self.rows],
            "errors": [mistake._asdict() for mistake in mistakes(self.documents)],
        }


def evaluate(gold: str | Path | Sequence[GoldArticle], predict: Predictor) -> Evaluation:
    """Measure a predictor.

    Args:
        gold: Annotated articles, or the file or folder that holds them.
        predict: Takes all articles, gives the quotations of each, in the same order.

    Returns:
        The figures, with everything that explains them.

    Raises:
        ReadError: The annotated articles cannot be read.
        ValueError: The predictor gives another number of results than there are articles, or
            a quotation whose offsets do not hold its words.
    """
    articles = read_gold(gold) if isinstance(gold, (str, Path)) else list(gold)
    predicted = predict([annotated.article for annotated in articles])
    documents = [Document.of(*pair) for pair in zip(articles, predicted, strict=True)]
    return judge(documents)


def judge(documents: Sequence[Document]) -> Evaluation:
    """Compute all figures of articles that are annotated and predicted."""
    tallies = {scope.name: [tally(one, scope) for one in documents] for scope in SCOPES}
    return Evaluation(
        documents=tuple(documents),
        figures={name: pooled_figures(counts) for name, counts in tallies.items()},
        interval=interval(tallies[MARKED.name], "A4_F1"),
        curve=coverage(documents),
        rows=breakdown(documents),
    )
