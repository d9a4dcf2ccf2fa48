"""Articles in, quotations out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quotextract.errors import QuotextractError
from quotextract.exporters import Result
from quotextract.knowledge import load_speakers
from quotextract.processing.batches import Outcome, Piece, QuotesOf, batches
from quotextract.processing.workers import Done, alone, shared
from quotextract.records import Article, Quote

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

log = logging.getLogger(__name__)


def extract_all(
    articles: Iterable[Article],
    nlp: Language,
    *,
    processes: int = 1,
    on_error: Callable[[QuotextractError], None] | None = None,
    quotes_of: QuotesOf | None = None,
    speaker_files: Sequence[Path] = (),
) -> Generator[Result, None, None]:
    """Yield each article with its quotations of every type, in the order given.

    An article on which the pipeline fails is reported and left out; the others go on.

    Args:
        articles: What to read; consumed as results are asked for, a few batches ahead.
        nlp: A pipeline made by `quotextract.load`.
        processes: How many processes parse.
        on_error: Called with each failure; logged as a warning by default.
        quotes_of: Makes the records of one processed text; the pipeline's own by default.
        speaker_files: Files of speakers that correct and extend the base; for the default.

    Raises:
        QuotextractError: A worker process was ended from outside.
    """
    report = on_error or (lambda error: log.warning("%s", error))
    records_of = quotes_of or pipeline_quotes(speaker_files)
    parts = batches(articles)
    done = alone(parts, nlp, records_of)
    if processes > 1:
        done = shared(parts, nlp, records_of, processes)
    found: list[Quote] = []
    failed = False
    for piece, outcome in _flat(done):
        if isinstance(outcome, str):
            report(_failure(piece.article, outcome))
            failed = True
        else:
            found += outcome
        if piece.last:
            if found or not failed:
                log.debug("'%s': %d quotations.", piece.article.doc_name, len(found))
                yield piece.article, found
            found, failed = [], False


def _flat(done: Iterator[Done]) -> Iterator[tuple[Piece, Outcome]]:
    for batch, outcomes in done:
        yield from zip(batch, outcomes, strict=True)


def pipeline_quotes(speaker_files: Sequence[Path]) -> QuotesOf:
    """Return what makes the pipeline's records, with the user's own speakers."""
    from quotextract.pipeline import quotes_of

    return partial(_quotes_with, files=tuple(speaker_files)) if speaker_files else quotes_of


def _quotes_with(doc: Doc, article: Article, *, files: tuple[Path, ...]) -> list[Quote]:
    """Name the base by its files: each process reads them once, and none is sent."""
    from quotextract.pipeline import quotes_of

    return quotes_of(doc, article, load_speakers(*files))


def _failure(article: Article, reason: str) -> QuotextractError:
    name = article.doc_name or article.doc_id
    return QuotextractError(
        f"Cannot process '{name}': {reason}. "
        "The other articles are not affected; please report the text."
    )
