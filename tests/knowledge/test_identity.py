"""Records given the entries of their speakers; the article's own names win."""

import pytest

from quotextract.knowledge import Office, Speaker, SpeakerBase, identified, load_speakers
from quotextract.records import Quote

BASE = load_speakers()


def named(speaker, text="", date="2025-09-04", **more):
    told = {"speaker_kind": "person", **more}
    quote = Quote("d", "d", "", "", "", "", "q", "Sì", 0, 2, "direct", speaker, **told)
    (found,) = identified([quote], text, date, BASE)
    assert found.speaker == speaker
    assert (found.speaker_confidence > 0) == bool(found.speaker_id)
    return found.speaker_name


@pytest.mark.parametrize(
    ("speaker", "date", "name"),
    [
        ("Volodymyr Zelenskyy", "", "Volodymyr Zelensky"),
        ("il presidente ucraino", "2025-09-04", "Volodymyr Zelensky"),
        ("il leader di Kiev", "2025-09-04", "Volodymyr Zelensky"),
        ("il premier britannico", "2025-09-04", "Keir Starmer"),
        ("il premier britannico", "2023-03-10", "Rishi Sunak"),
        ("il premier britannico", "", ""),
        ("un passante", "2025-09-04", ""),
        ("", "2025-09-04", ""),
        ("Starmer & Meloni", "2025-09-04", ""),
        ("Keir Starmer & Giorgia Meloni", "2025-09-04", "Keir Starmer & Giorgia Meloni"),
        ("Keir Starmer & Ada Benelli", "2025-09-04", ""),
    ],
)
def test_who_it_is(speaker, date, name):
    assert named(speaker, date=date) == name


@pytest.mark.parametrize(
    ("speaker", "more", "name"),
    [
        ("il numero uno della Bce", {"speaker_gender": "m"}, "Christine Lagarde"),
        ("il presidente francese", {"speaker_gender": "f"}, ""),
        ("il presidente francese", {"speaker_kind": "anonymous"}, ""),
        ("il presidente francese", {"speaker_kind": "document"}, ""),
        ("Giorgia Meloni", {"speaker_kind": "group"}, ""),
        ("Wwf", {"speaker_kind": "organisation"}, "Wwf"),
        ("+Europa", {"speaker_kind": "organisation"}, "+Europa"),
        ("Europa", {"speaker_kind": "organisation"}, ""),
        ("Conte", {"speaker_role": "leader del M5S"}, "Giuseppe Conte"),
    ],
)
def test_kind_gender_and_role_must_agree(speaker, more, name):
    assert named(speaker, **more) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Draghi ha parlato.", ""),
        ("Draghi ha parlato da Francoforte, alla Banca centrale europea.", "Mario Draghi"),
        ("L'ex premier Draghi ha parlato.", "Mario Draghi"),
        ("Anna Draghi, premier per un giorno a scuola. Draghi ha parlato.", ""),
        ("Il premier Mario Draghi e Anna Draghi. Draghi ha parlato.", "Mario Draghi"),
    ],
)
def test_a_bare_surname_needs_an_article_that_speaks_of_its_bearer(text, name):
    assert named("Draghi", text) == name


@pytest.mark.parametrize(
    ("text", "date", "name"),
    [
        ("Il premier britannico Rishi Sunak è a Roma.", "", "Rishi Sunak"),
        ("Rishi Sunak, premier britannico, è a Roma.", "", "Rishi Sunak"),
        ("Il premier britannico Rishi Sunak è a Roma.", "2025-09-04", "Rishi Sunak"),
        ("Il premier britannico Ugo Belli è a Roma.", "2025-09-04", ""),
        ("Il premier britannico è a Roma.", "2025-09-04", "Keir Starmer"),
    ],
)
def test_the_names_that_the_article_ties_win(text, date, name):
    assert named("il premier britannico", text, date) == name


def test_a_paper_is_no_name_for_a_role():
    text = "«No», ha detto il premier britannico al Corriere della Sera."
    assert named("il premier britannico", text) == "Keir Starmer"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La leader dem dal palco ha detto no.", "Elly Schlein"),
        ("La leader della Cgil ha detto no.", ""),
        ("La leader ha detto no ai dem.", ""),
        ("La leader in Francia ha detto no.", ""),
    ],
)
def test_a_role_is_read_to_its_end(text, name):
    place = {"speaker_start": 0, "speaker_end": 9, "speaker_gender": "f"}
    assert named("la leader", text, **place) == name


def test_what_stands_in_brackets_is_a_hint():
    assert named("Conte", "Per Conte (M5S) è un errore.") == "Giuseppe Conte"
    assert named("Conte", "Per Conte (Napoli) è un errore.") == "Antonio Conte"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dalla Casa Bianca il tycoon rilancia.", "Donald Trump"),
        ("Il tycoon difende Tesla e SpaceX.", "Elon Musk"),
        ("Trump rilancia. Il tycoon non molla.", "Donald Trump"),
        ("Trump e Musk si sentono. Il tycoon non molla.", ""),
        ("Il tycoon non molla.", ""),
    ],
)
def test_an_epithet_of_several_needs_the_article(text, name):
    assert named("il tycoon", text) == name


def test_nobody_is_tied_to_what_is_no_role():
    text = "I sindacati Cgil, Cisl e Uil protestano."
    assert named("i sindacati Cgil", text, speaker_kind="organisation") == ""


def test_a_base_of_ones_own_answers_first():
    office = Office("sindaco", "Acqui Terme")
    base = SpeakerBase([Speaker("ada-po", "Ada Po", gender="f", offices=(office,))])
    quote = Quote("d", "d", "", "", "", "", "q", "Sì", 0, 2, "direct", "la sindaca di Acqui Terme")
    (found,) = identified([quote], "", "", base)
    assert found.speaker_id == ""
    (found,) = identified([quote], "", "2025", base)
    assert found.speaker_id == "ada-po"
