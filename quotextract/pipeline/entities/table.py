"""The entities of one document, and which mention names which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from quotextract.lexicon import Lexicon
from quotextract.pipeline.entities.entity import Entity, Role
from quotextract.pipeline.entities.wording import (
    STOP,
    UNTELLING,
    fold,
    shortens,
    split_words,
    stands_for,
)
from quotextract.pipeline.mentions import Mention


class EntityTable:
    """The entities of one document; `gather_entities` fills it.

    `governed` holds the mentions that stand in apposition to what a preposition governs.

    Args:
        doc: The document.
        mentions: All its mentions, in reading order.
        lexicon: Given names, countries and parties.
    """

    def __init__(self, doc: Doc, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self.doc, self.mentions, self.lexicon = doc, mentions, lexicon
        self.entities: list[Entity] = []
        self.of_mention: dict[int, int] = {}
        self.governed: set[int] = set()

    def of(self, mention: int) -> Entity | None:
        """Return the entity that a mention names, None for roles and pronouns."""
        index = self.of_mention.get(mention)
        return None if index is None else self.entities[index]

    def add(self, entity: Entity, mention: int) -> None:
        """Note that a mention names an entity."""
        self.of_mention[mention] = entity.index
        entity.mentions.append(mention)

    def describe(self, mention: int) -> Entity:
        """Return the entity that is known by this description alone, made on first use."""
        known = self.of(mention)
        if known:
            return known
        m = self.mentions[mention]
        text = m.fullest(self.doc)
        tokens = self.doc[m.first : m.end]
        words = tuple(w for t in tokens for w in split_words(t.text) if t.lower_ not in UNTELLING)
        for entity in self.entities:
            if not entity.named and m.definite and shortens(words, entity.words):
                self.add(entity, mention)
                return entity
        kind = {"role": "person", "noun": "person"}.get(m.kind, m.kind)
        if m.kind == "role" and not m.definite or m.kind == "pronoun":
            kind = "anonymous"
        entity = Entity(len(self.entities), kind, text, words, named=False, number=m.number)
        entity.genders[m.gender] += bool(m.gender)
        self.entities.append(entity)
        self.add(entity, mention)
        return entity

    def named(self, name: str) -> Entity:
        """Return the person of this name, made where no mention of the article fits.

        Args:
            name: A name, perhaps in two alphabets: "Ugo Pini / Уго Пини".
        """
        for spelling in name.split("/"):
            words = tuple(split_words(spelling))
            for entity in self.entities:
                if words and entity.kind == "person" and stands_for(words, entity.words, "person"):
                    return entity
        first = name.split("/")[0].strip()
        entity = Entity(len(self.entities), "person", first, tuple(split_words(first)))
        self.entities.append(entity)
        return entity

    def specify(self, m: Mention) -> Role:
        """Return the role of a mention, its tail in canonical words."""
        tail = (
            self.doc[m.role_first : m.role_last] if m.role_first >= 0 else self.doc[m.head : m.last]
        )
        text = tail.text
        size = len(m.role.split())
        return Role(m.role, self.canonical(t.lower_ for t in tail[size:]), text)

    def canonical(self, words: Iterable[str]) -> frozenset[str]:
        """Return content words, with demonyms and capitals as their country."""
        kept = set()
        for word in words:
            if word in STOP or not word[:1].isalnum():
                continue
            country = self.lexicon.countries.get(word)
            party = self.lexicon.parties.get(word)
            whole = country or party
            kept.add(fold(whole.name) if whole else fold(word))
        return frozenset(kept)

    def outermost(self) -> list[int]:
        """Return the mentions in no other; *Renzo* of "la madre di Renzo" is left out."""
        kept: list[int] = []
        for i, m in enumerate(self.mentions):
            if not kept or m.first >= self.mentions[kept[-1]].last:
                kept.append(i)
        return kept
