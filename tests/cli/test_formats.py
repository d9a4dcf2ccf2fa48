"""Every format goes in and comes out through the installed command."""

import csv
import gzip
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from quotextract.exporters import FORMATS as WRITTEN
from quotextract.readers import FORMATS as READ

COMMAND = shutil.which("quotextract", path=str(Path(sys.executable).parent))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(COMMAND is None, reason="the package is not installed"),
]
WORDS = "Il ponte riaprirà a marzo"
SAID = f"«{WORDS}», ha detto la sindaca Carla Benassi al termine della riunione."
ROW = {"id": "7", "testo": SAID, "titolo": "Ponte", "data": "2025-09-04"}


def run(*args, **kwargs):
    return subprocess.run(
        [COMMAND, *map(str, args)],
        capture_output=True,
        env={**os.environ, "PYTHONWARNINGS": "error"},
        check=False,
        **kwargs,
    )


def as_table(delimiter):
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, ROW, delimiter=delimiter)
    table.writeheader()
    table.writerow(ROW)
    return out.getvalue()


def as_mail():
    message = EmailMessage()
    message["Subject"], message["From"] = "Ponte", "Comune <comune@example.org>"
    message.set_content(SAID)
    return bytes(message).decode("ascii")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One article in every format that can be read."""
    folder = tmp_path_factory.mktemp("articoli")
    texts = {
        "a.txt": SAID,
        "a.md": f"# Ponte\n\n{SAID}\n",
        "a.html": f"<html><body><article><h1>Ponte</h1><p>{SAID}</p></article></body></html>",
        "a.json": json.dumps([ROW]),
        "a.jsonl": json.dumps(ROW) + "\n",
        "a.csv": as_table(","),
        "a.tsv": as_table("\t"),
        "a.eml": as_mail(),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "b.txt.gz").write_bytes(gzip.compress(SAID.encode()))
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr("d/e.txt", SAID)
    with zipfile.ZipFile(folder / "a.epub", "w") as book:
        book.writestr("META-INF/container.xml", '<c><rootfile full-path="a.opf"/></c>')
        book.writestr(
            "a.opf",
            '<p><manifest><item id="c" href="c.html"/></manifest>'
            '<spine><itemref idref="c"/></spine></p>',
        )
        book.writestr("c.html", f"<p>{SAID}</p>")
    docx, pyarrow = pytest.importorskip("docx"), pytest.importorskip("pyarrow")
    parquet, pypdf = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("pypdf")
    document = docx.Document()
    document.add_paragraph(SAID)
    document.save(folder / "a.docx")
    parquet.write_table(
        pyarrow.table({key: [cell] for key, cell in ROW.items()}), folder / "a.parquet"
    )
    write_pdf(pypdf, folder / "a.pdf")
    return folder


def write_pdf(pypdf, path):
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(900, 200)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    content = DecodedStreamObject()
    content.set_data(b"BT /F1 12 Tf 20 100 Td (" + SAID.encode("cp1252") + b") Tj ET")
    page[NameObject("/Contents")] = writer._add_object(content)
    writer.write(path)


def test_every_format_is_read(folder):
    done = run("extract", folder, "-f", "jsonl", "-q")
    assert done.stderr.decode() == ""
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["quote"] for row in found} == {WORDS}
    assert {row["speaker"] for row in found} == {"Carla Benassi"}
    names = {row["doc_name"].partition("#")[0] for row in found}
    expected = {f"a{form.suffixes[0]}" for form in READ} - {"a.epub"}
    assert names == expected | {"a.epub/c.html", "b.txt.gz", "c.zip/d/e.txt"}


@pytest.mark.parametrize("form", WRITTEN.values(), ids=lambda form: form.name)
def test_every_format_is_written(folder, tmp_path, form):
    path = tmp_path / f"citazioni{form.suffixes[0]}"
    done = run("extract", folder / "a.txt", "-o", path)
    assert done.returncode == 0, done.stderr.decode()
    data = path.read_bytes()
    if form.name in {"xlsx", "brat"}:
        with zipfile.ZipFile(path) as archive:
            data = b"".join(archive.read(name) for name in archive.namelist())
    assert WORDS.encode() in data or form.name == "docbin"
