"""Mentions: noun phrases that can stand for a speaker."""

import pytest


def mentions(scene):
    return {m.text(scene.doc): m for m in scene.mentions}


KINDS = [
    ("Parla Irene Valsecchi.", "Irene Valsecchi", "name"),
    ("Parla la sindaca Irene Valsecchi.", "la sindaca Irene Valsecchi", "name"),
    ("Parla la portavoce del ministero.", "la portavoce del ministero", "role"),
    ("Parla il presidente francese.", "il presidente francese", "role"),
    ("Lo scrive il comitato.", "il comitato", "organisation"),
    ("Lo scrive la procura di Valmora.", "la procura di Valmora", "organisation"),
    ("Lo scrivono gli europei.", "gli europei", "group"),
    ("Lo dice la nota.", "la nota", "document"),
    ("Lo dice lui.", "lui", "pronoun"),
]


@pytest.mark.parametrize(("text", "words", "kind"), KINDS)
def test_tells_what_kind_of_phrase_it_is(analyse, text, words, kind):
    assert mentions(analyse(text))[words].kind == kind


def test_a_role_in_front_belongs_to_the_name(analyse):
    m = mentions(analyse("Parla l'ex ministro della Cultura Piero Landi."))
    (name,) = [x for x in m.values() if x.kind == "name"]
    assert (name.role, name.gender, name.number) == ("ministro della cultura", "m", "s")


@pytest.mark.parametrize(
    ("text", "words", "definite"),
    [("Lo dice un testimone.", "un testimone", False),
     ("Lo dice il testimone.", "il testimone", True)],
)  # fmt: skip
def test_tells_definite_from_indefinite(analyse, text, words, definite):
    assert mentions(analyse(text))[words].definite is definite


def test_knows_the_preposition_before(analyse):
    scene = analyse("Ne ha parlato Anna Serra con Ugo Belli a Marta Righi.")
    governed = {m.text(scene.doc): m.preposition for m in scene.mentions if m.kind == "name"}
    assert governed == {"Anna Serra": "", "Ugo Belli": "con", "Marta Righi": "a"}


def test_names_inside_a_complement_are_mentions_too(analyse):
    found = mentions(analyse("Lo dice la madre di Ugo Belli."))
    assert found["Ugo Belli"].preposition == "di"


def test_whose_story_it_is_is_a_mention_too(analyse):
    found = mentions(analyse("È la storia di una ragazza di Valmora."))
    assert found["una ragazza di Valmora"].kind == "role"


SOMEBODY = [
    ("«Sì», esulta un altro.", "un altro"),
    ("«Sì», scrive qualcuno.", "qualcuno"),
    ("«Era buono – racconta chi lo conosceva – e solo».", "chi lo conosceva"),
]


@pytest.mark.parametrize(("text", "words"), SOMEBODY)
def test_somebody_of_whom_no_more_is_told_is_a_mention(analyse, text, words):
    assert mentions(analyse(text))[words].definite is False


def test_who_does_something_is_no_source_where_nothing_is_said(analyse):
    assert "chi lo conosceva" not in mentions(analyse("Manca a chi lo conosceva. «Sì», dice Anna."))


@pytest.mark.parametrize(
    ("text", "name"),
    [("L'associazione «Vivere insieme» protesta.", "L'associazione «Vivere insieme»"),
     ("L'associazione «non si arrende».", "L'associazione")],
)  # fmt: skip
def test_a_name_in_marks_belongs_to_the_body_before_it(analyse, text, name):
    scene = analyse(text)
    assert mentions(scene)["L'associazione"].fullest(scene.doc) == name


def test_a_courtesy_before_a_role_leaves_the_role(analyse):
    found = mentions(analyse("Questo, signor ministro, non basta."))
    assert found["signor ministro"].role == "ministro"


def test_plural_roles_are_plural(analyse):
    scene = analyse("Lo dicono i sindaci.")
    assert [m.number for m in scene.mentions if m.kind in {"role", "group"}] == ["p"]
