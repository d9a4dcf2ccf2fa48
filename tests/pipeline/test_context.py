"""What the reader of the whole article says becomes signs and candidates."""

import pytest

from quotextract.lexicon import load_lexicon
from quotextract.neural import Reading
from quotextract.pipeline.attribution import propose
from quotextract.pipeline.scene import Scene

TEXT = "Ugo Belli esce con Anna Serra. Belli è stanco e lui lo sa. «Sì». Tace."


def told(shares, untold=0.0, local=None, types=None):
    """Return a reader that gives the mentions with these words these probabilities."""

    def read(page):
        by_words = {page.text[a:b]: k for k, (a, b) in enumerate(page.mentions)}
        types_ = types or {"direct": 1.0, "mixed": 0.0, "none": 0.0}
        mentions = {by_words[w]: p for w, p in shares.items()}
        near = {by_words[w]: p for w, p in (local or {}).items()}
        return {q: Reading(mentions, untold, near, types_) for q in range(len(page.quotations))}

    return read


@pytest.fixture
def scene(nlp):
    return lambda read: Scene(nlp(TEXT), load_lexicon(), read)


def entity(scene, name):
    (found,) = (e for e in scene.table.entities if e.name == name)
    return found


def test_mentions_of_one_entity_add_up(scene):
    found = scene(told({"Ugo Belli": 0.5, "Belli": 0.2, "Anna Serra": 0.1}, 0.2))
    ugo, anna = entity(found, "Ugo Belli"), entity(found, "Anna Serra")
    assert found.context.speaker(0, [ugo]) == pytest.approx(0.7)
    assert found.context.speaker(0, [ugo, anna]) == pytest.approx(0.2)  # as if each had 0.1
    assert found.context.speaker(0, []) == pytest.approx(0.2)


def test_pronouns_are_not_read(scene):
    seen = []

    def read(page):
        seen.extend(page.text[a:b] for a, b in page.mentions)
        return {}

    scene(read).context.shares(0)
    assert "Belli" in seen
    assert "lui" not in seen


@pytest.mark.parametrize(("p", "known"), [(0.6, True), (0.05, False)])
def test_a_likely_description_is_somebody(nlp, p, known):
    read = told({"una lettera aperta": p})
    found = Scene(nlp("Ieri è uscita una lettera aperta. «Ora basta». Tace."), load_lexicon(), read)
    proposed = propose(found, found.frames.quotations[0])
    names = {e.name for c in proposed if c.rule == "context" for e in c.entities}
    assert ("una lettera aperta" in names) is known


def test_a_role_counts_for_whoever_holds_it(nlp):
    text = "Parla la sindaca Anna Serra. La sindaca è stanca. «Sì». Tace."
    found = Scene(
        nlp(text), load_lexicon(), told({"La sindaca": 0.4, "la sindaca Anna Serra": 0.3})
    )
    assert found.context.speaker(0, [entity(found, "Anna Serra")]) == pytest.approx(0.7)


def test_whoever_is_likely_is_proposed(scene):
    found = scene(told({"Ugo Belli": 0.5, "Anna Serra": 0.01}))
    proposed = propose(found, found.frames.quotations[0])
    names = {e.name for c in proposed if c.rule == "context" for e in c.entities}
    assert names == {"Ugo Belli"}


def test_the_likelier_has_the_stronger_sign(scene):
    found = scene(told({"Ugo Belli": 0.9, "Anna Serra": 0.1}, local={"Belli": 0.6}))
    ugo, anna = entity(found, "Ugo Belli"), entity(found, "Anna Serra")
    signs = [found.context.signs(0, [e], -1)["context"] for e in (ugo, anna)]
    assert signs[0] > signs[1] > 0
    belli = next(k for k, m in enumerate(found.mentions) if m.text(found.doc) == "Belli")
    assert found.context.signs(0, [ugo], belli)["context:local"] > 0


def test_types_are_signs(scene):
    found = scene(told({}, types={"direct": 0.9, "mixed": 0.1, "none": 0.0}))
    signs = found.context.types(0)
    assert signs["context:direct"] > signs["context:mixed"] > signs["context:none"] == 0


def test_what_was_not_read_says_nothing(scene):
    found = scene(lambda page: {})
    assert found.context.signs(0, [], -1) == {}
    assert found.context.types(0) == {}
    assert found.context.shares(0) == {}
