"""Dates of publication, as ISO 8601 days."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "gen gennaio",
            "feb febbraio",
            "mar marzo",
            "apr aprile",
            "mag maggio",
            "giu giugno",
            "lug luglio",
            "ago agosto",
            "set sett settembre",
            "ott ottobre",
            "nov novembre",
            "dic dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"\s*(\d{4})-?([01]\d)-?([0-3]\d)(?!\d)")
_ITALIAN = re.compile(
    r"(?<!\d)(\d{1,2})(?:[./-]|°?\s+)(\d{1,2}|[a-zA-Z]+)\.?(?:[./-]|\s+)(\d{4})(?!\d)"
)
_IN_NAME = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)([-_.]?)([01]\d)\2([0-3]\d)(?![0-9A-Za-z])")


def date_in_name(name: str) -> str:
    """Return the day that a file's name gives, empty if it gives none.

    >>> date_in_name("2025/2025-09-04_parigi.txt"), date_in_name("20250904.txt")
    ('2025-09-04', '2025-09-04')
    >>> date_in_name("articolo-20259904.txt")
    ''
    """
    for year, _, month, day in _IN_NAME.findall(name):
        try:
            return date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return ""


def iso_day(text: str) -> str:
    """Return the day that a cell gives: ISO 8601 or Italian, day before month.

    >>> iso_day("2025-09-04T08:30:00+02:00"), iso_day("4/9/2025"), iso_day("4 settembre 2025")
    ('2025-09-04', '2025-09-04', '2025-09-04')
    >>> iso_day("ieri")
    ''
    """
    iso, italian = _ISO.match(text), _ITALIAN.search(text)
    if iso:
        year, month, day = (int(part) for part in iso.groups())
    elif italian:
        named = italian.group(2).lower()
        month = _MONTHS.get(named, 0) if named.isalpha() else int(named)
        day, year = int(italian.group(1)), int(italian.group(3))
    else:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
