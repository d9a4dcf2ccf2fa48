import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract import Quote
from quotextract.exporters import FORMATS, Options, export
from quotextract.exporters.delimited import as_written, harmless

QUOTE = Quote("d", "a.txt", "", "", "", "", "q", "Vado", 1, 5, "direct", confidence=0.5)


@pytest.mark.parametrize("cell", ["=1+1", "+39 06", "-5%", "@rossi", "\tx", "\rx", "'=1", "''"])
def test_a_cell_that_would_run_starts_with_an_apostrophe(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Vado", "'ndrangheta", "'", "1-2"])
def test_other_cells_stay_as_they_are(cell):
    assert harmless(cell) == cell


@given(st.text(alphabet="'=+-@\t\ra", max_size=5))
def test_the_apostrophe_can_be_taken_back(cell):
    assert as_written(harmless(cell)) == cell
    assert harmless(cell)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


def test_numbers_stay_numbers():
    out = io.BytesIO()
    export([(None, [QUOTE])], out, FORMATS["csv"], Options(columns=("cue_start", "confidence")))
    assert out.getvalue() == b"cue_start,confidence\r\n-1,0.5\r\n"


def test_excel_gets_a_mark_semicolons_and_decimal_commas():
    out = io.BytesIO()
    options = Options(columns=("quote", "confidence"), excel=True)
    export([(None, [replace(QUOTE, quote="Sì; però")])], out, FORMATS["csv"], options)
    assert out.getvalue() == '\ufeffquote;confidence\r\n"Sì; però";0,5\r\n'.encode()
