"""`extract --explain`, with the bundled pipeline where something is explained."""

import re

import pytest
from click.testing import CliRunner
from rich.console import Console

from quotextract.cli import main
from quotextract.cli.explanation import verdict
from quotextract.pipeline.explaining import Reason
from quotextract.processing.explaining import Explanation

ARTICLE = (
    "Ugo Belli tace. «Il ponte riapre a marzo», ha detto Anna Serra. Belli parla di «follia» "
    "e ha detto che i conti non tornano.\n"
)
PLACE = re.compile(r"^(\S+) (\d+)-(\d+)  (direct|mixed|indirect|none)")
CANDIDATE = re.compile(r"^([01]\.\d\d)  (\S.*)", re.MULTILINE)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def run(*args):
    return CliRunner().invoke(main, ["extract", *map(str, args)], catch_exceptions=False)


def explained(*args):
    """Return the result and its parts, one a quotation."""
    result = run(*args, "--explain")
    *parts, count = result.stdout.split("\n\n")
    return result, parts, count


def test_each_quotation_is_told_with_its_candidates_the_winner_first(folder):
    result, parts, count = explained("a.txt", "-t", "all")
    assert (result.exit_code, result.stderr, count) == (
        0, "", "3 quotations by 2 speakers in 1 article\n"
    )  # fmt: skip
    for part, speaker in zip(parts, ["Anna Serra", "Ugo Belli", "Ugo Belli"], strict=True):
        place, words, told, *_ = part.splitlines()
        name, start, end, _ = PLACE.match(place).groups()
        assert (name, ARTICLE[int(start) : int(end)]) == ("a.txt", words)
        assert re.fullmatch(rf"{speaker}  confidence [01]\.\d\d", told)
        candidates = CANDIDATE.findall(part)
        chances = [float(chance) for chance, _ in candidates]
        assert chances == sorted(chances, reverse=True)
        assert candidates[0][1].startswith(f"{speaker}  ")
        assert f"\n{speaker} rather than " in part


def test_marked_words_have_a_type_by_probability(folder):
    _, parts, _ = explained("a.txt", "-t", "all")
    found = [re.findall(r"(direct|mixed|none) [01]\.\d\d", part.splitlines()[0]) for part in parts]
    assert [kinds[:1] for kinds in found] == [["direct"], ["mixed"], []]
    assert parts[2].splitlines()[0].endswith("indirect")


def test_what_is_asked_for_is_explained(folder):
    _, parts, _ = explained(".", "--speaker", "serra")
    assert [PLACE.match(part).group(1) for part in parts] == ["a.txt", "b.txt"]
    _, parts, count = explained("a.txt", "--speaker", "ugo belli", "-t", "direct")
    assert (parts, count) == ([], "0 quotations by 0 speakers in 1 article\n")


def test_the_quotations_are_the_same_as_without(folder):
    (folder / "mine.jsonl").write_text('{"id": "x-serra", "name": "Anna Serra"}', encoding="utf-8")
    for options in ([], ["--speakers", "mine.jsonl", "-s", "x-serra"]):
        _, parts, _ = explained("a.txt", *options)
        rows = run("a.txt", "-f", "csv", "--columns", "quote,quote_start,confidence", *options)
        told = [
            f"{part.splitlines()[1]},{PLACE.match(part).group(2)},{confidence:.2f}"
            for part in parts
            for confidence in [float(part.splitlines()[2].split()[-1])]
        ]
        plain = [line.rsplit(",", 1) for line in rows.stdout.splitlines()[1:]]
        assert told == [f"{row},{float(confidence):.2f}" for row, confidence in plain]


