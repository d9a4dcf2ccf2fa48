import pytest

import quotextract
from quotextract import Article
from quotextract.errors import ReadError

TEXT = "«Riapriremo a marzo», ha detto Benassi. Melis parla di «follia»."


@pytest.fixture(autouse=True)
def _no_model(fake_pipeline):
    quotextract._bundled.cache_clear()
    yield
    quotextract._bundled.cache_clear()


def test_a_text():
    quotes = quotextract.extract(TEXT)
    assert [quote.quote for quote in quotes] == ["Riapriremo a marzo", "follia"]
    assert all(TEXT[quote.quote_start : quote.quote_end] == quote.quote for quote in quotes)


@pytest.mark.parametrize("as_given", [str, lambda path: path])
def test_a_file_or_a_folder(tmp_path, as_given):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert len(quotextract.extract(as_given(tmp_path))) == 2
    assert len(quotextract.extract(as_given(tmp_path / "a.txt"))) == 2


def test_an_article_keeps_what_is_known_of_it():
    quote = quotextract.extract(Article(TEXT, doc_id="x1", source="La Gazzetta"))[0]
    assert (quote.doc_id, quote.source) == ("x1", "La Gazzetta")


def test_types_and_confidence():
    assert len(quotextract.extract(TEXT, types=["mixed"])) == 1
    assert len(quotextract.extract(TEXT, min_confidence=0.5)) == 1


@pytest.mark.parametrize("text", ["", " ", "a\0b", "parola " * 5000, "manca.txt"])
def test_a_string_that_is_no_path_is_a_text(tmp_path, monkeypatch, text):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert quotextract.extract(text) == []


def test_a_path_that_is_missing_is_an_error(tmp_path):
    with pytest.raises(ReadError, match="it does not exist"):
        quotextract.extract(tmp_path / "manca.txt")


def test_the_pipeline_is_loaded_once(monkeypatch, fake_pipeline):
    calls = []
    load = fake_pipeline.load
    monkeypatch.setattr(fake_pipeline, "load", lambda *_, **__: calls.append(1) or load())
    quotextract.extract(TEXT)
    quotextract.extract(TEXT)
    assert calls == [1]


def test_everything_that_is_offered_is_there():
    assert all(hasattr(quotextract, name) for name in quotextract.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'manca'"):
        assert quotextract.manca
