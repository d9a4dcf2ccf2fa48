"""The day that an article opens with."""

import pytest

from quotextract.knowledge import dateline

BODY = " Il vertice di oggi si è chiuso senza un accordo, come molti temevano."


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"Parigi, 6 gennaio 2026 –{BODY}", "2026-01-06"),
        (f" date 2025-09-04 (Adnkronos) -{BODY}", "2025-09-04"),
        (f"ROMA, 4 set. 2025 (ANSA) -{BODY}", "2025-09-04"),
        (f"(Adnkronos) - Roma, 1° ottobre 2024 -{BODY}", "2024-10-01"),
        (f"Milano, 12/03/2024 -{BODY}", "2024-03-12"),
        (f"Titolo\n\nReggio Emilia, 3 luglio 2023.{BODY}", "2023-07-03"),
        ("Titolo\n\n4 settembre 2025\n\nTesto.", "2025-09-04"),
        (f"(ANSA) - ROMA, 12 MAR -{BODY}", ""),
        (f"Il 4 settembre 2025, a Parigi,{BODY}", ""),
        ("Strage di Carpineto, 23 maggio 1952 - il ricordo", ""),
        (f"Roma, 31 febbraio 2024 -{BODY}", ""),
        ("", ""),
    ],
)
def test_datelines(text, date):
    assert dateline(text) == date


def test_a_day_far_down_is_none():
    assert dateline(f"{BODY}\n" * 8 + f"Parigi, 6 gennaio 2026 –{BODY}") == ""