def test_lines_keep_to_the_width_and_signs_to_their_weights(folder, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    result, *_ = explained("a.txt")
    assert "\x1b" not in result.stdout
    assert "\N{NO-BREAK SPACE}" not in result.stdout
    for line in result.stdout.splitlines():
        assert len(line) <= 60
        assert "score" in line or not re.search(r"[+-]\d+\.\d\d$", line)


def test_what_a_terminal_would_obey_is_not_printed(folder):
    (folder / "a.txt").write_text(ARTICLE.replace("ponte", "po\x1b[31mnte"), encoding="utf-8")
    assert "\x1b" not in run("a.txt", "--explain").stdout


def test_a_long_quotation_is_shortened(folder):
    (folder / "a.txt").write_text(f"«{'Riapre. ' * 90}», ha detto Anna Serra.", encoding="utf-8")
    assert "Riapre. …\n" in run("a.txt", "--explain").stdout


def test_marks_that_quote_nobody_are_told_as_such(folder):
    (folder / "a.txt").write_text("Ugo Belli legge la rivista «Il ponte».", encoding="utf-8")
    _, (part,), _ = explained("a.txt", "--include-unquoted")
    assert part.splitlines()[2] == "Quotes nobody  confidence 0.00"
    assert "\nWere it a quotation: " in part


def test_the_text_goes_to_a_file(folder):
    result = run(".", "--explain", "-o", "why.txt")
    assert result.stdout == ""
    assert result.stderr == "quotextract: 4 quotations by 2 speakers in 2 articles.\n"
    assert "Anna Serra rather than " in (folder / "why.txt").read_text(encoding="utf-8")


def test_more_processes_are_said_once_to_have_no_effect(folder):
    result = run(".", "--explain", "-j", "3")
    assert result.stderr.count("\n") == 1
    assert "With --explain one process reads" in result.stderr


@pytest.mark.parametrize(
    "options",
    [
        ["-f", "csv"],
        ["--columns", "quote"],
        ["--excel"],
        ["-o", "citazioni.jsonl"],
        ["-o", "citazioni.CSV"],
    ],
)
def test_rows_cannot_be_explained(folder, options):
    result = run(".", "--explain", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "leave out --format, --columns and --excel" in " ".join(result.stderr.split())


def test_a_table_is_text_enough(folder):
    assert run("a.txt", "--explain", "-f", "table").exit_code == 0
    assert run("a.txt", "--explain", "-f", "table", "-o", "why.csv").exit_code == 0


def test_a_database_does_not_hold_what_was_weighed(folder):
    assert run("a.txt", "-o", "quotes.db").exit_code == 0
    result = run("quotes.db", "--explain")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert "Cannot explain 'quotes.db'" in result.stderr
    assert "Give the articles themselves" in result.stderr
    _, parts, _ = explained("quotes.db", "b.txt")
    assert len(parts) == 2


def reason(speaker, score=0.0, ways=1, **signs):
    return Reason(speaker, "none", "", "", 0.5, score, ways, signs)


@pytest.mark.parametrize(
    ("reasons", "line"),
    [
        ([reason("")], "Nobody else came into question."),
        (
            [reason("Serra", a=2.0, b=-1.0), reason("", c=0.5)],
            "Serra rather than (not told): the first has +2.00 a, -1.00 b; the second has +0.50 c.",
        ),
        (
            [reason("Serra", 1.0, 3, a=1.0), reason("Belli", 2.0, a=2.0)],
            "Serra rather than Belli: the second has +1.00 a; "
            "the 3 ways to the first weigh more together.",
        ),
        ([reason("Serra"), reason("Belli")], "Serra rather than Belli: no sign tells."),
    ],
)
def test_the_verdict_is_said_in_words(reasons, line):
    assert verdict(Explanation(tuple(reasons), {})).replace("\N{NO-BREAK SPACE}", " ") == line


@pytest.mark.parametrize("streaming", [True, False])
def test_no_bar_stands_where_results_appear(streaming, monkeypatch):
    from quotextract.cli.messages import Messages

    messages = Messages()
    messages.console = Console(force_terminal=True, record=True, width=100)
    messages.streaming = streaming
    with messages.progress(3) as advance:
        advance()
    assert bool(messages.console.export_text().strip()) is not streaming
