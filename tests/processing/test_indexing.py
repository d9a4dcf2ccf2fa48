"""Bringing a database up to date, with a pipeline that needs no model."""

import json
import os
import time

import pytest

from quotextract.processing import extract_all
from quotextract.processing.indexing import Indexer
from quotextract.processing.pruning import prune
from quotextract.processing.stamps import Reading, reading_with
from quotextract.readers import ReadOptions, find_sources
from quotextract.store import opened_to_write, stored_results

READING = Reading("a", "quotextract 1", "it_news 1")


@pytest.fixture
def run(tmp_path, nlp, quotes_of):
    """Index a folder, and return what was counted and read."""
    (tmp_path / "in").mkdir()

    def index(*paths, reading=READING, then=None, options=None, **kwargs):
        read, errors = [], []

        def extract(articles):
            def seen():
                for article in articles:
                    read.append(article.doc_name)
                    yield article

            def guarded():
                for number, result in enumerate(
                    extract_all(seen(), nlp, quotes_of=quotes_of, on_error=errors.append)
                ):
                    if then:
                        then(number)
                    yield result

            return guarded()

        paths = [str(path) for path in paths or (tmp_path / "in",)]
        sources = list(find_sources(paths, on_error=errors.append))
        with opened_to_write(tmp_path / "q.db") as database:
            pruned = kwargs.pop("prune", False)
            indexer = Indexer(database, reading, options=options, on_error=errors.append, **kwargs)
            counts = indexer.run(sources, extract)
            if pruned:
                counts["removed"] += prune(database, paths, sources)
        return dict(+counts), read, [str(error) for error in errors]

    return index


def put(path, text, age=60):
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    when = time.time() - age
    os.utime(path, (when, when))


def said(words):
    return f"«{words}», ha detto Benassi."


def stored(tmp_path):
    return [
        (article.doc_name, [quote.quote for quote in quotes])
        for article, quotes in stored_results(tmp_path / "q.db")
    ]


def test_only_what_is_new_or_changed_is_read(tmp_path, run):
    for name in "ab":
        put(tmp_path / "in" / f"{name}.txt", said(f"Testo {name}"))
    assert run() == ({"new": 2}, ["a.txt", "b.txt"], [])
    assert run() == ({"unchanged": 2}, [], [])
    put(tmp_path / "in" / "b.txt", said("Altro testo"), age=30)
    put(tmp_path / "in" / "c.txt", said("Testo c"))
    counts = {"unchanged": 1, "changed": 1, "new": 1}
    assert run() == (counts, ["b.txt", "c.txt"], [])
    assert stored(tmp_path) == [
        ("a.txt", ["Testo a"]), ("b.txt", ["Altro testo"]), ("c.txt", ["Testo c"]),
    ]  # fmt: skip


def test_a_file_of_the_same_size_and_time_is_not_even_opened(tmp_path, run, monkeypatch):
    put(tmp_path / "in" / "a.txt", said("Testo"))
    run()
    monkeypatch.setattr("quotextract.readers.Source.lines", None)
    monkeypatch.setattr("quotextract.readers.Source.read", None)
    assert run() == ({"unchanged": 1}, [], [])


def test_a_file_that_was_only_touched_is_not_read(tmp_path, run):
    put(tmp_path / "in" / "a.txt", said("Testo"))
    run()
    put(tmp_path / "in" / "a.txt", said("Testo"), age=5000)
    assert run() == ({"unchanged": 1}, [], [])


