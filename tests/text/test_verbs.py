"""Conjugation: the regular patterns, their spelling, and what the data says is irregular."""

import pytest

from quotextract.lexicon import load_lexicon
from quotextract.lexicon.rows import read_rows, resources
from quotextract.lexicon.verbforms import irregular_verbs
from quotextract.text.verbs import forms, prefixed, strip_clitic

IRREGULAR = irregular_verbs(read_rows(resources(), "irregular_verbs.jsonl"))


def paradigm(lemma: str, features: str) -> set[str]:
    return {form for form, found in forms(lemma, IRREGULAR.get(lemma)) if found == features}


@pytest.mark.parametrize(
    ("lemma", "features", "form"),
    [
        ("affermare", "ind-pres-3s", "afferma"),
        ("affermare", "ind-past-3s", "affermò"),
        ("affermare", "ind-past-3p", "affermarono"),
        ("affermare", "sub-pres-3p", "affermino"),
        ("replicare", "ind-pres-2s", "replichi"),
        ("replicare", "ind-fut-3s", "replicherà"),
        ("spiegare", "sub-pres-3s", "spieghi"),
        ("annunciare", "ind-fut-3p", "annunceranno"),
        ("annunciare", "ind-pres-1p", "annunciamo"),
        ("incoraggiare", "cnd-pres-3s", "incoraggerebbe"),
        ("bisbigliare", "ind-fut-3s", "bisbiglierà"),
        ("ribadire", "ind-pres-3s", "ribadisce"),
        ("ribadire", "ind-past-3s", "ribadì"),
        ("avvertire", "ind-pres-3s", "avverte"),
        ("ripetere", "ind-past-3s", "ripeté"),
        ("credere", "ind-past-3p", "credettero"),
        ("dire", "ind-imp-3s", "diceva"),
        ("dire", "sub-imp-3s", "dicesse"),
        ("dire", "sub-pres-3p", "dicano"),
        ("dire", "cnd-pres-3s", "direbbe"),
        ("dire", "par-past-fs", "detta"),
        ("contraddire", "ind-past-3s", "contraddisse"),
        ("predire", "ger", "predicendo"),
        ("fare", "ind-past-3p", "fecero"),
        ("fare", "inf", "far"),
        ("scrivere", "ind-past-3s", "scrisse"),
        ("sottoscrivere", "par-past-mp", "sottoscritti"),
        ("ammettere", "ind-past-3s", "ammise"),
        ("aggiungere", "par-past-ms", "aggiunto"),
        ("sostenere", "ind-fut-3s", "sosterrà"),
        ("sostenere", "ind-pres-3p", "sostengono"),
        ("proporre", "ind-pres-3s", "propone"),
        ("proporre", "ger", "proponendo"),
        ("proporre", "inf", "propor"),
        ("dedurre", "ind-pres-3s", "deduce"),
        ("intervenire", "ind-past-3s", "intervenne"),
        ("essere", "ind-imp-3p", "erano"),
        ("essere", "sub-pres-3p", "siano"),
        ("dare", "sub-imp-3s", "desse"),
        ("rispondere", "ind-past-3s", "rispose"),
    ],
)
def test_forms(lemma, features, form):
    assert form in paradigm(lemma, features)


def test_every_cue_verb_conjugates():
    for lemma in load_lexicon().verbs:
        found = {features for _, features in forms(lemma, IRREGULAR.get(lemma))}
        assert {"inf", "ger", "ind-pres-3s", "ind-past-3p", "par-past-fp"} <= found


@pytest.mark.parametrize(
    ("form", "split"),
    [
        ("annunciarlo", ("annunciar", "lo")),
        ("dirglielo", ("dir", "glielo")),
        ("proporla", ("propor", "la")),
        ("dicendolo", ("dicendo", "lo")),
        ("spiega", ("spiega", "")),
        ("rivela", ("rivela", "")),
    ],
)
def test_clitics(form, split):
    assert strip_clitic(form) == split


def test_compounds_take_the_prefix_everywhere():
    assert prefixed("ri", {"present": ["dico", "dici"], "isc": True}) == {
        "present": ["ridico", "ridici"],
        "isc": True,
    }


@pytest.mark.parametrize(
    ("form", "lemma", "person", "number", "clitic"),
    [
        ("hanno", "avere", 3, "p", ""),
        ("tuonò", "tuonare", 3, "s", ""),
        ("sottolineando", "sottolineare", 0, "", ""),
        ("ammetterlo", "ammettere", 0, "", "lo"),
        ("smentirebbero", "smentire", 3, "p", ""),
    ],
)
def test_form_table(form, lemma, person, number, clitic):
    readings = load_lexicon().verb_forms[form]
    assert (lemma, person, number, clitic) in [
        (reading.lemma, reading.person, reading.number, reading.clitic) for reading in readings
    ]


def test_an_unknown_form_has_no_reading():
    assert load_lexicon().verb_forms.get("tavolo") is None
