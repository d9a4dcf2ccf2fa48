"""Who was spoken of before a place in the text, and how salient each of them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.entities.table import EntityTable
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.mentions import Mention
from quotextract.pipeline.resolution.options import Option, agreement
from quotextract.pipeline.resolution.together import Together

NEAREST = 5
REACH = 2
AHEAD = 2
SPEAKING = frozenset({"person", "organisation", "group", "anonymous"})


class Discourse:
    """Knows who was spoken of, who spoke, and how lately.

    Args:
        frames: The frame sentences of a document.
        table: Its entities.

    Attributes:
        told: Whom each mention most plainly stands for, where that is known.
        spoke: Who said what was decided so far, in the order of the decisions.
        sources: The first tokens of the mentions that a cue plainly names as its source.
    """

    def __init__(self, frames: Frames, table: EntityTable) -> None:
        self.frames, self.table = frames, table
        self.spoke: list[Entity] = []
        self.outer = set(table.outermost())
        self.together = Together(frames, table)
        self.subjects = {t.i for t in frames.doc if t.dep_.startswith("nsubj")}
        self.sources: frozenset[int] = frozenset()
        self.told: dict[int, Entity] = {}

    def acts(self, m: Mention) -> bool:
        """Tell whether a mention is the subject of a verb."""
        return any(j in self.subjects for j in range(m.first, m.last))

    def salient(self, at: int, gender: str, number: str, how: str) -> Iterator[Option]:
        """Yield the entities last spoken of before token `at`, nearest first."""
        last: dict[int, int] = {}
        for i, m in enumerate(self.table.mentions):
            if m.first >= at:
                break
            entity = self.told.get(i)
            if entity is None or entity.kind not in SPEAKING:
                continue
            if {entity.gender, gender} == {"f", "m"}:
                continue
            if i in self.outer:
                last[entity.index] = i
            else:  # *Lucia* of "il compagno di Lucia" is not who was spoken of last
                last.setdefault(entity.index, i)
        nearest = sorted(last.items(), key=lambda item: -item[1])
        total = sum(len(e.mentions) for e in self.table.entities if e.kind == "person") or 1
        for rank, (index, i) in enumerate(self._worth(nearest)):
            entity = self.table.entities[index]
            features = self._salience(entity, self.table.mentions[i], at, rank)
            features["share"] = len(entity.mentions) / total
            features |= agreement(entity, gender, number)
            yield Option((entity,), how, features)

    def _worth(self, nearest: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the nearest, and whoever spoke last or most, however far."""
        often = Counter(e.index for e in self.spoke).most_common(1)
        kept = {e.index for e in self.spoke[-1:]} | {index for index, _ in often}
        return nearest[:NEAREST] + [item for item in nearest[NEAREST:] if item[0] in kept]

    def ahead(self, at: int, gender: str, how: str) -> Iterator[Option]:
        """Yield the people whom the article first names soon after token `at`."""
        here = self._sentence(at)
        found: list[Entity] = []
        for i, m in enumerate(self.table.mentions):
            entity = self.table.of(i)
            if m.first < at or entity is None or entity.kind != "person" or not entity.named:
                continue
            if self._sentence(m.first) - here > REACH or len(found) == AHEAD:
                return
            first = self.table.mentions[entity.mentions[0]].first
            if first < at or entity in found or {entity.gender, gender} == {"f", "m"}:
                continue
            found.append(entity)
            features = {f"rank{len(found) - 1}": 1.0, "governed": float(bool(m.preposition))}
            features["same_sentence"] = float(self._sentence(m.first) == here)
            features["subject"] = float(self.acts(m))
            yield Option((entity,), how, features | agreement(entity, gender, "s"))

    def last_described(self, at: int) -> int | None:
        """Return the subject of the last two sentences that is no name: *la donna*, *lei*."""
        here = self._sentence(at)
        for i in range(len(self.table.mentions) - 1, -1, -1):
            m = self.table.mentions[i]
            if m.first >= at or self.frames.owner[m.first] >= 0 or not self.acts(m):
                continue
            if here - self._sentence(m.first) > REACH:
                return None
            known = self.table.of(i)
            plain = m.kind in {"role", "pronoun"} and (known is None or not known.named)
            return i if plain else None
        return None

    def last_document(self, at: int) -> int | None:
        """Return the document named last before token `at`, at most two sentences back."""
        here = self._sentence(at)
        for i in range(len(self.table.mentions) - 1, -1, -1):
            m = self.table.mentions[i]
            if m.first < at and m.kind == "document" and self.frames.owner[m.first] < 0:
                return i if here - self._sentence(m.first) <= REACH else None
        return None

    def _salience(self, entity: Entity, m: Mention, at: int, rank: int) -> dict[str, float]:
        here, there = self._block(at), self._block(m.first)
        apart = self._sentence(at) - self._sentence(m.first)
        subject = any(i in self.subjects for i in range(m.first, m.last))
        near = f"s{max(min(apart, 3), 0)}"
        return {
            f"rank{min(rank, 3)}": 1.0,
            near: 1.0,
            f"{near}:subject": float(subject),
            f"{near}:said": float(m.first in self.sources),
            "said": float(m.first in self.sources),
            "asked": float(self._asks(m)),
            "subject": float(subject),
            "governed": float(bool(m.preposition)),
            "same_block": float(here == there),
            "near_block": float(here - there == 1),
            "quoted": float(self.frames.owner[m.first] >= 0),
            "org": float(entity.kind == "organisation"),
            "unnamed": float(not entity.named and entity not in self.spoke),
            "spoke": float(entity in self.spoke),
            "last": float(self.spoke[-1:] == [entity]),
            "words": self.spoke.count(entity) / len(self.spoke) if self.spoke else 0.0,
        }

    def _asks(self, m: Mention) -> bool:
        """Tell whether a mention stands in an interviewer's question."""
        return self.frames.blocks[self._block(m.first)].kind == "question"

    def _sentence(self, token: int) -> int:
        """Return the index of the journalist's sentence around a token, quoted or not."""
        place = self.frames.place.get(token)
        if place is None:
            return self._sentence(token - 1) if token > 0 else 0
        sentence = self.frames.sentences[place[0]]
        while sentence.level >= 0:
            sentence = self.frames.sentence_of(sentence.level)
        return sentence.index

    def _block(self, token: int) -> int:
        return self.frames.block_of[min(token, len(self.frames.block_of) - 1)]
