"""What the reader of the whole article says of each quotation, for sieves and ranker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import log

from quotextract.neural import Page, Reading
from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.entities.table import EntityTable
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.mentions import Mention

Read = Callable[[Page], Mapping[int, Reading]]

FLOOR = 0.003
LIKELY = 0.1


class Context:
    """The readings of one article, mentions of one entity taken together.

    Args:
        frames: The frame sentences, with all quotations.
        mentions: All mentions; pronouns are not read, they name nobody.
        table: Whom the mentions name.
        told: Whom a mention that names nobody most plainly stands for, where that is known.
        read: The reader's `read`, or whatever stands for it.
    """

    def __init__(
        self,
        frames: Frames,
        mentions: Sequence[Mention],
        table: EntityTable,
        told: Mapping[int, Entity],
        read: Read,
    ) -> None:
        self.table, self.told = table, told
        asked = readable(mentions)
        self._readings = {
            q: replace(
                reading,
                mentions={asked[k]: p for k, p in reading.mentions.items()},
                local={asked[k]: p for k, p in reading.local.items()},
            )
            for q, reading in read(page_of(frames, [mentions[k] for k in asked])).items()
        }

    def types(self, quotation: int) -> dict[str, float]:
        """Return signs for each type of a quotation."""
        reading = self._readings.get(quotation)
        types = {} if reading is None else reading.types
        return {f"context:{kind}": _scaled(p) for kind, p in types.items()}

    def speaker(self, quotation: int, entities: Sequence[Entity]) -> float:
        """Return the probability that an entity speaks; of none, that nobody is told.

        The reader shares it out among several who speak together, so together they are as
        likely as if each had what the least likely has.
        """
        reading = self._readings.get(quotation)
        if reading is None:
            return 0.0
        if not entities:
            return reading.untold
        shares = self.shares(quotation)
        return min(len(entities) * min(shares.get(e.index, 0.0) for e in entities), 1.0)

    def shares(self, quotation: int) -> dict[int, float]:
        """Return each entity's probability, by its index."""
        reading = self._readings.get(quotation)
        shares: dict[int, float] = {}
        for k, p in reading.mentions.items() if reading else ():
            entity = self._meant(k, p)
            if entity is not None:
                shares[entity.index] = shares.get(entity.index, 0.0) + p
        return shares

    def _meant(self, mention: int, p: float) -> Entity | None:
        """Return whom a mention stands for; a likely one that names nobody describes him."""
        known = self.table.of(mention) or self.told.get(mention)
        return self.table.describe(mention) if known is None and p >= LIKELY else known

    def signs(self, quotation: int, entities: Sequence[Entity], mention: int) -> dict[str, float]:
        """Return what the context says for a speaker told by a mention."""
        reading = self._readings.get(quotation)
        if reading is None:
            return {}
        signs = {"context": _scaled(self.speaker(quotation, entities))}
        if mention >= 0:
            signs["context:local"] = reading.local.get(mention, 0.0)
        return signs


def unread(_: Page) -> Mapping[int, Reading]:
    """Say nothing of an article: what stands for the reader where time is short."""
    return {}


def readable(mentions: Sequence[Mention]) -> list[int]:
    """Return which mentions can name or describe somebody: all but pronouns."""
    return [k for k, m in enumerate(mentions) if m.kind != "pronoun"]


def page_of(frames: Frames, mentions: Sequence[Mention]) -> Page:
    """Return an article as the reader sees it."""
    return Page(
        frames.text,
        [(q.start, q.end) for q in frames.quotations],
        [q.parent for q in frames.quotations],
        [(s.start_char, s.end_char) for s in (frames.doc[m.first : m.last] for m in mentions)],
    )


def _scaled(p: float) -> float:
    """Return a probability as evidence: 0 for none, growing with its logarithm."""
    return log((p + FLOOR) / FLOOR)
