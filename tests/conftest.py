"""A pipeline that needs no model: what stands in guillemets, by whoever "ha detto"."""

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

import quotextract
from quotextract import Article, Quote
from quotextract.knowledge import identified, load_speakers
from quotextract.records import digest

settings.register_profile("quick", max_examples=40, deadline=None)
settings.load_profile("quick")

SAID = re.compile(r"«([^»]*)»(?:, ha detto ((?:[A-Z]\w+ ?)+))?")


class FakeDoc:
    def __init__(self, text):
        self.text = text


class FakeNlp:
    """Fails on texts that hold `boom`, as a pipeline fails: the whole batch is lost."""

    def __call__(self, text):
        if "boom" in text:
            raise ValueError("boom")
        return FakeDoc(text)

    def pipe(self, texts, batch_size=16, n_process=1):
        batch = []
        for text in texts:
            batch.append(text)
            if len(batch) == batch_size:
                yield from [self(text) for text in batch]
                batch = []
        yield from [self(text) for text in batch]


def fake_quotes_of(doc, article=None):
    article = article or Article(doc.text)
    quotes = []
    for match in SAID.finditer(doc.text):
        start, end = match.span(1)
        said_by = match.group(2) is not None
        quotes.append(
            Quote(
                doc_id=article.doc_id,
                doc_name=article.doc_name,
                title=article.title,
                date=article.date,
                source=article.source,
                url=article.url,
                quote_id=digest(article.doc_id, start, end),
                quote=match.group(1),
                quote_start=start,
                quote_end=end,
                quote_type="direct" if " " in match.group(1) else "mixed",
                speaker=match.group(2).strip() if said_by else "",
                speaker_mention=match.group(2).strip() if said_by else "",
                speaker_start=match.start(2),
                speaker_end=match.start(2) + len(match.group(2).strip()) if said_by else -1,
                confidence=0.9 if said_by else 0.3,
                paragraph=doc.text[:start].count("\n"),
            )
        )
    return quotes


@pytest.fixture
def nlp():
    return FakeNlp()


@pytest.fixture
def quotes_of():
    return fake_quotes_of


@pytest.fixture
def fake_pipeline(monkeypatch):
    """Stand in for `quotextract.pipeline`, so that the command line needs no spaCy."""
    module = ModuleType("quotextract.pipeline")
    # spaCy looks for the components below it.
    module.__path__ = [str(Path(quotextract.__file__).with_name("pipeline"))]
    module.load = lambda model=None, fast=False: FakeNlp()
    module.quotes_of = fake_quotes_of
    monkeypatch.setitem(sys.modules, "quotextract.pipeline", module)
    return module


@pytest.fixture
def knowing_pipeline(fake_pipeline, monkeypatch):
    """The pipeline's stand-in, its speakers looked up in the base as the real one's are."""
    found = fake_pipeline.quotes_of

    def quotes_of(doc, article=None, speakers=None):
        article = article or Article(doc.text)
        base = speakers or load_speakers()
        return identified(found(doc, article), doc.text, article.date, base)

    monkeypatch.setattr(fake_pipeline, "quotes_of", quotes_of)
    return fake_pipeline
