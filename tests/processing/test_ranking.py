"""Quotations added up: one person one row, repeated copy once."""

import pytest

from quotextract import Article, Quote
from quotextract.knowledge import load_speakers
from quotextract.processing.ranking import Ranking, columns

BASE = load_speakers()
LONG = "La strada riaprirà prima di Natale"


def said(number, speaker, doc="a", quote="Va bene così", **more):
    told = {"speaker_kind": "person", "confidence": 0.9, "sentence": f"{speaker}: {quote}", **more}
    date, source = told.pop("date", ""), told.pop("source", "")
    return Quote(
        doc, doc, "", date, source, "", f"q{number}", quote, 0, 2, "direct", speaker, **told
    )


def ranked(*quotes, by="speaker", **options):
    ranking = Ranking(BASE, **options)
    ranking.add([(Article("x"), list(quotes))])
    return ranking, ranking.rows(by)


ZELENSKY = {"speaker_id": "volodymyr-zelensky", "speaker_name": "Volodymyr Zelensky"}


def test_one_person_is_one_row_whatever_they_are_called():
    _, (row,) = ranked(
        said(1, "Zelenskyy", date="2025-09-04", **ZELENSKY),
        said(2, "il leader di Kiev", "b", "Non ci fermeremo mai", date="2025-09-06", **ZELENSKY),
    )
    assert (row.name, row.speaker_id, row.gender) == (
        "Volodymyr Zelensky", "volodymyr-zelensky", "m",
    )  # fmt: skip
    assert (row.quotations, row.words, row.articles, row.share) == (2, 7, 2, 1.0)
    assert (row.first_date, row.last_date) == ("2025-09-04", "2025-09-06")
    assert row.roles == "presidente (Ucraina)"


def test_people_outside_the_base_are_joined_and_two_stay_two():
    _, rows = ranked(
        said(1, "Ada Benelli", "a", speaker_role="sindaca di Acqui"),
        said(2, "Benelli", "b", speaker_role="sindaca di Acqui"),
        said(3, "Ugo Benelli", "b"),
        said(4, "Benelli", "c"),
    )
    assert [(row.name, row.quotations) for row in rows] == [
        ("Ada Benelli", 2), ("Benelli", 1), ("Ugo Benelli", 1),
    ]  # fmt: skip


def test_a_surname_joins_where_the_organisation_agrees():
    _, rows = ranked(
        said(1, "Ada Benelli", "a", speaker_role="deputata della Lega"),
        said(2, "Benelli", "b", speaker_role="capogruppo della Lega"),
    )
    assert [row.quotations for row in rows] == [2]


def test_a_description_is_one_person_in_one_article_only():
    _, rows = ranked(said(1, "il sindaco", "a"), said(2, "il sindaco", "b", LONG))
    assert [row.name for row in rows] == ["il sindaco", "il sindaco"]


def test_joint_speakers_each_have_it():
    both = {
        "speaker_id": "keir-starmer & emmanuel-macron",
        "speaker_name": "Keir Starmer & Emmanuel Macron",
    }
    _, rows = ranked(said(1, "Starmer & Macron", **both))
    assert {row.name for row in rows} == {"Keir Starmer", "Emmanuel Macron"}


def test_repeated_copy_counts_once_and_from_its_first_day():
    copies = [
        said(1, "Ada Benelli", "a", LONG, date="2025-09-05"),
        said(2, "Ada Benelli", "b", LONG.upper(), date="2025-09-04"),
        said(3, "Ugo Belli", "c", LONG),
    ]
    ranking, rows = ranked(*copies)
    assert ranking.repeated == 1
    assert [(r.name, r.quotations, r.first_date) for r in rows] == [
        ("Ada Benelli", 1, "2025-09-04"), ("Ugo Belli", 1, ""),
    ]  # fmt: skip
    ranking, rows = ranked(*copies, duplicates=True)
    assert (ranking.repeated, rows[0].quotations) == (1, 2)


def test_a_short_quotation_is_repeated_only_with_its_sentence():
    short = {"quote": "follia"}
    _, (row,) = ranked(
        said(1, "Ada Benelli", "a", **short, sentence="Benelli parla di «follia»."),
        said(2, "Ada Benelli", "b", **short, sentence="«Una follia», dice Benelli."),
        said(3, "Ada Benelli", "c", **short, sentence="Benelli parla di «follia»."),
    )
    assert row.quotations == 2


@pytest.mark.parametrize(
    ("by", "labels"),
    [
        ("role", ["sindaco", "unknown"]),
        ("organisation", ["acqui terme", "unknown"]),
        ("gender", ["f", "m", "unknown"]),
        ("source", ["La Gazzetta", "unknown"]),
        ("month", ["2025-09", "unknown"]),
    ],
)
def test_groups(by, labels):
    _, rows = ranked(
        said(1, "Ada Benelli", "a", speaker_role="sindaca di Acqui Terme", speaker_gender="f",
             date="2025-09-04", source="La Gazzetta"),
        said(2, "Andrea Po", "b"),
        said(3, "Zyx Po", "c"),
        by=by,
    )  # fmt: skip
    if by == "organisation":
        assert "unknown" in [row.name for row in rows]
    else:
        assert sorted(row.name for row in rows) == labels
    assert set(columns(by)) >= {"name", "quotations", "speakers", "share"}


def test_what_nobody_says_is_counted_apart():
    ranking, rows = ranked(said(1, "", speaker_kind=""), said(2, "Ada Benelli"))
    assert (len(rows), ranking.unattributed) == (1, 1)


def test_entries_are_those_with_a_name():
    ranking, _ = ranked(
        said(1, "Zelenskyy", **ZELENSKY), said(2, "Ada Benelli"), said(3, "un passante")
    )
    assert {entry.id for entry in ranking.entries()} == {"volodymyr-zelensky", "ada-benelli"}


def test_what_the_base_knows_of_today_is_not_told_of_undated_articles():
    coach = {"speaker_id": "antonio-conte", "speaker_name": "Antonio Conte"}
    _, (undated,) = ranked(said(1, "Antonio Conte", speaker_role="tecnico dell'Inter", **coach))
    _, (dated,) = ranked(said(1, "Antonio Conte", date="2025-01-04", **coach))
    assert (undated.roles, dated.roles) == ("tecnico dell'Inter", "allenatore (Napoli calcio)")
