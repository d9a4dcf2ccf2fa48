"""Dates of publication, as ISO 8601 days."""

from __future__ import annotations

import re
from datetime import date

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
