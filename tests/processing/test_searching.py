"""A search lets through what the selection lets through."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract import Article, Quote
from quotextract.processing import Selection
from quotextract.processing.searching import search
from quotextract.store import opened_to_read, opened_to_write, write_all

PEOPLE = [
    {"speaker": "Volodymyr Zelenskyj", "speaker_id": "volodymyr-zelensky",
     "speaker_name": "Volodymyr Zelensky", "speaker_kind": "person", "speaker_gender": "m"},
    {"speaker": "Zelenskij", "speaker_kind": "person"},
    {"speaker": "Olena Zelenska", "speaker_kind": "person", "speaker_gender": "f"},
    {"speaker": "Keir Starmer", "speaker_id": "keir-starmer", "speaker_name": "Keir Starmer",
     "speaker_role": "premier britannico", "speaker_kind": "person"},
    {"speaker": "il premier britannico", "speaker_role": "premier britannico"},
    {"speaker": "Carla Benassi", "speaker_role": "sindaca di Acqui Terme", "speaker_gender": "f"},
    {"speaker": "Benassi"},
    {"speaker": "Giuseppe Conte", "speaker_id": "giuseppe-conte", "speaker_name": "Giuseppe Conte"},
    {"speaker": "Ada Benelli & Carla Benassi"},
    {"speaker": "Confindustria", "speaker_kind": "organisation"},
    {"speaker": ""},
]  # fmt: skip
QUERIES = [
    "zelensky", "Zelenskij", "olena zelenska", "zelens", "volodymyr-zelensky", "starmer",
    "il premier britannico", "carla benassi", "BENASSI", "benasi", "benessi", "conte",
    "giuseppe conte", "sindaca", "confindustria", "ada benelli", "presidente ucraino", "", "!",
]  # fmt: skip
DATES = ["", "2019-05-02", "2024-12-31", "2025-09-04", "2025-09-30"]
SOURCES = ["", "Corriere della Sera", "La Voce", "?"]

QUOTES = st.builds(
    lambda who, **told: replace(Quote(*[""] * 8, 0, 0, "direct"), **who, **told),
    who=st.sampled_from(PEOPLE),
    date=st.sampled_from(DATES),
    source=st.sampled_from(SOURCES),
    quote=st.lists(st.sampled_from(["pace", "già", "ponte", "PACE!"]), max_size=4).map(" ".join),
    quote_type=st.sampled_from(["direct", "mixed", "indirect", "none"]),
    confidence=st.sampled_from([0.2, 0.5, 0.9]),
    negated=st.booleans(),
)
SELECTIONS = st.builds(
    Selection,
    types=st.frozensets(st.sampled_from(["direct", "mixed", "indirect", "none"])),
    speakers=st.lists(st.sampled_from(QUERIES), max_size=2).map(tuple),
    min_confidence=st.sampled_from([0.0, 0.5]),
    negated=st.booleans(),
    roles=st.lists(
        st.sampled_from(["premier", "sindaca", "presidente", "primo ministro"]), max_size=1
    ).map(tuple),
    organisations=st.lists(
        st.sampled_from(["Confindustria", "Regno Unito", "Ucraina", "Acqui Terme"]), max_size=1
    ).map(tuple),
    genders=st.lists(st.sampled_from(["f", "m", "unknown"]), max_size=1).map(tuple),
    kinds=st.lists(st.sampled_from(["person", "organisation"]), max_size=1).map(tuple),
    since=st.sampled_from(["", "2025", "2025-09-04", "2024-12"]),
    until=st.sampled_from(["", "2025-09-04", "2025-09", "2024"]),
    sources=st.lists(st.sampled_from(["corriere", "voce", "?"]), max_size=2).map(tuple),
)


def rows(quotes):
    return sorted(repr(quote) for quote in quotes)


@given(st.lists(QUOTES, max_size=12), SELECTIONS, st.sampled_from(["", "pace", "gia", "pace p*"]))
def test_a_search_finds_what_the_selection_wants(quotes, selection, text):
    asked = [word.rstrip("*") for word in text.split()]
    with TemporaryDirectory() as folder:
        path = Path(folder, "q.db")
        with opened_to_write(path) as database:
            write_all(database, [(Article("x"), quotes)])
        with opened_to_read(path) as database:
            found = search(database, text, selection)
            hits = [hit.quote for hit in found.hits]
    wanted = [quote for quote in quotes if selection(quote)]
    if text:
        wanted = [quote for quote in wanted if all(holds(quote, word) for word in asked)]
    assert rows(hits) == rows(wanted)
    assert found.matches == len(hits)


def holds(quote, word):
    said = quote.quote.lower().replace("à", "a").replace("!", "").split()
    return any(other.startswith(word) if word == "p" else other == word for other in said)


@pytest.mark.parametrize("query", QUERIES)
def test_a_name_means_the_same_as_everywhere(tmp_path, query):
    quotes = [
        replace(Quote(*[""] * 8, 0, 0, "direct"), **who, date=date)
        for who in PEOPLE
        for date in DATES
    ]
    with opened_to_write(tmp_path / "q.db") as database:
        write_all(database, [(Article("x"), quotes)])
        selection = Selection(speakers=(query,))
        hits = [hit.quote for hit in search(database, "", selection).hits]
    assert rows(hits) == rows(filter(selection, quotes))


def test_signs_alone_are_an_error(tmp_path):
    wrong = pytest.raises(ValueError, match="no word")
    with opened_to_write(tmp_path / "q.db") as database, wrong:
        search(database, "?!", Selection())


@given(st.text())
def test_any_text_gives_an_answer(text):
    with TemporaryDirectory() as folder, opened_to_write(Path(folder, "q.db")) as database:
        try:
            assert list(search(database, text, Selection()).hits) == []
        except ValueError as error:
            assert "no word" in str(error)
