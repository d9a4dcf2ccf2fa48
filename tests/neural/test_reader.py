"""The bundled reader: probabilities of sensible speakers."""

import pytest

from quotextract.errors import ResourceError
from quotextract.neural import Page, load_reader
from quotextract.neural.reader import TYPES, open_reader

TEXT = (
    "La sindaca Carla Benassi ha incontrato il consigliere Dario Melis.\n"
    "«Il cantiere è finito», ha spiegato la prima cittadina.\n"
    "Il film si chiama «Vento»."
)
MENTIONS = ["La sindaca Carla Benassi", "il consigliere Dario Melis", "la prima cittadina"]


def page(text=TEXT, mentions=MENTIONS):
    spans = [(text.index(m), text.index(m) + len(m)) for m in mentions]
    marks = [n for n, c in enumerate(text) if c in "«»"]
    quotations = [(a + 1, b) for a, b in zip(marks[::2], marks[1::2], strict=True)]
    return Page(text, quotations, [-1] * len(quotations), spans)


def test_probabilities_sum_to_one():
    readings = load_reader().read(page())
    assert set(readings) == {0, 1}
    for reading in readings.values():
        assert sum(reading.mentions.values()) + reading.untold == pytest.approx(1, abs=1e-5)
        assert sum(reading.types.values()) == pytest.approx(1, abs=1e-5)
        assert sum(reading.local.values()) <= 1 + 1e-5
        assert tuple(reading.types) == TYPES


def test_the_name_behind_a_role_is_found():
    reading = load_reader().read(page())[0]
    assert reading.mentions[0] > 10 * reading.mentions[1]
    assert reading.mentions[0] + reading.mentions[2] > 0.9
    assert max(reading.local, key=reading.local.get) == 2
    assert max(reading.types, key=reading.types.get) == "direct"


def test_a_title_is_nobodys_words():
    reading = load_reader().read(page())[1]
    assert max(reading.types, key=reading.types.get) == "none"


def test_nothing_to_read():
    assert load_reader().read(Page("Nessuno parla.", [], [], [])) == {}
    assert load_reader().read(Page(" ", [(0, 1)], [-1], [])) == {}


def test_nobody_to_name():
    reading = load_reader().read(page("«Il cantiere è finito».", []))[0]
    assert reading.mentions == {}
    assert reading.untold == pytest.approx(1)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(ResourceError, match=r"Cannot read .*Install again"):
        open_reader(tmp_path)
