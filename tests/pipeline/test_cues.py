"""Cues: the words that announce, in a frame sentence, that somebody speaks."""

import pytest


def cues(scene):
    return [c for s in scene.frames.sentences if s.level < 0 for c in scene.cues(s)]


FORMS = [
    ("«Sì», dice Anna.", "dice", "dire", "finite"),
    ("«Sì», ha detto Anna.", "ha detto", "dire", "compound"),
    ("«Sì», disse Anna.", "disse", "dire", "finite"),
    ("«Sì», aveva poi aggiunto Anna.", "aveva poi aggiunto", "aggiungere", "compound"),
    ("«Sì», le ha risposto Ugo.", "le ha risposto", "rispondere", "compound"),
    ("«Sì», viene ribadito da Anna.", "viene ribadito", "ribadire", "passive"),
    ("Ugo esce, annunciando «una svolta».", "annunciando", "annunciare", "gerund"),
    ("«Sì». Ad annunciarlo è Anna.", "Ad annunciarlo", "annunciare", "infinitive"),
    ("«Sì», si domanda Anna.", "si domanda", "domandare", "finite"),
]


@pytest.mark.parametrize(("text", "words", "lemma", "form"), FORMS)
def test_finds_the_verb_in_its_form(analyse, text, words, lemma, form):
    scene = analyse(text)
    assert [(c.text(scene.doc), c.lemma, c.form) for c in cues(scene)] == [(words, lemma, form)]


NOT_CUES = [
    "Il dirigente tace.",
    "Anna dorme e Ugo mangia.",
    "",
]


@pytest.mark.parametrize("text", NOT_CUES)
def test_other_words_are_no_cues(analyse, text):
    assert not cues(analyse(text))


@pytest.mark.parametrize(
    ("text", "negated"),
    [("Anna non ha detto nulla.", True), ("Anna ha detto tutto.", False),
     ("Anna non dice che viene.", True)],
)  # fmt: skip
def test_sees_the_negation(analyse, text, negated):
    (cue,) = cues(analyse(text))
    assert cue.negated is negated


def test_sees_the_hypothesis(analyse):
    (cue,) = [c for c in cues(analyse("Se dicesse «basta», cadrebbe.")) if c.lemma == "dire"]
    assert cue.hypothetical


KINDS = [
    ("Secondo Anna Serra «è tardi».", "Secondo", "phrase"),
    ("A detta di Anna Serra «è tardi».", "A detta di", "phrase"),
    ("L'affondo di Anna Serra: «È tardi».", "affondo", "noun"),
    ("«È tardi», taglia corto la preside.", "taglia corto", "idiom"),
    (
        "«È tardi», ha tagliato, come sempre, corto Anna.",
        "ha tagliato, come sempre, corto",
        "idiom",
    ),
    ("«È tardi», fa sapere Anna.", "fa sapere", "idiom"),
    ("Anna prende la parola: «È tardi».", "prende la parola", "idiom"),
]


@pytest.mark.parametrize(("text", "words", "kind"), KINDS)
def test_tells_verbs_idioms_nouns_and_phrases(analyse, text, words, kind):
    scene = analyse(text)
    assert (words, kind) in [(c.text(scene.doc), c.kind) for c in cues(scene)]


@pytest.mark.parametrize(
    ("text", "gender"),
    [("«Sì», si è detta sicura.", "f"), ("«Sì», si è detto sicuro.", "m"), ("«Sì», ha detto.", "")],
)
def test_a_participle_with_essere_tells_the_gender(analyse, text, gender):
    assert cues(analyse(text))[0].gender == gender


@pytest.mark.parametrize(
    ("text", "number"), [("«Sì», ha detto.", "s"), ("«Sì», hanno detto.", "p")]
)
def test_the_auxiliary_tells_the_number(analyse, text, number):
    assert cues(analyse(text))[0].number == number


@pytest.mark.parametrize(
    ("text", "clitic"),
    [("«Sì». Lo ha detto Anna.", True), ("«Sì». L'ha detto Anna.", True), ("Ha detto sì.", False)],
)
def test_a_clitic_points_at_what_was_said(analyse, text, clitic):
    assert cues(analyse(text))[0].clitic is clitic


def test_the_words_quoted_are_no_cues_of_the_frame(analyse):
    scene = analyse("«Ugo ha detto di sì», racconta Anna.")
    assert [c.lemma for c in cues(scene)] == ["raccontare"]


def test_outlets_and_interviewers_are_asides(analyse):
    scene = analyse("«Resto», ha detto Ugo Belli ai microfoni di Radio Costa.")
    asides = [m.text(scene.doc) for k, m in enumerate(scene.mentions) if scene.aside(k)]
    assert asides == ["Radio Costa"]
