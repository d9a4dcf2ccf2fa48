"""Keeps a database of quotations up to date: reads what is new or changed, and only that."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain

from quotextract.errors import QuotextractError, ReadError
from quotextract.processing.stamps import Reading
from quotextract.processing.visits import Visit, look
from quotextract.readers import ReadOptions, Source, read
from quotextract.records import Article, Quote
from quotextract.store import (
    Place,
    Register,
    Result,
    Stored,
    insert_article,
    insert_quotes,
    transaction,
)

log = logging.getLogger(__name__)

Extract = Callable[[Iterator[Article]], Generator[Result, None, None]]
"""Finds the quotations of articles; called only where there is an article to read."""

# Seldom enough to cost little, often enough that an interrupt loses little.
_MOST_HELD, _LONGEST_HELD = 64, 1.0


@dataclass
class _Item:
    """An article that is being read."""

    visit: Visit
    article: Article
    place: Place


class Indexer:
    """Brings a database up to date with files.

    Several may do so at once: what one has finished another does not do again, and what both
    do is stored once.

    Args:
        database: Open for writing.
        reading: What finds the quotations.
        options: Which columns of tables hold what.
        on_error: Called with what cannot be read.
        limit: How many articles to read at most.
        advance: Called for each file that was looked at.
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        reading: Reading,
        *,
        options: ReadOptions | None = None,
        on_error: Callable[[QuotextractError], None] | None = None,
        limit: int | None = None,
        advance: Callable[[], None] = lambda: None,
    ) -> None:
        self._database, self._register = database, Register(database)
        self._options = options or ReadOptions()
        self._stamp = reading.of_files(self._options)
        self._on_error = on_error or (lambda error: log.warning("%s", error))
        self._left, self._full = limit, False
        self._advance = advance
        with transaction(database):
            cells = (reading.stamp, reading.program, reading.pipeline)
            self._reading_id = self._register.reading(*cells)
        self.counts: Counter[str] = Counter()
        self._waiting: deque[_Item | Visit] = deque()
        self._held: list[tuple[_Item, list[Quote]]] = []
        self._ended: list[Visit] = []
        self._written = time.monotonic()

    def run(self, sources: Iterable[Source], extract: Extract) -> Counter[str]:
        """Read what is new or changed, and return how many articles were what.

        What is finished is kept, however the run ends.

        Args:
            sources: The files to look at.
            extract: Finds the quotations of articles, in order.

        Returns:
            Counts of the articles that are new, changed and unchanged.
        """
        unread = self._unread(sources)
        try:
            for first in unread:
                with closing(extract(chain([first], unread))) as results:
                    for article, quotes in results:
                        self._take(article, quotes)
            self._end_all()
        finally:
            self._write()
        return self.counts

    def _unread(self, sources: Iterable[Source]) -> Iterator[Article]:
        """Yield what must be read, noting what is being read."""
        for source in sources:
            try:
                visit = look(source, self._register, self._stamp)
            except ReadError as error:
                self._on_error(error)
                continue
            if visit.same and visit.known:
                self.counts["unchanged"] += self._register.articles(visit.known.id)
            else:
                yield from self._unread_in(visit)
            if not visit.same or visit.now != visit.known:
                self._waiting.append(visit)
            self._advance()
            if self._full:
                break

    def _unread_in(self, visit: Visit) -> Iterator[Article]:
        log.info("Reading '%s'.", visit.source.label)
        try:
            for article in read(visit.source, self._options):
                place = visit.place(article, self._reading_id)
                if self._has(visit, article, place):
                    self.counts["unchanged"] += 1
                elif self._left == 0:
                    visit.whole, self._full = False, True
                    return
                else:
                    self._left = None if self._left is None else self._left - 1
                    self._waiting.append(_Item(visit, article, place))
                    yield article
        except ReadError as error:
            visit.whole = False
            self._on_error(error)

    def _has(self, visit: Visit, article: Article, place: Place) -> bool:
        """Tell whether an article is stored as it is, and note if it stands elsewhere."""
        state = visit.known or self._register.state(visit.key)
        found = self._register.find(state.id, place.digest, place.repeat) if state else None
        if found is None or found.reading_id != place.reading_id:
            return False
        there = (found.position, found.part, found.doc_name)
        if there != (place.position, place.part, article.doc_name):
            now = replace(
                found, position=place.position, part=place.part, doc_name=article.doc_name
            )
            visit.moved.append(now)
        return True

    def _take(self, article: Article, quotes: list[Quote]) -> None:
        """Take the quotations of an article that waits; those before it have failed."""
        while True:
            first = self._waiting.popleft()
            if isinstance(first, Visit):
                self._ended.append(first)
            elif first.article is article:
                self._held.append((first, quotes))
                break
            else:
                first.visit.whole = False
        while self._waiting and isinstance(self._waiting[0], Visit):
            self._ended.append(self._waiting.popleft())  # type: ignore[arg-type]
        late = time.monotonic() - self._written > _LONGEST_HELD
        if late or len(self._held) >= _MOST_HELD:
            self._write()

    def _end_all(self) -> None:
        for one in self._waiting:
            if isinstance(one, Visit):
                self._ended.append(one)
            else:
                one.visit.whole = False
        self._waiting.clear()

    def _write(self) -> None:
        """Store all that is held, or nothing; in order of time, as the words are kept."""
        counts: Counter[str] = Counter()
        if self._held or self._ended:
            with transaction(self._database):
                for item, quotes in sorted(self._held, key=lambda held: held[0].article.date):
                    counts[self._store(item, quotes)] += 1
                for visit in self._ended:
                    self._end(visit)
        self.counts += counts
        self._held, self._ended = [], []
        self._written = time.monotonic()

    def _store(self, item: _Item, quotes: list[Quote]) -> str:
        """Store an article, and return whether it is new, changed or there already."""
        place = replace(item.place, file_id=self._register.begin(item.visit.key))
        before = self._register.find(place.file_id or 0, place.digest, place.repeat)
        if before and before.reading_id == place.reading_id:
            return "unchanged"
        other = self._register.has_other(place.file_id or 0, place.part, place.digest)
        if before:
            self._register.drop([before.id])
        insert_quotes(self._database, insert_article(self._database, item.article, place), quotes)
        return "changed" if before or other else "new"

    def _end(self, visit: Visit) -> None:
        """Put a file in order that was looked at to its end."""
        state = self._register.state(visit.key)
        if state is None:
            return
        if visit.same:
            self._register.finish(visit.now)
            return
        for article in visit.moved:
            self._register.move(article)
        stored = list(self._register.stored(state.id))
        old = [one for one in stored if not _is_there(one, visit)]
        # What another article has taken the place of is dropped; what is gone only goes on request.
        self._register.drop(one.id for one in old if one.part in visit.parts)
        if not visit.whole:
            return
        self._register.leave(one.id for one in old if one.part not in visit.parts)
        there = [one for one in stored if _is_there(one, visit)]
        sound = all(one.reading_id == self._reading_id for one in there)
        if sound and len(there) == visit.seen.total():
            self._register.finish(replace(visit.now, id=state.id))


def _is_there(stored: Stored, visit: Visit) -> bool:
    return stored.repeat < visit.seen[stored.digest]
