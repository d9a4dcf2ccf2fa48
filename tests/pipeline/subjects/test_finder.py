"""Subjects: whom a cue points to, by its grammar and by its place."""

import pytest


def pointed(scene, how, *ways):
    """Return whom the first cue points to, only by certain ways where told."""
    for sentence in scene.frames.sentences:
        for cue in scene.cues(sentence):
            found = getattr(scene.subjects, how)(cue, sentence)
            return [
                scene.mentions[p.mention].text(scene.doc)
                for p in found
                if not ways or p.ways & set(ways)
            ]
    return []


VERBS = [
    ("«Sì», ha detto Anna Serra.", "Anna Serra"),
    ("Anna Serra ha detto: «Sì».", "Anna Serra"),
    ("«Sì», ha detto a Ugo Belli la preside Anna Serra.", "la preside Anna Serra"),
    ("Rispondendo a Ugo Belli, ieri Anna Serra ha detto: «Sì».", "Anna Serra"),
    ("«Sì», dice il cartello.", "il cartello"),
]


@pytest.mark.parametrize(("text", "subject"), VERBS)
def test_a_verb_points_to_its_subject(analyse, text, subject):
    scene = analyse(text)
    sentence = next(s for s in scene.frames.sentences if s.level < 0)
    cue = next(c for c in scene.cues(sentence) if c.lemma == "dire")
    found = scene.subjects.of_verb(cue, sentence)
    assert [scene.mentions[p.mention].text(scene.doc) for p in found] == [subject]


def test_a_mention_after_a_preposition_is_no_subject(analyse):
    assert pointed(analyse("«Sì», ha detto a Ugo Belli."), "of_verb") == []


def test_che_takes_up_whom_more_is_said_of(analyse):
    scene = analyse(
        "Piace il piano di Anna Serra, fra le socie più attive di Ada Pini, che chiede «aiuti»."
    )
    assert "Anna Serra" in pointed(scene, "of_verb", "antecedent-far")


def test_a_word_of_the_idiom_is_no_subject(analyse):
    assert pointed(analyse("«Sì», gli fa eco Anna Serra."), "of_verb") == ["Anna Serra"]


SETTINGS = ["Così su Twitter", "Così, a Radio Valmora,", "Così in una nota congiunta"]


@pytest.mark.parametrize("opening", SETTINGS)
def test_where_it_was_said_is_not_who_said_it(analyse, opening):
    scene = analyse(f"«Sì». {opening} la preside Anna Serra.")
    assert pointed(scene, "of_phrase") == ["la preside Anna Serra"]


def test_a_passive_points_to_its_agent(analyse):
    scene = analyse("«Sì», è stato ribadito da Anna Serra.")
    assert pointed(scene, "of_verb", "agent") == ["Anna Serra"]


@pytest.mark.parametrize(
    ("text", "source"),
    [("L'affondo di Anna Serra: «Sì».", "Anna Serra"),
     ("La replica secca della preside: «Sì».", "preside"),
     ("Un monito dal sindaco Ugo Belli: «Sì».", "sindaco Ugo Belli")],
)  # fmt: skip
def test_a_noun_points_to_whose_words_they_are(analyse, text, source):
    assert pointed(analyse(text), "of_noun") == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [("A detta di Anna Serra, «sì».", "Anna Serra"), ("Secondo la preside, «sì».", "la preside"),
     ("Secondo i tecnici del Comune «sì».", "i tecnici del Comune")],
)  # fmt: skip
def test_a_phrase_points_to_what_follows(analyse, text, source):
    assert pointed(analyse(text), "of_phrase") == [source]


def test_nearer_mentions_have_smaller_distances(analyse):
    scene = analyse("Ugo Belli tace, Anna Serra ha detto: «Sì».")
    sentence = scene.frames.sentences[0]
    (cue,) = scene.cues(sentence)
    found = {
        scene.mentions[p.mention].text(scene.doc): p.distance
        for p in scene.subjects.of_verb(cue, sentence)
    }
    assert found["Anna Serra"] < found["Ugo Belli"]
