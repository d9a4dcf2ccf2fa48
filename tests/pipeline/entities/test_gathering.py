"""Mentions gathered into who is who in one article, and of what gender."""

import pytest


def people(scene):
    """Return the people: full name, and how often each is named."""
    return {
        e.name: len([k for k in e.mentions if scene.mentions[k].name])
        for e in scene.table.entities
        if e.kind == "person" and e.named
    }


JOINED = [
    ("Parla Irene Valsecchi. Poi Valsecchi tace.", {"Irene Valsecchi": 2}),
    ("Valsecchi tace. Poi parla Irene Valsecchi.", {"Irene Valsecchi": 2}),
    ("Parla Giulia Serra, medico. Giulia ha vent'anni.", {"Giulia Serra": 2}),
    ("Parla Vito De Luca. De Luca tace.", {"Vito De Luca": 2}),
    ("Volodymyr Zelensky è a Roma. Poi Zelenskyy riparte.", {"Volodymyr Zelensky": 2}),
    ("Recep Tayyip Erdogan è a Roma. Poi Erdoğan riparte.", {"Recep Tayyip Erdogan": 2}),
    ("Parla Laura Ferrante. C'è anche Marco Ferrante.", {"Laura Ferrante": 1, "Marco Ferrante": 1}),
]


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_joins_the_names_of_one_person(analyse, text, expected):
    assert people(analyse(text)) == expected


BODIES = [
    ("La Guardia di Finanza indaga. Le Fiamme Gialle tacciono.", ["Guardia di Finanza"]),
    ("La Suprema Corte decide. La Cassazione tace.", ["Cassazione"]),
    ("Tace la Guardia di Finanza. Tace la Guardia costiera.", ["Guardia di Finanza", "Guardia costiera"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), BODIES)
def test_joins_the_names_that_the_base_knows_of_one_body(analyse, text, names):
    found = [e for e in analyse(text).table.entities if e.kind == "organisation" and e.named]
    assert [e.name for e in found] == names


def test_a_shared_surname_goes_to_the_nearest_bearer(analyse):
    scene = analyse(
        "Marco Ferrante guida la ditta. Laura Ferrante la contabilità. «Si parte», dice Ferrante."
    )
    assert people(scene) == {"Marco Ferrante": 1, "Laura Ferrante": 2}


@pytest.mark.parametrize(
    ("text", "gender"),
    [("Parla Irene Valsecchi.", "f"), ("Parla Tommaso Granata.", "m"), ("Parla la preside Dell'Orto.", "f")],
)  # fmt: skip
def test_knows_the_gender(analyse, text, gender):
    scene = analyse(text)
    assert [e.gender for e in scene.table.entities if e.kind == "person"] == [gender]


def test_brackets_tell_the_full_name_of_a_body(analyse):
    scene = analyse("Lo scrive l'Aifa (Agenzia Italiana del Farmaco). Poi l'Aifa tace.")
    bodies = [e.name for e in scene.table.entities if e.kind == "organisation" and e.named]
    assert bodies == ["Agenzia Italiana del Farmaco"]
