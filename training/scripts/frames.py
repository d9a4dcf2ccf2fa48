"""Reporting frames for synthetic quotations: «…», *ha detto ieri la sindaca Carla Pini*.

Treebanks hold few sentences where the verb of saying follows the quotation and its
subject follows the verb. These are built from short own lists of cues and roles, lists
of names, and the treebank's own analysis of each word.
"""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from words import Sentence, Word

TAILS = ["", "", "", "", "ieri/advmod", "oggi/advmod", "in/case aula/obl", "a/case Roma/obl",
         "al/case termine/obl", "in/case una/det nota/obl", "su/case Facebook/obl",
         "poi/advmod", "ancora/advmod"]  # fmt: skip


def lines(path: Path) -> list[str]:
    """Read the entries of a list, without comments."""
    text = path.read_text(encoding="utf8")
    return [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]


@dataclass
class Frames:
    """A source of frames; every draw comes from the random generator it is given."""

    cues: list[str]
    roles: list[str]
    given: list[str]
    surnames: list[str]
    lexicon: dict[tuple[str, str], Word]

    @classmethod
    def load(cls, lists: Path, names: Path, treebank: list[Sentence]) -> "Frames":
        """Read the lists and learn the commonest analysis of each word."""
        seen: dict[tuple[str, str], Counter] = defaultdict(Counter)
        for sentence in treebank:
            for w in sentence:
                kind = w.dep if w.pos in {"AUX", "DET", "ADP"} else ""
                seen[w.text.lower(), kind][w.pos, w.tag, w.morph, w.lemma] += 1
        lexicon = {
            key: Word(key[0], True, *found.most_common(1)[0][0]) for key, found in seen.items()
        }
        return cls(
            [cue for cue in lines(lists / "cues.txt") if (cue.split()[-1], "") in lexicon],
            lines(lists / "roles.txt"),
            [name.title() for name in lines(names / "9000_nomi_propri.txt")],
            [name.title() for name in lines(names / "lista_38000_cognomi.txt")],
            lexicon,
        )

    def word(self, text: str, dep: str, head: int) -> Word:
        """Analyse a word as the treebank does most often in this place."""
        known = self.lexicon.get((text.lower(), dep)) or self.lexicon.get((text.lower(), ""))
        if not known:
            return self.name(text, dep, head)
        return replace(known, text=text, dep=dep, head=head, space=text[-1] != "'")

    def name(self, text: str, dep: str, head: int) -> Word:
        return Word(text, True, "PROPN", "SP", "", text, head, dep)

    def person(self, rng: random.Random, dep: str, head: int, at: int) -> Sentence:
        """Write a surname, or a given name and a surname."""
        if rng.random() < 0.4:
            return [self.name(rng.choice(self.surnames), dep, head)]
        first = self.name(rng.choice(self.given), dep, head)
        return [first, self.name(rng.choice(self.surnames), "flat:name", at)]

    def role(self, rng: random.Random, head: int, at: int, plural: bool) -> Sentence:
        """Write a role, often followed by the name of who holds it."""
        roles = [role for role in self.roles if role.startswith("+") == plural]
        texts = rng.choice(roles).strip("+ ").split()
        noun = at + (2 if texts[1] == "ex" else 1)
        words = [self.word(texts[0], "det", noun)]
        for i, text in enumerate(texts[1:], at + 1):
            if i == noun:
                words.append(replace(self.word(text, "nsubj", head), pos="NOUN"))
            elif text == "ex" or (i == noun + 1 and i == at + len(texts) - 1):
                words.append(self.word(text, "amod", noun))
            elif i == at + len(texts) - 1:
                words.append(self.word(text, "nmod", noun))
            else:
                words.append(self.word(text, "case", at + len(texts) - 1))
        chance = rng.random()
        if chance < 0.1 and not plural:
            words[-1].space = False
            name = self.person(rng, "appos", noun, at + len(words) + 1)
            words += [Word(",", True, "PUNCT", "FF", "", ",", at + len(words) + 1, "punct"), *name]
        elif chance < 0.6 and not plural:
            words += self.person(rng, "nmod", noun, at + len(words))
        return words

    def tail(self, rng: random.Random, head: int, at: int) -> Sentence:
        """Write a short adjunct."""
        pairs = [item.split("/") for item in rng.choice(TAILS).split()]
        last = at + len(pairs) - 1
        return [
            self.word(text, dep, last if dep in {"case", "det"} else head)
            for i, (text, dep) in enumerate(pairs)
        ]

    def subject(self, rng: random.Random, verb: int, at: int, plural: bool) -> Sentence:
        """Write who speaks: a role or a name; now and then nobody."""
        chance = rng.random()
        if plural or chance < 0.45:
            return self.role(rng, verb, at, plural)
        return self.person(rng, "nsubj", verb, at) if chance < 0.9 else []

    def draw(self, rng: random.Random, dep: str = "parataxis") -> tuple[Sentence, int]:
        """Return the words of a frame, verb first, and the index of its verb."""
        cue = rng.choice(self.cues)
        plural, texts = cue.startswith("+"), cue.strip("+ ").split()
        verb = len(texts) - 1
        words = [self.word(text, "aux", verb) for text in texts[:-1]]
        words.append(replace(self.word(texts[-1], dep, verb), pos="VERB", tag="V"))
        early = rng.random() < 0.3
        if early:
            words += self.tail(rng, verb, len(words))
        words += self.subject(rng, verb, len(words), plural)
        if not early:
            words += self.tail(rng, verb, len(words))
        return words, verb
