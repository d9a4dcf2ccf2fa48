"""From a mention, or from none, to the entities it may stand for.

Nothing is decided here: each option carries what speaks for it, and the ranker weighs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from quotextract.knowledge import load_speakers
from quotextract.lexicon import Lexicon
from quotextract.lexicon import fold as lexical
from quotextract.pipeline.entities.entity import Entity, Role
from quotextract.pipeline.entities.table import EntityTable
from quotextract.pipeline.entities.wording import STOP
from quotextract.pipeline.frames import Frames
from quotextract.pipeline.mentions import Mention
from quotextract.pipeline.names.name import is_capitalised

NEAREST = 5
REACH = 2
OTHER_TAIL = 0.2
BRIDGING = frozenset({"organisation", "group", "document"})
SPEAKING = frozenset({"person", "organisation", "group", "anonymous"})


@dataclass(frozen=True, slots=True)
class Option:
    """Who a mention may stand for, most often one entity, and how that was reached."""

    entities: tuple[Entity, ...]
    how: str
    features: dict[str, float] = field(default_factory=dict)

    @property
    def signs(self) -> dict[str, float]:
        """What speaks for it, under the names that candidates give it."""
        return {f"opt:{name}": value for name, value in self.features.items()}


class Resolver:
    """Resolves mentions of one document.

    Args:
        frames: Its frame sentences.
        table: Its entities.
        lexicon: Offices that are one, epithets.
    """

    def __init__(self, frames: Frames, table: EntityTable, lexicon: Lexicon) -> None:
        self.frames, self.table, self.lexicon = frames, table, lexicon
        self.spoke: list[Entity] = []
        self.outer = set(table.outermost())
        self.groups = list(self._named_together())
        self.subjects = {t.i for t in frames.doc if t.dep_.startswith("nsubj")}
        self.sources: frozenset[int] = frozenset()
        self.told: dict[int, Entity] = {}
        for i, m in enumerate(table.mentions):
            taken_up = self._taken_up(i, m)
            if taken_up is not None:
                self.told[i] = taken_up

    def _taken_up(self, i: int, m: Mention) -> Entity | None:
        """Return whom a mention most plainly stands for, so that discourse can count it."""
        known = self.table.of(i)
        if known is not None:
            return known
        if m.kind == "role" and m.number != "p":
            sure = [o for o in self._by_role(m) if o.features.get("role_first")]
            return sure[0].entities[0] if sure else self.table.describe(i)
        if m.kind == "group" or (m.kind in {"role", "organisation"} and self._acts(m)):
            return self.table.describe(i)
        return None

    def _acts(self, m: Mention) -> bool:
        return any(j in self.subjects for j in range(m.first, m.last))

    def options(self, mention: int) -> list[Option]:
        """Return who a mention may be, at least one option: the description itself."""
        m = self.table.mentions[mention]
        known = self.table.of(mention)
        if known is not None and (known.named or m.kind in {"name", "place"}):
            return [Option((known,), "name")]
        if m.kind == "pronoun":
            return [*self._plural(m), *self.salient(m.first, m.gender, m.number, "pronoun")]
        found = [
            *self._by_role(m), *self._by_office(m), *self._by_epithet(m), *self._by_head(m),
            *self._by_owner(m),
        ]  # fmt: skip
        if any(o.how == "head" for o in found):  # the fuller name is the same body
            return found
        described = Option((self.table.describe(mention),), "description", self._described(m))
        return [*found, *self._discourse(m), described]

    def _described(self, m: Mention) -> dict[str, float]:
        """Offices are held by people whom an article need not name; a youth is somebody told."""
        if m.kind != "role" or not m.definite or m.number == "p":
            return {}
        role = self._class(m.role)
        held = any(self._holds(e, role) for e in self.table.entities if e.kind == "person")
        return {f"new-{role}": 1.0, "new-rivalled": float(held)}

    def _class(self, lemma: str) -> str:
        """Return the class of a role: office, sport, kin, … or "" for a demonym."""
        role = self.lexicon.roles.get(lemma)
        return role.kind if role else ""

    def _holds(self, entity: Entity, kind: str) -> bool:
        return any(self._class(role.lemma) == kind for role in entity.roles)

    def _kindred(self, entity: Entity, m: Mention) -> dict[str, float]:
        """Tell whether somebody's known roles are of the kind of a role mention."""
        kind = self._class(m.role)
        told = "none" if not entity.roles else "same" if self._holds(entity, kind) else "other"
        return {f"class-{told}": 1.0, f"class-{kind}-{told}": 1.0}

    def _discourse(self, m: Mention) -> Iterator[Option]:
        """Yield whom a definite description may take up again: "lo scrittore", "il club"."""
        if not m.definite and m.kind != "document":
            return
        if m.number == "p":
            yield from self._plural(m)
            yield from self._several(m)
        elif m.kind == "role":
            for option in self.salient(m.first, m.gender, "s", "anaphor"):
                if option.entities[0].kind in {"person", "anonymous"}:
                    told = self._tail(m) | self._kindred(option.entities[0], m)
                    yield Option(option.entities, "anaphor", option.features | told)
        elif m.kind in BRIDGING and m.name is None and not self._told_by_name(m):
            for option in self.salient(m.first, "", "s", f"bridge-{m.kind}"):
                if m.kind == "document" or option.entities[0].kind == "organisation":
                    yield Option(option.entities, option.how, option.features | self._tail(m))

    def _told_by_name(self, m: Mention) -> bool:
        """*Il ministero degli Esteri di Mosca*: a name in its tail says which one it is."""
        tail = self.frames.doc[m.head + 1 : m.last]
        return m.kind == "organisation" and any(is_capitalised(t.text) for t in tail)

    def _tail(self, m: Mention) -> dict[str, float]:
        return {"bare": float(m.last - m.head == 1), "tailed": float(m.last - m.head > 1)}

    def _plural(self, m: Mention) -> Iterator[Option]:
        """Yield the nearest people named together: "i due difensori"."""
        if m.number == "p":
            kind = "organisation" if m.kind == "organisation" else "person"
            for option in self.together(m.first):
                if all(e.kind == kind for e in option.entities):
                    yield option

    def _several(self, m: Mention) -> Iterator[Option]:
        """Yield the groups told before: "i firmatari" of "un gruppo di economisti"."""
        if m.kind not in {"role", "group"}:
            return
        for option in self.salient(m.first, "", "p", "bridge-plural"):
            entity = option.entities[0]
            if entity.kind == "group" or entity.number == "p":
                yield Option(option.entities, option.how, option.features | self._tail(m))

    def together(self, at: int) -> Iterator[Option]:
        """Yield the nearest people named together before token `at`."""
        together = [g for g in self.groups if g[0] < at]
        for rank, (_, entities) in enumerate(reversed(together[-2:])):
            yield Option(entities, "together", {f"rank{rank}": 1.0})

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
            features |= self._agreement(entity, gender, number)
            yield Option((entity,), how, features)

    def last_described(self, at: int) -> int | None:
        """Return the subject of the last two sentences that is no name: *la donna*, *lei*."""
        here = self._sentence(at)
        for i in range(len(self.table.mentions) - 1, -1, -1):
            m = self.table.mentions[i]
            if m.first >= at or self.frames.owner[m.first] >= 0 or not self._acts(m):
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

    def _worth(self, nearest: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the nearest, and whoever spoke last or most, however far."""
        often = Counter(e.index for e in self.spoke).most_common(1)
        kept = {e.index for e in self.spoke[-1:]} | {index for index, _ in often}
        return nearest[:NEAREST] + [item for item in nearest[NEAREST:] if item[0] in kept]

    def _named_together(self) -> Iterator[tuple[int, tuple[Entity, ...]]]:
        """Yield the places where people are named in a row: "Cretella e Verri"."""
        run: list[Entity] = []
        last: Mention | None = None
        for i, m in enumerate(self.table.mentions):
            entity = self.table.of(i) if m.kind in {"name", "organisation"} else None
            if entity is None or not entity.named:
                continue
            between = self.frames.doc[last.last : m.first] if last else None
            gap = ["."] if between is None else [t.lower_ for t in between if not t.is_space]
            if run and len(gap) <= 2 and set(gap) <= {",", "e", "ed"}:
                run.append(entity)
            else:
                if len(run) > 1 and last:
                    yield last.first, tuple(dict.fromkeys(run))
                run = [entity]
            last = m
        if len(run) > 1 and last:
            yield last.first, tuple(dict.fromkeys(run))

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

    def _agreement(self, entity: Entity, gender: str, number: str) -> dict[str, float]:
        features: dict[str, float] = {}
        if gender and entity.gender:
            features["gender_same" if gender == entity.gender else "gender_other"] = 1.0
        if number == "p" and entity.kind == "person":
            features["number_other"] = 1.0
        return features

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

    def _by_role(self, m: Mention) -> Iterator[Option]:
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
            yield Option((entity,), "role", features | self._agreement(entity, m.gender, m.number))

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

    def _by_owner(self, m: Mention) -> Iterator[Option]:
        """Whose document it is: "una nota di Palazzo Chigi" speaks for Palazzo Chigi."""
        if m.kind != "document":
            return
        for k, inner in enumerate(self.table.mentions):
            if m.first < inner.first and inner.last <= m.last and inner.preposition:
                for option in self.options(k):
                    kind = f"owner-{option.entities[0].kind}"
                    told = {f"owner-{option.how}": 1.0, kind: 1.0}
                    yield Option(option.entities, "owner", option.features | told)

    def _by_office(self, m: Mention) -> Iterator[Option]:
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
                agreed = self._agreement(entity, m.gender, m.number)
                yield Option((entity,), "office", agreed | {"office": 1.0})

    def _by_epithet(self, m: Mention) -> Iterator[Option]:
        text = " ".join(t.lower_ for t in self.frames.doc[m.head : m.last])
        epithet = self.lexicon.epithets.get(lexical(text)) or self.lexicon.epithets.get(m.role)
        if epithet is None:
            return
        for entity in self.table.entities:
            if entity.named and entity.name in epithet.names:
                yield Option((entity,), "epithet", {})

    def _by_head(self, m: Mention) -> Iterator[Option]:
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
