"""What is known of one cue."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue on tokens `first:last`; `head` carries the meaning.

    `kind` is verb, idiom, noun or phrase; `form` how a verb stands (finite,
    participle, gerund, infinitive, passive, impersonal).
    """

    first: int
    last: int
    head: int
    lemma: str
    kind: str
    form: str = ""
    number: str = ""
    gender: str = ""
    frames: frozenset[str] = frozenset()
    sense: str = ""
    weak: bool = False
    negated: bool = False
    hypothetical: bool = False
    clitic: bool = False
    document: bool = False

    def text(self, doc: Doc) -> str:
        return doc[self.first : self.last].text
