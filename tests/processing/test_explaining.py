"""The explainer finds what extract_all finds, and says why of each."""

import pytest

from quotextract import Article, load
from quotextract.pipeline.explaining import Reason
from quotextract.processing import chunks as module
from quotextract.processing import extract_all
from quotextract.processing.explaining import Explainer, Explanation

ARTICLES = [
    Article("Ugo Belli tace. «Il ponte riapre», ha detto Anna Serra. «Era ora»."),
    Article("Nessuno parla qui."),
    Article("Ugo Belli ha detto che il ponte riaprirà. Secondo Anna Serra è «tardi»."),
]
LONG = "Il ponte riapre. «Era ora», ha detto Anna Serra. Ugo Belli parla di «svolta».\n\n" * 12


@pytest.fixture(scope="module")
def nlp():
    return load()


@pytest.fixture
def short_pieces(monkeypatch):
    monkeypatch.setattr(module.chunks, "__defaults__", (200,))


def checked(articles, nlp, **kwargs):
    """Return the results, each quotation compared with its reasons on the way."""
    explainer, results = Explainer(), []
    for article, quotes in explainer.extract(articles, nlp, **kwargs):
        for quote in quotes:
            told = explainer.explanation(quote)
            won = told.reasons[0]
            if quote.quote_type != "none":
                assert (won.speaker, won.rule) == (quote.speaker, quote.attribution)
                assert (won.cue, won.mention) == (quote.cue, quote.speaker_mention)
            if quote.quote_type == "indirect":
                assert not told.types
            else:
                assert next(iter(told.types)) == quote.quote_type
        results.append((article, quotes))
    return results


def test_the_quotations_are_those_found_without(nlp):
    assert checked(ARTICLES, nlp) == list(extract_all(ARTICLES, nlp))


def test_the_quotations_of_a_long_text_keep_their_reasons(nlp, short_pieces):
    articles = [*ARTICLES, Article(LONG), *ARTICLES]
    results = checked(articles, nlp)
    assert results == list(extract_all(articles, nlp))
    quotes = results[3][1]
    assert len({quote.quote_start for quote in quotes}) == len(quotes) == 24


def test_the_users_speakers_are_known(nlp, tmp_path):
    path = tmp_path / "mine.jsonl"
    path.write_text('{"id": "x-serra", "name": "Anna Serra"}\n', encoding="utf-8")
    results = checked(ARTICLES, nlp, speaker_files=[path])
    assert results == list(extract_all(ARTICLES, nlp, speaker_files=[path]))
    assert "x-serra" in {quote.speaker_id for _, quotes in results for quote in quotes}


def test_a_failure_leaves_the_reasons_of_the_others_in_place(nlp, short_pieces, monkeypatch):
    from quotextract.pipeline.components import SpeakerAttributor

    find = SpeakerAttributor.find

    def fussy(self, doc):
        if "guasto" in doc.text:
            raise ValueError("no")
        return find(self, doc)

    monkeypatch.setattr(SpeakerAttributor, "find", fussy)
    broken = Article(f"{LONG}\n\nUn guasto. «No», dice Ugo Belli.\n\n{LONG}")
    errors = []
    results = checked(
        [ARTICLES[0], Article("guasto"), broken, ARTICLES[2]], nlp, on_error=errors.append
    )
    assert len(results) == 3
    assert len(errors) == 2


def test_only_the_article_at_hand_is_kept(nlp):
    explainer = Explainer()
    results = explainer.extract(ARTICLES, nlp)
    _, quotes = next(results)
    assert explainer.explanation(quotes[0]).reasons
    list(results)
    with pytest.raises(KeyError):
        explainer.explanation(quotes[0])


def test_the_pipeline_is_afterwards_as_it_was(nlp):
    results = Explainer().extract(ARTICLES, nlp)
    next(results)
    assert nlp.get_pipe("quotextract_speakers").explained
    results.close()
    assert not nlp.get_pipe("quotextract_speakers").explained


def test_what_decided_adds_up(nlp):
    explainer = Explainer()
    ((_, quotes),) = explainer.extract(ARTICLES[:1], nlp)
    told = explainer.explanation(quotes[0])
    won, second, *_ = told.reasons
    first, other = told.decisive()
    gap = sum(first.values()) - sum(other.values())
    assert gap == pytest.approx(won.score - second.score, abs=0.02)
    assert all(first.values())
    assert all(other.values())
    assert Explanation(told.reasons[:1], {}).decisive() == ({}, {})


def test_a_sign_is_decisive_where_it_weighs_more():
    def reason(**signs):
        return Reason("", "none", "", "", 0.5, 0.0, 1, signs)

    told = Explanation((reason(a=2.0, b=-0.5, c=1.0), reason(a=0.5, b=-1.5, c=1.0, d=0.1)), {})
    assert told.decisive() == ({"a": 1.5}, {"b": -1.0, "d": 0.1})
