"""Texts in handy pieces, pieces in handy batches, and one batch's quotations."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quotextract.knowledge import dateline
from quotextract.processing.chunks import chunks, moved
from quotextract.records import Article, Quote
from quotextract.text.layout import blocks

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

log = logging.getLogger(__name__)

QuotesOf = Callable[["Doc", Article], list[Quote]]
Outcome = list[Quote] | str
"""The quotations of a piece, or what went wrong with it."""

# Few, so that the first result comes early; short, so that long texts fit in memory.
_MOST_PIECES, _MOST_CHARACTERS = 16, 100_000


@dataclass(frozen=True, slots=True)
class Piece:
    """What is parsed at once: an article, or a part of a very long one.

    Args:
        article: The whole article.
        text: The part to parse.
        offset: Where the part starts, in code points.
        paragraphs: How many paragraphs stand before it.
        last: Nothing of the article follows.
    """

    article: Article
    text: str
    offset: int
    paragraphs: int
    last: bool


def batches(articles: Iterable[Article]) -> Iterator[list[Piece]]:
    """Yield all pieces of all articles in order, some at a time."""
    batch: list[Piece] = []
    for piece in _pieces(articles):
        batch.append(piece)
        if len(batch) == _MOST_PIECES or sum(len(p.text) for p in batch) >= _MOST_CHARACTERS:
            yield batch
            batch = []
    if batch:
        yield batch


def _pieces(articles: Iterable[Article]) -> Iterator[Piece]:
    for article in articles:
        text, paragraphs = article.text, 0
        for start, end in chunks(text):
            part = text if end - start == len(text) else text[start:end]
            yield Piece(article, part, start, paragraphs, end == len(text))
            if end < len(text):
                paragraphs += len(blocks(part)) - (not part.endswith(("\n", "\r")))


def outcomes(batch: list[Piece], nlp: Language, quotes_of: QuotesOf) -> list[Outcome]:
    """Parse a batch; when it fails as a whole, parse its texts one by one."""
    docs: list[Doc | None]
    try:
        docs = list(nlp.pipe(piece.text for piece in batch))
    except Exception as error:
        log.debug("a batch failed, its texts are parsed alone", exc_info=error)
        docs = []
    # A pipeline with an error handler of its own drops what fails.
    if len(docs) != len(batch):
        docs = [None] * len(batch)
    return [_outcome(*pair, nlp, quotes_of) for pair in zip(batch, docs, strict=True)]


def _outcome(piece: Piece, doc: Doc | None, nlp: Language, quotes_of: QuotesOf) -> Outcome:
    article = piece.article
    if piece.text is not article.text:
        date = article.date or dateline(article.text)
        article = replace(article, text=piece.text, date=date)
    try:
        quotes = quotes_of(nlp(piece.text) if doc is None else doc, article)
    except Exception as error:
        log.debug("'%s' failed", article.doc_name, exc_info=error)
        return f"{type(error).__name__}: {error}"
    return [moved(quote, piece.offset, piece.paragraphs) for quote in quotes]
