"""Roles tied to the names next to them."""

import pytest

ROLES = [
    ("Parla il sindaco Tommaso Granata.", "sindaco"),
    ("Parla Tommaso Granata, sindaco di Valmora.", "sindaco"),
    ("Il sindaco di Valmora, Tommaso Granata, tace.", "sindaco"),
    ("Tommaso Granata è il sindaco di Valmora.", "sindaco"),
    ("Tace un'altra consigliera di Valmora, la maestra Sara Montalto, da ieri.", "consigliere"),
    ("Tace il segretario del Sindacato di Polizia (S.I.P.) Tommaso Granata.", "segretario"),
    ("Piace il post di Sara Montalto, una maestra di Valmora.", "maestro"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_ties_a_role_to_a_name(analyse, text, role):
    scene = analyse(text)
    (entity,) = [e for e in scene.table.entities if e.kind == "person"]
    assert role in {r.lemma for r in entity.roles}


def test_people_in_a_row_are_not_each_others_role(analyse):
    scene = analyse("C'erano Tommaso Granata, il prefetto e Irene Valsecchi.")
    assert not [e.name for e in scene.table.entities if e.named and e.roles]


def test_a_passer_by_in_a_row_is_nobodys_role(analyse):
    scene = analyse("C'erano una barista, la maestra Sara Montalto, e il prefetto.")
    (entity,) = [e for e in scene.table.entities if e.named]
    assert {r.lemma for r in entity.roles} == {"maestro"}
