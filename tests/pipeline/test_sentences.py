"""A sentence stays whole around a quotation, whatever stops stand inside the marks."""

import pytest
from spacy.lang.it import Italian

from quotextract.pipeline.sentences import SentenceKeeper, goes_on, whole_stretches

WHOLE = [
    "«Vado. Torno presto!», ha detto Anna.",
    "“Chi è? Che vuole?” chiede Ugo.",
    "«Vado. Torno» – sorride Anna.",
]
CUT = [
    "«Vado. Torno presto». Anna esce.",
    "«Vado.\nTorno», ha detto Anna.",
    "«Vado. Torno presto, ha detto Anna.",
    f"«{'Vado. ' * 300}», ha detto Anna.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_keeps_the_sentence_whole(nlp, text):
    assert len(list(nlp(text).sents)) == 1


@pytest.mark.parametrize("text", CUT)
def test_leaves_other_sentences_to_the_parser(text):
    assert not list(whole_stretches(text))


def test_forbids_starts_from_the_second_word_quoted_to_the_first_behind():
    doc = SentenceKeeper()(Italian()("Ieri. «Vado. Torno», dice. Poi va."))
    kept = [t.text for t in doc if t.is_sent_start is False]
    assert kept == ["Vado", ".", "Torno", "»", ","]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [(", ha detto", True), (" ha detto", True), (" – dice", True), (". Poi", False),
     (" Poi", False), ("", False), ("\u00a0dice", True)],
)  # fmt: skip
def test_knows_whether_the_sentence_goes_on(rest, expected):
    assert goes_on("«Vado»" + rest, 6) is expected
