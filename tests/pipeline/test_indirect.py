"""What the grammar proposes as reported clauses, whatever the classifier says of it."""

import pytest

from quotextract.pipeline.indirect import propose_clauses, speaker_candidates

PROPOSED = {
    "Granata ha detto che la strada riaprirà a maggio.": ("che", "la strada riaprirà a maggio"),
    "Granata ha promesso di riaprire la piscina.": ("di", "riaprire la piscina"),
    "Il sindaco invita i cittadini a restare in casa.": ("a", "restare in casa"),
    "La giornalista ha chiesto se il bando fosse chiuso.": ("se", "il bando fosse chiuso"),
    "L'assessora spiega perché il bando è chiuso.": ("wh", "perché il bando è chiuso"),
    "Granata ha ricordato, con una nota, che la strada è chiusa.": ("che", "la strada è chiusa"),
    "Granata invita a riflettere e contesta la Regione.": ("a", "riflettere"),
    "La strada – spiegano gli uffici – riaprirà a maggio.": (
        "incise",
        "La strada – spiegano gli uffici – riaprirà a maggio",
    ),
    "La strada riaprirà a maggio, riferiscono i tecnici.": (
        "incise",
        "La strada riaprirà a maggio",
    ),
    "Come riferito dai tecnici del Comune, la strada riaprirà a maggio.": (
        "come",
        "la strada riaprirà a maggio",
    ),
    "Secondo Marta Righi, la collina è instabile.": ("source", "la collina è instabile"),
    "Inoltre, secondo i tecnici, la collina è instabile.": ("source", "la collina è instabile"),
    "La collina è instabile, secondo i tecnici.": ("source", "La collina è instabile"),
    "La collina è instabile. Lo afferma Marta Righi.": ("back", "La collina è instabile"),
    "Dura la reazione del Comune: la strada resta chiusa.": (
        "noun-colon",
        "la strada resta chiusa",
    ),
}
NOT_PROPOSED = [
    "Granata non ha detto che la strada riaprirà.",
    "Granata, ingegnere, ha detto la verità.",
    "La giunta ha chiesto il rinvio a giudizio degli imputati.",
    "Granata ha parlato poco prima che la strada crollasse.",
]


def clauses(scene):
    return [c for s in scene.frames.sentences for c in propose_clauses(scene, s)]


@pytest.mark.parametrize(("text", "expected"), PROPOSED.items())
def test_proposes_the_clause(analyse, text, expected):
    scene = analyse(text)
    assert expected in [(c.how, scene.doc[c.first : c.last].text) for c in clauses(scene)]


@pytest.mark.parametrize("text", NOT_PROPOSED)
def test_proposes_nothing(analyse, text):
    assert not clauses(analyse(text))


def test_leaves_what_a_quotation_explains_to_the_quotation(analyse):
    scene = analyse("Granata ha detto che la strada è chiusa: «Mancano i fondi».")
    (clause,) = (c for c in clauses(scene) if c.how == "che")
    assert scene.doc[clause.first : clause.last].text == "la strada è chiusa"


def test_whoever_is_spoken_of_does_not_speak(analyse):
    scene = analyse("Carlo Granata ha detto che Marta Righi ha lasciato la giunta.")
    (clause,) = (c for c in clauses(scene) if c.how == "che")
    names = {
        e.name for c in speaker_candidates(scene, clause) for e in c.entities if c.mention >= 0
    }
    assert names == {"Carlo Granata"}
