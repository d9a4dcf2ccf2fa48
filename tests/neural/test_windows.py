"""Windows: every quotation is asked about once, with what stands around it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract.neural import Page, load_reader
from quotextract.neural.pieces import BREAK, START
from quotextract.neural.windows import HEAD, LENGTH, TAIL, windows

SHORT = "«Riapriamo», ha detto Benassi. Melis tace.\n«Mai», dice Pini."


def page_of(text, mentions, parents=None):
    """Return the page of a text whose quotations are its «…», mentions by their words."""
    quotations, opened = [], []
    for n, character in enumerate(text):
        if character == "«":
            opened.append(len(quotations))
            quotations.append([n + 1, n])
        elif character == "»" and opened:
            quotations[opened.pop()][1] = n
    spans = [(text.index(m), text.index(m) + len(m)) for m in mentions]
    return Page(text, [tuple(q) for q in quotations], parents or [-1] * len(quotations), spans)


def read(page):
    return list(windows(page, load_reader().segmenter))


def test_a_short_article_is_one_window():
    (window,) = read(page_of(SHORT, ["Benassi", "Melis", "Pini"]))
    assert window.quotations == [0, 1]
    assert window.mentions == [0, 1, 2]
    assert window.ids[0] == START
    assert list(window.ids).count(BREAK) == 2  # the line's end and the article's
    names = {n for n in range(len(window.ids)) if window.roles[n] == 3}
    assert {n for first, last in window.spans for n in range(first, last)} == names
    for first, last in window.edges:
        assert set(window.roles[first : last + 1]) == {1}


def test_how_mentions_stand():
    (window,) = read(page_of(SHORT, ["Benassi", "Melis", "Pini"]))
    first, second = window.geometry
    assert first[0, 0] < first[1, 0] < first[2, 0] < 10  # behind the quotation, ever farther
    assert first[:, 1].tolist() == [0, 0, 1]
    assert first[:, 2].tolist() == [0, 0, 1]
    assert second[0, 0] > second[1, 0] > 10  # before it
    assert second[:, 2].tolist() == [0, 0, 0]


def test_a_mention_inside_the_quotation_is_told_from_one_inside_another():
    (window,) = read(page_of("«Lo sa Pini», dice. «Lo sa Melis», dice.", ["Pini", "Melis"]))
    assert window.geometry[..., 3].tolist() == [[2, 1], [1, 2]]


def test_the_middle_of_a_long_quotation_is_left_out():
    long = "parola " * 100
    (window,) = read(page_of(f"«{long}», dice Pini.", ["Pini"]))
    assert np.sum(window.roles == 1) == HEAD + TAIL


def test_what_holds_another_quotation_stays_whole():
    long = "parola " * 100
    page = page_of(f"«{long} disse: «Vieni» {long}», dice Pini.", ["Pini"], [-1, 0])
    (window,) = read(page)
    assert np.sum(window.roles == 1) > 150
    assert np.sum(window.roles == 2) >= 1


def test_no_pieces_no_windows():
    assert read(Page(" \n ", [(1, 1)], [-1], [])) == []


@pytest.mark.parametrize("repeats", [1, 40, 200])
def test_every_quotation_of_a_long_article_is_asked_about_once(repeats):
    page = page_of(SHORT * repeats, ["Benassi"])
    found = read(page)
    assert sorted(q for w in found for q in w.quotations) == list(range(2 * repeats))
    for window in found:
        assert len(window.ids) <= LENGTH
        assert window.geometry.shape == (len(window.quotations), len(window.mentions), 4)


@given(st.text(alphabet="«» aP\n.", max_size=120), st.data())
def test_whatever_the_spans_nothing_stands_outside_the_window(text, data):
    spots = st.integers(0, len(text))
    span = st.tuples(spots, spots).map(lambda s: (min(s), max(s)))
    quotations = data.draw(st.lists(span, max_size=5))
    page = Page(text, quotations, [-1] * len(quotations), data.draw(st.lists(span, max_size=5)))
    for window in read(page):
        size = len(window.ids)
        assert all(0 < a < b < size for a, b in window.spans)
        assert all(0 < a <= b < size for a, b in window.edges)
        assert window.geometry.min(initial=0) >= 0
        assert window.geometry.max(initial=0) < 20
