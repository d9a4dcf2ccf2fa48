"""The records that walk through the house: an article in, quotations out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

QuoteType = Literal["direct", "mixed", "indirect", "none"]
SpeakerKind = Literal["person", "organisation", "document", "group", "anonymous", ""]


def digest(*parts: object) -> str:
    """Return a short stable identifier of the parts: 12 hexadecimal digits.

    >>> digest("doc", 3, 9) == digest("doc", 3, 9)
    True
    """
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read; `text` is never modified, offsets point into it.

    Args:
        text: The whole text, headline included, as Unicode code points.
        doc_name: The file's name below the folder that was asked for, or table and row.
        doc_id: The table's own id; a digest of the text where none is given.
        title: The headline, where the source tells it apart.
        date: ISO 8601 date, empty where unknown.
        source: The newspaper or agency, empty where unknown.
        url: Where it was published, empty where unknown.
        author: Who signed it, several joined by ", "; empty where unknown.
    """

    text: str
    doc_name: str = ""
    doc_id: str = ""
    title: str = ""
    date: str = ""
    source: str = ""
    url: str = ""
    author: str = ""

    def __post_init__(self) -> None:
        if not self.doc_id:
            object.__setattr__(self, "doc_id", digest(self.text))


@dataclass(frozen=True, slots=True)
class Quote:
    """One stretch of somebody's words, and whose they are.

    Offsets count Unicode code points of the unmodified article:
    `article.text[q.quote_start:q.quote_end] == q.quote`. Offsets of an absent
    mention or cue are -1.
    """

    doc_id: str
    doc_name: str
    title: str
    date: str
    source: str
    url: str
    quote_id: str
    quote: str
    quote_start: int
    quote_end: int
    quote_type: QuoteType
    speaker: str = ""
    speaker_mention: str = ""
    speaker_start: int = -1
    speaker_end: int = -1
    speaker_id: str = ""
    speaker_name: str = ""
    speaker_confidence: float = 0.0
    speaker_kind: SpeakerKind = ""
    speaker_role: str = ""
    speaker_gender: Literal["f", "m", ""] = ""
    cue: str = ""
    cue_start: int = -1
    cue_end: int = -1
    cue_lemma: str = ""
    attribution: str = ""
    confidence: float = 0.0
    negated: bool = False
    flags: str = ""
    utterance: str = ""
    paragraph: int = 0
    sentence: str = ""
    context_before: str = ""
    context_after: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a plain dictionary, in column order."""
        return asdict(self)

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Quote:
        """Build a record from a row of text or typed cells; unknown columns are ignored.

        Raises:
            KeyError: A required column is missing.
        """
        values = {f.name: _cell(f.type, row[f.name]) for f in fields(cls) if f.name in row}
        missing = [name for name in COLUMNS[:11] if name not in values]
        if missing:
            raise KeyError(f"columns missing from the row: {', '.join(missing)}")
        return cls(**values)


def _cell(kind: object, value: Any) -> Any:
    """Read one cell as the field's type: CSV gives text for every field."""
    if kind == "int":
        return int(value)
    if kind == "float":
        return float(value)
    if kind == "bool":
        return value if isinstance(value, bool) else str(value).lower() in {"true", "1"}
    return "" if value is None else str(value)


COLUMNS: tuple[str, ...] = tuple(f.name for f in fields(Quote))