def test_a_change_within_the_grain_of_the_clock_is_seen(tmp_path, run):
    path = tmp_path / "in" / "a.txt"
    path.write_text(said("Testo uno"), encoding="utf-8")
    before = path.stat()
    run()
    path.write_text(said("Testo due"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert run()[0] == {"changed": 1}


def test_another_program_or_pipeline_reads_all_again(tmp_path, run):
    put(tmp_path / "in" / "a.txt", said("Testo"))
    run()
    assert run(reading=Reading("b", "quotextract 2", "it_news 1"))[:2] == (
        {"changed": 1},
        ["a.txt"],
    )
    assert stored(tmp_path) == [("a.txt", ["Testo"])]


def rows(*texts, name="feed.jsonl"):
    return "".join(f"{json.dumps({'id': key, 'text': said(text)})}\n" for key, text in texts)


def test_of_a_table_only_the_rows_that_changed_are_read(tmp_path, run):
    feed = tmp_path / "in" / "feed.jsonl"
    put(feed, rows(("1", "Uno"), ("2", "Due"), ("3", "Tre")))
    assert run()[0] == {"new": 3}
    put(feed, rows(("0", "Zero"), ("1", "Uno"), ("2", "Due, anzi tre"), ("3", "Tre")), age=30)
    assert run() == ({"new": 1, "changed": 1, "unchanged": 2}, ["feed.jsonl#0", "feed.jsonl#2"], [])
    assert [words for _, (words,) in stored(tmp_path)] == ["Zero", "Uno", "Due, anzi tre", "Tre"]


def test_rows_without_an_id_are_known_by_what_they_say(tmp_path, run):
    feed = tmp_path / "in" / "feed.csv"
    put(feed, "testo\n" + "".join(f"{said(word)}\n" for word in ("Uno", "Due")).replace(", ", " "))
    run()
    put(
        feed, "testo\n" + "".join(f"{said(w)}\n" for w in ("Zero", "Uno", "Due")).replace(", ", " ")
    )
    assert run()[1] == ["feed.csv#1"]
    assert stored(tmp_path) == [
        ("feed.csv#1", ["Zero"]),
        ("feed.csv#2", ["Uno"]),
        ("feed.csv#3", ["Due"]),
    ]


def test_equal_rows_are_as_many_as_they_are(tmp_path, run):
    put(tmp_path / "in" / "feed.jsonl", rows(("1", "Uno"), ("1", "Uno")))
    assert run()[0] == {"new": 2}
    assert run()[0] == {"unchanged": 2}
    put(tmp_path / "in" / "feed.jsonl", rows(("1", "Uno")), age=30)
    run()
    assert stored(tmp_path) == [("feed.jsonl#1", ["Uno"])]


def test_what_is_gone_goes_on_request_only(tmp_path, run):
    for name in "abc":
        put(tmp_path / "in" / f"{name}.txt", said(f"Testo {name}"))
    put(tmp_path / "in" / "feed.jsonl", rows(("1", "Uno"), ("2", "Due")))
    put(tmp_path / "altro" / "z.txt", said("Testo z"))
    run(tmp_path / "in", tmp_path / "altro")
    (tmp_path / "in" / "b.txt").unlink()
    (tmp_path / "altro" / "z.txt").unlink()
    put(tmp_path / "in" / "feed.jsonl", rows(("2", "Due")), age=30)
    assert run()[0] == {"unchanged": 3}
    assert len(stored(tmp_path)) == 6
    assert run(prune=True)[0] == {"unchanged": 3, "removed": 2}
    assert [name for name, _ in stored(tmp_path)] == ["z.txt", "a.txt", "c.txt", "feed.jsonl#2"]


def test_a_row_that_comes_back_is_there_again(tmp_path, run):
    feed = tmp_path / "in" / "feed.jsonl"
    for age, texts in ((50, ("Uno", "Due")), (40, ("Due",)), (30, ("Uno", "Due"))):
        put(feed, rows(*((text, text) for text in texts)), age=age)
        run()
    assert run(prune=True)[0] == {"unchanged": 2}
    assert [name for name, _ in stored(tmp_path)] == ["feed.jsonl#Uno", "feed.jsonl#Due"]


def test_of_a_table_that_is_read_anew_rows_that_are_gone_go(tmp_path, run):
    feed = tmp_path / "in" / "feed.jsonl"
    put(feed, rows(("1", "Uno"), ("2", "Due")))
    run()
    put(feed, rows(("2", "Due")), age=30)
    assert run(prune=True)[0] == {"unchanged": 1, "removed": 1}
    assert stored(tmp_path) == [("feed.jsonl#2", ["Due"])]


def test_below_an_empty_folder_nothing_goes(tmp_path, run):
    put(tmp_path / "in" / "a.txt", said("Testo"))
    run()
    (tmp_path / "in" / "a.txt").unlink()
    counts, _, errors = run(prune=True)
    assert (counts, len(errors)) == ({}, 1)
    assert len(stored(tmp_path)) == 1


def test_what_fails_is_tried_again(tmp_path, run):
    put(tmp_path / "in" / "a.txt", said("Testo"))
    put(tmp_path / "in" / "b.txt", said("boom"))
    put(tmp_path / "in" / "c.txt", "")
    put(tmp_path / "in" / "d.txt", said("Testo"))
    for counts in ({"new": 2}, {"unchanged": 2}):
        found, _, errors = run()
        assert (found, len(errors)) == (counts, 2)
    put(tmp_path / "in" / "b.txt", said("bum"), age=30)
    assert run()[0] == {"new": 1, "unchanged": 2}


def test_a_limit_stops_and_the_next_run_goes_on(tmp_path, run):
    put(tmp_path / "in" / "feed.jsonl", rows(*((str(n), f"Testo {n}") for n in range(5))))
    assert run(limit=2)[0] == {"new": 2}
    assert run(limit=2)[0] == {"new": 2, "unchanged": 2}
    assert run(limit=2)[0] == {"new": 1, "unchanged": 4}
    assert run()[0] == {"unchanged": 5}


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_what_was_finished_is_kept_when_a_run_breaks_off(tmp_path, run, error):
    for number in range(40):
        put(tmp_path / "in" / f"{number:02}.txt", said(f"Testo {number}"))

    def stop(number):
        if number == 20:
            raise error

    with pytest.raises(error):
        run(then=stop)
    assert len(stored(tmp_path)) == 20
    assert run()[0] == {"new": 20, "unchanged": 20}


def test_two_runs_at_once_store_everything_once(tmp_path, run):
    for number in range(100):
        put(tmp_path / "in" / f"{number:02}.txt", said(f"Testo {number}"))
    put(tmp_path / "in" / "feed.jsonl", rows(("1", "Uno"), ("2", "Due")))

    def other(number):
        if number in (3, 70):
            run()

    counts, _, errors = run(then=other)
    assert errors == []
    assert sum(counts.values()) == 102
    assert len(stored(tmp_path)) == 102
    assert run()[0] == {"unchanged": 102}


def test_options_of_tables_are_heeded(tmp_path, run):
    line = json.dumps({"id": "1", "text": said("Uno"), "corpo": said("Altro")})
    put(tmp_path / "in" / "feed.jsonl", f"{line}\n")
    run()
    assert run(options=ReadOptions(text_column="corpo"))[0] == {"changed": 1}
    assert stored(tmp_path) == [("feed.jsonl#1", ["Altro"])]


def test_files_in_archives(tmp_path, run):
    import zipfile

    def pack(**texts):
        with zipfile.ZipFile(tmp_path / "in" / "a.zip", "w") as archive:
            for name, text in texts.items():
                archive.writestr(f"{name}.txt", said(text))

    pack(uno="Uno", due="Due")
    assert run()[0] == {"new": 2}
    pack(uno="Uno", tre="Tre")
    assert run(prune=True)[0] == {"unchanged": 1, "new": 1, "removed": 1}


def test_a_stamp_tells_pipelines_and_speakers_apart(tmp_path):
    mine = tmp_path / "mine.jsonl"
    mine.write_text('{"id": "a-b", "name": "A B"}\n', encoding="utf-8")
    other = tmp_path / "pipeline"
    other.mkdir()
    (other / "meta.json").write_text('{"lang": "it", "name": "mia", "version": "2"}')
    readings = [reading_with(), reading_with(None, [mine]), reading_with(str(other))]
    mine.write_text('{"id": "a-b", "name": "A C"}\n', encoding="utf-8")
    readings.append(reading_with(None, [mine]))
    assert len({reading.stamp for reading in readings}) == 4
    assert readings[0].pipeline.startswith("it_quotextract_news ")
    assert readings[2].pipeline == "it_mia 2"
    assert readings[0].of_files(ReadOptions()) != readings[0].of_files(ReadOptions(id_column="n"))
