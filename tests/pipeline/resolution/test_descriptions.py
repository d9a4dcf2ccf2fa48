"""Whom a description fits."""

import pytest

from quotextract.pipeline.resolution.descriptions import Descriptions

BODIES = [
    ("Il Tribunale decide. I giudici tacciono.", "I giudici", "Tribunale"),
    ("Parla la Procura. L'accusa insiste.", "accusa", "Procura"),
    ("Il Tribunale decide. I tifosi tacciono.", "I tifosi", ""),
    ("Il Tribunale decide. Alcuni giudici tacciono.", "giudici", ""),
]


@pytest.mark.parametrize(("text", "people", "body"), BODIES)
def test_people_may_speak_for_a_body(analyse, text, people, body):
    scene = analyse(text)
    (m,) = (m for m in scene.mentions if m.text(scene.doc).endswith(people))
    fit = Descriptions(scene.frames, scene.table, scene.lexicon)
    assert [e.name for o in fit.by_body(m) for e in o.entities] == ([body] if body else [])
