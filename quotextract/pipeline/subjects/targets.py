"""What a cue can point to: the mentions where they stand, and plain nouns when needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotextract.pipeline.frames import Frames, Sentence
from quotextract.pipeline.mentions import Mention, MentionFinder

SKIPPED = frozenset({"DET", "SPACE"})


@dataclass(frozen=True, slots=True)
class Pointing:
    """A mention that a cue may point to; `ways` tell by which signs."""

    mention: int
    ways: frozenset[str]
    distance: int


class Targets:
    """The mentions of a document, looked up by the tokens that they cover.

    Args:
        frames: The frame sentences of the document.
        mentions: Its mentions in reading order; plain nouns are added when needed.
        finder: Builds the mention of a plain noun.
        governed: Names in apposition to what a preposition governs: no subjects either.
    """

    def __init__(
        self,
        frames: Frames,
        mentions: list[Mention],
        finder: MentionFinder,
        governed: frozenset[int],
    ) -> None:
        self.frames, self.doc, self.governed = frames, frames.doc, governed
        self.mentions, self.finder = mentions, finder
        self.covering: dict[int, int] = {}
        for k, m in enumerate(mentions):
            for i in range(m.first, m.last):
                self.covering.setdefault(i, k)

    def free(self, k: int) -> bool:
        """Tell whether no preposition governs a mention, nor what it stands in apposition to."""
        return not self.mentions[k].preposition and k not in self.governed

    def inside(self, i: int, sentence: Sentence) -> bool:
        """Tell whether token `i`, or the word behind it, stands in the sentence."""
        if self.doc[i].is_space and i + 1 < len(self.doc):
            return self.inside(i + 1, sentence)
        return i in self.frames.place and self.frames.place[i][0] == sentence.index

    def starting(self, i: int) -> int | None:
        """Return the mention that starts at `i`, behind determiners or adjectives."""
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

    def behind(self, i: int) -> int | None:
        """Return the mention that starts behind a preposition, though inside another."""
        for k, m in enumerate(self.mentions):
            if m.first <= i < m.last and m.first >= i - 1 and m.head >= i:
                return k
        return self.starting(i)

    def plain(self, i: int) -> int | None:
        """Return a new mention for a plain noun phrase that starts at `i`."""
        j = i
        while j < len(self.doc) and self.doc[j].pos_ in {"DET", "ADJ", "NUM", "ADV"}:
            j += 1
        if j < len(self.doc) and self.doc[j].pos_ in {"NOUN", "PROPN", "X"}:
            return self.add_noun(j)
        return None

    def add_noun(self, i: int) -> int:
        """Register the plain noun phrase around token `i` as a mention and return its index."""
        return self.add(self.finder.noun_at(i))

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


def leading(sentence: Sentence, mentions: Sequence[Mention], covering: dict[int, int]) -> list[int]:
    """Return the mentions of a sentence that no preposition governs, in order."""
    found: list[int] = []
    for i in sentence.tokens():
        k = covering.get(i)
        if k is not None and k not in found and not mentions[k].preposition:
            found.append(k)
    return found
