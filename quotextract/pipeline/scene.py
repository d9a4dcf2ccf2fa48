"""All that the sieves look at: one article, analysed once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc

from quotextract.lexicon import Lexicon
from quotextract.neural import load_reader
from quotextract.pipeline.context import Context, Read
from quotextract.pipeline.cues import Cue, CueFinder
from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.entities.gathering import gather_entities
from quotextract.pipeline.frames import Frames, Quotation, Sentence
from quotextract.pipeline.mentions import Mention, MentionFinder
from quotextract.pipeline.names.finding import find_names
from quotextract.pipeline.resolution.resolver import Resolver
from quotextract.pipeline.subjects.finder import SubjectFinder
from quotextract.pipeline.subjects.targets import Targets
from quotextract.text.layout import Signature, signatures

ASIDES = frozenset({"outlet", "interviewer"})


@dataclass(slots=True)
class Candidate:
    """One possible answer to whose words a quotation holds.

    `entities` is empty where nobody is told; `mention` is -1 for a null subject.
    """

    rule: str
    entities: tuple[Entity, ...] = ()
    cue: Cue | None = None
    mention: int = -1
    features: dict[str, float] = field(default_factory=dict)
    score: float = 0.0

    @property
    def key(self) -> tuple[int, ...]:
        return tuple(sorted(e.index for e in self.entities))


@dataclass(slots=True)
class Decision:
    """The speaker chosen for a quotation, and all candidates for explaining it."""

    quotation: int
    winner: Candidate
    confidence: float
    candidates: list[Candidate]


class Scene:
    """One analysed article.

    Args:
        doc: A parsed document.
        lexicon: What the program knows about Italian.
        read: Reads the whole article; the bundled reader where absent.
    """

    def __init__(self, doc: Doc, lexicon: Lexicon, read: Read | None = None) -> None:
        self.doc, self.lexicon, self._read = doc, lexicon, read
        self.frames = Frames(doc)
        finder = MentionFinder(self.frames, find_names(doc, self.frames, lexicon), lexicon)
        self.mentions: list[Mention] = finder.find()
        self.table = gather_entities(self.frames, self.mentions, lexicon)
        self.resolver = Resolver(self.frames, self.table, lexicon)
        self.discourse = self.resolver.discourse
        governed = frozenset(self.table.governed)
        self.targets = Targets(self.frames, self.mentions, finder, governed)
        self.subjects = SubjectFinder(self.frames, self.targets)
        self._cues = CueFinder(self.frames, lexicon)
        self._found: dict[int, list[Cue]] = {}
        self.discourse.sources = frozenset(self._sources())
        self.decided: dict[int, Decision] = {}

    def _sources(self) -> Iterator[int]:
        """Yield the first tokens of the mentions that a cue plainly names as its source."""
        for sentence in self.frames.sentences:
            for cue in self.cues(sentence):
                k = self.subjects.plain_source(cue, sentence)
                if k is not None and not cue.negated:
                    yield self.mentions[k].first

    def cues(self, sentence: Sentence) -> list[Cue]:
        """Return the cues of a sentence, found once."""
        return [c for c in self._all_cues(sentence) if c.form not in ASIDES]

    def aside(self, mention: int) -> bool:
        """Tell whether a mention is an outlet or an interviewer: "ai microfoni di Rai 2"."""
        m = self.mentions[mention]
        place = self.frames.place.get(m.first)
        if place is None:
            return False
        found = self._all_cues(self.frames.sentences[place[0]])
        return any(c.form in ASIDES and 0 <= m.first - c.last <= 1 for c in found)

    def _all_cues(self, sentence: Sentence) -> list[Cue]:
        if sentence.index not in self._found:
            self._found[sentence.index] = self._cues.find(sentence)
        return self._found[sentence.index]

    @cached_property
    def context(self) -> Context:
        """What the whole article says of each quotation."""
        read = self._read or load_reader().read
        return Context(self.frames, self.mentions, self.table, self.discourse.told, read)

    @cached_property
    def signatures(self) -> list[Signature]:
        return signatures(self.frames.text)

    def block_kind(self, q: Quotation) -> str:
        return self.frames.sentence_of(q.index).kind

    def last_speakers(self, before: int) -> tuple[Entity, ...]:
        """Return whose the last quotation before a token is, of those decided; perhaps none."""
        for k in sorted(self.decided, reverse=True):
            speakers = self.decided[k].winner.entities
            if speakers and self.frames.quotations[k].first < before:
                return speakers
        return ()

    def settle(self, decision: Decision) -> None:
        """Take a decision: what follows may continue it."""
        self.decided[decision.quotation] = decision
        self.discourse.spoke.extend(decision.winner.entities)
