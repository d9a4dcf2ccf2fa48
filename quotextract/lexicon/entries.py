"""The entries of the lexicon, as the rules read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb of saying and its constructions.

    Args:
        lemma: The infinitive.
        frames: Its plain constructions, among `direct`, `che`, `di`, `se`, `a`, `fragment`.
        reflexive: Those with *si* (*si è detto fiducioso*).
        sense: What kind of act it is: say, answer, deny, emotion, …
        weak: Whether it is a cue only next to a quotation mark.
        issues: Whether who does it to a document speaks there (*una nota diffusa da …*).
    """

    lemma: str
    frames: frozenset[str]
    reflexive: frozenset[str]
    sense: str
    weak: bool
    issues: bool = False


@dataclass(frozen=True, slots=True)
class Idiom:
    """Several words that together report speech: *tagliare corto*.

    Args:
        idiom: How a dictionary would write it.
        verb: The lemma of its verb.
        rest: What follows the verb, for each word its alternatives.
        frames: As for verbs.
        sense: As for verbs.
        weak: As for verbs.
        reflexive: Whether *si* belongs to it.
        negative: Whether *non* belongs to it.
    """

    idiom: str
    verb: str
    rest: tuple[frozenset[str], ...]
    frames: frozenset[str]
    sense: str
    weak: bool
    reflexive: bool
    negative: bool

    def match(self, words: Sequence[str], gap: int = 4) -> int:
        """Count the words after the verb that complete the idiom, 0 where it is none.

        Args:
            words: The words after the verb, as written.
            gap: How many words may stand between: *ha tagliato, come sempre, corto*.
        """
        length = len(self.rest)
        low = [word.lower().replace("’", "'") for word in words[: length + gap]]
        for start in range(len(low) - length + 1):
            window = low[start : start + length]
            if all(word in options for word, options in zip(window, self.rest, strict=True)):
                return start + length
        return 0


@dataclass(frozen=True, slots=True)
class CuePhrase:
    """A phrase that introduces a source; `kind` tells what it takes.

    `source` and `signature` take the speaker, `own` (*a suo avviso*) has one before it,
    `so` (*così*) and `come` take a speaker or a verb; after `outlet` and `interviewer`
    stands somebody who is not the speaker.
    """

    phrase: str
    kind: str


@dataclass(frozen=True, slots=True)
class CueNoun:
    """A noun of saying; a `document` can itself be the source (*si legge nella nota*)."""

    lemma: str
    gender: str
    document: bool


@dataclass(frozen=True, slots=True)
class Role:
    """A form of a noun that may stand for a person; empty where the form does not tell."""

    lemma: str
    gender: str
    number: str
    kind: str


@dataclass(frozen=True, slots=True)
class GenderedNoun:
    """A form of a noun: of an organisation, or of what carries a quoted name."""

    lemma: str
    gender: str
    number: str


@dataclass(frozen=True, slots=True)
class Group:
    """People who speak in the plural; `kind` is group or anonymous."""

    plural: str
    gender: str
    kind: str


@dataclass(frozen=True, slots=True)
class Institution:
    """A place or name that stands for an institution: *Palazzo Chigi*."""

    name: str
    stands_for: str
    country: str
    kind: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country with all that points to it: *francese, Parigi, Eliseo*.

    `leader` is the office that *il leader di Parigi* means.
    """

    name: str
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    seat: tuple[str, ...]
    aliases: tuple[str, ...]
    leader: str


@dataclass(frozen=True, slots=True)
class Party:
    """A party with its short forms and adjectives: *Pd, dem*."""

    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    country: str


@dataclass(frozen=True, slots=True)
class Epithet:
    """A fixed epithet and the persons it may mean, if the article names them."""

    phrase: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScareMarker:
    """A word before quotation marks that quote nobody; weak ones are only a hint."""

    lemma: str
    weak: bool
