"""Writes decisions into `doc.spans`: the Doc contract."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

from quotextract.pipeline.attribution import Attributed
from quotextract.pipeline.cues import Cue
from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.indirect import Reported
from quotextract.pipeline.scene import Candidate, Scene

# a place that speaks is who sits there: *Berlino ha preferito rimandare*
KINDS = {"place": "organisation"}


class SpanWriter:
    """Collects the spans of one document and writes them at once.

    Args:
        doc: The document.
        scene: Its analysis.
    """

    def __init__(self, doc: Doc, scene: Scene) -> None:
        self.doc, self.scene = doc, scene
        self.spans: dict[str, list[Span]] = {"quotes": [], "quote_cues": [], "quote_speakers": []}
        self.attrs: dict[str, Any] = {}

    def quotation(self, item: Attributed) -> None:
        """Add a marked quotation."""
        q = item.quotation
        self._add(
            item.kind, (q.first, q.last), (q.start, q.end), item.decision.winner,
            item.decision.confidence * item.kind_probability if item.kind != "none" else 0.0,
            sorted(q.mark.flags),
        )  # fmt: skip

    def clause(self, clause: Reported, confidence: float) -> None:
        """Add a reported clause."""
        if clause.decision is None:
            return
        last = self.doc[clause.last - 1]
        start = self.doc[clause.first].idx
        winner = clause.decision.winner
        self._add(
            "indirect", (clause.first, clause.last), (start, last.idx + len(last)), winner,
            confidence, [],
        )  # fmt: skip

    def note(self, told: dict[str, object]) -> None:
        """Add attributes to the quotation or clause added last."""
        self.attrs[self.spans["quotes"][-1].id_] |= told

    def finish(self) -> None:
        """Write the groups into the document."""
        for name, spans in self.spans.items():
            attrs = self.attrs if name == "quotes" else {}
            self.doc.spans[name] = SpanGroup(self.doc, name=name, spans=spans, attrs=attrs)

    def _add(
        self, kind: str, tokens: tuple[int, int], offsets: tuple[int, int], winner: Candidate,
        confidence: float, flags: list[str],
    ) -> None:  # fmt: skip
        key = f"q{len(self.spans['quotes'])}"
        first, last = tokens
        self.spans["quotes"].append(
            Span(self.doc, first, max(first, last), label=kind, span_id=key)
        )
        told = winner if kind != "none" else Candidate("none")
        self.attrs[key] = {
            "start": offsets[0],
            "end": offsets[1],
            "flags": flags,
            "confidence": round(confidence, 4),
            **self._speaker(told),
            **self._cue(key, told.cue),
        }
        if told.mention >= 0:
            m = self.scene.mentions[told.mention]
            self.spans["quote_speakers"].append(
                Span(self.doc, m.first, m.last, label=m.kind, span_id=key)
            )

    def _speaker(self, told: Candidate) -> dict[str, Any]:
        entities = told.entities
        return {
            "speaker": " & ".join(e.name for e in entities),
            "kind": KINDS.get(entities[0].kind, entities[0].kind) if entities else "",
            "role": _role(entities[0]) if len(entities) == 1 else "",
            "gender": entities[0].gender if len(entities) == 1 else "",
            "rule": told.rule,
        }

    def _cue(self, key: str, cue: Cue | None) -> dict[str, Any]:
        if cue is None:
            return {"cue_lemma": "", "negated": False}
        self.spans["quote_cues"].append(
            Span(self.doc, cue.first, cue.last, label=cue.kind, span_id=key)
        )
        return {"cue_lemma": cue.lemma, "negated": cue.negated or cue.hypothetical}


def _role(entity: Entity) -> str:
    """Return the longest role that the article ties to the entity."""
    return max((r.text for r in entity.roles), key=len, default="")
