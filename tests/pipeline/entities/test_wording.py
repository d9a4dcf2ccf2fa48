"""The words of names: one spelling, one name."""

import pytest

from quotextract.pipeline.entities.wording import fold, same_word, split_words, stands_for


def test_names_fold_to_one_spelling():
    assert fold("Erdoğan") == fold("ERDOGAN") == "erdogan"
    assert fold("Nicolò") == "nicolo"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("zelensky", "zelenskyy", True), ("zelenskiy", "zelensky", True), ("rossi", "russo", False),
     ("pini", "pino", False), ("belli", "celli", False)],
)  # fmt: skip
def test_tells_spellings_from_other_names(one, other, same):
    assert same_word(one, other) is same


@pytest.mark.parametrize(("short", "stands"), [("uds", True), ("us", False), ("udc", False)])
def test_initials_stand_for_a_body_with_or_without_its_small_words(short, stands):
    assert stands_for((short,), ("unione", "degli", "studenti"), "organisation") is stands


@pytest.mark.parametrize(
    ("short", "full", "stands"),
    [("Lega Serie B", "Lega Nazionale di Serie B", True),
     ("Comunità di Sant'Egidio", "Comunità di Sant’Egidio", True),
     ("Corte di Cassazione", "Corte di Appello", False),
     ("Serie B", "Lega Nazionale di Serie B", False)],
)  # fmt: skip
def test_a_body_may_be_called_by_fewer_words(short, full, stands):
    words, others = tuple(split_words(short)), tuple(split_words(full))
    assert stands_for(words, others, "organisation") is stands
