"""Who a name or a role phrase means, by date; collisions; abstaining."""

import pytest

from quotextract.knowledge import Office, Speaker, SpeakerBase, load_speakers

BASE = load_speakers()


def who(found):
    return found.speaker.name if found else None


@pytest.mark.parametrize(
    ("phrase", "date", "name"),
    [
        ("il premier britannico", "2025-09-04", "Keir Starmer"),
        ("il premier britannico", "2023-03-10", "Rishi Sunak"),
        ("la premier britannica", "2018-01-10", "Theresa May"),
        ("il ministro degli Esteri russo", "2025-09-04", "Sergei Lavrov"),
        ("il numero uno della Bce", "2025-09-04", "Christine Lagarde"),
        ("il numero uno della Bce", "2016-02-01", "Mario Draghi"),
        ("il titolare del Viminale", "2024-05-01", "Matteo Piantedosi"),
        ("il titolare del Viminale", "2019-05-01", "Matteo Salvini"),
        ("il titolare della Farnesina", "2020-05-01", "Luigi Di Maio"),
        ("la premier", "2025-03-01", "Giorgia Meloni"),
        ("il presidente del Consiglio", "2021-06-02", "Mario Draghi"),
        ("il Pontefice", "2024-12-25", "Papa Francesco"),
        ("il Pontefice", "2025-06-01", "Papa Leone XIV"),
        ("il capo dello Stato", "2014-02-01", "Giorgio Napolitano"),
        ("il governatore del Veneto", "2025-03-01", "Luca Zaia"),
        ("il governatore veneto", "2026-03-01", "Alberto Stefani"),
        ("il presidente della Regione Lombardia", "2024-01-01", "Attilio Fontana"),
        ("la prima cittadina di Genova", "2025-10-01", "Silvia Salis"),
        ("il sindaco di Roma", "2023", "Roberto Gualtieri"),
        ("il presidente francese", "2025-09-04", "Emmanuel Macron"),
        ("il leader dell’Eliseo", "2025-09-04", "Emmanuel Macron"),
        ("il leader di Kiev", "2025-01-01", "Volodymyr Zelensky"),
        ("il numero uno del Cremlino", "2024-01-01", "Vladimir Putin"),
        ("il portavoce del Cremlino", "2024-01-01", "Dmitry Peskov"),
        ("la portavoce del ministero degli Esteri russo", "2024-01-01", "Maria Zakharova"),
        ("il cancelliere tedesco", "2025-09-04", "Friedrich Merz"),
        ("la cancelliera tedesca", "2020-03-01", "Angela Merkel"),
        ("la ministra degli Esteri tedesca", "2023-03-01", "Annalena Baerbock"),
        ("il segretario di Stato Usa", "2025-08-01", "Marco Rubio"),
        ("il segretario di Stato vaticano", "2024-01-01", "Pietro Parolin"),
        ("il capo del Pentagono", "2025-08-01", "Pete Hegseth"),
        ("l'inquilino della Casa Bianca", "2022-08-01", "Joe Biden"),
        ("la presidente della Commissione Ue", "2022-01-01", "Ursula von der Leyen"),
        ("il presidente del Consiglio europeo", "2025-01-15", "António Costa"),
        ("il capo della diplomazia europea", "2025-03-01", "Kaja Kallas"),
        ("il segretario generale della Nato", "2023-01-01", "Jens Stoltenberg"),
        ("la segretaria dem", "2024-10-01", "Elly Schlein"),
        ("il segretario del Carroccio", "2024-10-01", "Matteo Salvini"),
        ("il leader della Cgil", "2024-10-01", "Maurizio Landini"),
        ("il presidente di Confindustria", "2022-10-01", "Carlo Bonomi"),
        ("il governatore di Bankitalia", "2024-10-01", "Fabio Panetta"),
        ("il ct azzurro", "2024-06-20", "Luciano Spalletti"),
        ("il tecnico della Roma", "2022-06-20", "José Mourinho"),
        ("l'ad di Stellantis", "2023-06-20", "Carlos Tavares"),
        ("il procuratore di Napoli", "2024-05-01", "Nicola Gratteri"),
    ],
)
def test_roles_by_date(phrase, date, name):
    assert who(BASE.by_role(phrase, date)) == name


