from dataclasses import replace

import pytest

from quotextract import Article, Quote
from quotextract.processing import Selection, Tally
from quotextract.processing.selection import ALL_TYPES

QUOTE = Quote(
    "d", "a.txt", "", "", "", "", "q", "Vado", 1, 5, "direct", speaker="Rossi", confidence=0.5
)


@pytest.mark.parametrize(
    ("selection", "changes", "wanted"),
    [
        (Selection(), {}, True),
        (Selection(), {"quote_type": "mixed"}, True),
        (Selection(), {"quote_type": "indirect"}, False),
        (Selection(), {"quote_type": "none"}, False),
        (Selection(types=ALL_TYPES), {"quote_type": "indirect"}, True),
        (Selection(types=ALL_TYPES), {"quote_type": "none"}, False),
        (Selection(min_confidence=0.5), {}, True),
        (Selection(min_confidence=0.51), {}, False),
        (Selection(), {"negated": True}, False),
        (Selection(negated=True), {"negated": True}, True),
        (Selection(speakers=("rossi",)), {}, True),
        (Selection(speakers=("bianchi",)), {}, False),
        (Selection(speakers=("bianchi", "rossi")), {}, True),
        (Selection(speakers=("rossi",)), {"speaker": ""}, False),
        (Selection(speakers=("starmer",)), {"speaker_name": "Keir Starmer"}, True),
        (Selection(speakers=("p17",)), {"speaker_id": "p17"}, True),
    ],
)
def test_what_is_wanted(selection, changes, wanted):
    assert selection(replace(QUOTE, **changes)) is wanted


def test_a_tally_counts_and_knows_who_is_near():
    tally = Tally(Selection(speakers=("zelinski", "rossi")))
    other = replace(QUOTE, speaker="Volodymyr Zelensky")
    ((_, kept),) = tally.count([(Article("Vado"), [QUOTE, other, other])])
    assert kept == [QUOTE]
    assert (tally.articles, tally.quotations) == (1, 1)
    assert list(tally.unheard()) == ["No quotation by 'zelinski'. Nearest: Volodymyr Zelensky (2)."]


def test_a_name_that_only_the_base_knows_is_answered():
    tally = Tally(Selection(speakers=("starmer", "p17")))
    quote = replace(QUOTE, speaker="il premier", speaker_name="Keir Starmer", speaker_id="p17")
    list(tally.count([(Article("Vado"), [quote])]))
    assert list(tally.unheard()) == []


def test_where_nobody_speaks_nobody_comes_near():
    assert list(Tally(Selection(speakers=("rossi",))).unheard()) == [
        "No quotation by 'rossi'. Nobody comes near."
    ]
