"""Word, PDF, mail, EPUB and Parquet: real files, made here and read back."""

import io
import sys
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotextract.errors import ReadError
from quotextract.readers import Source, find_sources, read, read_all

SAID = "«Il cantiere riaprirà a marzo», ha detto la sindaca Carla Benassi."


def one(path):
    (found,) = read_all(find_sources([path]))
    return found


def test_word_keeps_paragraphs_and_tables_in_order(tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.title = "Ponte"
    document.add_paragraph("Prima.")
    document.add_table(rows=1, cols=2).rows[0].cells[0].text = "Cella"
    document.add_paragraph(SAID)
    document.save(tmp_path / "2025-09-04.docx")
    found = one(tmp_path / "2025-09-04.docx")
    assert found.text == f"Prima.\nCella\t\n{SAID}"
    assert (found.title, found.date) == ("Ponte", "2025-09-04")


@pytest.mark.parametrize(
    ("properties", "signed"),
    [
        ("Anna Serra;Ugo Belli", "Anna Serra, Ugo Belli"),
        ("python-docx", ""),
        ("Utente di Microsoft Office; Anna Serra", "Anna Serra"),
        ("", ""),
    ],
)
def test_word_tells_who_signed_its_properties(tmp_path, properties, signed):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.author = properties
    document.add_paragraph(SAID)
    document.save(tmp_path / "a.docx")
    assert one(tmp_path / "a.docx").author == signed


def pdf_of(*lines):
    """Write the smallest PDF that shows the lines."""
    shown = " ".join(
        f"({line}) Tj T*".replace("«", "\\253").replace("»", "\\273") for line in lines
    )
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return data + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        start,
    )


def test_pdf_puts_broken_lines_together(tmp_path):
    pytest.importorskip("pypdf")
    lines = [
        "La giunta si riunisce a sera.",
        "«Il cantiere del ponte ria-",
        "prira a marzo», dice lei.",
    ]
    (tmp_path / "a.pdf").write_bytes(pdf_of(*lines))
    assert "«Il cantiere del ponte riaprira a marzo», dice lei." in one(tmp_path / "a.pdf").text


def test_a_pdf_without_text_asks_for_ocr(tmp_path):
    pytest.importorskip("pypdf")
    (tmp_path / "a.pdf").write_bytes(pdf_of())
    with pytest.raises(ReadError, match=r"a.pdf': it holds no text layer. Run OCR first"):
        one(tmp_path / "a.pdf")


def mail(**parts):
    message = EmailMessage()
    message["Subject"] = "Ponte, la nota\n del Comune".replace("\n", "")
    message["From"] = "Ufficio stampa <stampa@example.org>"
    message["Date"] = "Thu, 04 Sep 2025 08:30:00 +0200"
    if "plain" in parts:
        message.set_content(parts["plain"], charset=parts.get("charset", "utf-8"))
    if "html" in parts:
        message.add_alternative(parts["html"], subtype="html")
    return message


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_a_message_is_subject_and_body(tmp_path, charset):
    message = mail(plain=f"{SAID}\nDistinti saluti.\n", charset=charset)
    (tmp_path / "a.eml").write_bytes(bytes(message))
    found = one(tmp_path / "a.eml")
    assert found.text == f"Ponte, la nota del Comune\n\n{SAID}\nDistinti saluti.\n"
    assert (found.source, found.date) == ("Ufficio stampa", "2025-09-04")
    assert found.author == ""


def test_a_message_in_html_alone_is_read(tmp_path):
    message = mail()
    message.set_content(f"<p>Buongiorno.</p><blockquote>{SAID}</blockquote>", subtype="html")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    assert one(tmp_path / "a.eml").text.endswith(f"Buongiorno.\n{SAID}")


def epub(path, chapters):
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        )
        items = "".join(f'<item id="c{n}" href="c%20{n}.xhtml"/>' for n in range(len(chapters)))
        order = "".join(f'<itemref idref="c{n}"/>' for n in reversed(range(len(chapters))))
        book.writestr(
            "OEBPS/book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<metadata><dc:title>Il Mensile</dc:title><dc:date>2025-09-01</dc:date>"
            "<dc:creator>Anna Serra</dc:creator><dc:creator>Ugo Belli</dc:creator></metadata>"
            f"<manifest>{items}</manifest><spine>{order}</spine></package>",
        )
        for number, chapter in enumerate(chapters):
            book.writestr(f"OEBPS/c {number}.xhtml", chapter)


def test_a_chapter_is_an_article(tmp_path):
    epub(tmp_path / "a.epub", [f"<h1>Ponte</h1><p>{SAID}</p>", "", "<p>Fine. Basta.</p>"])
    last, first = read_all(find_sources([tmp_path / "a.epub"]))
    assert first.text == f"Ponte\n{SAID}"
    assert (first.title, first.source, first.date) == ("Ponte", "Il Mensile", "2025-09-01")
    assert first.author == last.author == "Anna Serra, Ugo Belli"
    assert (first.doc_name, last.doc_name) == ("a.epub/OEBPS/c 0.xhtml", "a.epub/OEBPS/c 2.xhtml")


def test_parquet_reads_rows_with_dates_and_gaps(tmp_path):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    from datetime import datetime

    table = pa.table(
        {
            "testo": [SAID, None],
            "data": [datetime(2025, 9, 4, 8, 30), None],
            "peso": [1.5, 2.0],
            "id": [7, 8],
            "autori": [["Anna Serra", "Ugo Belli"], None],
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    errors = []
    (found,) = read_all(find_sources([tmp_path / "a.parquet"]), on_error=errors.append)
    assert (found.text, found.doc_id, found.date) == (SAID, "7", "2025-09-04")
    assert found.author == "Anna Serra, Ugo Belli"
    assert "row 2: no text" in str(errors[0])


def test_parquet_without_a_text_names_its_columns(tmp_path):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"a": ["x"], "b": ["y"]}), tmp_path / "a.parquet")
    with pytest.raises(ReadError, match="no column of a, b looks like the text"):
        one(tmp_path / "a.parquet")


@pytest.mark.parametrize(
    ("suffix", "package", "extra"),
    [("docx", "docx", "docx"), ("pdf", "pypdf", "pdf"), ("parquet", "pyarrow", "parquet")],
)
def test_a_missing_package_says_the_line_that_installs_it(monkeypatch, suffix, package, extra):
    monkeypatch.setitem(sys.modules, package, None)
    source = Source(f"a.{suffix}", f"a.{suffix}", lambda: io.BytesIO(b"x"))
    with pytest.raises(ReadError, match=rf"Run: pip install 'quotextract\[{extra}\]'"):
        list(read(source))


@pytest.mark.parametrize("suffix", ["docx", "pdf", "eml", "epub", "parquet"])
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_articles_or_a_clear_refusal(suffix, data):
    source = Source(f"a.{suffix}", f"a.{suffix}", lambda: io.BytesIO(data))
    try:
        found = list(read(source))
    except ReadError as error:
        assert f"a.{suffix}" in str(error)
    else:
        assert all(article.text.strip() for article in found)
