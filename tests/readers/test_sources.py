import io
import os
import sys

import pytest

from quotextract.errors import ReadError
from quotextract.readers import find_sources, read_all


@pytest.fixture
def folder(tmp_path):
    for name in ["b.txt", "a.md", "sub/c.txt", "sub/deep/d.TXT", "foto.jpg", ".nascosto.txt"]:
        path = tmp_path / "articoli" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Ciao a tutti.\n", encoding="utf-8")
    return tmp_path / "articoli"


def names(*paths, **kwargs):
    return [source.name for source in find_sources(paths, **kwargs)]


def test_a_folder_gives_its_articles_below_it_in_order(folder):
    assert names(folder) == ["a.md", "b.txt", "sub/c.txt", "sub/deep/d.TXT"]


def test_a_single_file_is_called_by_its_name(folder):
    assert names(folder / "sub" / "c.txt") == ["c.txt"]


def test_a_file_asked_for_twice_is_read_once(folder):
    assert names(folder / "b.txt", folder).count("b.txt") == 1


def test_patterns(folder):
    assert names(f"{folder}/*.txt") == ["b.txt"]
    assert names(f"{folder}/**/c.*") == ["c.txt"]


def test_a_name_with_brackets_that_exists_is_no_pattern(tmp_path):
    (tmp_path / "[1].txt").write_text("Ciao.", encoding="utf-8")
    assert names(tmp_path / "[1].txt") == ["[1].txt"]


def test_a_linked_folder_is_not_followed_for_ever(folder):
    (folder / "giro").symlink_to(folder)
    assert len(names(folder)) == 4


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("manca.txt", "Cannot read '.*manca.txt': it does not exist"),
        ("manca/*.txt", "no file matches"),
        ("vuota", "Nothing to read in '.*vuota'"),
    ],
)
def test_what_is_not_there_is_named(tmp_path, path, reason):
    (tmp_path / "vuota").mkdir()
    with pytest.raises(ReadError, match=reason):
        names(f"{tmp_path}/{path}")


def test_one_missing_path_does_not_hide_the_others(folder):
    errors = []
    found = names("manca.txt", folder / "b.txt", on_error=errors.append)
    assert found == ["b.txt"]
    assert len(errors) == 1


def test_standard_input_is_an_article(monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO("«Vado», ha detto.".encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    (article,) = read_all(find_sources(["-"]))
    assert (article.doc_name, article.text) == ("stdin", "«Vado», ha detto.")


def test_a_file_that_may_not_be_read_is_named(folder, monkeypatch):
    def denied(*args):
        raise PermissionError(13, "Permission denied")

    source = next(find_sources([folder / "b.txt"]))
    object.__setattr__(source, "opener", denied)
    with pytest.raises(ReadError, match=r"b.txt': permission denied. Change its permissions"):
        source.read()


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_a_name_that_is_no_utf_8_can_still_be_written(tmp_path):
    (tmp_path / os.fsdecode(b"citt\xe0.txt")).write_text("Ciao.", encoding="utf-8")
    assert names(tmp_path) == ["citt\ufffd.txt"]
