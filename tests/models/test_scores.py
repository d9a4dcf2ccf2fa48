"""The bundled pipeline reaches the scores it states, where the test data is at hand."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
sys.path.insert(0, str(ROOT / "training" / "scripts"))

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason=f"the treebank and entity files are not at {DATA}"
)


def scores(nlp, docs, folder):
    from evaluate import score
    from words import write_docs

    path = folder / "gold.spacy"
    write_docs(path, docs)
    return score(nlp, path)


def assert_stated(found, stated, names):
    for name in names:
        assert found[name] == pytest.approx(100 * stated[name], abs=0.3), name


def test_syntax(nlp, tmp_path):
    from spacy.training.converters import conllu_to_docs

    text = (DATA / "ud" / "test-isdt.conllu").read_text("utf8")
    docs = conllu_to_docs(text, n_sents=10, merge_subtokens=True, no_print=True)
    found = scores(nlp, docs, tmp_path)
    names = ["pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f"]
    assert_stated(found, nlp.meta["performance"], names)


def test_entities(nlp, tmp_path):
    from convert_ner import read_iob
    from spacy.util import minibatch
    from words import to_doc

    parts = list(read_iob(DATA / "ner" / "test-kind-wn.iob"))
    docs = (to_doc(nlp.vocab, group) for group in minibatch(parts, 8))
    found = scores(nlp, docs, tmp_path)
    assert_stated(found, nlp.meta["performance"], ["ents_f"])
    assert found["PER_f"] == pytest.approx(
        100 * nlp.meta["performance"]["ents_per_type"]["PER"]["f"], abs=0.3
    )
