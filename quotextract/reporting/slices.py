"""Cells that need not be written: the article's text holds them already."""

from __future__ import annotations

from typing import Any

from quotextract.records import Quote

OWN_OFFSETS = {
    "quote": ("quote_start", "quote_end"),
    "speaker_mention": ("speaker_start", "speaker_end"),
    "cue": ("cue_start", "cue_end"),
}
"""Columns of words whose place two other columns tell."""


def cell(quote: Quote, name: str, text: str) -> Any:
    """Return a cell as the page stores it.

    Words that stand in the text are told by their place: `None` where other columns have it,
    the number of characters for a context, start and end for a sentence. What stands
    elsewhere is written out.

    Args:
        quote: The record.
        name: The column.
        text: The article, its offsets in code points.
    """
    value = getattr(quote, name)
    if name in OWN_OFFSETS:
        start, end = (getattr(quote, offset) for offset in OWN_OFFSETS[name])
        return None if value == (text[start:end] if start >= 0 else "") else value
    if name == "context_before" and value:
        begin = quote.quote_start - len(value)
        return len(value) if begin >= 0 and text.startswith(value, begin) else value
    if name == "context_after" and value:
        return len(value) if text.startswith(value, quote.quote_end) else value
    if name == "sentence" and value:
        start = text.find(value)
        return [start, start + len(value)] if start >= 0 else value
    return value
