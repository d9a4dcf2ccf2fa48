"""Choosing by date and source."""

from dataclasses import replace

import pytest

from quotextract import Quote
from quotextract.processing import Selection

BLANK = Quote(*[""] * 8, 0, 0, "direct")


@pytest.mark.parametrize(
    ("since", "until", "dates"),
    [
        ("", "", ["", "2024-12-31", "2025-09-04", "2025-10-01"]),
        ("2025-09-04", "", ["2025-09-04", "2025-10-01"]),
        ("2025-09", "", ["2025-09-04", "2025-10-01"]),
        ("", "2025-09-04", ["2024-12-31", "2025-09-04"]),
        ("", "2025-09", ["2024-12-31", "2025-09-04"]),
        ("2025", "2025", ["2025-09-04", "2025-10-01"]),
        ("2026", "2025", []),
    ],
)
def test_a_period_holds_its_first_and_last_day(since, until, dates):
    wants = Selection(since=since, until=until)
    given = ["", "2024-12-31", "2025-09-04", "2025-10-01"]
    assert [date for date in given if wants(replace(BLANK, date=date))] == dates


@pytest.mark.parametrize(
    ("asked", "source", "wanted"),
    [
        ("corriere", "Corriere della Sera", True),
        ("CORRIERE sera", "Corriere della Sera", True),
        ("verita", "La Verità", True),
        ("sera", "Seravezza oggi", False),
        ("stampa", "", False),
        (" ", "La Stampa", False),
    ],
)
def test_a_word_of_the_source_is_enough(asked, source, wanted):
    assert Selection(sources=(asked,))(replace(BLANK, source=source)) is wanted
