import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract.evaluation import same_speaker

SAME = [
    ("Carla Benassi", "Benassi"),
    ("Carla Benassi", "la sindaca Carla Benassi"),
    ("Ivan Petrenko", "Ivan Petrenco"),
    ("Nicolò Pini", "Nicolo Pini"),
    ("la portavoce del ministero", "portavoce del ministero"),
    ("Ugo Pini & Dario Melis", "Dario Melis; Ugo Pini"),
    ("Ugo Pini & Dario Melis", "Ugo Pini e Dario Melis"),
    ("?", ""),
    ("", "?"),
    ("un testimone", "il testimone"),
    ("Ugo Pini & Dario Melis", "Ugo Pini"),  # Half of a joint statement is no wrong name.
]
OTHER = [
    ("Carla Benassi", "Dario Melis"),
    ("Carla Benassi", ""),
    ("?", "Carla Benassi"),
    ("Carla Benassi", "la sindaca"),
    ("Ugo Pini", "Ugo Serra"),
    ("Ugo Pini & Dario Melis", "Ugo Pini; Ida Serra"),
    ("Ugo Pini", "Lo Monaco"),
]


@pytest.mark.parametrize(("gold", "told"), SAME)
def test_same_speaker(gold, told):
    assert same_speaker(gold, told)


@pytest.mark.parametrize(("gold", "told"), OTHER)
def test_another_speaker(gold, told):
    assert not same_speaker(gold, told)


@given(st.text(), st.text())
def test_any_two_texts_compare(gold, told):
    assert same_speaker(gold, told) in {True, False}


@given(st.text(st.characters(categories=["L", "Nd"], include_characters=" -'")))
def test_a_name_is_the_same_as_itself(name):
    assert same_speaker(name, name)
