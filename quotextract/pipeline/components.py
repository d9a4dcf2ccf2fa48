"""The two components: what stands between marks, and whose words it is.

Both are pure finding followed by writing spans. Everything written is plain data in
`doc.spans`, so it survives `nlp.pipe(n_process=2)` and `DocBin`.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

from quotextract.lexicon import load_lexicon
from quotextract.pipeline import output  # noqa: F401  (registers the Doc extension)
from quotextract.pipeline.attribution import Attributed, attribute
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
    """

    def __init__(self, *, indirect: bool = True) -> None:
        self.indirect = indirect
        self.lexicon = load_lexicon()
        self.weights = load_weights()

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, *self.find(doc))
        return doc

    def find(self, doc: Doc) -> tuple[Scene, list[Attributed], list[Reported]]:
        """Return the analysed article, its quotations and its reported clauses."""
        scene = Scene(doc, self.lexicon)
        found = list(attribute(scene, self.weights))
        if not self.indirect:
            return scene, found, []
        taken = [(a.quotation.first, a.quotation.last) for a in found if a.kind != "none"]
        return scene, found, list(find_indirect(scene, taken, self.weights))

    def set_annotations(
        self, doc: Doc, scene: Scene, found: list[Attributed], reported: list[Reported]
    ) -> None:
        """Write the three span groups of the Doc contract."""
        writer = SpanWriter(doc, scene)
        for item in sorted(found, key=lambda a: a.quotation.index):
            writer.quotation(item)
        for clause in reported:
            if clause.decision is not None:
                writer.clause(
                    clause, calibrated(clause.decision.confidence, self.weights.calibration)
                )
        writer.finish()


def explain(decision: Decision, top: int = 5) -> list[dict[str, Any]]:
    """Return the best candidates of a decision with what spoke for them."""
    ranked = sorted(decision.candidates, key=lambda c: -c.score)[:top]
    return [
        {
            "speaker": " & ".join(e.name for e in c.entities),
            "rule": c.rule,
            "score": round(c.score, 2),
            "features": {k: v for k, v in c.features.items() if v},
        }
        for c in ranked
    ]
