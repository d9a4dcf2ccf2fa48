"""Why a decision fell: structure, since weights move."""

import json

import pytest
from spacy.tokens import DocBin

from quotextract.lexicon import load_lexicon
from quotextract.pipeline.attribution import attribute, decide
from quotextract.pipeline.components import SpeakerAttributor
from quotextract.pipeline.explaining import explain, type_probabilities
from quotextract.pipeline.ranker import load_weights
from quotextract.pipeline.scene import Scene

SAID = "Ugo Belli tace. «Il ponte riapre», ha detto Anna Serra. «Non ci credo»."
REPORTED = "Il sindaco Ugo Belli ha detto che il ponte riaprirà in primavera."
TEXTS = [
    SAID,
    REPORTED,
    "Anna Serra parla di «follia». Secondo Belli e Conti, «il conto è salato».",
    "«Riapre», assicurano Ugo Belli e Anna Serra.",
    "Così nacque la «svolta».",
]


@pytest.fixture(scope="module")
def weights():
    return load_weights()


@pytest.fixture
def explaining(nlp):
    """The pipeline, told to write down why; as it was afterwards."""
    component = nlp.get_pipe("quotextract_speakers")
    component.explained = True
    yield nlp
    component.explained = False


def first(scene):
    return scene.frames.quotations[0]


def whys(doc):
    attrs = doc.spans["quotes"].attrs
    return [(span, attrs[span.id_]) for span in doc.spans["quotes"]]


def test_the_winner_is_first_with_its_words(analyse, weights):
    scene = analyse(SAID)
    won, *others = explain(scene, decide(scene, first(scene), weights), weights)
    assert (won.speaker, won.rule) == ("Anna Serra", "verb-after")
    assert (won.cue, won.mention) == ("ha detto", "Anna Serra")
    assert "" in {reason.speaker for reason in others}


@pytest.mark.parametrize("text", TEXTS)
def test_probabilities_fall_and_signs_sum_to_the_score(explaining, text):
    for span, told in whys(explaining(text)):
        reasons = told["why"]
        assert told["speaker"] == (reasons[0]["speaker"] if span.label_ != "none" else "")
        chances = [reason["probability"] for reason in reasons]
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) <= 1.001
        for reason in reasons:
            assert sum(reason["signs"].values()) == pytest.approx(reason["score"], abs=0.01)
            assert all(reason["signs"].values())
            sizes = [abs(share) for share in reason["signs"].values()]
            assert sizes == sorted(sizes, reverse=True)


def test_each_speaker_is_told_once_with_all_its_ways(analyse, weights):
    scene = analyse("Ugo Belli tace. Poi Ugo Belli è netto: «Il ponte riapre».")
    decision = decide(scene, first(scene), weights)
    reasons = explain(scene, decision, weights, top=99)
    assert len({reason.speaker for reason in reasons}) == len(reasons)
    assert sum(reason.ways for reason in reasons) == len(decision.candidates)
    assert sum(reason.probability for reason in reasons) == pytest.approx(1, abs=0.001)


def test_no_more_are_told_than_asked_for(analyse, weights):
    scene = analyse(SAID)
    assert len(explain(scene, decide(scene, first(scene), weights), weights, top=1)) == 1


@pytest.mark.parametrize("text", TEXTS)
def test_the_types_are_those_that_decided(nlp, weights, text):
    scene = Scene(nlp(text), load_lexicon())
    for item in list(attribute(scene, weights)):
        kinds = type_probabilities(scene, item.quotation, item.decision, weights)
        assert next(iter(kinds)) == item.kind
        assert kinds[item.kind] == pytest.approx(item.kind_probability, abs=1e-4)
        assert set(kinds) == {"direct", "mixed", "none"}


def test_reported_clauses_are_explained_without_types(explaining):
    ((span, told),) = whys(explaining(REPORTED))
    assert span.label_ == "indirect"
    assert told["why"][0]["speaker"] == told["speaker"] == "Ugo Belli"
    assert "types" not in told


def test_what_is_written_is_plain_data(explaining):
    doc = explaining(SAID)
    kept = DocBin(docs=[doc]).to_bytes()
    (back,) = DocBin().from_bytes(kept).get_docs(explaining.vocab)
    attrs = doc.spans["quotes"].attrs
    assert back.spans["quotes"].attrs == attrs == json.loads(json.dumps(attrs))


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_else_changes(nlp, text):
    plain, told = nlp(text), nlp(text)
    SpeakerAttributor(explained=True)(told)
    assert plain._.quotes == told._.quotes
    assert not any({"why", "types"} & attrs.keys() for _, attrs in whys(plain))
    assert all(attrs["why"] for _, attrs in whys(told))
