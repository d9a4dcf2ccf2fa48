import multiprocessing
import os
import time

import pytest

from quotextract import Article
from quotextract.errors import QuotextractError
from quotextract.processing import extract_all


@pytest.fixture
def run(nlp, quotes_of):
    def run(articles, **kwargs):
        return list(extract_all(articles, nlp, quotes_of=quotes_of, **kwargs))

    return run


def test_articles_come_back_in_order_with_their_quotations(run):
    texts = [f"«Sono {n}», ha detto Rossi." for n in range(40)]
    results = run(Article(text) for text in texts)
    assert [article.text for article, _ in results] == texts
    assert [quote.quote for _, (quote,) in results] == [f"Sono {n}" for n in range(40)]


def test_articles_are_read_as_results_are_asked_for(nlp, quotes_of):
    read = []

    def articles():
        for n in range(1000):
            read.append(n)
            yield Article(f"«{n} passi».")

    next(extract_all(articles(), nlp, quotes_of=quotes_of))
    assert len(read) < 50


def test_an_article_that_breaks_the_pipeline_is_named_and_the_others_go_on(run):
    errors = []
    articles = [Article(f"«Sono {n}».", doc_name=f"{n}.txt") for n in range(40)]
    for n in (3, 17, 39):
        articles[n] = Article("boom", doc_name=f"{n}.txt")
    results = run(articles, on_error=errors.append)
    assert [article.doc_name for article, _ in results] == [
        f"{n}.txt" for n in range(40) if n not in (3, 17, 39)
    ]
    assert ["'3.txt'" in str(errors[0]), "'17.txt'" in str(errors[1])] == [True, True]
    assert "ValueError: boom" in str(errors[2])


def test_records_that_cannot_be_made_are_a_failure_too(nlp, quotes_of):
    def fussy(doc, article):
        if "rotto" in doc.text:
            raise RuntimeError("no")
        return quotes_of(doc, article)

    errors = []
    articles = [Article("«Va bene»."), Article("rotto"), Article("«Va male».")]
    results = list(extract_all(articles, nlp, quotes_of=fussy, on_error=errors.append))
    assert len(results) == 2
    assert len(errors) == 1


def test_an_error_in_the_articles_themselves_is_not_hidden(run):
    def articles():
        yield Article("«Va bene».")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(articles())


def test_a_pipeline_that_drops_what_fails_loses_nothing_else(quotes_of, nlp):
    class Dropping:
        def __call__(self, text):
            return nlp(text)

        def pipe(self, texts, **kwargs):
            return (nlp(text) for text in texts if "boom" not in text)

    errors = []
    articles = [Article("«A b»."), Article("boom"), Article("«C d»."), Article("boom boom")]
    results = list(extract_all(articles, Dropping(), quotes_of=quotes_of, on_error=errors.append))
    assert [quote.quote for _, (quote,) in results] == ["A b", "C d"]
    assert len(errors) == 2


def test_without_anybody_to_tell_a_failure_is_logged(run, caplog):
    run([Article("boom", doc_name="a.txt")])
    assert "Cannot process 'a.txt'" in caplog.text


@pytest.mark.parametrize("processes", [2, 3])
def test_several_processes_give_the_same_in_the_same_order(run, processes):
    articles = [Article(f"«Sono {n} anni».", doc_name=f"{n}") for n in range(100)]
    articles[50] = Article("boom", doc_name="50")
    errors = []
    shared = run(articles, processes=processes, on_error=errors.append)
    assert shared == run(articles, on_error=lambda error: None)
    assert len(errors) == 1


def test_workers_end_when_the_results_are_left(nlp, quotes_of):
    articles = (Article(f"«Sono {n} anni».") for n in range(10_000))
    results = extract_all(articles, nlp, quotes_of=quotes_of, processes=2)
    next(results)
    start = time.monotonic()
    results.close()
    assert time.monotonic() - start < 2
    assert not multiprocessing.active_children()


def test_a_worker_that_is_ended_from_outside_is_an_error(nlp):
    articles = [Article(f"{n}") for n in range(100)]
    with pytest.raises(QuotextractError, match="Use fewer"):
        list(extract_all(articles, nlp, quotes_of=dies, processes=2))


def dies(doc, article):
    os._exit(9)


def test_every_piece_of_a_long_article_has_its_date(nlp):
    text = "Parigi, 6 gennaio 2026 – Si è svolto oggi a Parigi il vertice. " + "«Uno». " * 8000
    told = []
    article = Article(text)
    list(extract_all([article], nlp, quotes_of=lambda doc, piece: told.append(piece.date) or []))
    assert len(told) > 1
    assert set(told) == {"2026-01-06"}
