"""Whom a definite description takes up again, though it tells nobody: "lo scrittore", "il club"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from quotextract.lexicon import Lexicon
from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.entities.table import EntityTable
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.mentions import Mention
from quotextract.pipeline.names.name import is_capitalised
from quotextract.pipeline.resolution.discourse import Discourse
from quotextract.pipeline.resolution.options import BRIDGING, Option


class Anaphora:
    """Finds who was spoken of before and may be meant again.

    Args:
        frames: The frame sentences of a document.
        table: Its entities.
        lexicon: The classes of roles.
        discourse: Who was spoken of.
    """

    def __init__(
        self, frames: Frames, table: EntityTable, lexicon: Lexicon, discourse: Discourse
    ) -> None:
        self.frames, self.table = frames, table
        self.lexicon, self.discourse = lexicon, discourse

    def options(self, m: Mention) -> Iterator[Option]:
        """Yield whom a definite description may take up again: "lo scrittore", "il club"."""
        if not m.definite and m.kind != "document":
            return
        if m.number == "p":
            yield from self.discourse.together.plural(m)
            yield from self._several(m)
        elif m.kind == "role":
            before = self.discourse.salient(m.first, m.gender, "s", "anaphor")
            after = self.discourse.ahead(m.last, m.gender, "cataphor")
            for option in chain(before, after):
                if option.entities[0].kind in {"person", "anonymous"}:
                    told = self._tail(m) | self._kindred(option.entities[0], m)
                    yield Option(option.entities, option.how, option.features | told)
        elif m.kind in BRIDGING and m.name is None and not self._told_by_name(m):
            for option in self.discourse.salient(m.first, "", "s", f"bridge-{m.kind}"):
                if m.kind == "document" or option.entities[0].kind == "organisation":
                    yield Option(option.entities, option.how, option.features | self._tail(m))
            yield from self._same_document(m)

    def described(self, m: Mention) -> dict[str, float]:
        """Tell what speaks for a description that stands for nobody told by name.

        Offices are held by people whom an article need not name; a youth is somebody told;
        *il club*, with no more words, takes up one that was named, if any was.
        """
        if not m.definite:
            return {}
        if m.kind == "role" and m.number != "p":
            role = self._class(m.role)
            held = any(self._holds(e, role) for e in self.table.entities if e.kind == "person")
            return {f"new-{role}": 1.0, "new-rivalled": float(held)}
        size = "bare" if m.last - m.head == 1 else "tailed"
        kind = f"new-{m.kind}-{size}"
        return {kind: 1.0, f"{kind}-rivalled": float(self._rivalled(m))}

    def _rivalled(self, m: Mention) -> bool:
        """Tell whether something of its kind was spoken of before: then it may be meant again."""
        if m.kind == "document":
            return bool(self._quoted())
        before = (other for other in self.table.mentions if other.first < m.first)
        if m.kind == "organisation":
            return any(other.kind == m.kind and other.name is not None for other in before)
        return any(other.number == "p" and other.kind in {"group", "role"} for other in before)

    def _several(self, m: Mention) -> Iterator[Option]:
        """Yield the groups told before: "i firmatari" of "un gruppo di economisti"."""
        if m.kind not in {"role", "group"}:
            return
        for option in self.discourse.salient(m.first, "", "p", "bridge-plural"):
            entity = option.entities[0]
            if entity.kind == "group" or entity.number == "p":
                yield Option(option.entities, option.how, option.features | self._tail(m))

    def _same_document(self, m: Mention) -> Iterator[Option]:
        """*Il comunicato* goes on with the note that was quoted last."""
        quoted = self._quoted() if m.kind == "document" else []
        for entity in quoted[-1:]:
            yield Option((entity,), "again", self._tail(m))

    def _quoted(self) -> list[Entity]:
        """Return the documents quoted so far."""
        return [e for e in self.discourse.spoke if e.kind == "document"]

    def _told_by_name(self, m: Mention) -> bool:
        """*Il ministero degli Esteri di Mosca*: a name in its tail says which one it is."""
        tail = self.frames.doc[m.head + 1 : m.last]
        return m.kind == "organisation" and any(is_capitalised(t.text) for t in tail)

    def _tail(self, m: Mention) -> dict[str, float]:
        return {"bare": float(m.last - m.head == 1), "tailed": float(m.last - m.head > 1)}

    def _kindred(self, entity: Entity, m: Mention) -> dict[str, float]:
        """Tell whether somebody's known roles are of the kind of a role mention."""
        kind = self._class(m.role)
        told = "none" if not entity.roles else "same" if self._holds(entity, kind) else "other"
        return {f"class-{told}": 1.0, f"class-{kind}-{told}": 1.0}

    def _class(self, lemma: str) -> str:
        """Return the class of a role: office, sport, kin, … or "" for a demonym."""
        role = self.lexicon.roles.get(lemma)
        return role.kind if role else ""

    def _holds(self, entity: Entity, kind: str) -> bool:
        return any(self._class(role.lemma) == kind for role in entity.roles)
