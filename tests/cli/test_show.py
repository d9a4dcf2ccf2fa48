import io

import pytest
from click.testing import CliRunner
from rich.console import Console

from quotextract import Article
from quotextract.cli import main
from quotextract.cli.page import Palette, page

TEXT = "Titolo\n\n«Riapriremo a marzo», ha detto Benassi.\r\nMelis parla di «follia».\n"


@pytest.fixture
def file(tmp_path, monkeypatch, fake_pipeline):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes(TEXT.encode("utf-8"))


def run(*args):
    return CliRunner().invoke(main, ["show", *args], env={"COLUMNS": "70"})


def test_the_article_is_whole_with_the_names_beside_it(file):
    lines = [line.rstrip() for line in run("a.txt").stdout.splitlines()]
    assert lines[0].strip("─ ") == "a.txt"
    assert lines[1:3] == ["Titolo", ""]
    assert lines[3].split() == [*"«Riapriremo a marzo», ha detto Benassi. Benassi 0.90".split()]
    assert lines[4].split() == [*"Melis parla di «follia». ? 0.30".split()]
    assert lines[-1] == "2 quotations by 1 speaker in 1 article"


def test_only_what_was_asked_for_is_marked(file):
    assert "? 0.30" not in run("a.txt", "--min-confidence", "0.5").stdout


def test_a_file_that_is_not_there(file):
    result = run("manca.txt")
    assert (result.exit_code, result.stdout) == (1, "")


def rendered(text, quotes):
    console = Console(file=io.StringIO(), force_terminal=True, width=80, color_system="standard")
    console.print(page(Article(text), quotes, Palette()))
    return console.file.getvalue()


def test_words_are_in_the_colour_of_who_says_them(quotes_of):
    article = Article("«Vado via», ha detto Rossi. «No e poi no», ha detto Melis. «Vado», insiste.")
    shown = rendered(article.text, quotes_of(article, article))
    assert "\x1b[36mVado via\x1b[0m" in shown
    assert "\x1b[1;36mRossi\x1b[0m" in shown
    assert "\x1b[32mNo e poi no\x1b[0m" in shown
    assert "\x1b[3;90mVado\x1b[0m" in shown


def test_what_a_terminal_would_obey_is_shown_as_a_gap(quotes_of):
    article = Article("a\x1b[31m «b c»\t[bold]d")
    shown = rendered(article.text, quotes_of(article, article))
    assert "a\ufffd[31m" in shown
    assert "[bold]d" in shown
