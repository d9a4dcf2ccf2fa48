"""Look-ups: what a form, a phrase, an epithet means."""

import pytest

from quotextract.lexicon import fold, load_lexicon, longest_match

LEXICON = load_lexicon()


def test_keys_are_the_same_for_text_and_tokens():
    assert fold("Ministro dell’Interno") == "ministro dell' interno"
    assert fold("ministro dell' Interno") == "ministro dell' interno"
    assert fold("A  detta\ndi") == "a detta di"


@pytest.mark.parametrize(
    "lemma", "dire tuonare chiosare incalzare rincarare gelare sferzare ironizzare esultare".split()
)
def test_cue_verbs(lemma):
    assert "direct" in LEXICON.verbs[lemma].frames


@pytest.mark.parametrize(
    ("lemma", "frame"),
    [("negare", "di"), ("invitare", "a"), ("definire", "fragment"), ("chiedere", "se")],
)
def test_frames(lemma, frame):
    assert frame in LEXICON.verbs[lemma].frames


def test_weak_and_reflexive_verbs():
    assert LEXICON.verbs["continuare"].weak
    assert not LEXICON.verbs["spiegare"].weak
    assert LEXICON.verbs["sfogare"].frames == frozenset()
    assert "direct" in LEXICON.verbs["sfogare"].reflexive
    assert "fragment" in LEXICON.verbs["dire"].reflexive


@pytest.mark.parametrize(
    ("verb", "words", "count"),
    [
        ("tagliare", ["corto", "Pini"], 1),
        ("tagliare", [",", "come", "sempre", ",", "corto"], 5),
        ("tagliare", ["i", "fondi", "alla", "scuola"], 0),
        ("lanciare", ["l’", "allarme"], 2),
        ("essere", ["durissima", "la", "sindaca"], 1),
        ("mettere", ["le", "mani", "avanti"], 3),
    ],
)
def test_idioms(verb, words, count):
    found = max(idiom.match(words) for idiom in LEXICON.idioms[verb])
    assert found == count


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("A detta della", "source"),
        ("a giudizio dell’", "source"),
        ("secondo quanto riferito dai", "source"),
        ("così", "so"),
        ("come", "come"),
        ("firmato", "signature"),
        ("ai microfoni di", "outlet"),
        ("intervistata dal", "interviewer"),
    ],
)
def test_phrases(phrase, kind):
    assert LEXICON.phrases[fold(phrase)].kind == kind


def test_the_longest_phrase_wins():
    words = "Secondo quanto riferito dalla procura".split()
    found = longest_match(LEXICON.phrases, words)
    assert found is not None
    assert (found[0], found[1].phrase) == (4, "secondo quanto riferito da")
    assert longest_match(LEXICON.phrases, ["tavolo"]) is None


def test_nouns_of_saying():
    assert LEXICON.nouns["moniti"].lemma == "monito"
    assert LEXICON.nouns["nota"].document
    assert not LEXICON.nouns["monito"].document


@pytest.mark.parametrize(
    ("form", "lemma", "gender", "number", "kind"),
    [
        ("sindache", "sindaco", "f", "p", "office"),
        ("portavoce", "portavoce", "", "", "office"),
        ("primo cittadino", "primo cittadino", "m", "s", "office"),
        ("pm", "pm", "", "", "justice"),
        ("dott.ssa", "dottore", "f", "s", "profession"),
        ("madre", "madre", "f", "s", "kin"),
        ("ex premier", "premier", "", "", "office"),
        ("collega", "collega", "", "s", "anonymous"),
    ],
)
def test_roles(form, lemma, gender, number, kind):
    role = LEXICON.role(form)
    assert role is not None
    assert (role.lemma, role.gender, role.number, role.kind) == (lemma, gender, number, kind)


def test_no_role():
    assert LEXICON.role("tavolino") is None


@pytest.mark.parametrize(
    ("key", "country"),
    [
        ("francesi", "Francia"),
        ("britannica", "Regno Unito"),
        ("statunitensi", "Stati Uniti"),
        ("tedesche", "Germania"),
        ("cremlino", "Russia"),
        ("tel aviv", "Israele"),
        ("usa", "Stati Uniti"),
        ("kyiv", "Ucraina"),
    ],
)
def test_countries(key, country):
    assert LEXICON.countries[key].name == country


def test_institutions_parties_epithets():
    assert LEXICON.institutions["palazzo chigi"].stands_for == "governo italiano"
    assert LEXICON.parties["dem"].name == "Partito democratico"
    assert LEXICON.parties["leghista"].name == "Lega"
    assert LEXICON.epithets["zar"].names == ("Vladimir Putin",)
    assert LEXICON.epithets["cavaliere"].names == ("Silvio Berlusconi",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("il presidente del Consiglio", "premier", True),
        ("la prima cittadina", "sindaca", True),
        ("il titolare della Farnesina", "ministro degli Esteri", True),
        ("la ministra degli Esteri", "capo della diplomazia", True),
        ("capo dello Stato", "presidente della Repubblica", True),
        ("sindaco", "governatore", False),
        ("tecnico", "allenatore", True),
    ],
)
def test_same_office(one, other, same):
    assert LEXICON.same_office(one, other) is same
    assert LEXICON.same_office(other, one) is same


def test_names_and_scare_quotes():
    assert LEXICON.name_nouns["canzoni"].lemma == "canzone"
    assert LEXICON.organisations["procure"].number == "p"
    assert LEXICON.groups["fonti"].kind == "anonymous"
    assert not LEXICON.scare_markers["cosiddette"].weak
    assert LEXICON.scare_markers["definita"].weak
