import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract import Article
from quotextract.processing import chunks as module
from quotextract.processing import extract_all
from quotextract.processing.chunks import chunks

SENTENCE = "Il cantiere è fermo. «Riaprirà a marzo», ha detto Benassi. "


@given(st.text(alphabet="ab.« »\n", max_size=200), st.integers(2, 40))
def test_pieces_follow_each_other_and_none_is_too_long(text, longest):
    bounds = list(chunks(text, longest))
    assert "".join(text[start:end] for start, end in bounds) == text
    assert all(0 < end - start <= longest for start, end in bounds if text)


@pytest.mark.parametrize(
    ("text", "longest", "first"),
    [
        ("Uno due tre.\n\nQuattro. Cinque sei.", 25, "Uno due tre.\n\n"),
        ("Uno due tre. Quattro cinque sei.", 22, "Uno due tre. "),
        ("Uno due «tre. Quattro» cinque.", 28, "Uno due «tre. Quattro» "),
        ("Uno due tre quattro", 10, "Uno due "),
        ("x" * 30, 10, "x" * 10),
    ],
)
def test_a_cut_falls_where_the_text_pauses(text, longest, first):
    start, end = next(chunks(text, longest))
    assert text[start:end] == first


@pytest.mark.parametrize("between", ["", "\n", "\n\n", "\r\n"])
def test_quotations_of_a_long_text_stand_where_they_stand(nlp, quotes_of, monkeypatch, between):
    monkeypatch.setattr(module.chunks, "__defaults__", (1000,))
    text = (SENTENCE + between) * 200
    ((_, quotes),) = extract_all([Article(text)], nlp, quotes_of=quotes_of)
    assert len(quotes) == 200
    assert len({quote.quote_id for quote in quotes}) == 200
    for quote in quotes:
        assert text[quote.quote_start : quote.quote_end] == quote.quote == "Riaprirà a marzo"
        assert text[quote.speaker_start : quote.speaker_end] == "Benassi"
        assert quote.cue_start == -1
