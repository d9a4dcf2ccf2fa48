"""Somebody or something that can speak, and the roles that tell it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description: lemma of the noun, and what specifies it."""

    lemma: str
    tail: frozenset[str]
    text: str


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something of this article that can speak.

    `name` is the fullest name or description the article gives; `mentions` are
    indices of mentions in reading order.
    """

    index: int
    kind: str
    name: str
    words: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    named: bool = True
    number: str = "s"

    @property
    def gender(self) -> str:
        if not self.genders:
            return ""
        (best, n), *rest = self.genders.most_common()
        return best if not rest or n > rest[0][1] else ""
