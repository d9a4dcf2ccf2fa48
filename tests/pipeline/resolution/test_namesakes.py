"""Who else bears a name."""

import pytest

SHARED = [
    ("Parlano Laura Ferrante e Marco Ferrante. Poi Ferrante tace.", 2),
    ("Parlano Laura Ferrante e Marco Righi. Poi Ferrante tace.", 1),
]


@pytest.mark.parametrize(("text", "bearers"), SHARED)
def test_a_surname_may_mean_all_who_bear_it(analyse, text, bearers):
    scene = analyse(text)
    (k,) = (k for k, m in enumerate(scene.mentions) if m.text(scene.doc) == "Ferrante")
    named = {e.name for option in scene.resolver.options(k) for e in option.entities}
    assert len(named) == bearers
