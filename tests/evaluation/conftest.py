import pytest

from quotextract import Quote
from quotextract.evaluation.inline import parse_inline

STORY = (
    'La sindaca <q t="none">“del fare”</q> non cede.\n'
    '«<q t="direct" s="Carla Benassi" m="la sindaca" c="ha detto">Riapriremo a marzo</q>», '
    "ha detto la sindaca Carla Benassi.\n"
    'Per Melis è «<q t="mixed" s="Dario Melis" m="Melis" c="Per">una presa in giro</q>».\n'
    'Pini ha aggiunto che <q t="indirect" s="Ugo Pini" m="Pini" c="ha aggiunto">i fondi ci '
    "sono</q>.\n"
)


@pytest.fixture
def story():
    """A short annotated article: one quotation of each type."""
    return parse_inline(STORY, "story")


@pytest.fixture
def found():
    """Return a function that makes a quotation of an article from its words."""

    def make(article, words, kind="direct", speaker="", **more):
        start = article.text.index(words)
        given = {"quote": words, "quote_start": start, "quote_end": start + len(words)}
        names = dict.fromkeys(("doc_name", "title", "date", "source", "url", "quote_id"), "")
        return Quote(
            doc_id=article.doc_id, quote_type=kind, speaker=speaker, **names, **given, **more
        )

    return make


@pytest.fixture
def perfect(found):
    """Return a predictor that says what the annotator says."""

    def predictor(gold):
        by_id = {
            one.doc_id: [
                found(one, one.text[i.start : i.end], i.type, i.speaker, confidence=0.9)
                for i in one.items
            ]
            for one in gold
        }
        return lambda articles: [by_id[article.doc_id] for article in articles]

    return predictor
