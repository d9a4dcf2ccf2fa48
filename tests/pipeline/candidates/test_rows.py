"""Who speak together."""

import pytest

from quotextract.pipeline.attribution import propose

ROWS = [
    ("Ugo Belli e Marta Righi: «Sì».", {"Ugo Belli", "Marta Righi"}),
    ("Secondo Ugo Belli e Marta Righi è «uno spreco».", {"Ugo Belli", "Marta Righi"}),
    ("Ugo Belli (Pd), Marta Righi (Lega) e Sara Montalto hanno detto: «Sì».",
     {"Ugo Belli", "Marta Righi", "Sara Montalto"}),
    ("«Sì», dicono il sindaco di Valmora Ugo Belli e l'assessora Marta Righi.",
     {"Ugo Belli", "Marta Righi"}),
    ("Ugo Belli, Marta Righi: «Sì».", None),
    ("Marta Righi ha detto: «Sì».", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), ROWS)
def test_proposes_all_who_speak_together(analyse, text, names):
    scene = analyse(text)
    (q,) = scene.frames.quotations
    joint = [{e.name for e in c.entities} for c in propose(scene, q) if len(c.entities) > 1]
    assert joint == [] if names is None else names in joint
