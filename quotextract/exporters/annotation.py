"""W3C Web Annotation: a page of annotations, in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from quotextract.exporters.base import Options, Result
from quotextract.records import Article, Quote

_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"record": {"@id": "urn:quotextract:record", "@type": "@json"}},
]
_AROUND = 32


def write(results: Iterable[Result], out: IO[bytes], options: Options, _form: str) -> None:
    """Write one annotation a quotation: its words the target, its speaker the body."""
    head = {"@context": _CONTEXT, "type": "AnnotationPage"}
    before = f'{json.dumps(head)[:-1]}, "items": [\n'
    for article, quotes in results:
        for quote in quotes:
            line = json.dumps(annotation(article, quote, options), ensure_ascii=False)
            out.write(f"{before}{line}".encode())
            before = ",\n"
    out.write((before if before.startswith("{") else "\n").encode() + b"]}\n")


def annotation(article: Article, quote: Quote, options: Options) -> dict[str, Any]:
    """Return a quotation as an annotation of its article."""
    start, end = quote.quote_start, quote.quote_end
    return {
        "id": f"urn:quotextract:quote:{quote.quote_id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": list(_bodies(quote)),
        "target": {
            "source": quote.url or f"urn:quotextract:article:{quote.doc_id}",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": quote.quote,
                    "prefix": article.text[max(start - _AROUND, 0) : start],
                    "suffix": article.text[end : end + _AROUND],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
        "record": options.row(quote),
    }


def _bodies(quote: Quote) -> Iterator[dict[str, str]]:
    if quote.speaker:
        yield {"type": "TextualBody", "purpose": "identifying", "value": quote.speaker}
    yield {"type": "TextualBody", "purpose": "classifying", "value": quote.quote_type}