@pytest.mark.parametrize(
    ("phrase", "date"),
    [
        ("il premier britannico", ""),
        ("la premier", ""),
        ("la premier", "2019-06-01"),
        ("il presidente", "2024-06-01"),
        ("il leader", "2024-06-01"),
        ("il ministro", "2024-06-01"),
        ("il sindaco", "2024-06-01"),
        ("il premier", "2018-06"),
        ("l'ex premier britannico", "2024-10-01"),
        ("il presidente della Camera di commercio", "2024-10-01"),
        ("il presidente della Provincia di Milano", "2024-10-01"),
        ("il vicepremier", "2024-10-01"),
        ("il portavoce del ministero della Difesa russo", "2024-10-01"),
        ("un passante", "2024-10-01"),
        ("", "2024-10-01"),
    ],
)
def test_what_is_not_sure_stays_open(phrase, date):
    assert BASE.by_role(phrase, date) is None


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("il presidente russo", "Vladimir Putin"),
        ("il capo dello Stato", "Sergio Mattarella"),
        ("il ministro degli Esteri russo", "Sergei Lavrov"),
    ],
)
def test_without_a_date_only_lasting_holders(phrase, name):
    found = BASE.by_role(phrase)
    assert who(found) == name
    assert found.confidence < BASE.by_role(phrase, "2024-01-01").confidence


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Zelensky", "Volodymyr Zelensky"),
        ("ZELENSKIJ", "Volodymyr Zelensky"),
        ("Zelenskyy", "Volodymyr Zelensky"),
        ("Zelenskyj", "Volodymyr Zelensky"),
        ("Volodymyr Zelens'kyj", "Volodymyr Zelensky"),
        ("Vladimir Zelensky", "Volodymyr Zelensky"),
        ("Olena Zelenska", "Olena Zelenska"),
        ("Zelenska", "Olena Zelenska"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Erdoğan", "Recep Tayyip Erdoğan"),
        ("Al Sisi", "Abdel Fattah al-Sisi"),
        ("al-Sisi", "Abdel Fattah al-Sisi"),
        ("Xi", "Xi Jinping"),
        ("Sergej Lavrov", "Sergei Lavrov"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Dmitrij Peskov", "Dmitry Peskov"),
        ("Navalnyj", "Alexei Navalny"),
        ("Von Der Leyen", "Ursula von der Leyen"),
        ("Orban", "Viktor Orbán"),
        ("Sanchez", "Pedro Sánchez"),
        ("la Schlein", "Elly Schlein"),
        ("la Meloni", "Giorgia Meloni"),
        ("Trump", "Donald Trump"),
        ("papa Prevost", "Papa Leone XIV"),
        ("Oms", "Organizzazione mondiale della sanità"),
        ("Viminale", "Ministero dell'Interno"),
    ],
)
def test_spellings(spelling, name):
    assert who(BASE.by_name(spelling)) == name


@pytest.mark.parametrize(
    "name",
    [
        "Rossi",
        "Conte",
        "il Conte",
        "Bush",
        "Letta",
        "De Luca",
        "Fontana",
        "Fico",
        "Orlando",
        "",
        "Xy",
    ],
)
def test_ambiguous_and_unknown_names_stay_open(name):
    assert BASE.by_name(name) is None


@pytest.mark.parametrize(
    ("name", "date", "hint", "resolved"),
    [
        ("Conte", "2024-12-01", "leader M5S", "Giuseppe Conte"),
        ("Conte", "2024-12-01", "il tecnico del Napoli", "Antonio Conte"),
        ("Conte", "2024-12-01", "Antonio", "Antonio Conte"),
        ("Conte", "2024-12-01", "Pescara", None),
        ("Letta", "2022-06-01", "segretario del Pd", "Enrico Letta"),
        ("De Luca", "2024-12-01", "governatore della Campania", "Vincenzo De Luca"),
        ("Fontana", "2024-12-01", "presidente della Camera", "Lorenzo Fontana"),
        ("Fontana", "2024-12-01", "Lombardia", "Attilio Fontana"),
        ("Fico", "2024-12-01", "il premier slovacco", "Robert Fico"),
    ],
)
def test_hints_choose_among_bearers(name, date, hint, resolved):
    assert who(BASE.by_name(name, date, (hint,))) == resolved


@pytest.mark.parametrize(
    ("mention", "date", "name"),
    [
        ("il ministro Crosetto", "2024-05-01", "Guido Crosetto"),
        ("il ministro degli Esteri russo Sergei Lavrov", "2024-05-01", "Sergei Lavrov"),
        ("il premier Conte", "2020-03-11", "Giuseppe Conte"),
        ("il sindaco Draghi", "2024-05-01", None),
        ("Paolo Draghi", "2024-05-01", None),
        ("il tycoon", "2024-05-01", "Donald Trump"),
        ("il leader della Lega", "2024-05-01", "Matteo Salvini"),
    ],
)
def test_mentions(mention, date, name):
    assert who(BASE.resolve(mention, date)) == name


def test_only_an_iso_date_counts():
    assert BASE.by_role("la premier", "4 gennaio 2026") is None
    assert who(BASE.by_role("la premier", "2024-01-10T08:30:00Z")) == "Giorgia Meloni"


def test_confidence_falls_where_the_end_is_not_known():
    office = Office("sindaco", "Milano", start="2016", asof="2020")
    base = SpeakerBase([Speaker("ada-bo", "Ada Bo", offices=(office,))])
    sure, later = (base.by_role("la sindaca di Milano", date) for date in ("2019", "2025"))
    assert sure.confidence > later.confidence


def test_a_full_name_is_surer_than_a_surname():
    assert BASE.by_name("Keir Starmer").confidence > BASE.by_name("Starmer").confidence


@pytest.mark.parametrize(
    ("start", "end", "date", "held"),
    [
        ("2022-10-25", "2024-07-05", "2022-10-24", False),
        ("2022-10-25", "2024-07-05", "2022-10-25", True),
        ("2022-10-25", "2024-07-05", "2024-07-06", False),
        ("2022-10-25", "2024-07-05", "2024-07", True),
        ("2022", "2024", "2024-12-31", True),
        ("2022", "2024", "2025-01-01", False),
        ("", "", "1950", True),
    ],
)
def test_dates(start, end, date, held):
    assert Office("sindaco", start=start, end=end).held(date) is held
