"""Names: what the recogniser found, mended, and what it missed."""

from itertools import pairwise

import pytest

from quotextract.pipeline.names.finding import find_names

PEOPLE = [
    ("Parla l'assessora Irene Valsecchi.", "Irene Valsecchi"),
    ("Tommaso Granata arriva. Poi Granata esce.", "Tommaso Granata|Granata"),
    ("Ieri Vito De Luca ha visto Anna Di Stefano.", "Vito De Luca|Anna Di Stefano"),
    ("Parla il regista Nino Lo Presti.", "Nino Lo Presti"),
    ("A vincere è Rosa D'Amico.", "Rosa D'Amico"),
    ("Così il tecnico Furio Dell'Orto.", "Furio Dell'Orto"),
    ("Il prof. Dell'Orto tace.", "Dell'Orto"),
    ("Lo dice Ursula von der Leyen.", "Ursula von der Leyen"),
    ("Secondo Marta Righi piove.", "Marta Righi"),
    ("Così il magistrato di Sorveglianza di Reggio Emilia Cristina Ferri.", "Cristina Ferri"),
    ("Esce il sindaco di Bergamo Gori.", "Gori"),
    ("La replica del ministro Cavallosi è arrivata ieri.", "Cavallosi"),
    ("La sindaca di Roma Raggi ha detto no.", "Raggi"),
    (
        "Sulla stessa linea la presidente della Commissione europea, Ursula von der Leyen.",
        "Ursula von der Leyen",
    ),
    ("Su X Granata ha scritto molto.", "Granata"),
    ("Lo ha detto ai microfoni di Sky Sport Ugo Belli.", "Ugo Belli"),
]


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_finds_people(analyse, nlp, text, people):
    scene = analyse(text)
    names = find_names(scene.doc, scene.frames, scene.lexicon)
    found = [scene.doc[n.first : n.last].text for n in names if n.label == "PER"]
    assert found == people.split("|")


def test_a_surname_of_a_full_name_is_a_person_everywhere(analyse):
    scene = analyse("Il sindaco Tommaso Granata tace. La linea di Granata vince. Granata resta.")
    names = find_names(scene.doc, scene.frames, scene.lexicon)
    assert {n.label for n in names} == {"PER"}
    assert len(names) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Parla il presidente del Friuli Venezia Giulia.",
        "Parla il sindaco di Ascoli Piceno.",
        "Parla il presidente del Trentino Alto Adige.",
        "Parla il sindaco di Roma Capitale.",
        "Gli abitanti di Roma Nord tacciono.",
    ],
)
def test_the_rest_of_a_place_is_nobody(analyse, text):
    scene = analyse(text)
    names = find_names(scene.doc, scene.frames, scene.lexicon)
    assert "PER" not in {n.label for n in names}


@pytest.mark.parametrize(
    "text", ["Ieri pioveva. Domani forse.", "«Vado», ha detto.", "", "Il ponte è chiuso."]
)
def test_common_words_are_no_names(analyse, text):
    scene = analyse(text)
    assert not find_names(scene.doc, scene.frames, scene.lexicon)


def test_names_never_overlap(analyse):
    scene = analyse(
        "Il presidente della Porti S.p.A. Lucio Ferrante e l'on. Piero Landi (Pd) hanno visto "
        "Marta Righi, Sara Montalto e Ugo «Zorro» Belli a Valmora."
    )
    names = find_names(scene.doc, scene.frames, scene.lexicon)
    assert all(a.last <= b.first for a, b in pairwise(names))


LABELS = [
    ("Lo dice il segretario Cgil Basilicata Ugo Belli.", "Cgil Basilicata", "ORG"),
    ("Tace il sindaco di Gorizia, Rodolfo Lagusta nel suo ufficio.", "Rodolfo Lagusta", "PER"),
    ("Parla il parroco di San Martino di Castrozza.", "San Martino di Castrozza", "LOC"),
]


@pytest.mark.parametrize(("text", "name", "label"), LABELS)
def test_words_know_better_than_the_recogniser(analyse, text, name, label):
    scene = analyse(text)
    names = find_names(scene.doc, scene.frames, scene.lexicon)
    assert label == {scene.doc[n.first : n.last].text: n.label for n in names}.get(name)
