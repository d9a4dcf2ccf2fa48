"""The day that an article gives itself, in the line it opens with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

MONTHS = "gen feb mar apr mag giu lug ago set ott nov dic".split()
_DAY = (
    r"(?P<day>\d{1,2})°?\s+(?P<month>gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)[a-z]*\.?\s+"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
)
_FIGURES = r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>(?:19|20)\d\d)(?!\d)"
_ISO = r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"
_AGENCY = r"(?:\([^()\n]{2,40}\)\s*[-–—]*\s*)?"
_WORD = r"(?:[A-ZÀ-Ý][\w.'’]*|[Dd]i|[Dd]el|[Dd]ell['’]\w+|[Nn]el|[Ss]ul|-|/)"
_PLACE = rf"(?:{_WORD}(?:\s+{_WORD}){{0,4}}\s*[,:]?\s*)?"
# *date 2025-09-04 (Adnkronos)*; *(ANSA) - ROMA, 4 settembre 2025 -*; the line goes on or ends.
_LINES = tuple(
    re.compile(rf"\s*{before}{day}\s*(?:[-–—(.:|]|\d\d?[.:]\d\d|ore\b|$)", flags)
    for before, day, flags in (
        (r"(?:date|data)?\s*:?\s*", _ISO, re.IGNORECASE),
        (_AGENCY + _PLACE, rf"(?i:{_DAY})", 0),
        (_AGENCY + _PLACE, _FIGURES, 0),
    )
)
_FIRST_LINES, _GOES_ON = 6, 40


def dateline(text: str) -> str:
    """Return the ISO day of an article's dateline; empty without one or without a year.

    Only a line of its own or the opening of a paragraph counts: a day in a headline is
    that of the event.

    >>> dateline("Parigi, 6 gennaio 2026 – Si è svolto oggi a Parigi un importante vertice.")
    '2026-01-06'
    >>> dateline("(ANSA) - ROMA, 12 MAR - Il vertice di oggi si è svolto a Parigi, come previsto.")
    ''
    """
    for line in islice(_lines(text), _FIRST_LINES):
        for pattern in _LINES:
            found = pattern.match(line)
            if found and (found.end() == len(line) or len(line) - found.end() >= _GOES_ON):
                return _iso(found)
    return ""


def _lines(text: str) -> Iterator[str]:
    """Yield the lines that are not empty, the opening of each only."""
    for line in text[:3000].split("\n"):
        if line.strip():
            yield line.strip()[:200]


def _iso(found: re.Match[str]) -> str:
    month = found["month"].lower()
    number = int(month) if month.isdigit() else MONTHS.index(month) + 1
    try:
        return date(int(found["year"]), number, int(found["day"])).isoformat()
    except ValueError:
        return ""
