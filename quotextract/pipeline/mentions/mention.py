"""What one mention tells."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from quotextract.pipeline.names.name import Name


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first:last` of one level; `head` is the token that a verb would govern.

    `name` is the name inside, `role` the lemma of the role noun, `tail` the words
    after the role noun ("francese", "del Consiglio"), `preposition` what stands before,
    `titled` where a name in marks ends that belongs to it ("l'associazione «Vivere»"), or -1.
    """

    first: int
    last: int
    head: int
    kind: str
    name: Name | None = None
    role: str = ""
    role_first: int = -1
    role_last: int = -1
    gender: str = ""
    number: str = "s"
    definite: bool = True
    preposition: str = ""
    possessive: bool = False
    titled: int = -1

    def text(self, doc: Doc) -> str:
        return doc[self.first : self.last].text

    @property
    def end(self) -> int:
        """Where it ends with the name in marks behind it."""
        return max(self.titled, self.last)

    def fullest(self, doc: Doc) -> str:
        """Return the words with the name in marks behind them."""
        return doc[self.first : self.end].text

    def words_to(self, following: Mention, doc: Doc) -> list[str]:
        """Return the words between this mention and one behind it, in small letters."""
        return [t.lower_ for t in doc[self.last : following.first] if not t.is_space]
