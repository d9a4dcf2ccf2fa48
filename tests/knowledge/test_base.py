"""The base as a whole: unrelated entries, search, joining, cost."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotextract.knowledge import (
    Office,
    Speaker,
    SpeakerBase,
    find,
    fold_name,
    join_speakers,
    load_speakers,
    nearest,
    slug,
    surname_of,
)
from quotextract.records import Quote

BASE = load_speakers()
MENTIONS = ("il premier britannico", "Zelenskij", "la sindaca di Genova", "Conte", "il tycoon")
WORDS = st.text("abcdefghilmnopqrstuvz", min_size=4, max_size=8).map(str.capitalize)


@given(first=WORDS, last=WORDS, title=WORDS, place=WORDS)
@settings(max_examples=15, deadline=None)
def test_an_unrelated_entry_changes_nothing(first, last, title, place):
    office = Office("z" + title.lower(), "Zz" + place)
    new = Speaker(slug(f"{first} {last}"), f"{first} Q{last}q", offices=(office,))
    extended = SpeakerBase([*BASE, new])
    for mention in MENTIONS:
        assert extended.resolve(mention, "2025-09-04") == BASE.resolve(mention, "2025-09-04")


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("zelensky", {"volodymyr-zelensky"}),
        ("ZELENSKIJ", {"volodymyr-zelensky"}),
        ("volodymyr-zelensky", {"volodymyr-zelensky"}),
        ("il premier ungherese", {"viktor-orban"}),
        ("conte", {"giuseppe-conte", "antonio-conte"}),
        ("bush", {"george-w-bush", "george-h-w-bush"}),
        ("nessuno di noi", set()),
    ],
)
def test_search(query, ids):
    assert {entry.id for entry in find(BASE, query)} == ids


def test_role_search_by_date():
    found = find(BASE, "il presidente ucraino", "2025-01-01")
    assert [entry.id for entry in found] == ["volodymyr-zelensky"]


def test_the_nearest_names_are_proposed():
    names = [entry.name for entry in BASE if entry.kind == "person"]
    assert "Volodymyr Zelensky" in nearest("Zelenskki", names)
    assert len(nearest("Melony", names)) == 3


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Vincenzo De Luca", "De Luca"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Ignazio La Russa", "La Russa"),
        ("Mattarella", "Mattarella"),
        ("Abdel Fattah al-Sisi", "al-Sisi"),
    ],
)
def test_surnames(name, surname):
    assert surname_of(name) == surname


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đoković", "Dokovic"),
        ("Kaczyński", "Kaczynsky"),
        ("López", "LOPEZ"),
        ("Al-Sisi", "al sisi"),
    ],
)
def test_names_fold_together(one, other):
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(("one", "other"), [("Zelensky", "Zelenska"), ("Rossi", "Rosso")])
def test_names_fold_apart(one, other):
    assert fold_name(one) != fold_name(other)


def quote(number, doc, speaker, role="", **more):
    return Quote(doc, doc, "", "", "", "", f"q{number}", "Sì", 0, 2, "direct", speaker,
                 speaker_kind="person", speaker_role=role, **more)  # fmt: skip


def test_full_names_join_and_two_rossi_stay_two():
    joined = join_speakers(
        [
            quote(1, "a", "Marco Pinelli", "sindaco di Acqui"),
            quote(2, "b", "MARCO PINELLI"),
            quote(3, "b", "Laura Pinelli", "assessora"),
            quote(4, "c", "Pinelli", "sindaco di Acqui"),
            quote(5, "d", "Pinelli"),
            quote(6, "e", "Pinelli"),
        ],
        BASE,
    )
    assert joined["q1"] is joined["q2"] is joined["q4"]
    assert len({joined[f"q{n}"].id for n in (1, 3, 5, 6)}) == 4
    assert joined["q1"].offices[0].title == "sindaco di Acqui"


def test_the_known_anonymous_and_joint_are_not_joined():
    quotes = [
        quote(1, "a", "Mario Draghi", speaker_id="mario-draghi"),
        quote(2, "a", ""),
        quote(3, "a", "Ada Bo & Carlo Di"),
    ]
    assert join_speakers(quotes, BASE) == {}


def test_loading_is_fast():
    SpeakerBase.load()
    begin = time.perf_counter()
    SpeakerBase.load()
    assert time.perf_counter() - begin < 0.25


def test_looking_up_is_fast_among_many():
    many = [
        Speaker(f"p-{n}", f"Nome{n} Cognome{n}", offices=(Office("sindaco", f"Luogo{n}"),))
        for n in range(8500)
    ]
    base = SpeakerBase([*BASE, *many])
    base.resolve("il premier britannico", "2025-09-04")
    mentions = [f"Cognome{n}" for n in range(0, 8000, 8)] + ["il premier britannico", "Zelenskij"]
    begin = time.perf_counter()
    for mention in mentions:
        base.resolve(mention, "2025-09-04")
    assert (time.perf_counter() - begin) / len(mentions) < 250e-6
