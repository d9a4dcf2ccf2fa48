"""Loading: the bundled pipeline, a stranger's, and what is said of unfit ones."""

import subprocess
import sys

import pytest
import spacy
from spacy.tokens import Doc
from thinc.api import get_current_ops

from quotextract.errors import ModelError
from quotextract.models import bundled_path
from quotextract.pipeline import load

TEXT = "«I conti tornano», ha detto l'assessora Irene Valsecchi."


@pytest.fixture
def blank(tmp_path):
    """Save a blank pipeline and return its path."""

    def save(language, *components):
        nlp = spacy.blank(language)
        for name in components:
            nlp.add_pipe(name)
        nlp.to_disk(tmp_path / language)
        return tmp_path / language

    return save


def test_the_components_stand_where_they_must(nlp):
    names = nlp.pipe_names
    assert names[-2:] == ["quotextract_quotes", "quotextract_speakers"]
    assert names.index("quotextract_sentences") < names.index("parser")


def test_faster_products_give_the_same_parse(nlp):
    def parse(pipeline):
        doc = pipeline(TEXT)
        return [(t.pos_, t.dep_, t.head.i, str(t.morph), t.ent_type_) for t in doc]

    assert parse(nlp) == parse(spacy.load(bundled_path()))


def test_loading_leaves_the_products_of_others_alone():
    before = get_current_ops()
    load()
    assert get_current_ops() is before


def test_a_pipeline_without_parser_names_what_it_lacks(blank):
    with pytest.raises(ModelError, match="lacks: parser, ner") as error:
        load(blank("it"))
    assert "it_core_news_sm" in str(error.value)


def test_a_pipeline_of_another_language_is_refused(blank):
    with pytest.raises(ModelError, match="'en', not for Italian"):
        load(blank("en"))


@pytest.mark.parametrize("model", ["it_non_esiste", "/non/esiste/qui", ""])
def test_a_missing_pipeline_is_named(model):
    with pytest.raises(ModelError, match="Cannot load the pipeline"):
        load(model)


def test_a_folder_that_holds_no_pipeline_is_refused(tmp_path):
    with pytest.raises(ModelError, match=tmp_path.name):
        load(tmp_path)


def test_a_file_that_is_no_pipeline_is_refused(tmp_path):
    path = tmp_path / "modello.cfg"
    path.write_text("non sono un modello")
    with pytest.raises(ModelError):
        load(path)


def test_loading_twice_adds_nothing_twice(nlp, tmp_path):
    nlp.to_disk(tmp_path / "intero")
    again = load(tmp_path / "intero")
    assert again.pipe_names == nlp.pipe_names
    assert again(TEXT)._.quotes == nlp(TEXT)._.quotes


def test_components_join_a_pipeline_by_name(nlp):
    stranger = spacy.load(bundled_path())
    stranger.add_pipe("quotextract_quotes")
    stranger.add_pipe("quotextract_speakers", config={"indirect": False})
    assert [(q.quote, q.speaker) for q in stranger(TEXT)._.quotes] == [
        ("I conti tornano", "Irene Valsecchi")
    ]
    assert not stranger("Ugo Belli ha detto che la strada riaprirà a maggio.")._.quotes


def test_the_finder_alone_marks_what_stands_between_marks():
    alone = spacy.load(bundled_path())
    alone.add_pipe("quotextract_quotes")
    (quote,) = alone(TEXT)._.quotes
    assert (quote.quote, quote.quote_type, quote.speaker) == ("I conti tornano", "none", "")


def test_spacy_finds_the_components_without_an_import():
    code = "import spacy; spacy.blank('it').add_pipe('quotextract_sentences'); print('ok')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "ok", done.stderr


def test_a_document_without_any_annotation_does_not_raise(nlp):
    doc = Doc(nlp.vocab, words=["«", "Sì", "»", ",", "dice", "Ugo"])
    for name in ("quotextract_quotes", "quotextract_speakers"):
        doc = nlp.get_pipe(name)(doc)
    assert len(doc._.quotes) == 1
