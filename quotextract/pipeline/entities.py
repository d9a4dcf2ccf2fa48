"""Who is who inside one article: mentions gathered into entities.

Full names come first; surnames, given names and other spellings join them; roles
tied to a name by apposition or copula become ways to tell the same person.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from quotextract.knowledge import fold_name
from quotextract.lexicon import Lexicon
from quotextract.pipeline.edges import OF, TO
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.mentions import Mention

STOP = (
    OF | TO | frozenset("il lo la i gli le l' l’ un una uno e ed in nel nella per con da".split())
)
SPELLING = 84.0
COPULA = frozenset({"è", "era", "sarà", "fu", "resta", "rimane"})


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


def fold(text: str) -> str:
    """Return the text without case and accents, for comparing names.

    >>> fold("Erdoğan")
    'erdogan'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("ı", "i")


def same_word(a: str, b: str) -> bool:
    """Tell whether two folded words may spell one name."""
    if a == b or fold_name(a) == fold_name(b):
        return True
    return min(len(a), len(b)) >= 5 and a[0] == b[0] and fuzz.ratio(a, b) >= SPELLING


class EntityTable:
    """The entities of one document.

    Args:
        frames: The frame sentences of the document.
        mentions: All its mentions, in reading order.
        lexicon: Given names, countries and parties.
    """

    def __init__(self, frames: Frames, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self.frames, self.doc = frames, frames.doc
        self.mentions, self.lexicon = mentions, lexicon
        self.entities: list[Entity] = []
        self.of_mention: dict[int, int] = {}
        self.governed: set[int] = set()
        named = [i for i, m in enumerate(mentions) if m.name is not None]
        order = sorted(named, key=lambda i: (-self._size(i), i))
        for i in order:
            self._join(i)
        for entity in self.entities:
            entity.mentions.sort()
        self._tie_roles()
        self._vote_genders()

    def of(self, mention: int) -> Entity | None:
        """Return the entity that a mention names, None for roles and pronouns."""
        index = self.of_mention.get(mention)
        return None if index is None else self.entities[index]

    def describe(self, mention: int) -> Entity:
        """Return the entity that is known by this description alone, made on first use."""
        known = self.of(mention)
        if known:
            return known
        m = self.mentions[mention]
        text = m.text(self.doc)
        words = tuple(w for w in _words(text) if w not in STOP)
        for entity in self.entities:
            if not entity.named and m.definite and _shortens(words, entity.words):
                self._add(entity, mention)
                return entity
        kind = {"role": "person", "noun": "person"}.get(m.kind, m.kind)
        if m.kind == "role" and not m.definite or m.kind == "pronoun":
            kind = "anonymous"
        entity = Entity(len(self.entities), kind, text, words, named=False, number=m.number)
        entity.genders[m.gender] += bool(m.gender)
        self.entities.append(entity)
        self._add(entity, mention)
        return entity

    def named(self, name: str) -> Entity:
        """Return the person of this name, made where no mention of the article fits.

        Args:
            name: A name, perhaps in two alphabets: "Ugo Pini / Уго Пини".
        """
        for spelling in name.split("/"):
            words = tuple(_words(spelling))
            for entity in self.entities:
                if words and entity.kind == "person" and _fits(words, entity.words, "person"):
                    return entity
        first = name.split("/")[0].strip()
        entity = Entity(len(self.entities), "person", first, tuple(_words(first)))
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

    def _size(self, i: int) -> int:
        name = self.mentions[i].name
        return 0 if name is None else name.last - name.first

    def _join(self, i: int) -> None:
        m = self.mentions[i]
        if m.name is None:
            return
        span = self.doc[m.name.first : m.name.last]
        kind = {"name": "person"}.get(m.kind, m.kind)
        words = tuple(w for w in _words(span.text) if w)
        if not words:
            return
        entity = self._match(words, kind, i)
        if entity is None:
            entity = Entity(len(self.entities), kind, span.text.strip(" -–—,;:'’\""), words)
            self.entities.append(entity)
        self._add(entity, i)

    def _add(self, entity: Entity, mention: int) -> None:
        self.of_mention[mention] = entity.index
        entity.mentions.append(mention)

    def _match(self, words: tuple[str, ...], kind: str, i: int) -> Entity | None:
        fits = [e for e in self.entities if e.kind == kind and _fits(words, e.words, kind)]
        if not fits and self._nicknamed(i):
            fits = [e for e in self.entities if e.kind == kind and _clips(words[0], e.words)]
        return max(fits, key=lambda e: self._fitness(words, e, i), default=None)

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

    def _tie_roles(self) -> None:
        outer = self.outermost()
        for place, i in enumerate(outer):
            m, entity = self.mentions[i], self.of(i)
            if entity is None or m.kind != "name":
                continue
            if m.role:
                self._tie(entity, m)
            for j in outer[max(place - 1, 0) : place] + outer[place + 1 : place + 2]:
                if self._apposed(m, self.mentions[j]) and self._agree(entity, self.mentions[j]):
                    self._tie(entity, self.mentions[j])
                    self.of_mention.setdefault(j, entity.index)
                    if j < i and self.mentions[j].preposition:
                        self.governed.add(i)  # *al presidente dell'Inps, Ugo Pini*

    def outermost(self) -> list[int]:
        """Return the mentions in no other; *Renzo* of "la madre di Renzo" is left out."""
        kept: list[int] = []
        for i, m in enumerate(self.mentions):
            if not kept or m.first >= self.mentions[kept[-1]].last:
                kept.append(i)
        return kept

    def _agree(self, entity: Entity, other: Mention) -> bool:
        given = self.lexicon.given_names.get(entity.words[0], "") if len(entity.words) > 1 else ""
        return {given, other.gender} != {"f", "m"}

    def _tie(self, entity: Entity, m: Mention) -> None:
        role = self.specify(m)
        if role not in entity.roles:
            entity.roles.append(role)
        if m.gender:
            entity.genders[m.gender] += 1

    def _apposed(self, name: Mention, other: Mention) -> bool:
        """Tell "Ugo Serra, medico," and "il medico, Ugo Serra," from a list of people."""
        if other.kind not in {"role", "group"} or other.number == "p" or name.kind != "name":
            return False
        if not other.role:
            return False
        if other.first >= name.last:
            return self._apposed_after(name, other)
        gap = self._gap(other, name)
        if len(gap) == 1 and gap[0] in COPULA:  # *il sindaco è Ugo Pini*
            return other.definite and not other.preposition
        if gap in (["e"], ["ed"]):  # *la vicepresidente e assessora Ada Pini*
            return bool(name.role) and name.first == name.role_first and other.definite
        return gap in ([","], ["-"], ["–"]) and other.definite and self._closes(name.last)

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

    def _closes(self, i: int) -> bool:
        return i >= len(self.doc) or not (
            self.doc[i].pos_ == "CCONJ" or self.doc[i].lower_ in {"e", "ed"}
        )

    def _vote_genders(self) -> None:
        for entity in self.entities:
            if entity.kind not in {"person", "organisation"} or not entity.words:
                continue
            full = entity.kind == "person" and len(entity.words) > 1
            given = self.lexicon.given_names.get(entity.words[0], "") if full else ""
            if given in {"m", "f"}:
                entity.genders[given] += 3
            for i in entity.mentions:
                if self.mentions[i].gender:
                    entity.genders[self.mentions[i].gender] += 1


def _clips(word: str, full: tuple[str, ...]) -> bool:
    """Tell whether a word is the beginning of a name: *Gasp* of Gasperini."""
    return len(word) >= 4 and any(f.startswith(word) for f in full)


def _shortens(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a description takes up a fuller one: same first noun, nothing new."""
    return bool(words) and words[0] == full[:1][0] and set(words) <= set(full) if full else False


def _words(text: str) -> list[str]:
    cleaned = "".join(c if c.isalnum() or c in "'’-" else " " for c in fold(text))
    return [w.strip("'’-") for w in cleaned.split() if w.strip("'’-")]


def _fits(words: tuple[str, ...], full: tuple[str, ...], kind: str) -> bool:
    """Tell whether a shorter name can stand for the full one."""
    if len(words) > len(full):
        return False
    if kind != "person":
        if words == full:
            return True
        if kind == "organisation" and len(words) == 1 and len(words[0]) > 4 and words[0] in full:
            return True
        initials = "".join(w[0] for w in full if w not in STOP)
        return len(words) == 1 and len(words[0]) > 2 and words[0] == initials
    if len(words) == len(full):
        return all(same_word(a, b) for a, b in zip(words, full, strict=True))
    return all(any(same_word(w, f) for f in full) for w in words)
