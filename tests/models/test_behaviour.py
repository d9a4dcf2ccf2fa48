"""What the bundled pipeline promises on the project's own sentences."""

import json
from pathlib import Path

import pytest

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "robustness.jsonl").read_text("utf8").splitlines()
]
STYLES = [("«", "»", "'"), ("“", "”", "’"), ('"', '"', "'"), ("\x93", "\x94", "\x92")]


def spell(text, style):
    return text.translate(str.maketrans(dict(zip("«»'", style, strict=True))))


def cases(*kinds):
    return [case["text"] for case in CASES if case["kind"] in kinds]


def split(nlp, text):
    parts = [part if part.endswith("\n") else part + " " for part in text.split("|")]
    doc = nlp("".join(parts).strip())
    return [sent.text.strip() for sent in doc.sents if sent.text.strip()]


def share(outcomes):
    outcomes = list(outcomes)
    return sum(outcomes) / len(outcomes)


@pytest.mark.parametrize("style", STYLES)
def test_sentences_stay_whole_around_marks(nlp, style):
    texts = [spell(text, style) for text in cases("marks")]
    whole = [split(nlp, t) == [part.strip() for part in t.split("|")] for t in texts]
    assert share(whole) >= 0.8


def test_lines_end_sentences(nlp):
    texts = cases("headlines")
    assert share(split(nlp, t) == [p.strip() for p in t.split("|")] for t in texts) >= 0.8


def annotations(doc):
    return [(t.pos_, t.dep_, t.head.i, t.lemma_.replace("’", "'")) for t in doc]


def test_apostrophes_are_alike(nlp):
    pairs = [(nlp(t.replace("|", " ")), nlp(t.replace("|", " ").replace("'", "’")))
             for t in cases("apostrophes")]  # fmt: skip
    same = [a == b for x, y in pairs for a, b in zip(annotations(x), annotations(y), strict=True)]
    assert share(same) >= 0.9


@pytest.mark.parametrize("mark", ["'", "’", "\x92"])
def test_elisions_are_split(nlp, mark):
    doc = nlp.make_doc(f"Dell{mark}acqua c{mark}è un po{mark}")
    assert [t.text for t in doc] == [f"Dell{mark}", "acqua", f"c{mark}", "è", "un", f"po{mark}"]
    assert [t.norm_ for t in doc] == ["dell'", "acqua", "c'", "è", "un", "po'"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("\x93No\x94, dice", ["\x93", "No", "\x94", ",", "dice"]),
        ("<<No>>, dice", ["<<", "No", ">>", ",", "dice"]),
        ("‹No›, dice", ["‹", "No", "›", ",", "dice"]),
        ("«No»,«Sì»", ["«", "No", "»", ",", "«", "Sì", "»"]),
        ("dell'«Avanti»", ["dell'", "«", "Avanti", "»"]),
        ('ha detto:"No"', ["ha", "detto", ":", '"', "No", '"']),
    ],
)
def test_marks_are_tokens(nlp, text, tokens):
    assert [token.text for token in nlp.make_doc(text)] == tokens


@pytest.mark.parametrize(
    ("text", "lemma"),
    [("dichiararono", "dichiarare"), ("sottolinea", "sottolineare"), ("ribadirà", "ribadire")],
)
def test_lemmas_of_verbs(nlp, text, lemma):
    doc = nlp(f"I ministri {text} che la legge è pronta.")
    assert doc[2].lemma_ == lemma


def test_capital_datelines_are_places(nlp):
    doc = nlp("ROMA, 12 MAR - Il governo ha approvato il decreto.")
    assert ("ROMA", "LOC") in [(ent.text, ent.label_) for ent in doc.ents]
    assert len(list(doc.sents)) == 1


def test_foreign_and_lone_names_are_persons(nlp):
    text = "Il premier Keir Starmer ha incontrato Zelensky. Secondo Macron la tregua è vicina."
    persons = {ent.text for ent in nlp(text).ents if ent.label_ == "PER"}
    assert {"Keir Starmer", "Zelensky", "Macron"} <= persons
