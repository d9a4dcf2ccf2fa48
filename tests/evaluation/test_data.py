"""The annotated articles that come with the project keep to their own guidelines."""

from collections import Counter
from pathlib import Path

import pytest

from quotextract.evaluation import read_gold
from quotextract.evaluation.inline import parse_inline, to_inline

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "data" / "gold"
OWN = sorted((GOLD / "articles").glob("*.txt"))


@pytest.fixture(scope="module")
def own():
    return read_gold(GOLD / "articles")


def test_there_are_enough_of_every_type(own):
    types = Counter(item.type for article in own for item in article.items)
    assert len(own) >= 40
    assert sum(types.values()) >= 300
    assert min(types[kind] for kind in ("direct", "mixed", "indirect", "none")) >= 30


@pytest.mark.parametrize("file", OWN, ids=lambda file: file.stem)
def test_tags_come_off_without_a_trace(file):
    tagged = file.read_bytes().decode("utf-8")
    article = parse_inline(tagged, file.stem)
    assert "<q" not in article.text
    assert "</q" not in article.text
    assert parse_inline(to_inline(article), file.stem) == article


@pytest.mark.parametrize("file", OWN, ids=lambda file: file.stem)
def test_annotation_says_what_stands_in_the_article(file):
    (article,) = read_gold(file)
    spans = [(item.start, item.end) for item in article.items]
    assert len(set(spans)) == len(spans)
    for item in article.items:
        words = article.text[item.start : item.end]
        assert words == words.strip(), words
        assert item.mention in article.text
        assert item.cue in article.text
        told = (item.speaker, item.mention, item.cue)
        assert any(told) == (item.type != "none"), words
        for name in item.speaker.replace("&", " ").split():
            assert name == "?" or name in article.text, name


def test_samples_are_the_articles_of_seeds():
    seeds = {file.read_bytes().decode("utf-8") for file in (ROOT / "seeds").glob("*.txt")}
    assert {article.text for article in read_gold(GOLD / "samples.jsonl")} == seeds
