import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract.evaluation.matching import match, overlap, recovered, trim

SPAN = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda p: (p[0], p[0] + p[1]))
SPANS = st.lists(SPAN, max_size=8)


@pytest.mark.parametrize(
    ("marked", "expected"), [("«[Vado.] ", "Vado"), ("[ “Sì!” ]", "Sì"), ("[…]", ""), ("[a]", "a")]
)
def test_trims_marks_and_punctuation(marked, expected):
    text = marked.replace("[", "").replace("]", "")
    start = marked.index("[")
    first, last = trim(text, start, marked.index("]") - 1)
    assert text[first:last] == expected


def test_the_best_overlap_wins():
    pairs = match([(0, 10), (10, 20)], [(0, 19), (10, 20)], 0.5)
    assert [(m.gold, m.found) for m in pairs] == [(1, 1), (0, 0)]
    assert match([(0, 10)], [(0, 10), (0, 10)], 0.8)[0].found == 1


def test_recovery_forgives_length_and_uses_a_span_once():
    assert recovered([(5, 10), (12, 15)], [(0, 40)], 0.8) == 1
    assert recovered([(0, 10)], [(0, 4)], 0.3) == 1
    assert recovered([(0, 10)], [(0, 4)], 0.8) == 0


@given(SPAN, SPAN)
def test_overlap_is_symmetric_and_a_share(one, other):
    assert 0 <= overlap(one, other) == overlap(other, one) <= 1
    assert (overlap(one, other) == 1) == (one == other)


@given(SPANS, SPANS, st.sampled_from([0.5, 0.8, 1.0]))
def test_matches_are_one_to_one_above_the_floor(gold, found, floor):
    pairs = match(gold, found, floor)
    assert len({m.gold for m in pairs}) == len({m.found for m in pairs}) == len(pairs)
    assert all(m.overlap >= floor for m in pairs)
    assert recovered(gold, found, 0.8) <= min(len(gold), len(found))
