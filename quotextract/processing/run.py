"""Articles in, quotations out: batches, processes, long texts and failures."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quotextract.errors import QuotextractError
from quotextract.exporters import Result
from quotextract.processing.chunks import chunks, moved
from quotextract.records import Article, Quote
from quotextract.text.layout import blocks

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

log = logging.getLogger(__name__)

QuotesOf = Callable[["Doc", Article], list[Quote]]

# Small, so that the first result comes early and a batch of long articles fits in memory.
_BATCH = 16


@dataclass(frozen=True, slots=True)
class _Piece:
    article: Article
    text: str
    offset: int
    paragraphs: int
    last: bool


def extract_all(
    articles: Iterable[Article],
    nlp: Language,
    *,
    processes: int = 1,
    on_error: Callable[[QuotextractError], None] | None = None,
    quotes_of: QuotesOf | None = None,
) -> Iterator[Result]:
    """Yield each article with its quotations of every type, in the order given.

    An article on which the pipeline fails is reported and left out; the others go on.

    Args:
        articles: What to read; consumed as results are asked for.
        nlp: A pipeline made by `quotextract.load`.
        processes: How many processes parse.
        on_error: Called with each failure; logged as a warning by default.
        quotes_of: Makes the records of one processed text; the pipeline's own by default.
    """
    records_of = quotes_of or _pipeline_quotes()
    report = on_error or (lambda error: log.warning("%s", error))
    found: list[Quote] = []
    failed = False
    for piece, doc in _parsed(_pieces(articles), nlp, processes):
        try:
            if isinstance(doc, Exception):
                raise doc
            found += _quotes(piece, doc, records_of)
        except Exception as error:
            log.debug("%s", piece.article.doc_name, exc_info=error)
            report(_failure(piece.article, error))
            failed = True
        if piece.last:
            if found or not failed:
                log.debug("'%s': %d quotations.", piece.article.doc_name, len(found))
                yield piece.article, found
            found, failed = [], False


def _pipeline_quotes() -> QuotesOf:
    from quotextract.pipeline import quotes_of

    return quotes_of


def _quotes(piece: _Piece, doc: Doc, quotes_of: QuotesOf) -> list[Quote]:
    article = piece.article
    if piece.text is not article.text:
        article = replace(article, text=piece.text)
    return [moved(quote, piece.offset, piece.paragraphs) for quote in quotes_of(doc, article)]


def _failure(article: Article, error: Exception) -> QuotextractError:
    name = article.doc_name or article.doc_id
    return QuotextractError(
        f"Cannot process '{name}': {type(error).__name__}: {error}. "
        "The other articles are not affected; please report the text."
    )


def _pieces(articles: Iterable[Article]) -> Iterator[_Piece]:
    for article in articles:
        text, paragraphs = article.text, 0
        for start, end in chunks(text):
            part = text if end - start == len(text) else text[start:end]
            yield _Piece(article, part, start, paragraphs, end == len(text))
            if end < len(text):
                paragraphs += len(blocks(part)) - (not part.endswith(("\n", "\r")))


class _Feed:
    """Hands texts to the pipeline and remembers those that have not come back."""

    def __init__(self, pieces: Iterator[_Piece]) -> None:
        self.pieces = pieces
        self.waiting: deque[_Piece] = deque()
        self.done = False
        self.broken = False

    def texts(self) -> Iterator[str]:
        try:
            for piece in self.pieces:
                self.waiting.append(piece)
                yield piece.text
        except Exception:
            self.broken = True
            raise
        self.done = True


def _parsed(
    pieces: Iterator[_Piece], nlp: Language, processes: int
) -> Iterator[tuple[_Piece, Doc | Exception]]:
    """Parse in batches; when a batch fails, parse its texts one by one and start again."""
    feed = _Feed(pieces)
    while not feed.done:
        try:
            for doc in nlp.pipe(feed.texts(), batch_size=_BATCH, n_process=processes):
                # A pipeline with an error handler of its own drops what fails.
                while feed.waiting[0].text != doc.text:
                    yield _alone(feed.waiting.popleft(), nlp)
                yield feed.waiting.popleft(), doc
        except Exception as error:
            if feed.broken or not feed.waiting:
                raise
            log.debug("a batch failed, its texts are parsed alone", exc_info=error)
        while feed.waiting:
            yield _alone(feed.waiting.popleft(), nlp)


def _alone(piece: _Piece, nlp: Language) -> tuple[_Piece, Doc | Exception]:
    try:
        return piece, nlp(piece.text)
    except Exception as error:  # noqa: BLE001 - handed on, reported by the caller
        return piece, error
