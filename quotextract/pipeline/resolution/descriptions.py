"""Whom of those that the article names a description fits: by role, office, body or head noun."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.knowledge import load_speakers
from quotextract.lexicon import Lexicon, longest_match
from quotextract.lexicon import fold as lexical
from quotextract.pipeline.entities.entity import Entity, Role
from quotextract.pipeline.entities.table import EntityTable
from quotextract.pipeline.entities.wording import STOP
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.mentions import Mention
from quotextract.pipeline.names.name import is_capitalised
from quotextract.pipeline.resolution.options import BRIDGING, Option, agreement

OTHER_TAIL = 0.2
SPEAKING_FOR = frozenset({"group", "role", "organisation"})


class Descriptions:
    """Finds the entities of one document that a description fits.

    Args:
        frames: Its frame sentences.
        table: Its entities.
        lexicon: Offices that are one, epithets.
    """

    def __init__(self, frames: Frames, table: EntityTable, lexicon: Lexicon) -> None:
        self.frames, self.table, self.lexicon = frames, table, lexicon

    def by_role(self, m: Mention) -> Iterator[Option]:
        """Yield the people who hold the role, the best answer first, then the nearest."""
        if m.kind != "role" or not m.definite or m.number == "p":
            return
        role = self.table.specify(m)
        scored = [
            (score, e)
            for e in self.table.entities
            if e.kind == "person" and e.named and (score := self._role_score(role, m, e)) > 0
        ]
        scored.sort(key=lambda item: (-item[0], self._distance(item[1], m.first)))
        for rank, (score, entity) in enumerate(scored[:3]):
            features = {"role_score": score, "role_first": float(rank == 0)}
            features["role_only"] = float(len(scored) == 1)
            features["role_other"] = float(score == OTHER_TAIL)
            yield Option((entity,), "role", features | agreement(entity, m.gender, m.number))

    def _role_score(self, role: Role, m: Mention, entity: Entity) -> float:
        """Score how well an entity's roles answer a role mention; 0: not at all."""
        if m.gender and entity.gender and m.gender != entity.gender:
            return 0.0
        if not role.lemma:  # "l'inglese": only the country tells
            return float(any(held.tail & role.tail for held in entity.roles))
        best = 0.0
        for held in entity.roles:
            if not self._same_role(held.lemma, role.lemma):
                continue
            score = 1.0
            if role.tail and held.tail:
                shared = len(role.tail & held.tail)
                score = 1.0 + shared if shared else OTHER_TAIL
            best = max(best, score)
        return best

    def _same_role(self, one: str, other: str) -> bool:
        """*Avvocato difensore* and *legale*: the whole phrases or their heads are one."""
        if not one or not other:
            return False
        same = self.lexicon.same_office
        return one == other or same(one, other) or same(one.split()[0], other.split()[0])

    def by_tail(self, m: Mention) -> Iterator[Option]:
        """*Il ceo di Aeroval* where the article has "il capo di Aeroval, Ugo Pini"."""
        if m.kind != "role" or not m.definite or m.number == "p":
            return
        role = self.table.specify(m)
        named = any(is_capitalised(t.text) for t in self.frames.doc[m.head + 1 : m.last])
        for entity in self.table.entities if named else ():
            person = entity.kind == "person" and entity.named
            others = [held for held in entity.roles if not self._same_role(held.lemma, role.lemma)]
            if person and any(held.tail and held.tail <= role.tail for held in others):
                yield Option((entity,), "tail", agreement(entity, m.gender, m.number))

    def by_office(self, m: Mention) -> Iterator[Option]:
        """*Il presidente francese* where the article names Macron and leaves his office untold."""
        if m.kind != "role" or m.number == "p" or not m.definite:
            return
        base = load_speakers()
        phrase = self.frames.doc[m.head : m.last].text
        holders = {speaker.id for speaker in base.possible_holders(phrase)}
        if not holders:
            return
        for entity in self.table.entities:
            person = entity.kind == "person" and entity.named
            if person and holders & {speaker.id for speaker in base.named(entity.name)}:
                agreed = agreement(entity, m.gender, m.number)
                yield Option((entity,), "office", agreed | {"office": 1.0})

    def by_epithet(self, m: Mention) -> Iterator[Option]:
        """Yield the people whom the lexicon knows under an epithet."""
        text = " ".join(t.lower_ for t in self.frames.doc[m.head : m.last])
        epithet = self.lexicon.epithets.get(lexical(text)) or self.lexicon.epithets.get(m.role)
        if epithet is None:
            return
        for entity in self.table.entities:
            if entity.named and entity.name in epithet.names:
                yield Option((entity,), "epithet", {})

    def by_body(self, m: Mention) -> Iterator[Option]:
        """The body for which people speak: "i giudici" for "il Tribunale di sorveglianza"."""
        if m.kind not in SPEAKING_FOR or not m.definite or m.name is not None:
            return
        words = [t.text for t in self.frames.doc[m.head : m.last]]
        found = longest_match(self.lexicon.bodies, words)
        fits = [e for e in self.table.entities if found and self._is_body(e, found[1])]
        fits.sort(key=lambda e: self._distance(e, m.first))
        for rank, entity in enumerate(fits[:2]):
            bare = found is not None and found[0] == len(words)
            told = {f"rank{rank}": 1.0, "bare": float(bare), "unnamed": float(not entity.named)}
            yield Option((entity,), "body", told)

    def _is_body(self, entity: Entity, nouns: frozenset[str]) -> bool:
        return entity.kind in {"organisation", "group"} and bool(nouns & set(entity.words[:2]))

    def by_head(self, m: Mention) -> Iterator[Option]:
        """The same noun with more words: "il comitato" for "il Comitato Acque pulite"."""
        counted = self.frames.doc[m.first].pos_ == "NUM"  # *ventisei Paesi* are not all
        if m.kind not in BRIDGING or not m.definite or counted:
            return
        words = [t.lower_ for t in self.frames.doc[m.head : m.last]]
        for entity in self.table.entities:
            longer = entity.kind != "person" and len(entity.words) > len(words)
            if longer and entity.words[0] == words[0] and set(words) <= set(entity.words) | STOP:
                yield Option((entity,), "head", {})

    def _distance(self, entity: Entity, at: int) -> int:
        return min(abs(self.table.mentions[i].first - at) for i in entity.mentions)
