"""Who else bears the name: *Ferrante* where the article has two of them."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.entities.table import EntityTable
from quotextract.pipeline.entities.wording import split_words, stands_for
from quotextract.pipeline.resolution.discourse import Discourse
from quotextract.pipeline.resolution.options import Option, agreement


class Namesakes:
    """The people of one document who share a name.

    Args:
        table: Its entities.
        discourse: Who was spoken of, and who spoke.
    """

    def __init__(self, table: EntityTable, discourse: Discourse) -> None:
        self.table, self.discourse = table, discourse

    def of(self, mention: int, known: Entity) -> Iterator[Option]:
        """Yield the others whom a name may mean; `known` bears it most likely."""
        m = self.table.mentions[mention]
        if m.kind != "name" or m.name is None or m.name.last - m.name.first == len(known.words):
            return
        words = tuple(split_words(self.table.doc[m.name.first : m.name.last].text))
        for entity in self.table.entities:
            other = entity is not known and entity.kind == "person" and entity.named
            if other and stands_for(words, entity.words, "person"):
                yield Option((entity,), "namesake", self._signs(mention, known, entity))

    def _signs(self, mention: int, known: Entity, entity: Entity) -> dict[str, float]:
        spoke, m = self.discourse.spoke, self.table.mentions[mention]
        mine, theirs = self._last(entity, mention), self._last(known, mention)
        return agreement(entity, m.gender, m.number) | {
            "namesake-spoke": float(entity in spoke),
            "namesake-spoke-alone": float(entity in spoke and known not in spoke),
            "namesake-rival-spoke": float(known in spoke),
            "namesake-last": float(spoke[-1:] == [entity]),
            "namesake-nearer": float(mine > theirs),
            "namesake-more": float(len(entity.mentions) > len(known.mentions)),
        }

    def _last(self, entity: Entity, mention: int) -> int:
        """Return where somebody was last named in full before a mention, or -1."""
        mentions, size = self.table.mentions, len(entity.words)
        names = ((k, mentions[k].name) for k in entity.mentions if k < mention)
        return max((k for k, n in names if n and n.last - n.first == size), default=-1)
