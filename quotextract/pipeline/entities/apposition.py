"""Roles tied to a name by apposition or copula: *Ugo Serra, medico*, *il sindaco è Ugo Pini*."""

from __future__ import annotations

from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.entities.table import EntityTable
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.mentions import Mention

COPULA = frozenset({"è", "era", "sarà", "fu", "resta", "rimane"})


class RoleTies:
    """Ties the roles of one article to the people whom it names.

    Args:
        frames: The frame sentences of the document.
        table: Its entities, names gathered.
    """

    def __init__(self, frames: Frames, table: EntityTable) -> None:
        self.frames, self.doc = frames, frames.doc
        self.table, self.mentions, self.lexicon = table, table.mentions, table.lexicon

    def tie(self) -> None:
        """Give each name the roles that stand before it or next to it."""
        outer = [self._signed(i) for i in self.table.outermost()]
        for place, i in enumerate(outer):
            m, entity = self.mentions[i], self.table.of(i)
            if entity is None or m.kind != "name":
                continue
            if m.role:
                self._tie(entity, m)
            for j in outer[max(place - 1, 0) : place] + outer[place + 1 : place + 2]:
                if self._apposed(m, self.mentions[j]) and self._agree(entity, self.mentions[j]):
                    self._tie(entity, self.mentions[j])
                    self.table.of_mention.setdefault(j, entity.index)
                    if j < i and self.mentions[j].preposition:
                        self.table.governed.add(i)  # *al presidente dell'Inps, Ugo Pini*

    def _signed(self, i: int) -> int:
        """*Il post di Ugo Serra, un infermiere,*: whose document it is stands beside the role."""
        document = self.mentions[i]
        if document.kind != "document":
            return i
        for k in range(i + 1, len(self.mentions)):
            inner = self.mentions[k]
            if inner.first >= document.last:
                break
            if inner.kind == "name" and inner.last == document.last:
                return k
        return i

    def _apposed(self, name: Mention, other: Mention) -> bool:
        """Tell "Ugo Serra, medico," and "il medico, Ugo Serra," from a list of people."""
        if other.kind not in {"role", "group"} or other.number == "p" or name.kind != "name":
            return False
        if not other.role:
            return False
        if other.first >= name.last:
            return self._apposed_after(name, other)
        gap = self._gap(other, name)
        if gap[:1] == ["("] and ")" in gap:  # *il segretario del sindacato (Sip) Ugo Pini*
            gap = gap[gap.index(")") + 1 :]
            if not gap:
                return not name.role
        if len(gap) == 1 and gap[0] in COPULA:  # *il sindaco è Ugo Pini*
            return other.definite and not other.preposition
        if gap in (["e"], ["ed"]):  # *la vicepresidente e assessora Ada Pini*
            return bool(name.role) and name.first == name.role_first and other.definite
        if gap not in ([","], ["-"], ["–"]) or not self._closes(name.last):
            return False
        return other.definite or (bool(name.role) and self._set_off(name.last))

    def _apposed_after(self, name: Mention, other: Mention) -> bool:
        gap = self._gap(name, other)
        if len(gap) == 1 and gap[0] in COPULA:
            return True
        if other.last < len(self.doc) and self.doc[other.last].text == ":":
            return False
        if not gap or gap[0] not in {",", "–", "-", "("} or len(gap) > 4:
            return False
        bare = self.doc[other.first].pos_ != "DET"
        if name.role and not bare:  # *il ministro Pini, il direttore dell'istituto, Ada Serra,*
            return False
        rest = [w for w in gap[1:] if not w.isdigit() and w not in {"anni", ",", "ex", "già"}]
        return not rest and (bare or self._closes(other.last))

    def _gap(self, left: Mention, right: Mention) -> list[str]:
        """Return the words between: not those of a name in marks, *la libreria "Capitolo"*."""
        level, stop = self.frames.owner[left.head], right.first
        return [
            self.doc[i].lower_
            for i in range(left.last, stop)
            if self.frames.owner[i] == level
            and not self.frames.is_mark[i]
            and not self.doc[i].is_space
        ]

    def _set_off(self, i: int) -> bool:
        """*Un'altra firmataria, la senatrice Ada Serra, …*: no third in a list follows."""
        return i < len(self.doc) and self.doc[i].text in {",", "-", "–"} and self._closes(i + 1)

    def _closes(self, i: int) -> bool:
        return i >= len(self.doc) or not (
            self.doc[i].pos_ == "CCONJ" or self.doc[i].lower_ in {"e", "ed"}
        )

    def _agree(self, entity: Entity, other: Mention) -> bool:
        given = self.lexicon.given_names.get(entity.words[0], "") if len(entity.words) > 1 else ""
        return {given, other.gender} != {"f", "m"}

    def _tie(self, entity: Entity, m: Mention) -> None:
        role = self.table.specify(m)
        if role not in entity.roles:
            entity.roles.append(role)
        if m.gender:
            entity.genders[m.gender] += 1
