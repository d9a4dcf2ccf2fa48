"""Who stands right before the marks, without verb or colon."""

import pytest

from quotextract.pipeline.sieves.beside import beside

BEFORE = [
    ("Ha chiesto alla maestra. E la maestra «È finito».", {"maestra"}),
    ("Ugo Belli «È finito».", {"Ugo Belli"}),
    ("Ugo Belli ha un'idea «geniale».", set()),
    ("La mostra di Ugo Belli «È finita».", set()),
    ("Il caso Valmora: «È finita».", set()),
]


@pytest.mark.parametrize(("text", "names"), BEFORE)
def test_proposes_who_stands_before_the_marks(analyse, text, names):
    scene = analyse(text)
    (q,) = scene.frames.quotations
    assert {e.name for c in beside(scene, q) for e in c.entities} == names
