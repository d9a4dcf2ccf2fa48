import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract.text.dialogue import dash_turns, interview_turns

DASHES = [
    ("– Vieni? – chiede Anna. – No.", [("Vieni?", "chiede Anna."), ("No.", "")]),
    ("— Vieni domani?\n— Forse!", [("Vieni domani?", ""), ("Forse!", "")]),
    ("– Resto qui – mormora Ugo, – e basta.", [("Resto qui", "mormora Ugo,"), ("e basta.", "")]),
    ("- Chi è? - domanda la voce.", [("Chi è?", "domanda la voce.")]),
]


@pytest.mark.parametrize(("text", "expected"), DASHES)
def test_finds_turns_between_dashes(text, expected):
    found = [(text[t.start : t.end], text[t.label_start : t.label_end]) for t in dash_turns(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "- più corse;\n- meno attese;\n- un numero verde.",
        "– Il ponte nuovo\n– La strada vecchia",
        "Le temperature: 3 – 5 gradi",
        "Il ponte – spiega Pini – riapre.",
        "-12 gradi?",
    ],
)
def test_lists_ranges_and_incises_are_no_dialogue(text):
    assert dash_turns(text) == []


INTERVIEWS = [
    ("D. Quando riapre?\nR. A marzo.\nE sul serio.", ["question", "answer"]),
    ("Domanda: Quando riapre?\nRisposta: A marzo.", ["question", "answer"]),
    ("Quando riapre?\nA marzo.\nE poi?\nPoi si vedrà.\nCon calma.", ["question", "answer"] * 2),
    ("Quando riapre?\n«A marzo».\n\nE poi?\n«Poi si vedrà».", ["question", "answer"] * 2),
    ("SERRA: Lei c'era?\nPINI: Sì.\nSERRA: E poi?\nPINI: Basta.", ["speech"] * 4),
]


@pytest.mark.parametrize(("text", "roles"), INTERVIEWS)
def test_finds_questions_and_answers(text, roles):
    assert [turn.role for turn in interview_turns(text)] == roles


def test_a_turn_tells_its_words_and_its_label():
    text = "D. Quando riapre?\nR. A marzo.\nDavvero."
    question, answer = interview_turns(text)
    assert text[question.label_start : question.label_end] == "D"
    assert text[answer.start : answer.end] == "A marzo.\nDavvero."


@pytest.mark.parametrize(
    "text", ["Il ponte riaprirà?\nNessuno lo sa.", "Roma: il ponte.\nParigi: la torre.", ""]
)
def test_one_question_makes_no_interview(text):
    assert interview_turns(text) == []


@given(st.one_of(st.text(), st.text(alphabet="AaD R.?:–—- \n«»", max_size=60)))
def test_turns_stay_inside_any_text(text):
    for turn in dash_turns(text) + interview_turns(text):
        assert 0 <= turn.start <= turn.end <= len(text)
        assert 0 <= turn.label_start <= turn.label_end <= len(text)
