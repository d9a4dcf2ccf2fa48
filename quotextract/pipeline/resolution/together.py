"""People named in a row, whom a plural may take up: "Cretella e Verri", "i due difensori"."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.entities.table import EntityTable
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.mentions import Mention
from quotextract.pipeline.resolution.options import Option


class Together:
    """The people of one document who are named together.

    Args:
        frames: Its frame sentences.
        table: Its entities.
    """

    def __init__(self, frames: Frames, table: EntityTable) -> None:
        self.frames, self.table = frames, table
        self.groups = list(self._named_together())

    def before(self, at: int) -> Iterator[Option]:
        """Yield the nearest people named together before token `at`."""
        together = [g for g in self.groups if g[0] < at]
        for rank, (_, entities) in enumerate(reversed(together[-2:])):
            yield Option(entities, "together", {f"rank{rank}": 1.0})

    def plural(self, m: Mention) -> Iterator[Option]:
        """Yield the nearest people named together: "i due difensori"."""
        if m.number == "p":
            kind = "organisation" if m.kind == "organisation" else "person"
            for option in self.before(m.first):
                if all(e.kind == kind for e in option.entities):
                    yield option

    def _named_together(self) -> Iterator[tuple[int, tuple[Entity, ...]]]:
        """Yield the places where people are named in a row: "Cretella e Verri"."""
        run: list[Entity] = []
        last: Mention | None = None
        for i, m in enumerate(self.table.mentions):
            entity = self.table.of(i) if m.kind in {"name", "organisation"} else None
            if entity is None or not entity.named:
                continue
            gap = last.words_to(m, self.frames.doc) if last else ["."]
            if run and len(gap) <= 2 and set(gap) <= {",", "e", "ed"}:
                run.append(entity)
            else:
                if len(run) > 1 and last:
                    yield last.first, tuple(dict.fromkeys(run))
                run = [entity]
            last = m
        if len(run) > 1 and last:
            yield last.first, tuple(dict.fromkeys(run))
