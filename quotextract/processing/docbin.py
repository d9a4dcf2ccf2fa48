"""spaCy's DocBin: the articles as documents with their quotations as span groups."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

import spacy
from spacy.tokens import Doc, DocBin, Span, SpanGroup

from quotextract.exporters import Options, Result
from quotextract.records import Article, Quote


def write(results: Iterable[Result], out: IO[bytes], _options: Options, _form: str) -> None:
    """Write documents that are tokenised, not parsed; `user_data` says which article each is.

    The groups `quotes`, `quote_cues` and `quote_speakers` are those of a processed
    document, widened to whole tokens; the exact records are in `doc.user_data["quotes"]`.
    """
    nlp = spacy.blank("it")
    store = DocBin(store_user_data=True)
    for article, quotes in results:
        store.add(document(nlp.make_doc(article.text), article, quotes))
    out.write(store.to_bytes())


def document(doc: Doc, article: Article, quotes: list[Quote]) -> Doc:
    """Put an article's quotations on its document."""
    groups: dict[str, list[Span]] = {"quotes": [], "quote_cues": [], "quote_speakers": []}
    for number, quote in enumerate(quotes):
        for group, label, key, start, end in (
            ("quotes", quote.quote_type, "", quote.quote_start, quote.quote_end),
            ("quote_cues", "cue", "", quote.cue_start, quote.cue_end),
            ("quote_speakers", "speaker", quote.speaker_id, quote.speaker_start, quote.speaker_end),
        ):
            if 0 <= start < end:
                span = doc.char_span(
                    start, end, label, kb_id=key, span_id=f"q{number}", alignment_mode="expand"
                )
                if span is not None:
                    groups[group].append(span)
    for group, spans in groups.items():
        doc.spans[group] = SpanGroup(doc, name=group, spans=spans)
    told = ("doc_id", "doc_name", "title", "date", "source", "url", "author")
    doc.user_data.update({name: getattr(article, name) for name in told})
    doc.user_data["quotes"] = [quote.to_dict() for quote in quotes]
    return doc
