"""The report command, with a pipeline that needs no model."""

import json
import re

import pytest
from click.testing import CliRunner

from quotextract.cli import main


@pytest.fixture
def folder(tmp_path, monkeypatch, knowing_pipeline):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    text = "Il vertice Ucraina-Usa a Kiev. «Non molliamo», ha detto Zelensky. «Già», ha detto Ada Benelli."
    (tmp_path / "in" / "2025-09-04.txt").write_text(text, encoding="utf-8")
    return tmp_path


def run(*args, **env):
    names = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": None, **env}
    return CliRunner().invoke(main, ["report", *args], env=names)


def data(path):
    page = path.read_text(encoding="utf-8")
    return json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])


def test_a_page_is_written_and_told(folder):
    result = run("in")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "quotextract: 2 quotations by 2 speakers in 1 article.\n"
    found = data(folder / "report.html")
    assert [name for _, name, _, _ in found["speakers"]] == ["Volodymyr Zelensky", "Ada Benelli"]
    assert [article[3] for article in found["articles"]] == ["2025-09-04"]


def test_who_and_what_is_chosen_as_in_extract(folder):
    assert run("in", "-s", "zelenskij", "-o", "z.html", "--title", "Kiev & <co>").exit_code == 0
    page = (folder / "z.html").read_text(encoding="utf-8")
    assert "<title>Kiev &amp; &lt;co&gt;</title>" in page
    assert len(data(folder / "z.html")["speakers"]) == 1
    assert run("in", "--type", "mixed").exit_code == 0
    assert data(folder / "report.html")["quotes"]["quote_type"] == ["mixed"]


@pytest.mark.parametrize(
    ("args", "env", "language"),
    [
        ((), {}, "it"),
        ((), {"LANG": "C.UTF-8"}, "it"),
        ((), {"LANG": "it_IT.UTF-8"}, "it"),
        ((), {"LANG": "en_GB.UTF-8"}, "en"),
        ((), {"LANG": "en_GB.UTF-8", "LC_ALL": "it_CH"}, "it"),
        ((), {"LANG": "de_DE"}, "en"),
        (("--lang", "en"), {}, "en"),
        ((), {"QUOTEXTRACT_REPORT_LANG": "en"}, "en"),
    ],
)
def test_the_language(folder, args, env, language):
    assert run("in", *args, **env).exit_code == 0
    assert f'<html lang="{language}">' in (folder / "report.html").read_text(encoding="utf-8")


def test_to_standard_output(folder):
    result = run("in", "-o", "-")
    assert result.stdout.startswith("<!doctype html>\n")
    assert result.stdout.endswith("</html>\n")


def test_without_quotations_the_page_says_so(folder):
    result = run("in", "--min-confidence", "1")
    assert result.exit_code == 0
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "non c’è nessuna citazione" in page


def test_an_earlier_page_is_not_read_as_an_article(folder):
    for _ in range(2):
        assert run("in", "-o", "in/report.html").stderr.endswith("in 1 article.\n")


def test_where_nothing_was_read_nothing_is_written(folder):
    (folder / "in" / "2025-09-04.txt").write_bytes(b"")
    (folder / "report.html").write_text("prima")
    result = run("in")
    assert result.exit_code == 1
    assert "No article was read: 'report.html' is not written." in result.stderr
    assert (folder / "report.html").read_text() == "prima"


def test_a_file_that_fails_is_named_and_the_rest_is_written(folder):
    (folder / "in" / "b.txt").write_text("boom", encoding="utf-8")
    result = run("in", "-s", "nessuno")
    assert result.exit_code == 1
    assert "No quotation by 'nessuno'" in result.stderr
    assert (folder / "report.html").exists()


def test_half_a_page_is_never_left(folder, monkeypatch):
    def broken(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("quotextract.reporting.render", broken)
    assert run("in").exit_code == 1
    assert sorted(path.name for path in folder.iterdir()) == ["in"]


def test_a_dry_run_only_lists(folder):
    result = run("in", "--dry-run")
    assert "2025-09-04.txt" in result.stdout
    assert not (folder / "report.html").exists()
