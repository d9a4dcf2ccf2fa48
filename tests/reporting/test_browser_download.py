"""The rows shown as CSV are those of the exporter, byte for byte behind the mark."""

import csv
import io
from dataclasses import replace

import pytest

from quotextract.exporters import FORMATS, export
from tests.reporting.articles import many, news, quoted

MARK = b"\xef\xbb\xbf"


def exported(results):
    out = io.BytesIO()
    export(results, out, FORMATS["csv"])
    return out.getvalue()


def saved(page):
    with page.expect_download() as waiting:
        page.locator("#download").click()
    assert waiting.value.suggested_filename == "chi-dice-che-cosa.csv"
    return waiting.value.path().read_bytes()


FORMULAS = [
    "=1+1", "+39 06", "-1", "@SUM(A1)", "\tx", "\rx", "'=1", "'ndrangheta", "a,b", 'a"b', "a\nb",
    "a\r\nb", " x ", "🙂=", "<b>&amp;</b>", "\u2028", "\ufeff",
]  # fmt: skip


@pytest.mark.parametrize("results", [news(), list(many(30, 3))], ids=["news", "many"])
def test_all_rows(opened, results):
    assert saved(opened(results)) == MARK + exported(results)


def test_cells_that_are_hard_to_write(opened):
    results = []
    for number, cell in enumerate(FORMULAS):
        article, (quote,) = quoted("«Vado via», ha detto Lia Orsi.", doc_id=str(number), title=cell)
        results.append(
            (article, [replace(quote, speaker_role=cell, flags=cell.strip(), negated=True)])
        )
    content = saved(opened(results))
    assert content == MARK + exported(results)
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0]["title"] == "'=1+1"


def test_only_the_rows_shown_in_their_order(opened):
    results = news()
    page = opened(results, "#s=carla-benassi&sort=-date")
    (first, one), (second, two) = results[0], results[1]
    assert saved(page) == MARK + exported([(second, two[:1]), (first, one[:1])])
    page.fill("#words", "niente di simile")
    assert page.locator("#download").is_disabled()


def test_what_does_not_stand_in_the_text_is_written_out(opened):
    article, (quote,) = quoted("«Vado via», ha detto Lia Orsi.")
    odd = replace(
        quote,
        quote="Vado",
        sentence="altrove",
        context_before="prima",
        context_after="poi",
        cue="dice",
    )
    results = [(article, [odd])]
    assert saved(opened(results)) == MARK + exported(results)
