"""Comparison: a near cue leaves farther ones in its shadow."""

from quotextract.pipeline.attribution import decide, propose
from quotextract.pipeline.ranker import load_weights


def first(scene):
    return scene.frames.quotations[0]


def rules(scene):
    return {(c.rule, c.cue.lemma if c.cue else "") for c in propose(scene, first(scene))}


def test_a_cue_at_the_quotation_hides_the_farther_one(analyse):
    scene = analyse("Ugo Belli, che ieri ha spiegato i lavori, esce. «Sì», ha detto Anna Serra.")
    lemmas = {lemma for _, lemma in rules(scene) if lemma}
    assert lemmas == {"dire"}


def test_another_statement_does_not_hide_the_cue_before(analyse):
    scene = analyse("Ugo Belli ha parlato di «una svolta»; Anna Serra ha risposto che è troppo.")
    assert ("verb-before", "parlare") in rules(scene)


def test_who_does_not_answer_does_not_hide_who_accuses(analyse):
    scene = analyse("Ugo Belli, accusato da Anna Serra di essere «un bugiardo», non replica.")
    told = {
        (c.cue.lemma, e.name) for c in propose(scene, first(scene)) if c.cue for e in c.entities
    }
    assert ("accusare", "Anna Serra") in told


def test_silence_is_always_weighed(analyse):
    for text in ("«Sì», ha detto Anna Serra.", "«Sì».", "Secondo Anna Serra «sì»."):
        assert "none" in {rule for rule, _ in rules(analyse(text))}


def test_a_sourced_cue_leaves_no_room_for_the_discourse(analyse):
    scene = analyse("Ugo Belli tace. «Sì», ha detto Anna Serra.")
    told = [c for c in propose(scene, first(scene)) if c.entities]
    told = [c for c in told if c.rule != "context"]
    assert {e.name for c in told for e in c.entities} == {"Anna Serra"}


def test_an_inner_cue_knows_the_outer_speaker(analyse):
    scene = analyse('«Anna Serra mi disse: "Vengo"», racconta Ugo Belli.')
    outer, inner = scene.frames.quotations
    scene.settle(decide(scene, outer, load_weights()))
    told = [c for c in propose(scene, inner) if c.entities]
    assert any(c.features.get("outer:other") for c in told)
