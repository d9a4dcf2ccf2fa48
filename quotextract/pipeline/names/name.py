"""What a name is, and the words that stand inside names."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from quotextract.lexicon import Lexicon

PARTICLES = frozenset(
    "de di da del della dei degli delle la lo le li von van der den bin ben al el dal dalla dello "
    "dell' d' d’ dell’ du mac mc st. san santa y e'".split()
)
ELIDED = frozenset("D' D’ O' O’ Dell' Dell’ L' L’ Dall' Dall’".split())
OF_WORDS = frozenset("di del della dei degli delle dell' d' d’ dell’ la le lo al y".split())


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first:last` that name somebody or something; label as in `doc.ents`."""

    first: int
    last: int
    label: str


def of_role(doc: Doc, first: int, lexicon: Lexicon) -> bool:
    """Tell whether what begins at a token is of one person's role: *il sindaco di | Bergamo*."""
    if first < 2 or doc[first - 1].lower_ not in OF_WORDS:
        return False
    role = doc[first - 2]
    return role.lower_ in lexicon.roles and "Plur" not in role.morph.get("Number")


def is_capitalised(text: str) -> bool:
    """Tell whether a word begins with a capital letter."""
    return text[:1].isupper() and any(c.isalpha() for c in text)
