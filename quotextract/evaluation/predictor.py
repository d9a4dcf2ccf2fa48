"""The bundled pipeline as something that can be measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from quotextract.pipeline import load, quotes_of
from quotextract.records import Article, Quote


def pipeline_predictor(
    model: str | Path | None = None, processes: int = 1, *, fast: bool = False
) -> Callable[[list[Article]], Iterator[list[Quote]]]:
    """Return a predictor that runs a pipeline, the bundled one by default.

    Args:
        model: Name or path of a spaCy Italian pipeline.
        processes: How many processes share the articles.
        fast: Whether to do without the reader of the whole article.

    Raises:
        ModelError: The pipeline is missing, or lacks a component.
    """
    nlp = load(model, fast=fast)

    def predict(articles: list[Article]) -> Iterator[list[Quote]]:
        pairs = ((article.text, article) for article in articles)
        for doc, article in nlp.pipe(pairs, as_tuples=True, n_process=processes):
            yield quotes_of(doc, article)

    return predict
