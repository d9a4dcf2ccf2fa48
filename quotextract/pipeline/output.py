"""From span groups to records: `doc._.quotes` and `quotes_of`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span

from quotextract.knowledge import SpeakerBase, dateline, identified, load_speakers
from quotextract.records import Article, Quote, digest
from quotextract.text.layout import blocks

CONTEXT = 200


def quotes_of(
    doc: Doc, article: Article | None = None, speakers: SpeakerBase | None = None
) -> list[Quote]:
    """Return the records of a processed document, all types, in reading order.

    Args:
        doc: A document with the span groups of the Doc contract.
        article: What is known of the article; made from the text where absent. Without a
            date it is given that of its dateline.
        speakers: Who is known; the base that is shipped where absent.

    Returns:
        One record a quotation, `none` included; offsets point into `doc.text`.
    """
    if "quotes" not in doc.spans:
        return []
    article = article or Article(doc.text)
    article = replace(article, date=article.date or dateline(doc.text))
    builder = _Builder(doc, article)
    records = [builder.record(span) for span in doc.spans["quotes"]]
    records = identified(records, doc.text, article.date, speakers or load_speakers())
    return sorted(records, key=lambda r: (r.quote_start, -r.quote_end))


class _Builder:
    def __init__(self, doc: Doc, article: Article) -> None:
        self.doc, self.article, self.text = doc, article, doc.text
        self.attrs = doc.spans["quotes"].attrs
        self.cues = _by_id(doc, "quote_cues")
        self.speakers = _by_id(doc, "quote_speakers")
        self.starts = [block.start for block in blocks(self.text)]

    def record(self, span: Span) -> Quote:
        told: dict[str, Any] = self.attrs[span.id_]
        start, end = told["start"], told["end"]
        text = self.text
        a = self.article
        return Quote(
            doc_id=a.doc_id, doc_name=a.doc_name, title=a.title, date=a.date, source=a.source,
            url=a.url, quote_id=digest(a.doc_id, start, end), quote=text[start:end],
            quote_start=start, quote_end=end, quote_type=span.label_,
            speaker=told.get("speaker", ""), speaker_kind=told.get("kind", ""),
            speaker_role=told.get("role", ""), speaker_gender=told.get("gender", ""),
            cue_lemma=told.get("cue_lemma", ""), attribution=told.get("rule", ""),
            confidence=told.get("confidence", 0.0), negated=told.get("negated", False),
            flags=" ".join(told.get("flags", ())), utterance=self._utterance(span, start, end),
            paragraph=sum(1 for s in self.starts if s <= start),
            sentence=self._sentence(start, end),
            context_before=text[max(start - CONTEXT, 0) : start],
            context_after=text[end : end + CONTEXT],
            **_place(self.speakers.get(span.id_), "speaker", "speaker_mention"),
            **_place(self.cues.get(span.id_), "cue", "cue"),
        )  # fmt: skip

    def _utterance(self, span: Span, start: int, end: int) -> str:
        """Marked stretches that share a cue are one act of speech."""
        cue = self.cues.get(span.id_)
        anchor = (cue.start_char, cue.end_char) if cue is not None else (start, end)
        return digest(self.article.doc_id, *anchor)

    def _sentence(self, start: int, end: int) -> str:
        first = self.doc.char_span(start, max(end, start + 1), alignment_mode="expand")
        if first is None or not self.doc.has_annotation("SENT_START"):
            return ""
        left = self.doc[first.start].sent.start_char
        return self.text[left : self.doc[first.end - 1].sent.end_char].strip()


def _by_id(doc: Doc, group: str) -> dict[str, Span]:
    return {span.id_: span for span in doc.spans[group]} if group in doc.spans else {}


def _place(span: Span | None, prefix: str, field: str) -> dict[str, Any]:
    if span is None:
        return {}
    return {
        field: span.text,
        f"{prefix}_start": span.start_char,
        f"{prefix}_end": span.end_char,
    }


if not Doc.has_extension("quotes"):
    Doc.set_extension("quotes", getter=quotes_of)
