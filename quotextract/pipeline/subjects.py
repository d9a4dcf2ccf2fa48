"""Who a cue points to: the mentions that its grammar or its place suggests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from quotextract.pipeline.cues import Cue
from quotextract.pipeline.cues.groups import AGENT
from quotextract.pipeline.edges import OF
from quotextract.pipeline.frames import Frames, Sentence
from quotextract.pipeline.mentions import Mention, MentionFinder

REACH = 14
ISSUED = 3
BODIES = frozenset({"organisation", "place", "group"})
LEANING = {
    "conj": "tree-conj",
    "xcomp": "tree-up",
    "advcl": "tree-up",
    "aux": "tree-far",
    "parataxis": "tree-far",
    "acl": "tree-far",
    "ccomp": "tree-far",
}
SKIPPED = frozenset({"DET", "SPACE"})
PASSIVE = frozenset({"passive", "agentive"})
RELATIVE = frozenset({"che", "quale", "cui"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
PLACES = frozenset(
    "in nel nello nella nell' nell’ nei negli nelle su sul sullo sulla sull' sull’ sui sulle "
    "da dal dalla dall' dall’ dalle".split()
)
STOPS = frozenset({":", ";", "-", "–", "—", "(", ".", "!", "?"})


@dataclass(frozen=True, slots=True)
class Pointing:
    """A mention that a cue may point to; `ways` tell by which signs."""

    mention: int
    ways: frozenset[str]
    distance: int


class SubjectFinder:
    """Finds the mentions that a cue may point to.

    Args:
        frames: The frame sentences of a document.
        mentions: Its mentions in reading order; plain nouns are added when needed.
        finder: Builds the mention of a plain noun.
        governed: Names in apposition to what a preposition governs: no subjects either.
    """

    def __init__(
        self,
        frames: Frames,
        mentions: list[Mention],
        finder: MentionFinder,
        governed: frozenset[int] = frozenset(),
    ) -> None:
        self.frames, self.doc, self.governed = frames, frames.doc, governed
        self.mentions, self.finder = mentions, finder
        self.covering: dict[int, int] = {}
        for k, m in enumerate(mentions):
            for i in range(m.first, m.last):
                self.covering.setdefault(i, k)

    def plain_source(self, cue: Cue, sentence: Sentence) -> int | None:
        """Return the mention that the grammar alone makes the source of a cue."""
        if cue.kind == "phrase":
            return None if cue.form == "own" else self._starting(cue.last)
        if cue.kind == "noun":
            return None
        for token, way in self._tree_subjects(self.doc[cue.head], cue):
            if way in {"tree", "tree-conj", "agent"} and self._inside(token.i, sentence):
                return self.covering.get(token.i)
        return None

    def of_verb(self, cue: Cue, sentence: Sentence) -> list[Pointing]:
        """Return who may be the subject of a verb, by the tree and by position."""
        ways: dict[int, set[str]] = {}
        if cue.form == "impersonal":
            return self._of_impersonal(cue, sentence)
        for k, way in self._by_tree(cue):
            ways.setdefault(k, set()).add(way)
        antecedent = self._antecedent(cue, sentence)
        if antecedent is not None:
            ways.setdefault(antecedent, set()).add("antecedent")
        for k, way in self._by_position(cue, sentence):
            ways.setdefault(k, set()).add(way)
        return [
            Pointing(k, frozenset(w), self._distance(cue, self.mentions[k]))
            for k, w in ways.items()
            if self._free(k) or w & {"agent", "from", "relative", "antecedent"}
        ]

    def _of_impersonal(self, cue: Cue, sentence: Sentence) -> list[Pointing]:
        """Return where it is read or heard: "si legge *nella nota*", "dal sito"."""
        after = [i for i in sentence.tokens() if i >= cue.last][:8]
        before = [i for i in reversed(sentence.tokens()) if i < cue.first][:8]
        for tokens in (after, before):
            for i in tokens:
                if self.doc[i].lower_ in PLACES and self._inside(i + 1, sentence):
                    k = self._starting(i + 1)
                    k = self._plain(i + 1) if k is None else k
                    if k is not None:
                        return [Pointing(k, frozenset({"read-in"}), abs(i - cue.head))]
        return []

    def of_noun(self, cue: Cue, sentence: Sentence) -> list[Pointing]:
        """Return whose the words are: "il monito *del sindaco*", "dalla sindaca"."""
        i = cue.last
        while (
            i < len(self.doc)
            and self._inside(i, sentence)
            and self.doc[i].pos_ in {"ADJ", "ADV", "SPACE"}
        ):
            i += 1
        found = []
        steps = 0
        while i < len(self.doc) and steps < 12 and self._inside(i, sentence):
            low = self.doc[i].lower_
            if low in OF or low in AGENT:
                k = self._behind(i + 1)
                if k is not None:
                    way = "of" if low in OF else "by"
                    found.append(Pointing(k, frozenset({way}), steps))
                    break
            elif (self.doc[i].is_punct and self.doc[i].text not in "()") or self._elsewhere(i):
                break
            i, steps = i + 1, steps + 1
        return found or self._from_before(cue, sentence)

    def _elsewhere(self, i: int) -> bool:
        """*Un riferimento sulla presenza delle donne*: another phrase has begun."""
        return self.doc[i].pos_ == "VERB" or self.doc[i].lower_ in {
            "su",
            "sul",
            "sulla",
            "sui",
            "sulle",
        }

    def _from_before(self, cue: Cue, sentence: Sentence) -> list[Pointing]:
        """*Da Confacciaio arriva un monito*, *dal ministro la smentita*."""
        for i in sentence.tokens():
            k = self.covering.get(i)
            if i >= cue.first or cue.first - i > 12:
                continue
            if k is not None and self.mentions[k].preposition in AGENT:
                return [Pointing(k, frozenset({"from"}), cue.first - i)]
        return []

    def of_phrase(self, cue: Cue, sentence: Sentence) -> list[Pointing]:
        """Return the source right after a phrase: "secondo *Pini*"."""
        if cue.form == "own":
            return []
        relative = self._relative(cue)
        if relative is not None:
            return [Pointing(relative, frozenset({"antecedent"}), 1)]
        i = cue.last
        while (
            i < len(self.doc)
            and self._inside(i, sentence)
            and (
                self.doc[i].lower_ in OF
                or self.doc[i].pos_ in {"ADV", "SPACE"}
                or self.doc[i].lower_ in AGENT
            )
        ):
            i += 1
        k = self._starting(i)
        if k is None and i < len(self.doc) and self._inside(i, sentence):
            k = self._plain(i)
        return [] if k is None else [Pointing(k, frozenset({"complement"}), i - cue.last)]

    def _relative(self, cue: Cue) -> int | None:
        """Return whom a relative takes up: "*Pini*, secondo cui …", "secondo il quale"."""
        words = [t.lower_ for t in self.doc[cue.last : cue.last + 2]]
        taken = words[:1] == ["cui"] or words[-1:] in (["quale"], ["quali"])
        before = self.doc[cue.first - 1].text if cue.first > 1 else ""
        return self.covering.get(cue.first - 2) if taken and before == "," else None

    def near(self, i: int, sentence: Sentence) -> int | None:
        """Return the mention that covers token `i`, if the token stands in the sentence."""
        return self.covering.get(i) if self._inside(i, sentence) else None

    def _inside(self, i: int, sentence: Sentence) -> bool:
        if self.doc[i].is_space and i + 1 < len(self.doc):
            return self._inside(i + 1, sentence)
        return i in self.frames.place and self.frames.place[i][0] == sentence.index

    def _starting(self, i: int) -> int | None:
        while i < len(self.doc) and self.doc[i].pos_ in SKIPPED and i not in self.covering:
            i += 1
        if i in self.covering:
            return self.covering[i]
        for j in range(i, min(i + 3, len(self.doc))):
            if self.doc[j].pos_ not in {"ADJ", "DET", "NUM"}:
                break
            if j + 1 in self.covering:
                return self.covering[j + 1]
        return None

    def _behind(self, i: int) -> int | None:
        """Return the mention that starts behind a preposition, though inside another."""
        for k, m in enumerate(self.mentions):
            if m.first <= i < m.last and m.first >= i - 1 and m.head >= i:
                return k
        return self._starting(i)

    def _plain(self, i: int) -> int | None:
        """Return a new mention for a plain noun phrase that starts at `i`."""
        j = i
        while j < len(self.doc) and self.doc[j].pos_ in {"DET", "ADJ", "NUM", "ADV"}:
            j += 1
        if j < len(self.doc) and self.doc[j].pos_ in {"NOUN", "PROPN", "X"}:
            return self.add(self.finder.noun_at(j))
        return None

    def add(self, mention: Mention) -> int:
        """Register a plain noun phrase as a mention and return its index."""
        for i in range(mention.first, mention.last):
            if i in self.covering:
                return self.covering[i]
        self.mentions.append(mention)
        k = len(self.mentions) - 1
        for i in range(mention.first, mention.last):
            self.covering[i] = k
        return k

    def _by_tree(self, cue: Cue) -> Iterator[tuple[int, str]]:
        for token, way in self._tree_subjects(self.doc[cue.head], cue):
            if not self._same_level(token.i, cue.head):
                continue
            k = self.covering.get(token.i)
            if k is None and token.pos_ in {"NOUN", "PROPN", "X"}:
                k = self.add(self.finder.noun_at(token.i))
            if k is not None:
                yield k, way

    def _tree_subjects(self, verb: Token, cue: Cue) -> Iterator[tuple[Token, str]]:
        """Yield subjects of the verb, or of the verb it leans on, with the way there."""
        seen: set[int] = set()
        way = "tree"
        while verb.i not in seen:
            seen.add(verb.i)
            own = list(self._own_subjects(verb, cue, way))
            yield from own
            if own or verb.dep_ not in LEANING:
                if not own and verb.dep_ == "acl:relcl":
                    yield verb.head, "relative"
                return
            way = LEANING[verb.dep_]
            verb = verb.head

    def _own_subjects(self, verb: Token, cue: Cue, way: str) -> Iterator[tuple[Token, str]]:
        for child in verb.children:
            if child.dep_ == "obl:agent" and cue.form in PASSIVE:
                yield child, "agent"
            elif child.dep_ not in SUBJECTS:
                continue
            elif child.pos_ == "PRON" and child.lower_ in RELATIVE:
                if verb.dep_ == "acl:relcl":
                    yield verb.head, "relative"
            elif child.dep_ == "nsubj:pass" and cue.form in PASSIVE:
                yield child, "patient"
            else:
                yield child, way

    def _antecedent(self, cue: Cue, sentence: Sentence) -> int | None:
        """Return whom *che* takes up: "con *Donald Trump*, che nei giorni scorsi aveva detto"."""
        i, steps = cue.first - 1, 0
        while i > 0 and steps < 10 and self._inside(i, sentence):
            if self.doc[i].lower_ == "che":
                j = i - 2 if self.doc[i - 1].text == "," else i - 1
                return self.covering.get(j)
            if self.doc[i].pos_ in {"VERB", "AUX"} and i < cue.first - 1:
                return None
            i, steps = i - 1, steps + 1
        return None

    def _same_level(self, i: int, j: int) -> bool:
        return self.frames.owner[i] == self.frames.owner[j]

    def _by_position(self, cue: Cue, sentence: Sentence) -> Iterator[tuple[int, str]]:
        agent = cue.form in PASSIVE
        yield from self._after(cue, sentence, agent=agent)
        yield from self._before(cue, sentence)

    def _after(self, cue: Cue, sentence: Sentence, *, agent: bool) -> Iterator[tuple[int, str]]:
        tokens = self._pieces_after(cue, sentence)
        seen: set[int] = set()
        free = 0
        clause_ended = False
        for step, i in enumerate(tokens):
            if step > REACH or self.doc[i].text in STOPS:
                return
            if self.doc[i].pos_ == "SCONJ" or self.doc[i].lower_ in {"che", "quando", "dove"}:
                return
            if self.doc[i].pos_ == "VERB" and step > 0 and self.doc[i].head.i != cue.head:
                clause_ended = True
            k = self.covering.get(i)
            if k is None and self._plain_subject(i) and not clause_ended:
                k = self.add(self.finder.noun_at(i))
            if k is None or k in seen:
                continue
            seen.add(k)
            m = self.mentions[k]
            if m.preposition in AGENT and agent:
                yield k, "agent"
            elif m.preposition in AGENT and m.kind in BODIES and self._issued(cue, step):
                yield k, "from"
            elif self._free(k) and not clause_ended:
                yield k, "after-first" if free == 0 else "after-later"
                free += 1

    def _free(self, k: int) -> bool:
        """Tell whether no preposition governs a mention, nor what it stands in apposition to."""
        return not self.mentions[k].preposition and k not in self.governed

    def _issued(self, cue: Cue, step: int) -> bool:
        """*Spiegano dalla Questura*, *fanno sapere dal ministero*: a plural of no subject."""
        return cue.number == "p" and cue.form not in PASSIVE and step <= ISSUED

    def _plain_subject(self, i: int) -> bool:
        """A noun with a determiner may be a subject of no known kind ("il cartello")."""
        token = self.doc[i]
        return (
            token.pos_ in {"NOUN", "PROPN"}
            and i > 0
            and self.doc[i - 1].pos_ == "DET"
            and self.frames.owner[i] == self.frames.owner[i - 1]
        )

    def _pieces_after(self, cue: Cue, sentence: Sentence) -> list[int]:
        after: list[int] = []
        stop = False
        for piece in sentence.pieces:
            if piece.quotation >= 0:
                stop = stop or bool(after)
            elif piece.token >= cue.last and not stop:
                after.append(piece.token)
        return after

    def _before(self, cue: Cue, sentence: Sentence) -> Iterator[tuple[int, str]]:
        seen: set[int] = set()
        free = 0
        for step, i in enumerate(reversed([t for t in sentence.tokens() if t < cue.first])):
            if step > 40:
                return
            k = self.covering.get(i)
            if k is None or k in seen:
                continue
            seen.add(k)
            if self._free(k):
                yield k, "before-first" if free == 0 else "before-later"
                free += 1

    def _distance(self, cue: Cue, m: Mention) -> int:
        return m.first - cue.last if m.first >= cue.last else cue.first - m.last


def leading(sentence: Sentence, mentions: Sequence[Mention], covering: dict[int, int]) -> list[int]:
    """Return the mentions of a sentence that no preposition governs, in order."""
    found: list[int] = []
    for i in sentence.tokens():
        k = covering.get(i)
        if k is not None and k not in found and not mentions[k].preposition:
            found.append(k)
    return found
