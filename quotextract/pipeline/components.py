"""The two components: what stands between marks, and whose words it is.

Both are pure finding followed by writing spans. Everything written is plain data in
`doc.spans`, so it survives `nlp.pipe(n_process=2)` and `DocBin`.
"""

from __future__ import annotations

from dataclasses import asdict, replace

from spacy.tokens import Doc, Span, SpanGroup

from quotextract.lexicon import load_lexicon
from quotextract.pipeline import output  # noqa: F401  (registers the Doc extension)
from quotextract.pipeline.attribution import Attributed, attribute
from quotextract.pipeline.context import unread
from quotextract.pipeline.explaining import explain, type_probabilities
from quotextract.pipeline.frames import Quotation, place_quotations
from quotextract.pipeline.indirect import Reported, find_indirect
from quotextract.pipeline.ranker import calibrated, load_weights
from quotextract.pipeline.scene import Decision, Scene
from quotextract.pipeline.writing import SpanWriter

GROUPS = ("quotes", "quote_cues", "quote_speakers")


class QuoteFinder:
    """Writes every stretch between marks to `doc.spans["quotes"]`, label `none`."""

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[Quotation]:
        """Return the quotations of a document in reading order."""
        return place_quotations(doc)

    def set_annotations(self, doc: Doc, quotations: list[Quotation]) -> None:
        """Write the spans; types and speakers come later."""
        spans, attrs = [], {}
        for q in quotations:
            key = f"q{q.index}"
            spans.append(Span(doc, q.first, max(q.last, q.first), label="none", span_id=key))
            attrs[key] = {"start": q.start, "end": q.end, "flags": sorted(q.mark.flags)}
        doc.spans["quotes"] = SpanGroup(doc, name="quotes", spans=spans, attrs=attrs)


class SpeakerAttributor:
    """Tells type and speaker of every quotation, and adds indirect speech.

    Args:
        indirect: Whether to look for reported clauses without marks.
        explained: Whether to write down why: in the attributes of each span of
            `doc.spans["quotes"]` `why`, the speakers weighed (`Reason` as a dictionary), and
            `types`, the probability of each type of a marked stretch.
        fast: Whether to do without the reader of the whole article.
    """

    def __init__(
        self, *, indirect: bool = True, explained: bool = False, fast: bool = False
    ) -> None:
        self.indirect, self.explained, self.fast = indirect, explained, fast
        self.lexicon = load_lexicon()
        self.weights = load_weights(fast=fast)
        # The reader says nothing of clauses: the weights for signs without it know them best.
        self.clause_weights = replace(load_weights(fast=True), indirect=self.weights.indirect)

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, *self.find(doc))
        return doc

    def find(self, doc: Doc) -> tuple[Scene, list[Attributed], list[Reported]]:
        """Return the analysed article, its quotations and its reported clauses."""
        scene = Scene(doc, self.lexicon, unread if self.fast else None)
        found = list(attribute(scene, self.weights))
        if not self.indirect:
            return scene, found, []
        taken = [(a.quotation.first, a.quotation.last) for a in found if a.kind != "none"]
        return scene, found, list(find_indirect(scene, taken, self.clause_weights))

    def set_annotations(
        self, doc: Doc, scene: Scene, found: list[Attributed], reported: list[Reported]
    ) -> None:
        """Write the three span groups of the Doc contract."""
        writer = SpanWriter(doc, scene)
        for item in sorted(found, key=lambda a: a.quotation.index):
            writer.quotation(item)
            if self.explained:
                self._note(writer, item.decision, item.quotation)
        for clause in reported:
            if clause.decision is not None:
                writer.clause(
                    clause,
                    calibrated(clause.decision.confidence, self.clause_weights.calibration),
                )
                if self.explained:
                    self._note(writer, clause.decision)
        writer.finish()

    def _note(self, writer: SpanWriter, decision: Decision, q: Quotation | None = None) -> None:
        """Write down why the quotation written last was decided so."""
        scene, weights = writer.scene, self.clause_weights if q is None else self.weights
        why: dict[str, object] = {"why": [asdict(r) for r in explain(scene, decision, weights)]}
        if q is not None:
            why["types"] = type_probabilities(scene, q, decision, weights)
        writer.note(why)
