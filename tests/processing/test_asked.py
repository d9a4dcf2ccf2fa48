"""Filters by speaker: names, roles, organisations, gender, kind."""

import pytest

from quotextract import Article, Quote
from quotextract.processing import Selection, Tally


def said(speaker, entry="", name="", date="2025-09-04", **more):
    told = {"speaker_kind": "person", "confidence": 0.9, **more}
    return Quote("d", "a.txt", "", date, "", "", "q", "Vado", 1, 5, "direct", speaker,
                 speaker_id=entry, speaker_name=name, **told)  # fmt: skip


ZELENSKY = said("il leader di Kiev", "volodymyr-zelensky", "Volodymyr Zelensky")
ZELENSKA = said("Olena Zelenska", "olena-zelenska", "Olena Zelenska", speaker_gender="f")
STARMER = said("il premier britannico", "keir-starmer", "Keir Starmer")
SUNAK = said("il premier britannico", "rishi-sunak", "Rishi Sunak", date="2023-03-10")
CONTE = said("Antonio Conte", "antonio-conte", "Antonio Conte")
BOTH = said("Starmer & Macron", "keir-starmer & emmanuel-macron", "Keir Starmer & Emmanuel Macron")
ROSSI = said("Marco Rossini", speaker_role="sindaco di Acqui", speaker_gender="m")
POLICE = said("Polizia di Stato", "polizia-di-stato", "Polizia di Stato",
              speaker_kind="organisation")  # fmt: skip
ALL = (ZELENSKY, ZELENSKA, STARMER, SUNAK, CONTE, BOTH, ROSSI, POLICE)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("zelensky", [ZELENSKY]),
        ("ZELENS'KYJ", [ZELENSKY]),
        ("volodymyr zelenskij", [ZELENSKY]),
        ("volodymyr-zelensky", [ZELENSKY]),
        ("il presidente ucraino", [ZELENSKY]),
        ("zelenska", [ZELENSKA]),
        ("la Zelenska", [ZELENSKA]),
        ("il premier britannico", [STARMER, SUNAK, BOTH]),
        ("starmer", [STARMER, BOTH]),
        ("macron", [BOTH]),
        ("conte", [CONTE]),
        ("giuseppe conte", []),
        ("rossini", [ROSSI]),
        ("il sindaco di acqui", [ROSSI]),
        ("il sindaco di roma", []),
    ],
)
def test_a_speaker_is_found_by_whatever_names_them(asked, found):
    assert [quote for quote in ALL if Selection(speakers=(asked,))(quote)] == found


def test_a_bare_surname_that_two_bear_answers_to_the_surname_only():
    bare = said("Conte")
    assert Selection(speakers=("conte",))(bare)
    assert not Selection(speakers=("giuseppe conte",))(bare)
    assert Selection(speakers=("volodymyr zelensky",))(said("Zelenskij"))


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({"roles": ("sindaco",)}, [ROSSI]),
        ({"roles": ("allenatore",)}, [CONTE]),
        ({"roles": ("primo ministro", "sindaco")}, [STARMER, SUNAK, BOTH, ROSSI]),
        ({"organisations": ("Ucraina",)}, [ZELENSKY, ZELENSKA]),
        ({"organisations": ("Napoli calcio",)}, [CONTE]),
        ({"organisations": ("polizia di stato",)}, [POLICE]),
        ({"organisations": ("Acqui",)}, [ROSSI]),
        ({"genders": ("f",)}, [ZELENSKA]),
        ({"genders": ("unknown",)}, [POLICE]),
        ({"kinds": ("organisation",)}, [POLICE]),
        ({"genders": ("f",), "roles": ("sindaco",)}, []),
    ],
)
def test_traits(condition, found):
    assert [quote for quote in ALL if Selection(**condition)(quote)] == found


def told(*quotes, asked):
    tally = Tally(Selection(speakers=(asked,)))
    list(tally.count([(Article("Vado"), list(quotes))]))
    return [*tally.ambiguous(), *tally.unheard()]


def test_an_ambiguous_name_lists_who_answers():
    other = said("Giuseppe Conte", "giuseppe-conte", "Giuseppe Conte")
    assert told(CONTE, other, other, said("Conte"), asked="conte") == [
        "'conte' may be: Giuseppe Conte (2), Antonio Conte (1). Give the full name for one of them."
    ]


@pytest.mark.parametrize("asked", ["il premier britannico", "starmer", "antonio conte"])
def test_one_person_or_one_office_is_not_ambiguous(asked):
    assert told(*ALL, asked=asked) == []


def test_an_unknown_name_names_three_at_most_with_counts():
    assert told(ZELENSKY, ZELENSKY, ZELENSKA, asked="zelinskki") == [
        "No quotation by 'zelinskki'. Nearest: Volodymyr Zelensky (2), Olena Zelenska (1)."
    ]
