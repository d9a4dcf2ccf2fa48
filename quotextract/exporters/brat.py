"""Brat standoff: a zip of texts and annotations, to unpack where brat keeps its data."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO

from quotextract.exporters.base import Options, Result
from quotextract.records import Article, Quote

_CONFIGURATION = """[entities]
direct
mixed
indirect
none
Speaker
Cue

[relations]
said_by\tArg1:direct|mixed|indirect|none, Arg2:Speaker
cued_by\tArg1:direct|mixed|indirect|none, Arg2:Cue

[events]

[attributes]
"""
_LINE = re.compile(r"[^\r\n]+")
_UNSAFE = re.compile(r"[^\w.-]+")


def write(results: Iterable[Result], out: IO[bytes], _options: Options, _form: str) -> None:
    """Write `name.txt` and `name.ann` for each article, and how brat is to show them."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("annotation.conf", _CONFIGURATION)
        for number, (article, quotes) in enumerate(results, start=1):
            name = f"{number:05}-{_UNSAFE.sub('_', article.doc_name or article.doc_id)[:80]}"
            archive.writestr(f"{name}.txt", article.text.encode("utf-8", "replace"))
            lines = "".join(f"{line}\n" for line in standoff(article, quotes))
            archive.writestr(f"{name}.ann", lines.encode("utf-8", "replace"))


def standoff(article: Article, quotes: Iterable[Quote]) -> Iterator[str]:
    """Yield the lines of an annotation file; the record is each quotation's note."""
    spans = relations = 0
    for note, quote in enumerate(quotes, start=1):
        spans += 1
        said = f"T{spans}"
        yield _span(said, quote.quote_type, article.text, quote.quote_start, quote.quote_end)
        for kind, relation, start, end in (
            ("Speaker", "said_by", quote.speaker_start, quote.speaker_end),
            ("Cue", "cued_by", quote.cue_start, quote.cue_end),
        ):
            if 0 <= start < end:
                spans, relations = spans + 1, relations + 1
                yield _span(f"T{spans}", kind, article.text, start, end)
                yield f"R{relations}\t{relation} Arg1:{said} Arg2:T{spans}"
        record = json.dumps(quote.to_dict(), ensure_ascii=False)
        yield f"#{note}\tAnnotatorNotes {said}\t{record}"


def _span(key: str, kind: str, text: str, start: int, end: int) -> str:
    """Return a span, in fragments where it runs over several lines."""
    fragments = [(m.start() + start, m.end() + start) for m in _LINE.finditer(text[start:end])]
    places = ";".join(f"{left} {right}" for left, right in fragments) or f"{start} {end}"
    words = " ".join(text[left:right] for left, right in fragments)
    return f"{key}\t{kind} {places}\t{words}"
