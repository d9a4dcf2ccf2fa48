"""What the page is given."""

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given

from quotextract.records import COLUMNS
from quotextract.reporting import Collection
from quotextract.reporting.collection import ABOUT_ARTICLE
from quotextract.reporting.slices import OWN_OFFSETS, cell
from tests.records import RESULTS
from tests.reporting.articles import news, quoted


def payload(results, base, **options):
    collection = Collection(base, **options)
    collection.add(results)
    return json.loads(json.dumps(collection.payload()))


def restored(given, number):
    """Put a row together again, as the page does."""
    columns = given["quotes"]
    article = given["articles"][columns["article"][number]]
    row = dict(zip(ABOUT_ARTICLE, article, strict=False))
    row |= {name: columns[name][number] for name in COLUMNS if name not in row}
    text, start, end = article[-1], row["quote_start"], row["quote_end"]
    for name, (first, last) in OWN_OFFSETS.items():
        if row[name] is None:
            row[name] = text[row[first] : row[last]] if row[first] >= 0 else ""
    if isinstance(row["context_before"], int):
        row["context_before"] = text[start - row["context_before"] : start]
    if isinstance(row["context_after"], int):
        row["context_after"] = text[end : end + row["context_after"]]
    if isinstance(row["sentence"], list):
        row["sentence"] = text[slice(*row["sentence"])]
    return row


@pytest.mark.parametrize("number", range(7))
def test_rows_come_back_whole(base, number):
    quotes = [quote for _, found in news() for quote in found]
    assert restored(payload(news(), base), number) == asdict(quotes[number])


@given(RESULTS)
def test_any_cell_comes_back_whole(results):
    for article, quotes in results:
        for quote in quotes:
            cells = {name: [cell(quote, name, article.text)] for name in COLUMNS}
            columns = {**cells, "article": [0]}
            about = [getattr(quote, name) for name in ABOUT_ARTICLE]
            made = {"quotes": columns, "articles": [[*about, article.text]]}
            assert restored(made, 0) == asdict(quote)


def test_what_stands_in_the_text_is_not_written_again(base):
    made = payload(news(), base)
    assert [made["quotes"][name] for name in OWN_OFFSETS] == [[None] * 7] * 3
    assert all(isinstance(place, list) for place in made["quotes"]["sentence"])
    texts = [article[-1] for article in made["articles"]]
    assert len(texts) == len(set(texts)) == 4


def test_an_article_tells_who_signed_it(base):
    signed = quoted("«Vado via», ha detto Lia Orsi.", author="Anna Serra")
    made = payload([signed, *news()], base)
    assert [article[-2] for article in made["articles"]] == ["Anna Serra", "", "", "", ""]


def test_articles_without_quotations_are_counted_but_not_kept(base):
    silent = quoted("Nessuno parla.")
    made = payload([silent, *news()], base)
    assert (made["read"], len(made["articles"])) == (5, 4)
    assert payload([], base)["articles"] == []


def test_one_person_is_one_speaker_across_articles(base):
    made = payload(news(), base)
    assert [name for _, name, _, _ in made["speakers"]] == [
        "Carla Benassi", "Dario Melis", "Ugo Serra", "Lia Orsi",
    ]  # fmt: skip
    assert made["quotes"]["speakers"] == [[0], [1], [0], [], [2], [1], [3]]


def test_several_speakers_together_are_each_theirs(base):
    article, (quote,) = quoted("«Vado via», ha detto Lia Orsi.")
    both = replace(quote, speaker="Lia Orsi & Ugo Serra", speaker_role="sindaco", quote_id="b")
    more = [quoted("«Resto qui», ha detto Ugo Serra."), (article, [quote, both])]
    made = payload(more, base)
    assert made["quotes"]["speakers"] == [[0], [1], [1, 0]]
    assert [role for _, _, _, role in made["speakers"]] == ["", ""]


def test_a_description_is_somebody_else_in_every_article(base):
    results = []
    for number in "12":
        article, (quote,) = quoted("«Vado via», ha detto Lia Orsi.", doc_id=number)
        quote = replace(quote, speaker="un testimone", speaker_kind="anonymous")
        results.append((article, [quote]))
    assert payload(results, base)["quotes"]["speakers"] == [[0], [1]]


def test_repeated_words_share_a_number(base):
    assert payload(news(), base)["quotes"]["repeats"] == [0, 1, 0, 0, 0, 1, 0]
    assert payload(news(), base, duplicates=True)["quotes"]["repeats"] == []
