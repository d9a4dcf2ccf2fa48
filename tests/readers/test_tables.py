import csv
import gzip
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract.errors import ReadError
from quotextract.readers import ReadOptions, Source, find_sources, read, read_all

ROWS = [
    {
        "id": "a1",
        "Titolo": "Ponte",
        "testo": "«Sì», dice Pini.",
        "data": "4/9/2025",
        "testata": "Eco",
        "Autore": "Anna  Serra",
    },
    {
        "id": "a2",
        "Titolo": "",
        "testo": "«No»,\ndice Melis.",
        "data": "",
        "testata": "Eco",
        "Autore": "",
    },
]


def as_csv(rows, delimiter=","):
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, rows[0], delimiter=delimiter)
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()


def as_lines(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


TABLES = {
    "t.csv": as_csv(ROWS),
    "excel.csv": "\ufeff" + as_csv(ROWS, ";"),
    "t.tsv": as_csv(ROWS, "\t"),
    "t.json": json.dumps(ROWS),
    "held.json": json.dumps({"total": 2, "articles": ROWS}),
    "t.jsonl": as_lines(ROWS),
    "mark.jsonl": "\ufeff" + as_lines(ROWS).replace("\n", "\r\n\r\n"),
}


def articles(tmp_path, name, text, options=None, errors=None):
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8"))
    on_error = {"on_error": errors.append} if errors is not None else {}
    return list(read_all(find_sources([path]), options or ReadOptions(), **on_error))


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_guessed(tmp_path, name):
    first, second = articles(tmp_path, name, TABLES[name])
    assert first.text == "Ponte\n\n«Sì», dice Pini."
    assert (first.title, first.date, first.source) == ("Ponte", "2025-09-04", "Eco")
    assert (first.doc_id, first.doc_name) == ("a1", f"{name}#a1")
    assert (first.author, second.author) == ("Anna Serra", "")
    assert second.text == "«No»,\ndice Melis."


def test_columns_can_be_named(tmp_path):
    rows = [{"n": "7", "occhiello": "Sul ponte", "pezzo": "Testo.", "testo": "altro"}]
    options = ReadOptions(text_column="pezzo", title_column="occhiello", id_column="n")
    (found,) = articles(tmp_path, "t.csv", as_csv(rows), options)
    assert (found.text, found.doc_id) == ("Sul ponte\n\nTesto.", "7")


def test_a_row_without_an_id_is_known_by_its_number_and_its_text(tmp_path):
    first, second = articles(tmp_path, "t.jsonl", as_lines([{"text": "Uno."}, {"text": "Due."}]))
    assert (first.doc_name, second.doc_name) == ("t.jsonl#1", "t.jsonl#2")
    assert first.doc_id != second.doc_id


def test_one_object_is_one_article(tmp_path):
    (found,) = articles(tmp_path, "a.json", json.dumps({"headline": "T", "articleBody": "Corpo."}))
    assert (found.title, found.text) == ("T", "T\n\nCorpo.")


def test_what_schema_org_nests_is_read(tmp_path):
    row = {
        "articleBody": "Corpo.",
        "publisher": {"name": "Eco"},
        "datePublished": "2025-09-04T10:00",
    }
    (found,) = articles(tmp_path, "a.json", json.dumps(row))
    assert (found.source, found.date) == ("Eco", "2025-09-04")


@pytest.mark.parametrize("key", ["author", "authors", "autori", "firma", "Byline", "by"])
@pytest.mark.parametrize(
    ("cell", "signed"),
    [
        ("Serra, Anna", "Serra, Anna"),
        (["Anna Serra", {"name": "Ugo Belli"}, None], "Anna Serra, Ugo Belli"),
        ({"@type": "Person", "name": "Anna Serra"}, "Anna Serra"),
        ([], ""),
        (None, ""),
    ],
)
def test_several_authors_are_joined(tmp_path, key, cell, signed):
    (found,) = articles(tmp_path, "t.jsonl", as_lines([{"text": "Uno.", key: cell}]))
    assert found.author == signed


def test_the_column_of_authors_can_be_named(tmp_path):
    rows = [{"text": "Uno.", "author": "redazione", "penna": "Anna Serra"}]
    (found,) = articles(tmp_path, "t.csv", as_csv(rows), ReadOptions(author_column="penna"))
    assert found.author == "Anna Serra"


def test_rows_that_give_nothing_are_counted_and_the_others_read(tmp_path):
    text = (
        as_lines([{"text": "Uno."}, {"text": ""}]) + "{rotto\n[1]\n" + as_lines([{"text": "Due."}])
    )
    errors = []
    found = articles(tmp_path, "t.jsonl", text, errors=errors)
    assert [article.text for article in found] == ["Uno.", "Due."]
    (error,) = map(str, errors)
    assert error.startswith("Cannot read 3 rows of ")
    assert "row 2: no text; row 3: not JSON (" in error
    assert "row 4: no object" in error


def test_a_long_list_of_bad_rows_is_cut(tmp_path):
    errors = []
    articles(tmp_path, "t.jsonl", "[]\n" * 9, errors=errors)
    assert "row 5: no object; and 4 more." in str(errors[0])


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("t.csv", "a,b\n1,2\n", "no column of a, b looks like the text. Pass --text-column"),
        ("t.csv", "text\n", "it has a header and no rows"),
        ("t.csv", "text,b\nCiao\n", "row 1: 1 cells for 2 columns"),
        ("t.csv", "", "the file is empty"),
        ("t.csv", "quote,quote_start\nVado,1\n", "it holds quotations, not articles"),
        ("t.jsonl", "", "the file is empty"),
        ("t.json", "{", "it is not JSON"),
        ("t.json", "[]", "it holds no articles"),
        ("t.json", '"testo"', "it holds no articles"),
        ("t.json", "[" * 100_000, "it is not JSON"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, name, text, reason):
    with pytest.raises(ReadError) as caught:
        articles(tmp_path, name, text)
    assert reason in str(caught.value)
    assert name in str(caught.value)


def test_a_column_that_is_not_there_is_named_with_those_that_are(tmp_path):
    with pytest.raises(ReadError, match="no column 'corpo', only text, b. Correct --text-column"):
        articles(tmp_path, "t.csv", "text,b\nCiao,1\n", ReadOptions(text_column="corpo"))


def test_half_a_surrogate_pair_can_be_written_again(tmp_path):
    (found,) = articles(tmp_path, "t.jsonl", '{"text": "Ciao \\ud83d a tutti"}\n')
    assert found.text == "Ciao \ufffd a tutti"


def test_json_lines_are_read_one_by_one():
    taken = []

    class Slow(io.BytesIO):
        def __next__(self):
            taken.append(1)
            return super().__next__()

    data = as_lines([{"text": "Uno."}] * 10).encode()
    source = Source("t.jsonl", "t.jsonl", lambda: Slow(data))
    next(read(source))
    assert len(taken) == 1


@pytest.mark.parametrize("name", ["t.csv", "t.json", "t.jsonl", "t.tsv", "t.html"])
@given(st.binary(max_size=200))
def test_any_bytes_give_articles_or_a_clear_refusal(name, data):
    source = Source(name, name, lambda: io.BytesIO(data))
    try:
        found = list(read(source))
    except ReadError as error:
        assert name in str(error)
    else:
        assert all(article.text.strip() for article in found)


@given(
    st.lists(st.fixed_dictionaries({"testo": st.text(min_size=1), "titolo": st.text()}), min_size=1)
)
def test_any_text_in_a_table_comes_back_whole(rows):
    source = Source("t.json", "t.json", lambda: io.BytesIO(json.dumps(rows).encode()))
    kept = [row["testo"].encode("utf-8", "replace") for row in rows if row["testo"].strip()]
    found = [a.text.encode("utf-8", "replace") for a in read_all([source], on_error=lambda e: None)]
    assert len(found) == len(kept)
    for text, row in zip(found, kept, strict=True):
        assert text.endswith(row) or b"?" in row


def test_packed_files_are_read_by_the_suffix_below(tmp_path):
    with gzip.open(tmp_path / "t.jsonl.gz", "wb") as stream:
        stream.write(TABLES["t.jsonl"].encode())
    (tmp_path / "altro.gz.bak").touch()
    found = list(read_all(find_sources([tmp_path])))
    assert [article.doc_name for article in found] == ["t.jsonl.gz#a1", "t.jsonl.gz#a2"]


def test_an_archive_is_a_folder(tmp_path):
    with zipfile.ZipFile(tmp_path / "tutto.zip", "w") as archive:
        archive.writestr("b/x.txt", "Uno.")
        archive.writestr("a/x.txt", "Due.")
        archive.writestr("__MACOSX/a/._x.txt", "no")
        archive.writestr("foto.jpg", "no")
        archive.writestr("t.csv", TABLES["t.csv"])
    found = list(read_all(find_sources([tmp_path / "tutto.zip"])))
    assert [article.doc_name for article in found] == [
        "tutto.zip/a/x.txt",
        "tutto.zip/b/x.txt",
        "tutto.zip/t.csv#a1",
        "tutto.zip/t.csv#a2",
    ]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.zip", b"PK no", "it is no sound zip archive"),
        ("a.txt.gz", b"no", "Not a gzipped file"),
        ("a.txt.gz", gzip.compress(b"Ciao a tutti quanti")[:-9], "the archive is damaged"),
    ],
)
def test_a_broken_archive_is_named(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError, match=reason) as caught:
        list(read_all(find_sources([tmp_path / name])))
    assert name in str(caught.value)
