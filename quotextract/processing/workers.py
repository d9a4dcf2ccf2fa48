"""Batches shared out among processes, taken back in order."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from quotextract.errors import QuotextractError
from quotextract.processing.batches import Outcome, Piece, QuotesOf, outcomes

if TYPE_CHECKING:
    from spacy.language import Language

Done = tuple[list[Piece], list[Outcome]]

# What a worker works with, set once in each by `_start`.
_tools: tuple[Language, QuotesOf]


def alone(batches: Iterable[list[Piece]], nlp: Language, quotes_of: QuotesOf) -> Iterator[Done]:
    """Yield the outcomes of each batch, worked out in this process."""
    for batch in batches:
        yield batch, outcomes(batch, nlp, quotes_of)


def shared(
    batches: Iterable[list[Piece]], nlp: Language, quotes_of: QuotesOf, processes: int
) -> Iterator[Done]:
    """Yield the outcomes of each batch in order, worked out by several processes.

    Workers hand back records, not documents, which would cost more to send than to make.
    They end with the iterator, also where it is left early.

    Raises:
        QuotextractError: A worker was ended from outside.
    """
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(processes, initializer=_start, initargs=(nlp, quotes_of))
    finished = False
    try:
        yield from _in_order(batches, pool, ahead=2 * processes)
        finished = True
    except BrokenProcessPool as error:
        raise QuotextractError(
            "A worker process was ended, perhaps for lack of memory. Use fewer: --processes 1."
        ) from error
    finally:
        if not finished:
            for worker in set(multiprocessing.active_children()) - others:
                worker.terminate()
        pool.shutdown(cancel_futures=True)


def _in_order(
    batches: Iterable[list[Piece]], pool: ProcessPoolExecutor, ahead: int
) -> Iterator[Done]:
    waiting: deque[tuple[list[Piece], Future[list[Outcome]]]] = deque()
    for batch in batches:
        waiting.append((batch, pool.submit(_work, batch)))
        if len(waiting) > ahead:
            first, future = waiting.popleft()
            yield first, future.result()
    while waiting:
        first, future = waiting.popleft()
        yield first, future.result()


def _start(nlp: Language, quotes_of: QuotesOf) -> None:
    global _tools
    _tools = (nlp, quotes_of)
    # The parent decides what an interrupt means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(batch: list[Piece]) -> list[Outcome]:
    return outcomes(batch, *_tools)
