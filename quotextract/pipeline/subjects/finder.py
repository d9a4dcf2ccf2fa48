"""Who a cue points to, by its kind: a verb, a noun or a phrase."""

from __future__ import annotations

from quotextract.pipeline.cues import Cue
from quotextract.pipeline.frames import Frames, Sentence
from quotextract.pipeline.mentions import Mention
from quotextract.pipeline.subjects.complements import Complements
from quotextract.pipeline.subjects.position import SubjectsByPosition
from quotextract.pipeline.subjects.targets import Pointing, Targets
from quotextract.pipeline.subjects.tree import SubjectsByTree

GOVERNED = frozenset({"agent", "from", "relative", "antecedent", "antecedent-far"})


class SubjectFinder:
    """Finds the mentions that a cue may point to.

    Args:
        frames: The frame sentences of a document.
        targets: What a cue can point to.
    """

    def __init__(self, frames: Frames, targets: Targets) -> None:
        self.doc, self.targets = frames.doc, targets
        self.tree = SubjectsByTree(frames, targets)
        self.position = SubjectsByPosition(frames, targets)
        self.complements = Complements(frames, targets)

    def plain_source(self, cue: Cue, sentence: Sentence) -> int | None:
        """Return the mention that the grammar alone makes the source of a cue."""
        if cue.kind == "phrase":
            return None if cue.form == "own" else self.targets.starting(cue.last)
        if cue.kind == "noun":
            return None
        for token, way in self.tree.subjects(self.doc[cue.head], cue):
            if way in {"tree", "tree-conj", "agent"} and self.targets.inside(token.i, sentence):
                return self.targets.covering.get(token.i)
        return None

    def of_verb(self, cue: Cue, sentence: Sentence) -> list[Pointing]:
        """Return who may be the subject of a verb, by the tree and by position."""
        ways: dict[int, set[str]] = {}
        if cue.form == "impersonal":
            return self.complements.of_impersonal(cue, sentence)
        for k, way in self.tree.ways(cue):
            ways.setdefault(k, set()).add(way)
        for k, way in self.tree.antecedents(cue, sentence):
            ways.setdefault(k, set()).add(way)
        for k, way in self.position.ways(cue, sentence):
            ways.setdefault(k, set()).add(way)
        return [
            Pointing(k, frozenset(w), self._distance(cue, self.targets.mentions[k]))
            for k, w in ways.items()
            if self.targets.free(k) or w & GOVERNED
        ]

    def of_noun(self, cue: Cue, sentence: Sentence) -> list[Pointing]:
        """Return whose words a noun tells."""
        return self.complements.of_noun(cue, sentence)

    def of_phrase(self, cue: Cue, sentence: Sentence) -> list[Pointing]:
        """Return whose words a phrase tells."""
        return self.complements.of_phrase(cue, sentence)

    def _distance(self, cue: Cue, m: Mention) -> int:
        return m.first - cue.last if m.first >= cue.last else cue.first - m.last
