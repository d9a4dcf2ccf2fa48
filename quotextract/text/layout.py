"""See the page in a plain text: headline, headings, datelines, posts, questions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quotextract.text.posts import Signature, signatures

__all__ = ["Block", "Signature", "blocks", "dateline_end", "lines", "signatures"]

Kind = Literal[
    "blank", "headline", "heading", "question", "paragraph", "dateline", "item", "caption",
    "link", "byline", "post", "signature",
]  # fmt: skip

_LINE = re.compile(r"\r\n|[\n\r\u2028\u2029\x85]")
_LONGEST_HEADLINE, _LONGEST_HEADING = 220, 100
_MONTH = r"(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)[a-z]*\.?"
_DAY = rf"\d{{1,2}}°?\s+{_MONTH}(?:\s+\d{{4}})?"
_AGENCY = r"\((?-i:[A-Z])[\w ./-]{1,24}\)"
_PLACE = r"(?-i:[A-ZÀ-Ý])[\w'’ ]{1,28}(?:\([^)\n]{1,28}\))?"
_DASH = r"\s*[-–—]+\s*"
_DATELINE = re.compile(
    rf"\s*(?:(?:date\s+)?(?:\d{{4}}-\d\d-\d\d\s*)?{_AGENCY}{_DASH}(?:{_PLACE},?\s*{_DAY}{_DASH})?"
    rf"|{_PLACE},?\s*{_DAY}\s*(?:{_AGENCY})?{_DASH}"
    rf"|(?-i:[A-ZÀ-Ý][A-ZÀ-Ý'’ ]{{2,28}}){_DASH}(?=\S)"
    rf"|(?-i:[A-ZÀ-Ý][a-zà-ý'’]+(?: [A-ZÀ-Ý][a-zà-ý'’]+){{0,2}})\s[-–—]\s(?=(?-i:[«“\"A-ZÀ-Ý])))",
    re.IGNORECASE,
)
_SPECIAL: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("link", re.compile(r"\s*\W*(?:leggi (?:anche|qui|tutto)|guarda (?:anche|il video|le foto)"
                        r"|approfondimenti?$|(?:ti )?potrebbe(?:ro)? interessar)", re.IGNORECASE)),
    ("caption", re.compile(r"\s*\(?(?:(?:nella|in) foto\b|(?:foto|video|immagine)\s*[:/(]"
                           r"|foto di |credit[is]?:)", re.IGNORECASE)),
    ("byline", re.compile(r"\s*(?:(?:di|Di|by) (?=[A-ZÀ-Ý])|a cura di )"
                          r"[A-ZÀ-Ý][\w.'’]*(?: (?:e )?[A-ZÀ-Ý][\w.'’]*){1,5}\s*$")),
    ("item", re.compile(r"\s*(?:[-*•·●▪]|\d{1,2}[.)])\s+(?=[^\W\d])")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text, `start:end` in code points without its line break."""

    start: int
    end: int
    kind: Kind


def blocks(text: str) -> list[Block]:
    r"""Return every line in order, blank ones included, with what it is on the page.

    >>> [block.kind for block in blocks("Riapre il ponte\n\nLa giunta ha deciso. Si parte.")]
    ['headline', 'blank', 'paragraph']
    """
    spans = list(lines(text))
    kinds = [_kind_alone(text, start, end) for start, end in spans]
    _mark_headings(text, spans, kinds)
    _mark_headline(text, spans, kinds)
    _mark_posts(text, spans, kinds)
    return [Block(start, end, kind) for (start, end), kind in zip(spans, kinds, strict=True)]


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line, line breaks of every kind left out."""
    start = 0
    for match in _LINE.finditer(text):
        yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def dateline_end(text: str, start: int = 0, end: int | None = None) -> int:
    """Return where the story begins behind a dateline such as `(ANSA) - ROMA, 12 MAR -`.

    Returns:
        `start` where the line opens with no dateline.
    """
    limit = min(len(text) if end is None else end, start + 120)
    match = _DATELINE.match(text, start, limit)
    return match.end() if match else start


def _kind_alone(text: str, start: int, end: int) -> Kind:
    """Tell what a line is without looking at its neighbours."""
    if not text[start:end].strip():
        return "blank"
    if dateline_end(text, start, end) >= end:
        return "dateline"
    return next((k for k, pattern in _SPECIAL if pattern.match(text, start, end)), "paragraph")


def _mark_headings(text: str, spans: list[tuple[int, int]], kinds: list[Kind]) -> None:
    """Turn short lines without a full stop into headings, or questions, before a longer line."""
    full = [i for i, kind in enumerate(kinds) if kind != "blank"]
    for before, here, after in zip(full, full[1:], full[2:], strict=False):
        start, end = spans[here]
        line, following = text[start:end].strip(), text[slice(*spans[after])].strip()
        if kinds[here] != "paragraph" or len(line) > _LONGEST_HEADING:
            continue
        if len(following) <= len(line) and kinds[after] == "paragraph":
            continue
        if following[:1].islower() or line[:1].islower() or _unfinished(text, *spans[before]):
            continue
        kinds[here] = _heading_kind(line)


def _heading_kind(line: str) -> Kind:
    if line.endswith("?"):
        return "question"
    bare = line.rstrip("»”\"“’' ")
    return "paragraph" if bare[-1:] in tuple(".!…;:,)") or line[-1] in ".:" else "heading"


def _unfinished(text: str, start: int, end: int) -> bool:
    """Tell whether a line announces the next one, or breaks off as hard-wrapped text does."""
    line = text[start:end].rstrip()
    return line.endswith((":", ",")) or (50 < len(line) < 90 and line[-1:].islower())


def _mark_headline(text: str, spans: list[tuple[int, int]], kinds: list[Kind]) -> None:
    """Mark the first line, and a subtitle below it, when they end without a stop."""
    full = [i for i, kind in enumerate(kinds) if kind != "blank"]
    for here, after in pairwise(full[:3]):
        start, end = spans[here]
        line = text[start:end].rstrip()
        follows_on = text[spans[after][0] : spans[after][1]].lstrip()[:1].islower()
        short = len(line) <= _LONGEST_HEADLINE and dateline_end(text, start, end) == start
        stopped = line.rstrip("»”\"“’'").endswith((".", ":", ",", ";"))
        stopped = stopped and not line.endswith((" .", ".."))
        if kinds[here] not in {"paragraph", "heading", "question"} or stopped or not short:
            return
        if follows_on:
            return
        kinds[here] = "headline"


def _mark_posts(text: str, spans: list[tuple[int, int]], kinds: list[Kind]) -> None:
    for signature in signatures(text):
        first = bisect_right(spans, (signature.start, len(text))) - 1
        last = bisect_right(spans, (signature.end, 0)) - 1
        sign = bisect_right(spans, (signature.name_start, len(text))) - 1
        kinds[first : last + 1] = ["post"] * (last + 1 - first)
        kinds[sign] = "signature"
