"""The words of names: one spelling, one name."""

import pytest

from quotextract.pipeline.entities.wording import fold, same_word, stands_for


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
