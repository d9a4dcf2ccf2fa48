"""The five sample articles: what a reader finds in them, quotation by quotation."""

import json
from pathlib import Path

import pytest

from quotextract.evaluation.names import same_speaker

ROOT = Path(__file__).parents[2]
GOLD = [
    json.loads(line)
    for line in (ROOT / "data/gold/samples.jsonl").read_text(encoding="utf-8").splitlines()
]

PROMISED = [
    ("s001", "faremo anche il punto", "Emmanuel Macron"),
    ("s000", "Ho parlato con Putin e Zelensky", "Donald Trump"),
    ("s000", "Lui sa bene qual è la mia posizione", "Donald Trump"),
    ("s000", "Abbiamo lavorato per trasformare", "Ursula von der Leyen"),
    ("s002", "inaccettabile", "Vladimir Putin"),
    ("s002", "Se delle truppe dovessero comparire", "Vladimir Putin"),
    ("s002", "non favorirebbe una pace", "Vladimir Putin"),
    ("s002", "Se si raggiungessero decisioni", "Vladimir Putin"),
    ("s002", "Le forze straniere", "Dmitrij Peskov"),
    ("s002", "centro di tutto ciò", "Dmitrij Peskov"),
    ("s002", "trovare una via d’accesso", "Dmitrij Peskov"),
    ("s002", "una minaccia ai confini russi", "Dmitrij Peskov"),
    ("s002", "non ci sono stati risultati", "Dmitrij Peskov"),
    ("s002", "L’armata ucraina", "Volodymyr Zelensky"),
    ("s004", "La Russia non discuterà", "Maria Zakharova"),
    ("s004", "maggiore flessibilità", "una fonte della Casa Bianca"),
]

SHARE = 0.7  # what this kind of article must give at least


@pytest.fixture(scope="module")
def samples(nlp):
    """The records of each sample, by its name."""
    return {gold["id"]: nlp(gold["text"])._.quotes for gold in GOLD}


def marked(gold):
    return [item for item in gold["items"] if item["type"] in {"direct", "mixed"}]


def unquoted():
    for gold in GOLD:
        for item in gold["items"]:
            if item["type"] == "none":
                yield pytest.param(gold["id"], item, id=item["text"])


def promised():
    for sample, opening, speaker in PROMISED:
        yield pytest.param(sample, opening, speaker, id=f"{sample} {opening}")


@pytest.mark.parametrize(("sample", "opening", "speaker"), list(promised()))
def test_quotation_has_its_speaker(samples, sample, opening, speaker):
    told = [q for q in samples[sample] if q.quote.startswith(opening) and q.quote_type != "none"]
    assert [same_speaker(speaker, q.speaker) for q in told] == [True]


def test_finds_most_of_what_the_annotator_found(samples):
    told = [_found(samples[gold["id"]], item) for gold in GOLD for item in marked(gold)]
    assert sum(told) / len(told) >= SHARE


def _found(quotes, item):
    return any(
        (q.quote_start, q.quote_end) == (item["start"], item["end"])
        and q.quote_type != "none"
        and same_speaker(item["speaker"], q.speaker)
        for q in quotes
    )


@pytest.mark.parametrize(("sample", "item"), list(unquoted()))
def test_leaves_out_what_quotes_nobody(samples, sample, item):
    told = [q for q in samples[sample] if q.quote_start == item["start"]]
    assert [q.quote_type for q in told if q.quote_type != "indirect"] == ["none"]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["id"])
def test_offsets_point_into_the_article(samples, gold):
    assert samples[gold["id"]]
    for quote in samples[gold["id"]]:
        assert gold["text"][quote.quote_start : quote.quote_end] == quote.quote


def test_the_gold_texts_are_the_seeds():
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    assert [s.read_text(encoding="utf-8").strip() for s in seeds] == [
        gold["text"].strip() for gold in GOLD
    ]
