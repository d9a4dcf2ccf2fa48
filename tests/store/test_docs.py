"""The documentation of the database says what is there, and its SQL runs."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quotextract.store import MOST_RANKED, opened_to_write, write_all
from tests.store.test_store import results

PAGE = (Path(__file__).parents[2] / "docs" / "database.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("docs") / "q.db"
    with opened_to_write(path) as made:
        write_all(made, results())
    with closing(sqlite3.connect(path)) as database:
        yield database


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_run(database, example):
    assert len(database.execute(example).description) >= 2


def test_what_the_examples_find(database):
    first, _, third, _ = EXAMPLES
    assert database.execute(first).fetchall() == [("Ugo Serra", 2), ("Ada Benelli", 1)]
    words = [row[1] for row in database.execute(third)]
    assert words == ["Le garanzie di sicurezza sono un dovere", "La sicurezza"]


def test_every_table_view_and_number_is_there(database):
    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
    names = {name for (name,) in database.execute(query)}
    names -= {name for name in names if name.startswith("quotes_fts_")}
    assert [name for name in sorted(names) if f"`{name}`" not in PAGE] == []
    assert f"more than {MOST_RANKED:,}" in PAGE
