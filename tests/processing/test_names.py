import pytest

from quotextract.processing import matches


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("zelensky", "Volodymyr Zelensky"),
        ("ZELENSKIJ", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelensky", "Zelenskiy"),
        ("erdogan", "Recep Tayyip Erdoğan"),
        ("Walesa", "Lech Wałęsa"),
        ("von der leyen", "Ursula von der Leyen"),
        ("Carla Benassi", "la sindaca Carla Benassi"),
        ("pini", "Marco Pini & Dario Melis"),
        ("palazzo chigi", "Palazzo Chigi"),
        ("d'angelo", "Rita D’Angelo"),
        ("Papa Leone", "Leone"),
    ],
)
def test_a_name_is_found_however_it_is_written(query, name):
    assert matches(query, name)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("zelensky", "Olena Zelenska"),
        ("Marco Pini", "Laura Pini"),
        ("pini", "Pino Serra"),
        ("rossi", "Enrico Rosso"),
        ("macron", ""),
        ("", "Emmanuel Macron"),
        ("?!", "Emmanuel Macron"),
    ],
)
def test_another_name_is_not(query, name):
    assert not matches(query, name)
