"""Speaker files: what is shipped, what users give, what they are told when it is wrong."""

import json
from itertools import pairwise

import pytest

from quotextract.errors import ResourceError
from quotextract.knowledge import (
    Office,
    Speaker,
    SpeakerBase,
    fold_name,
    load_speakers,
    read_speakers,
    write_speakers,
)
from quotextract.lexicon import load_lexicon

BASE = load_speakers()


def test_the_base_is_broad():
    kinds = [entry.kind for entry in BASE]
    assert kinds.count("person") >= 600
    assert kinds.count("organisation") >= 200


def test_the_base_is_sorted_sourced_and_consistent():
    entries = list(BASE)
    assert [entry.id for entry in entries] == sorted({entry.id for entry in entries})
    for entry in entries:
        assert entry.source
        assert all(office.source for office in entry.offices)
        assert fold_name(entry.name)
        assert len(set(entry.aliases)) == len(entry.aliases)


def test_countries_of_offices_are_known():
    countries = load_lexicon().countries
    used = {office.country for entry in BASE for office in entry.offices if office.country}
    assert {name for name in used if name.lower() not in countries} == set()


@pytest.mark.parametrize(
    "title", ["presidente", "primo ministro", "ministro degli Esteri", "ministro dell'Interno"]
)
def test_one_holder_at_a_time(title):
    terms = {}
    for entry in BASE:
        for office in entry.offices:
            if office.title == title and office.country:
                terms.setdefault(office.country, []).append((office.start, office.end, entry.id))
    for country, held in terms.items():
        held.sort()
        for (_, end, one), (start, _, other) in pairwise(held):
            assert end, f"{country}: {one} is followed by {other} but has no end"
            assert end[:7] <= start[:7] or end <= start, (country, one, other)


def test_a_file_comes_back_as_it_was(tmp_path):
    speakers = [
        Speaker("ada-bo", "Ada Bo", gender="f", aliases=("Adina Bo",), source="user"),
        Speaker(
            "carlo-di",
            "Carlo Di",
            surname="Di",
            full_name_only=True,
            offices=(Office("sindaco", "Prato", "", "2020", "2024-05", "", ("primo",), "user"),),
            source="user",
        ),
    ]
    write_speakers(tmp_path / "mine.jsonl", speakers)
    assert read_speakers(tmp_path / "mine.jsonl") == speakers


def test_a_user_file_corrects_and_extends(tmp_path):
    path = tmp_path / "mine.jsonl"
    rows = [
        {"id": "keir-starmer", "name": "Keir Rodney Starmer"},
        {
            "id": "ada-bo",
            "name": "Ada Bo",
            "roles": [{"title": "sindaco", "organisation": "Prato"}],
        },
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    base = SpeakerBase.load(path)
    assert len(base) == len(BASE) + 1
    assert base.get("keir-starmer").name == "Keir Rodney Starmer"
    assert base.by_role("il premier britannico", "2025-09-04") is None
    assert base.by_role("la sindaca di Prato", "2025-09-04").speaker.id == "ada-bo"


GOOD = '{"id": "ada-bo", "name": "Ada Bo"}'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 3: this is no JSON"),
        ("[]", "line 3, key '': a line must hold one JSON object"),
        ('{"id": "x"}', "line 3, key 'name': it is missing or empty"),
        ('{"id": "X Y", "name": "X"}', "line 3, key 'id': 'X Y' is no slug"),
        (GOOD, "line 3, key 'id': 'ada-bo' already stands in line 1"),
        ('{"id": "x", "name": "X", "gendre": "f"}', "key 'gendre': no such key. Use one of id"),
        ('{"id": "x", "name": "X", "gender": "female"}', "key 'gender': 'female' is neither"),
        ('{"id": "x", "name": "X", "kind": "man"}', "key 'kind': 'man' is none of person"),
        ('{"id": "x", "name": "X", "aliases": "Y"}', "key 'aliases': 'Y' is no list"),
        ('{"id": "x", "name": "X", "aliases": [""]}', "key 'aliases': the list may hold"),
        ('{"id": "x", "name": "X", "wikidata": "42"}', "key 'wikidata': '42' is no id such as"),
        ('{"id": "x", "name": "X", "roles": [{}]}', "role 1, key 'title': it is missing"),
        ('{"id": "x", "name": "X", "roles": ["re"]}', "role 1, key 'roles': a role must be"),
        (
            '{"id": "x", "name": "X", "roles": [{"title": "re", "from": "ieri"}]}',
            "role 1, key 'from': 'ieri' is no date",
        ),
        (
            '{"id": "x", "name": "X", "roles": [{"title": "re", "from": "2024", "to": "2020"}]}',
            "role 1, key 'to': '2020' lies before from, '2024'",
        ),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, message):
    path = tmp_path / "mine.jsonl"
    path.write_text(f"{GOOD}\n\n{line}\n")
    with pytest.raises(ResourceError) as caught:
        SpeakerBase.load(path)
    assert str(caught.value).startswith("mine.jsonl, line 3")
    assert message in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ResourceError, match=r"Cannot read the speaker file .*none\.jsonl"):
        SpeakerBase.load(tmp_path / "none.jsonl")
