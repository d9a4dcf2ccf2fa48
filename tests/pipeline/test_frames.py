"""Frames: the journalist's sentences, every quotation folded into one piece."""

import pytest

from quotextract.pipeline.frames import Frames


def folded(scene, level=-1):
    """Write the frame sentences of a level, `Q0` for a quotation folded."""
    return [
        " ".join(
            scene.doc[p.token].text if p.token >= 0 else f"Q{p.quotation}" for p in sentence.pieces
        )
        for sentence in scene.frames.sentences
        if sentence.level == level
    ]


SENTENCES = [
    (
        "«Vengo. Aspettami!», ha detto Anna. Poi è uscita.",
        ["Q0 , ha detto Anna .", "Poi è uscita ."],
    ),
    ("Anna ha detto: «Vengo».", ["Anna ha detto : Q0 ."]),
    ("«Vengo.» Così Anna.", ["Q0", "Così Anna ."]),
    ("«Vengo». «Resto».", ["Q0 .", "Q1 ."]),
    ("«Vengo?» chiede Anna.", ["Q0 chiede Anna ."]),
    ("Ugo tace. Anna ride: «Sì». E va.", ["Ugo tace .", "Anna ride : Q0 .", "E va ."]),
    ("Ugo tace\n\nAnna ride", ["Ugo tace", "Anna ride"]),
    ("La strada,\nchiusa da ieri,\nriapre oggi.", ["La strada , chiusa da ieri , riapre oggi ."]),
    ("«Siamo stanchi.\n«Vogliamo tornare», scrive Anna.", ["Q0 , scrive Anna ."]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_folds_quotations_into_the_sentence(analyse, text, expected):
    assert folded(analyse(text)) == expected


def test_the_inside_of_a_quotation_is_a_frame_of_its_own(analyse):
    scene = analyse('«Anna mi disse: "Vengo". E venne», racconta Ugo.')
    assert folded(scene) == ["Q0 , racconta Ugo ."]
    assert folded(scene, 0) == ["Anna mi disse : Q1 .", "E venne"]
    assert [q.parent for q in scene.frames.quotations] == [-1, 0]
    assert [q.index for q in scene.frames.children(0)] == [1]


def test_tokens_know_their_owner_and_marks_belong_to_nobody(analyse):
    scene = analyse("Anna dice «vengo subito» e va.")
    words = {t.text: (scene.frames.owner[t.i], scene.frames.is_mark[t.i]) for t in scene.doc}
    assert words["vengo"] == words["subito"] == (0, False)
    assert words["Anna"] == words["va"] == (-1, False)
    assert words["«"][1]
    assert words["»"][1]


def test_neighbours_stay_on_their_level(analyse):
    frames = analyse("Uno. «Due. Tre». Quattro.").frames
    outer = [s for s in frames.sentences if s.level == -1]
    assert frames.previous(outer[0]) is None
    assert frames.next(outer[-1]) is None
    assert frames.next(outer[0]) is outer[1]
    assert frames.previous(outer[1]) is outer[0]


@pytest.mark.parametrize("text", ["", "\n\n", "« »", "…", "«", "Solo questo"])
def test_takes_any_text(nlp, text):
    frames = Frames(nlp(text))
    assert all(0 <= q.first <= q.last <= len(frames.doc) for q in frames.quotations)
