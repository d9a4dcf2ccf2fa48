"""Pieces cover the words of a text, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract.neural import load_reader
from quotextract.neural.pieces import BREAK, OPENS, UNKNOWN, Segmenter

TOY = Segmenter(
    dict.fromkeys(("<s>", "<pad>", "</s>", "<unk>"), 0.0)
    | {OPENS: -3.0, "si": -3.0, f"{OPENS}si": -2.0, "n": -4.0, "da": -3.0, "co": -3.0}
    | {f"{OPENS}sindaco": -9.0, f"{OPENS}sin": -3.5, "daco": -4.0, ",": -3.0}
)
NAMES = list(TOY.ids)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("sindaco", [f"{OPENS}sin", "daco"]),
        ("si, sindaco", [f"{OPENS}si", ",", f"{OPENS}sin", "daco"]),
        ("si\nsi", [f"{OPENS}si", "</s>", f"{OPENS}si"]),
        ("\n\n si \n", [f"{OPENS}si"]),
        ("siß", [f"{OPENS}si", "<unk>"]),
        ("", []),
    ],
)
def test_the_likeliest_pieces_of_each_word(text, pieces):
    assert [NAMES[p.id] for p in TOY.segment(text)] == pieces


def test_special_pieces_are_never_found_in_a_text():
    assert {p.id for p in TOY.segment("<s> </s>")} <= {UNKNOWN, TOY.ids[OPENS]}


def test_a_compatible_character_counts_as_one():
    assert next((p.start, p.end) for p in TOY.segment("ｓｉ ﬁ")) == (0, 2)


@given(st.text(max_size=60))
def test_pieces_tile_every_word(text):
    pieces = load_reader().segmenter.segment(text)
    covered = [n for p in pieces for n in range(p.start, p.end)]
    assert covered == [n for n, c in enumerate(text) if not c.isspace()]
    assert all(p.start == p.end for p in pieces if p.id == BREAK)


@given(st.text(alphabet="abcèé’«» \n", max_size=80), st.integers(0, 80))
def test_what_follows_changes_no_word_before(text, cut):
    head = text[:cut]
    if head[-1:].strip():
        head = head[: len(head) - len(head.split()[-1])]
    segment = load_reader().segmenter.segment
    kept = [p for p in segment(head) if p.id != BREAK]
    assert kept == [p for p in segment(text) if p.id != BREAK][: len(kept)]
