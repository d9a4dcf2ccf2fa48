import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract.errors import ReadError
from quotextract.readers.encoding import decode

TEXT = "«Non c'è più tempo», ha detto l’assessora.\r\n“Perché?” – 10 €"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"], ids=str)
def test_the_usual_encodings_give_the_same_text(encoding):
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_mark(mark):
    assert decode(("\ufeff" + TEXT).encode(mark), "a.txt") == TEXT


def test_an_encoding_that_was_worked_out_is_said(caplog):
    with caplog.at_level(logging.WARNING):
        decode(TEXT.encode("cp1252"), "vecchio.txt")
    assert "'vecchio.txt' is not UTF-8: read as cp1252" in caplog.text


def test_marks_that_were_decoded_as_latin_1_stay_as_they_are():
    text = "\x93Riapriremo\x94, ha detto l\x92assessora. È così."
    assert decode(text.encode("utf-8"), "a.txt") == text


def test_latin_1_reads_its_accents():
    assert decode("Perché no? È già così.".encode("latin-1"), "a.txt") == "Perché no? È già così."


def test_one_broken_byte_costs_one_character(caplog):
    data = ("Però così è già più. " * 3).encode() + b"\xff fine"
    text = decode(data, "rotto.txt")
    assert text.count("\ufffd") == 1
    assert "Però così è già più." in text
    assert "'rotto.txt' is damaged: 1 bytes" in caplog.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"  \r\n\t\n", "the file is empty"),
        ("\u00a0\u2003".encode(), "only blanks"),
        (b"%PDF-1.7\0\0\0", "it is binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is binary"),
        (bytes(range(1, 32)) * 10, "it is binary"),
        (b"\xff\xfeC\0i\0a", "breaks off"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, reason):
    with pytest.raises(ReadError, match=reason) as caught:
        decode(data, "foto.txt")
    assert "'foto.txt'" in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_clear_refusal(data):
    try:
        text = decode(data, "a.txt")
    except ReadError as error:
        assert "'a.txt'" in str(error)
    else:
        assert text.strip()


@given(st.text(min_size=1).filter(lambda text: text.isprintable() and text.strip("\ufeff ")))
def test_any_text_in_utf_8_comes_back_whole(text):
    if text[0] != "\ufeff" and text.strip():
        assert decode(text.encode("utf-8"), "a.txt") == text
