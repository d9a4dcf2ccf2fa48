"""A database of quotations, and what is none."""

import sqlite3
import threading
from contextlib import closing

import pytest

from quotextract.errors import QuotextractError
from quotextract.records import COLUMNS
from quotextract.store import is_database, opened_to_read, opened_to_write
from quotextract.store.rows import ARTICLE


def made(path, made_by="index"):
    with opened_to_write(path, made_by):
        pass
    return path


def columns(database, table):
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]


def test_the_tables_hold_the_records_whole(tmp_path):
    with opened_to_read(made(tmp_path / "q.db")) as database:
        assert columns(database, "quotes") == ["id", "article_id", *COLUMNS, "speaker_words"]
        assert set(columns(database, "articles")[-len(ARTICLE) :]) == set(ARTICLE)
        facts = dict(database.execute("SELECT key, value FROM metadata"))
    assert facts.keys() == {"schema_version", "made_by", "program"}
    assert is_database(tmp_path / "q.db")


def foreign(path):
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE spese (euro)")
        database.commit()


def newer(path):
    made(path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")


def older(path):
    made(path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 1")


def damaged(path):
    made(path)
    path.write_bytes(path.read_bytes()[:5000] + b"x" * 3000)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.write_text("Caro diario"), "it is no database"),
        (lambda path: path.write_bytes(b"\x89PNG" * 5000), "it is no database"),
        (foreign, "not one of quotations"),
        (newer, "its schema is version 99"),
        (older, "its schema is version 1, this program's is 2"),
        (damaged, "the file is damaged"),
        (lambda path: path.mkdir(), "it cannot be opened"),
    ],
)
def test_what_is_another_thing_is_refused_and_left_alone(tmp_path, make, reason):
    path = tmp_path / "q.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(QuotextractError, match=reason), opened_to_write(path) as database:
        database.execute("SELECT * FROM quotes_fts, quotes, articles, files").fetchall()
    assert (path.read_bytes() if path.is_file() else b"") == before
    if path.is_file():
        with pytest.raises(QuotextractError, match=reason), opened_to_read(path) as database:
            database.execute("SELECT * FROM quotes_fts, quotes, articles, files").fetchall()


def test_the_result_of_extract_is_not_added_to(tmp_path):
    path = made(tmp_path / "q.db", "extract")
    with pytest.raises(QuotextractError, match="quotextract extract"), opened_to_write(path):
        pass


def test_what_is_missing_tells_how_to_make_it(tmp_path):
    missing = opened_to_read(tmp_path / "q.db")
    with pytest.raises(QuotextractError, match="quotextract index"), missing:
        pass
    assert not (tmp_path / "q.db").exists()
    with pytest.raises(QuotextractError, match="folder exists"):
        made(tmp_path / "manca" / "q.db")


def test_an_empty_file_is_a_beginning(tmp_path):
    (tmp_path / "q.db").touch()
    made(tmp_path / "q.db")


def test_who_reads_can_change_nothing(tmp_path):
    with opened_to_read(made(tmp_path / "q.db")) as database, pytest.raises(sqlite3.Error):
        database.execute("DELETE FROM quotes")


def test_many_may_make_it_at_once(tmp_path):
    failures = []

    def make():
        try:
            made(tmp_path / "q.db")
        except QuotextractError as error:
            failures.append(error)

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_nobody_waits_for_a_writer_to_read(tmp_path):
    path = made(tmp_path / "q.db")
    with opened_to_write(path) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO metadata VALUES ('a', 'b')")
        with opened_to_read(path) as database:
            assert not database.execute("SELECT * FROM metadata WHERE key = 'a'").fetchall()
        writer.rollback()


def test_a_writer_that_waits_too_long_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("quotextract.store.connection.PATIENCE", 0.1)
    path = made(tmp_path / "q.db")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        busy = pytest.raises(QuotextractError, match="another process is writing")
        with busy, opened_to_write(path) as database:
            database.execute("INSERT INTO metadata VALUES ('a', 'b')")


class ReadOnlyDisk(sqlite3.Connection):
    """Cannot be read without notes beside it, as from a disk that is read-only."""

    opened = ()

    def __init__(self, address, *args, **kwargs):
        super().__init__(address, *args, **kwargs)
        self.address = address
        type(self).opened += (address,)

    def execute(self, *args):
        if "immutable" not in self.address:
            raise sqlite3.OperationalError("unable to open database file")
        return super().execute(*args)


def test_a_read_only_disk_will_do(tmp_path, monkeypatch):
    path = made(tmp_path / "q.db")
    real = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *args, **more: real(*args, **more, factory=ReadOnlyDisk)
    )
    with opened_to_read(path) as database:
        assert database.execute("SELECT count(*) FROM quotes").fetchone() == (0,)
    path.with_name("q.db-wal").touch()
    with pytest.raises(QuotextractError, match="cannot be opened"), opened_to_read(path):
        pass
