import pytest

from quotextract.readers import find_sources, read_all


def article(tmp_path, name, text):
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8"))
    (found,) = read_all(find_sources([path]))
    return found


def test_the_text_is_what_the_file_holds(tmp_path):
    text = "Riga\r\n\r\n«Vado»\rdisse\u2028lui\x85\n"
    assert article(tmp_path, "a.txt", text).text == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ponte, Benassi tira dritto\n\nIl cantiere riapre.", "Ponte, Benassi tira dritto"),
        ("# Ponte\nIl cantiere riapre.", "Ponte"),
        ("\ufeffPonte\nIl cantiere riapre.", "Ponte"),
        ("Il cantiere riapre a marzo.\nLo dice la sindaca.", ""),
        ("Una riga sola", ""),
        ("parola " * 60 + "\nAltro.", ""),
    ],
)
def test_the_first_line_is_the_title_where_it_reads_as_one(tmp_path, text, title):
    assert article(tmp_path, "a.md", text).title == title


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2025-09-04.txt", "2025-09-04"),
        ("ansa_2025_09_04_parigi.txt", "2025-09-04"),
        ("20250904-parigi.txt", "2025-09-04"),
        ("000_06961307594ead47.txt", ""),
        ("a19991231b.txt", ""),
        ("2025-02-30.txt", ""),
    ],
)
def test_the_date_is_the_one_in_the_name(tmp_path, name, date):
    assert article(tmp_path, name, "Ciao.").date == date
