"""What single formats promise beyond holding the records."""

import io
import sys
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from quotextract import Article, Quote
from quotextract.errors import WriteError
from quotextract.exporters import FORMATS, Options, export
from quotextract.exporters import xlsx as xlsx_module

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
TEXT = 'Benassi & Pini <sono> qui.\r\n«Vado "via"\nsubito», ha detto Carla Benassi. «No»\x07.'
ARTICLE = Article(
    TEXT, doc_name="sub/a b.txt", title="Ponte <1>", url="https://example.org/?a=1&b=2"
)


def quote(words, quote_type="direct", speaker="", **fields):
    start = TEXT.index(words)
    return Quote(
        ARTICLE.doc_id, ARTICLE.doc_name, "", "", "", ARTICLE.url, f"q{start}", words, start,
        start + len(words), quote_type, speaker=speaker, confidence=0.5, **fields,
    )  # fmt: skip


def place(words, name):
    return {f"{name}_start": TEXT.index(words), f"{name}_end": TEXT.index(words) + len(words)}


SAID = quote(
    'Vado "via"\nsubito',
    speaker="Carla Benassi",
    speaker_mention="Carla Benassi",
    cue="ha detto",
    **place("Carla Benassi", "speaker"),
    **place("ha detto", "cue"),
)
INNER = quote("via", "mixed")
BARE = quote("No", "none")


def written(form, quotes=(SAID, INNER, BARE), **options):
    out = io.BytesIO()
    export([(ARTICLE, list(quotes))], out, FORMATS[form], Options(**options))
    return out.getvalue()


def test_tei_holds_the_text_with_its_quotations_in_place():
    corpus = etree.fromstring(written("tei"))
    (body,) = corpus.findall(".//t:ab", TEI)
    assert "".join(body.itertext()) == TEXT.replace("\x07", "\ufffd")
    said = body.findall(".//t:said", TEI)
    assert ["".join(one.itertext()) for one in said] == ['Vado "via"\nsubito', "via", "No"]
    assert said[1].getparent() is said[0]
    (person,) = corpus.findall(".//t:person", TEI)
    assert said[0].get("who") == f"#{person.get(ID)}"
    assert "".join(person.itertext()) == "Carla Benassi"
    assert [one.get("ana") for one in said] == ["#direct", "#mixed", "#none"]


@pytest.mark.parametrize("author", ["", "Anna Serra & <Ugo> Belli\x07"])
def test_tei_tells_who_signed_an_article(author):
    out = io.BytesIO()
    export([(replace(ARTICLE, author=author), [])], out, FORMATS["tei"])
    corpus = etree.fromstring(out.getvalue())
    about = corpus.findall("t:TEI/t:teiHeader//t:titleStmt/*", TEI)
    told = [(etree.QName(one).localname, one.text) for one in about]
    signed = [("author", author.replace("\x07", "\ufffd"))] if author else []
    assert told == [("title", "Ponte <1>"), *signed]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=6))
def test_tei_is_sound_even_where_spans_cross(bounds):
    text = "abcdefghij\r\nklmnopqr<"
    quotes = [replace(BARE, quote_start=min(b), quote_end=max(b)) for b in bounds]
    out = io.BytesIO()
    export([(Article(text), quotes)], out, FORMATS["tei"])
    root = etree.fromstring(out.getvalue())
    (body,) = root.findall(".//t:ab", TEI)
    assert "".join(body.itertext()) == text
    assert len(body.findall(".//t:said", TEI)) == len(quotes)


def test_brat_points_into_its_text():
    with zipfile.ZipFile(io.BytesIO(written("brat"))) as archive:
        names = archive.namelist()
        annotations = archive.read(names[2]).decode().split("\n")
    assert names == ["annotation.conf", "00001-sub_a_b.txt.txt", "00001-sub_a_b.txt.ann"]
    spans = [line.split("\t") for line in annotations if line.startswith("T")]
    for _, placed, words in spans:
        _, fragments = placed.split(" ", 1)
        pieces = [TEXT[slice(*map(int, pair.split()))] for pair in fragments.split(";")]
        assert " ".join(pieces) == words
    assert [placed.split()[0] for _, placed, _ in spans] == [
        "direct", "Speaker", "Cue", "mixed", "none",
    ]  # fmt: skip
    assert "R1\tsaid_by Arg1:T1 Arg2:T2" in annotations


def test_a_workbook_has_a_frozen_header_filters_and_links():
    openpyxl = pytest.importorskip("openpyxl")
    data = written("xlsx", [replace(SAID, quote="=1+1")], columns=("speaker", "quote", "url"))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C2"
    assert sheet["C2"].hyperlink.target == ARTICLE.url
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1", "s")


def test_a_full_sheet_says_so(monkeypatch):
    monkeypatch.setattr(xlsx_module, "_ROWS", 3)
    with pytest.raises(WriteError, match="Write CSV or Parquet, or choose fewer"):
        written("xlsx")


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_people_read_shows_few_columns_and_no_markup_of_the_article(form):
    page = written(form, [replace(SAID, quote="<script>alert(1)</script>")]).decode()
    assert "<script>" not in page
    assert "paragraph" not in page


def test_html_needs_nothing_from_elsewhere():
    page = written("html", columns=("url", "quote")).decode()
    assert page.count("http") == 2 * 3  # the links to the article, as address and as text
    assert '<a href="https://example.org/?a=1&amp;b=2">' in page


@pytest.mark.parametrize(("form", "package"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_package_says_the_line_that_installs_it(monkeypatch, form, package):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(WriteError, match=rf"Run: pip install 'quotextract\[{form}\]'"):
        written(form)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found_is_a_sound_file(form):
    out = io.BytesIO()
    export([], out, FORMATS[form])
    export([(ARTICLE, [])], io.BytesIO(), FORMATS[form])
