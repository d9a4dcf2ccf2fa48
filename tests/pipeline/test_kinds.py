"""Types: direct, mixed, or nobody's words."""

import math

import pytest

from quotextract.pipeline.attribution import decide
from quotextract.pipeline.kinds import TYPES, classify, type_features
from quotextract.pipeline.ranker import load_weights

WEIGHTS = {"direct": {"long": 2.0}, "mixed": {"short": 2.0}, "none": {"scare": 3.0}}


def test_types_are_a_distribution():
    kinds = classify({"long": 1.0, "short": 0.5}, WEIGHTS)
    assert set(kinds) == set(TYPES)
    assert math.isclose(sum(kinds.values()), 1)
    assert max(kinds, key=kinds.get) == "direct"


@pytest.fixture
def features(analyse):
    """Return what tells the type of the only quotation of a text."""

    def told(text):
        scene = analyse(text)
        (q,) = scene.frames.quotations
        return {
            k for k, v in type_features(scene, q, decide(scene, q, load_weights())).items() if v
        }

    return told


TOLD = [
    (
        "«Non vengo. Ho da fare», dice Anna.",
        {"in:upper", "in:finite", "in:first-person", "in:stop"},
    ),
    ("Anna dice: «Vengo».", {"at:colon"}),
    ("Anna dice che «non viene».", {"before:joining", "before:che", "in-report:before"}),
    ("È la cosiddetta «tassa».", {"name:scare", "in-report:none"}),
    ("Esce il film «Il lago».", {"name:noun", "in-report:none"}),
    ("'Vengo', dice Anna.", {"at:single", "at:opens"}),
    ("«Incapaci», sferza Anna Serra.", {"by:incise", "by:incise-opens"}),
    ("È una «svolta», dice Anna Serra.", {"by:incise"}),
    ("Anna ripeteva «vengo» e tremava.", {"before:says"}),
]


NOT_TOLD = [
    ("«Incapaci», sferza Anna Serra entrando in aula.", "by:incise"),
    ("Ugo Serra, detto «il lungo», tace.", "before:says"),
]


@pytest.mark.parametrize(("text", "sign"), NOT_TOLD)
def test_sees_no_sign_that_is_not_there(features, text, sign):
    assert sign not in features(text)


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_sees_what_tells_the_type(features, text, expected):
    assert expected <= features(text)


TYPED = [
    ("«Non vengo», dice Anna Serra.", "direct"),
    ("Anna Serra ha definito «inaccettabile» la proposta.", "mixed"),
    ("Anna Serra dice che la proposta «non merita risposta».", "mixed"),
    ("È arrivata la cosiddetta «tassa sull'ombra».", "none"),
    ("Il film «Il lago d'argento» esce giovedì.", "none"),
]


@pytest.mark.parametrize(("text", "kind"), TYPED)
def test_tells_the_type(nlp, text, kind):
    assert [q.quote_type for q in nlp(text)._.quotes if q.quote_type != "indirect"] == [kind]
