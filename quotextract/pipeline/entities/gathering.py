"""Mentions gathered into entities.

Full names come first; surnames, given names and other spellings join them; roles
tied to a name by apposition or copula become ways to tell the same person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotextract.knowledge import Speaker, load_speakers
from quotextract.lexicon import Lexicon
from quotextract.pipeline.entities.apposition import RoleTies
from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.entities.table import EntityTable
from quotextract.pipeline.entities.wording import clips, split_words, stands_for
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.mentions import Mention


def gather_entities(frames: Frames, mentions: Sequence[Mention], lexicon: Lexicon) -> EntityTable:
    """Return the entities of one document.

    Args:
        frames: The frame sentences of the document.
        mentions: All its mentions, in reading order.
        lexicon: Given names, countries and parties.
    """
    table = EntityTable(frames.doc, mentions, lexicon)
    NameGatherer(table).gather()
    RoleTies(frames, table).tie()
    _vote_genders(table)
    return table


class NameGatherer:
    """Gathers the names of one article: who bears which.

    Args:
        table: The entities, none yet.
    """

    def __init__(self, table: EntityTable) -> None:
        self.table, self.entities = table, table.entities
        self.mentions, self.lexicon = table.mentions, table.lexicon
        self.aliases = dict(self._bracketed())
        self._bearers: dict[str, tuple[Speaker, ...]] = {}

    def gather(self) -> None:
        """Fill the table, the longest names first."""
        named = [i for i, m in enumerate(self.mentions) if m.name is not None]
        order = sorted(named, key=lambda i: (-self._size(i), i))
        for i in order:
            self._join(i)
        for entity in self.entities:
            entity.mentions.sort()

    def _size(self, i: int) -> int:
        name = self.mentions[i].name
        return 0 if name is None else name.last - name.first

    def _join(self, i: int) -> None:
        m = self.mentions[i]
        if m.name is None:
            return
        span = self.table.doc[m.name.first : m.name.last]
        kind = {"name": "person"}.get(m.kind, m.kind)
        words = tuple(w for w in split_words(span.text) if w)
        if not words:
            return
        entity = self._match(words, kind, i)
        if entity is None:
            entity = Entity(len(self.entities), kind, span.text.strip(" -–—,;:'’\""), words)
            self.entities.append(entity)
        self.table.add(entity, i)

    def _match(self, words: tuple[str, ...], kind: str, i: int) -> Entity | None:
        fits = [e for e in self.entities if e.kind == kind and stands_for(words, e.words, kind)]
        if not fits and words in self.aliases:
            fits = [e for e in self.entities if e.kind == kind and e.words == self.aliases[words]]
        known = () if fits else self._known(" ".join(words))
        if len(known) == 1:
            fits = [e for e in self.entities if e.kind == kind and self._known(e.name) == known]
            for entity in fits:
                self._rename(entity, i, known[0])
        if not fits and self._nicknamed(i):
            fits = [e for e in self.entities if e.kind == kind and clips(words[0], e.words)]
        return max(fits, key=lambda e: self._fitness(words, e, i), default=None)

    def _known(self, name: str) -> tuple[Speaker, ...]:
        """Return whom the speaker base has under a name: Fiamme gialle are Guardia di finanza."""
        if name not in self._bearers:
            self._bearers[name] = load_speakers().named(name)
        return self._bearers[name]

    def _rename(self, entity: Entity, i: int, known: Speaker) -> None:
        """Prefer the name that is nearer to the base's: *la Cassazione* to *la Suprema Corte*."""
        name = self.mentions[i].name
        text = "" if name is None else self.table.doc[name.first : name.last].text
        words, full = tuple(split_words(text)), set(split_words(known.name))
        if _likeness(words, full) > _likeness(entity.words, full):
            entity.name, entity.words = text, words

    def _bracketed(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Yield the short and the full name of *l'Aifa (Agenzia italiana del farmaco)*."""
        doc = self.table.doc
        for first, second in pairwise(self.mentions):
            named = first.kind == second.kind == "organisation" and first.name and second.name
            closed = second.last < len(doc) and doc[second.last].text == ")"
            if named and closed and first.words_to(second, doc) == ["("]:
                names = [doc[n.first : n.last].text for n in (first.name, second.name) if n]
                short, full = sorted((tuple(split_words(name)) for name in names), key=len)
                yield short, full

    def _nicknamed(self, i: int) -> bool:
        """*Il Gasp*: one word with the article that people's names do not have."""
        m = self.mentions[i]
        return m.kind == "name" and m.first < m.head == m.last - 1

    def _fitness(self, words: tuple[str, ...], entity: Entity, i: int) -> tuple[int, int]:
        """Prefer the bearer of the surname, then one with a known given name, then the nearest."""
        sure = 2 * (words[-1] == entity.words[-1])
        sure += bool(self.lexicon.given_names.get(entity.words[0]))
        given = self.lexicon.given_names.get(entity.words[0], "")
        sure -= 3 * ({given, self.mentions[i].gender} == {"f", "m"})
        before = [k for k in entity.mentions if k < i]
        return sure, max(before) if before else -min(entity.mentions)


def _likeness(words: Sequence[str], full: set[str]) -> int:
    """Return how many words of a name belong to the full one, less those that do not."""
    return sum(1 if word in full else -1 for word in words)


def _vote_genders(table: EntityTable) -> None:
    """Give entities the gender that their given name and their mentions tell."""
    for entity in table.entities:
        if entity.kind not in {"person", "organisation"} or not entity.words:
            continue
        full = entity.kind == "person" and len(entity.words) > 1
        given = table.lexicon.given_names.get(entity.words[0], "") if full else ""
        if given in {"m", "f"}:
            entity.genders[given] += 3
        for i in entity.mentions:
            if table.mentions[i].gender:
                entity.genders[table.mentions[i].gender] += 1
