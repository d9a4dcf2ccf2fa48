"""Whom a verb points to by the parse tree: subjects, agents, those whom *che* takes up."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import Frames, Sentence
from quotextract.pipeline.subjects.targets import Targets

LEANING = {
    "conj": "tree-conj",
    "xcomp": "tree-up",
    "advcl": "tree-up",
    "aux": "tree-far",
    "parataxis": "tree-far",
    "acl": "tree-far",
    "ccomp": "tree-far",
}
INSERTED = 14
PASSIVE = frozenset({"passive", "agentive"})
RELATIVE = frozenset({"che", "quale", "cui"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


class SubjectsByTree:
    """Finds the subjects of verbs in the parse tree.

    Args:
        frames: The frame sentences of a document.
        targets: What a cue can point to.
    """

    def __init__(self, frames: Frames, targets: Targets) -> None:
        self.frames, self.doc, self.targets = frames, frames.doc, targets

    def ways(self, cue: Cue) -> Iterator[tuple[int, str]]:
        """Yield the mentions that may be the subject of a verb, each with the way there."""
        for token, way in self.subjects(self.doc[cue.head], cue):
            if not self._same_level(token.i, cue.head):
                continue
            k = self.targets.covering.get(token.i)
            own = cue.first <= token.i < cue.last  # *fa eco Ugo Pini*: a word of the idiom
            if k is None and not own and token.pos_ in {"NOUN", "PROPN", "X"}:
                k = self.targets.add_noun(token.i)
            if k is not None:
                yield k, way

    def subjects(self, verb: Token, cue: Cue) -> Iterator[tuple[Token, str]]:
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

    def antecedents(self, cue: Cue, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """Yield whom *che* takes up: "con *Ugo Pini*, che nei giorni scorsi aveva detto".

        More may stand between: "*Ugo Pini*, fra i soci più ascoltati di Aeroval, che chiede".
        """
        j = self._before_relative(cue, sentence)
        k = self.targets.covering.get(j)
        if k is not None:
            yield k, "antecedent"
        if j < 0 or self.doc[j + 1].text != ",":
            return
        for i in range(j, max(j - INSERTED, 0), -1):
            if self.doc[i].text == "," and self.targets.inside(i - 1, sentence):
                far = self.targets.covering.get(i - 1)
                if far is not None and far != k:
                    yield far, "antecedent-far"
                return
            if self.doc[i].is_punct or "Fin" in self.doc[i].morph.get("VerbForm"):
                return

    def _before_relative(self, cue: Cue, sentence: Sentence) -> int:
        """Return the token before the *che* that the verb belongs to, and its comma; or -1."""
        i, steps = cue.first - 1, 0
        while i > 0 and steps < 10 and self.targets.inside(i, sentence):
            if self.doc[i].lower_ == "che":
                return i - 2 if self.doc[i - 1].text == "," else i - 1
            if self.doc[i].pos_ in {"VERB", "AUX"} and i < cue.first - 1:
                return -1
            i, steps = i - 1, steps + 1
        return -1

    def _same_level(self, i: int, j: int) -> bool:
        return self.frames.owner[i] == self.frames.owner[j]
