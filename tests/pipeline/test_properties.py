"""Whatever the text, the pipeline answers, and its offsets hold."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "«", "»", "“", "”", '"', "'", "’", "<<", ">>", "–", "- ", "\n", "\n\n", "\r\n", " ", ", ",
        ". ", ": ", "? ", "ha detto", "secondo", "Così", "Per", "che", "di non", "Lo ha detto",
        "si legge nella nota", "Anna Serra", "Ugo Belli", "il sindaco", "la nota", "D.", "R.",
        "vado via", "non torno", "cosiddetta", "(@ugo)", "— Ugo Belli (@ugo) 4 marzo 2025", "\u00ad",
        "e\u0300", "\x93", "\u2028", "😀", "[…]", "(ANSA) - ROMA, 12 MAR - ",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=60)
QUIETLY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@QUIETLY
@given(text=TEXTS)
@example(text="")
@example(text="»«»«")
@example(text="«" * 50)
@example(text="«Sì» " * 40)
@example(text="secondo")
@example(text="come ha detto")
@example(text="di non che se:")
def test_any_text_gives_records_that_point_into_it(nlp, text):
    for q in nlp(text)._.quotes:
        assert text[q.quote_start : q.quote_end] == q.quote
        assert q.quote.strip()
        assert q.quote_type in {"direct", "mixed", "indirect", "none"}
        assert 0 <= q.confidence <= 1
        assert not (q.speaker and q.quote_type == "none")


@QUIETLY
@given(text=TEXTS)
def test_records_do_not_depend_on_what_was_read_before(nlp, text):
    nlp("«Altro», dice Marta Righi.")
    assert nlp(text)._.quotes == nlp(text)._.quotes
