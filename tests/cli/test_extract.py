"""The extract command with a pipeline that needs no model."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from quotextract.cli import main
from quotextract.errors import ModelError
from quotextract.exporters import FORMATS

ARTICLE = "«Riapriremo a marzo», ha detto Benassi. Melis parla di «follia».\n"


@pytest.fixture
def folder(tmp_path, monkeypatch, fake_pipeline):
    monkeypatch.chdir(tmp_path)
    for number in range(3):
        path = tmp_path / "articoli" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "articoli"


def run(*args, **kwargs):
    return CliRunner().invoke(main, ["extract", *map(str, args)], **kwargs)


def rows(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_table_closes_with_a_count(folder):
    result = run(folder)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["Speaker", "Quotation", "Type", "Article", "Conf."]
    assert lines[2].split() == ["Benassi", "Riapriremo", "a", "marzo", "direct", "0.txt", "0.90"]
    assert lines[3].split() == ["?", "follia", "mixed", "0.txt", "0.30"]
    assert lines[-1] == "6 quotations by 1 speaker in 3 articles"
    assert result.stderr == ""
    assert "\x1b" not in result.stdout


def test_a_table_keeps_to_the_width_it_is_given(folder, monkeypatch):
    (folder / "0.txt").write_text(f"«{'parola ' * 60}», ha detto Carla Benassi.", encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "60")
    assert max(len(line) for line in run(folder).stdout.splitlines()) <= 60


def test_what_a_terminal_would_obey_is_not_printed(folder):
    (folder / "0.txt").write_text("«Ciao \x1b[31m a tutti».", encoding="utf-8")
    assert "\x1b" not in run(folder).stdout


@pytest.mark.parametrize(
    ("options", "quotes"),
    [
        ([], ["Riapriremo a marzo", "follia"]),
        (["--type", "direct"], ["Riapriremo a marzo"]),
        (["-t", "mixed"], ["follia"]),
        (["-t", "mixed", "-t", "direct"], ["Riapriremo a marzo", "follia"]),
        (["--type", "all"], ["Riapriremo a marzo", "follia"]),
        (["--min-confidence", "0.5"], ["Riapriremo a marzo"]),
        (["--speaker", "BENASSI"], ["Riapriremo a marzo"]),
        (["-s", "benassi", "-t", "mixed"], []),
    ],
)
def test_what_is_asked_for_comes_out(folder, options, quotes):
    result = run(folder / "0.txt", "-f", "jsonl", *options)
    assert [row["quote"] for row in rows(result)] == quotes


def test_offsets_point_into_the_file_as_it_is(folder):
    text = "Titolo\r\n\r\n\U0001f600 «Vado\r\nvia», ha detto Benassi."
    (folder / "crlf.txt").write_bytes(text.encode("utf-8"))
    (row,) = rows(run(folder / "crlf.txt", "-f", "jsonl"))
    assert text[row["quote_start"] : row["quote_end"]] == row["quote"] == "Vado\r\nvia"


def test_the_suffix_of_the_output_chooses_the_format(folder):
    result = run(folder, "-o", "citazioni.csv")
    assert result.stdout == ""
    assert result.stderr == "quotextract: 6 quotations by 1 speaker in 3 articles.\n"
    with Path("citazioni.csv").open(encoding="utf-8", newline="") as stream:
        found = list(csv.DictReader(stream))
    assert [row["doc_name"] for row in found] == ["0.txt"] * 2 + ["1.txt"] * 2 + ["2.txt"] * 2


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_every_format_comes_out_by_its_suffix(folder, form):
    for suffix in form.suffixes:
        assert run(folder, "-o", f"citazioni{suffix}").exit_code == 0
        assert (folder.parent / f"citazioni{suffix}").stat().st_size > 20
    assert len(run(folder, "-f", form.name).stdout_bytes) > 20


def test_a_table_can_go_to_a_file(folder):
    run(folder, "-f", "table", "-o", "citazioni.txt", "-q")
    assert "Riapriremo" in (folder.parent / "citazioni.txt").read_text(encoding="utf-8")


def test_columns_and_excel(folder):
    result = run(folder / "0.txt", "-f", "csv", "--columns", "speaker, quote", "--excel")
    assert result.stdout_bytes.decode("utf-8") == (
        "\ufeffspeaker;quote\r\nBenassi;Riapriremo a marzo\r\n;follia\r\n"
    )


def test_a_table_of_articles_with_columns_of_its_own(folder):
    (folder / "tutti.csv").write_text("pezzo,n\n«Vado via».,7\n", encoding="utf-8")
    result = run(folder / "tutti.csv", "-f", "jsonl", "--text-column", "pezzo", "--id-column", "n")
    assert [(row["doc_name"], row["doc_id"]) for row in rows(result)] == [("tutti.csv#7", "7")]


def test_the_output_of_the_last_run_is_no_input(folder):
    for _ in range(2):
        result = run(folder, "-o", folder / "citazioni.csv")
        assert (result.exit_code, result.stderr.count("\n")) == (0, 1)


def test_standard_input_can_be_a_table(folder):
    lines = json.dumps({"id": "7", "text": ARTICLE}) + "\n"
    result = run("-", "-f", "jsonl", "--input-format", "jsonl", input=lines)
    assert {row["doc_name"] for row in rows(result)} == {"stdin#7"}
    named = run(folder / "0.txt", "-f", "jsonl", "--input-format", "jsonl")
    assert {row["doc_name"] for row in rows(named)} == {"0.txt"}


def test_a_limit_stops_early(folder):
    assert len(rows(run(folder, "-f", "jsonl", "--limit", 2))) == 4


def test_a_dry_run_lists_what_would_be_read(folder, monkeypatch, fake_pipeline):
    monkeypatch.setattr(fake_pipeline, "load", lambda model, fast: pytest.fail("it must not run"))
    result = run(folder, "-o", "out.csv", "--dry-run")
    assert result.stdout.splitlines() == [f"{folder}/{n}.txt" for n in range(3)]
    assert result.stderr == "3 files would be read\n"
    assert not Path("out.csv").exists()


def test_quiet_leaves_failures_only(folder):
    (folder / "3.txt").write_bytes(ARTICLE.encode("cp1252"))
    (folder / "4.txt").touch()
    result = run(folder, "-q", "-f", "csv")
    assert result.stderr.count("\n") == 1
    assert "4.txt' : the file is empty" in result.stderr.replace("':", "' :")


def test_verbose_says_what_is_done(folder):
    (folder / "foto.jpg").touch()
    said = run(folder, "-v", "-f", "csv").stderr
    assert f"quotextract: Reading '{folder}/0.txt'." in said
    assert f"'{folder}' holds 1 files of other kinds, left out." in said
    assert "'0.txt': 2 quotations." not in said
    assert "'0.txt': 2 quotations." in run(folder, "-vv", "-f", "csv").stderr


def test_a_log_file_has_everything(folder):
    (folder / "4.txt").touch()
    run(folder, "-q", "-f", "csv", "--log-file", "run.log")
    log = Path("run.log").read_text(encoding="utf-8")
    for line in ("DEBUG quotextract.processing.run: '0.txt': 2 quotations.", "ERROR", "NOTICE"):
        assert line in log


def test_a_log_file_that_cannot_be_written_is_said(folder):
    result = run(folder, "--log-file", "manca/run.log")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "Cannot write the log 'manca/run.log'" in result.stderr


def test_standard_input(folder):
    result = run("-", "-f", "jsonl", input=ARTICLE)
    assert {row["doc_name"] for row in rows(result)} == {"stdin"}


def test_one_bad_file_does_not_stop_the_others(folder):
    (folder / "0.txt").write_bytes(b"")
    (folder / "1.txt").write_bytes(b"\0\1\2")
    (folder / "3.txt").write_bytes(ARTICLE.encode("cp1252"))
    (folder / "4.txt").write_text("boom", encoding="utf-8")
    result = run(folder, "manca.txt", "-f", "csv", "-o", "out.csv")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "quotextract: Cannot read 'manca.txt': it does not exist. Check the spelling of the path.",
        f"quotextract: Cannot read '{folder}/0.txt': the file is empty. Remove it or fill it.",
        f"quotextract: Cannot read '{folder}/1.txt': it is binary, not text. "
        "Convert it to text, or leave it out.",
        f"quotextract: '{folder}/3.txt' is not UTF-8: read as cp1252. "
        "Save it as UTF-8 if its accents look wrong.",
        "quotextract: Cannot process '4.txt': ValueError: boom. "
        "The other articles are not affected; please report the text.",
        "quotextract: 4 quotations by 1 speaker in 2 articles; 4 failed, named above.",
    ]
    with Path("out.csv").open(encoding="utf-8", newline="") as stream:
        assert {row["doc_name"] for row in csv.DictReader(stream)} == {"2.txt", "3.txt"}


def test_a_message_is_one_line_whatever_the_name(folder):
    (folder / "a\nb.txt").write_bytes(b"")
    lines = run(folder / "a\nb.txt").stderr.splitlines()
    assert len(lines) == 1


@pytest.mark.parametrize("path", ["manca.txt", "vuoto.txt"])
def test_where_nothing_was_read_nothing_is_written(folder, path):
    (folder.parent / "vuoto.txt").touch()
    (folder.parent / "out.csv").write_text("vecchio", encoding="utf-8")
    result = run(path, "-o", "out.csv")
    assert isinstance(result.exception, SystemExit)
    assert result.exit_code == 1
    assert (folder.parent / "out.csv").read_text(encoding="utf-8") == "vecchio"


def test_an_output_that_cannot_be_written_is_said_before_the_work(
    folder, monkeypatch, fake_pipeline
):
    monkeypatch.setattr(fake_pipeline, "load", lambda model, fast: pytest.fail("too late"))
    result = run(folder, "-o", "manca/out.csv")
    assert result.exit_code == 1
    assert result.stderr == (
        "quotextract: Cannot write 'manca/out.csv': its folder does not exist. "
        "Create the folder first.\n"
    )


def test_a_model_that_will_not_do_is_one_line(folder, monkeypatch, fake_pipeline):
    def load(model, fast):
        raise ModelError(f"The pipeline '{model}' lacks: parser.")

    monkeypatch.setattr(fake_pipeline, "load", load)
    result = run(folder, "-m", "it_blank")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "quotextract: The pipeline 'it_blank' lacks: parser.\n"


def test_a_name_that_nobody_answers_to_names_the_nearest(folder):
    result = run(folder, "-s", "banassi", "-s", "Macron", "-f", "csv")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[:2] == [
        "quotextract: No quotation by 'banassi'. Nearest: Benassi (3).",
        "quotextract: No quotation by 'Macron'. Nobody comes near.",
    ]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ([], "Missing argument 'PATH...'"),
        (["x", "-o", "citazioni.doc"], "Cannot tell the format of 'citazioni.doc'"),
        (["x", "--columns", "frase"], "no column is called 'frase'"),
        (["x", "--type", "obliqua"], "'obliqua' is not one of"),
        (["x", "--min-confidence", "2"], "2.0 is not in the range 0<=x<=1"),
        (["x", "-j", "0"], "0 is not in the range x>=1"),
    ],
)
def test_wrong_usage_is_status_2(options, reason):
    result = run(*options)
    assert result.exit_code == 2
    assert reason in " ".join(result.stderr.split())


def test_jsonl_comes_out_before_the_last_article_is_read(folder, monkeypatch):
    """The first line must not wait for a slow feed."""
    from quotextract.cli import extract

    written_at, export = [], extract.export

    def spying(results, out, form, options):
        spy = io.BytesIO()

        def watched():
            for result in results:
                yield result
                written_at.append(spy.getvalue().count(b"\n"))

        export(watched(), spy, form, options)

    monkeypatch.setattr(extract, "export", spying)
    run(folder, "-f", "jsonl")
    assert written_at == [2, 4, 6]


def test_help_needs_no_spacy():
    loaded = set(sys.modules)
    assert run("--help").exit_code == 0
    assert not {"spacy", "rich", "thinc"} & (set(sys.modules) - loaded)
