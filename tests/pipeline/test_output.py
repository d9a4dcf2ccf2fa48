"""The records, and the span groups that they are read from."""

from typing import get_args, get_type_hints

import pytest
from spacy.tokens import Doc, DocBin

from quotextract import Article, Quote
from quotextract.pipeline import quotes_of

TEXTS = [
    "«I conti tornano», ha detto l'assessora Irene Valsecchi. «E torneranno».",
    "Il sindaco Tommaso Granata ha detto che la strada riaprirà a maggio e parla di «svolta».",
    '«Mi ha detto "scappa", e sono corsa», racconta Giulia Serra.\n\nEsce il film «Il lago».',
    "Nessuno parla.",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_offsets_point_into_the_text(nlp, text):
    for q in nlp(text)._.quotes:
        assert text[q.quote_start : q.quote_end] == q.quote
        for words, start, end in (
            (q.speaker_mention, q.speaker_start, q.speaker_end),
            (q.cue, q.cue_start, q.cue_end),
        ):
            assert (start, end) == (-1, -1) if not words else text[start:end] == words
        assert text[: q.quote_start].endswith(q.context_before)
        assert text[q.quote_end :].startswith(q.context_after)
        assert q.quote in text
        assert 0 <= q.confidence <= 1


def test_a_record_tells_all_it_knows(nlp):
    (q,) = nlp("«I conti tornano», ha detto l'assessora Irene Valsecchi.")._.quotes
    assert (q.quote_type, q.speaker, q.speaker_mention, q.speaker_kind) == (
        "direct", "Irene Valsecchi", "l'assessora Irene Valsecchi", "person",
    )  # fmt: skip
    assert (q.speaker_role, q.speaker_gender) == ("assessora", "f")
    assert (q.cue, q.cue_lemma, q.attribution) == ("ha detto", "dire", "verb-after")
    assert q.sentence == "«I conti tornano», ha detto l'assessora Irene Valsecchi."
    assert not q.negated
    assert q.confidence > 0.8


def test_a_null_subject_has_no_mention(nlp):
    *_, q = nlp("Irene Valsecchi arriva tardi. «Non ho dormito», dice.")._.quotes
    assert (q.speaker, q.speaker_mention, q.speaker_start) == ("Irene Valsecchi", "", -1)


def test_the_article_is_told(nlp):
    article = Article(TEXTS[0], doc_name="uno.txt", title="I conti", date="2025-03-12")
    for q in quotes_of(nlp(article.text), article):
        assert (q.doc_id, q.doc_name, q.title, q.date) == (
            article.doc_id, "uno.txt", "I conti", "2025-03-12",
        )  # fmt: skip


def test_identifiers_are_stable_and_differ(nlp):
    first, second = quotes_of(nlp(TEXTS[0])), quotes_of(nlp(TEXTS[0]))
    assert [q.quote_id for q in first] == [q.quote_id for q in second]
    assert len({q.quote_id for q in first}) == len(first) == 2


def test_two_stretches_of_one_act_share_an_utterance(nlp):
    text = "«La strada è pronta», spiega Tommaso Granata, «e riaprirà a maggio»."
    one, two = nlp(text)._.quotes
    assert one.utterance == two.utterance
    other, another = nlp("«Sì», dice Ugo Belli. «No», dice Anna Serra.")._.quotes
    assert other.utterance != another.utterance


def test_the_paragraph_is_counted(nlp):
    text = "Uno.\n\n«Sì», dice Ugo Belli.\n\n«No», dice Anna Serra."
    first, second = nlp(text)._.quotes
    assert first.paragraph < second.paragraph


def test_an_unprocessed_document_has_no_records(nlp):
    assert Doc(nlp.vocab, words=["Sì"])._.quotes == []
    assert quotes_of(nlp.make_doc("«Sì», dice Ugo.")) == []


KINDS = [
    ("person", "«Sì», dice Ugo Belli."),
    ("organisation", "Palazzo Chigi fa sapere: «Nessun rinvio»."),
    ("organisation", "«Nessuna deroga», ribadisce il Cremlino."),
    ("document", "«Vietato fumare ovunque», dice il cartello."),
    ("group", "«Non scendiamo da qui», dicono gli europei."),
    ("anonymous", "«Ho sentito un boato», racconta un testimone."),
]


@pytest.mark.parametrize(("kind", "text"), KINDS, ids=[text[:20] for _, text in KINDS])
def test_tells_what_kind_of_source_it_is(nlp, kind, text):
    assert kind in get_args(get_type_hints(Quote)["speaker_kind"])
    assert [q.speaker_kind for q in nlp(text)._.quotes] == [kind]


def test_span_groups_keep_the_contract(nlp):
    doc = nlp("«I conti tornano», ha detto Irene Valsecchi. Esce il film «Il lago».")
    groups = [doc.spans[name] for name in ("quotes", "quote_cues", "quote_speakers")]
    assert [[s.id_ for s in group] for group in groups] == [["q0", "q1"], ["q0"], ["q0"]]
    assert [s.label_ for s in groups[0]] == ["direct", "none"]
    assert (groups[1][0].text, groups[1][0].label_) == ("ha detto", "verb")
    assert groups[2][0].label_ == "name"
    assert groups[0].attrs["q0"]["rule"] == "verb-after"


def test_records_survive_serialising(nlp):
    docs = list(nlp.pipe(TEXTS))
    stored = DocBin(docs=docs, store_user_data=True).to_bytes()
    again = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert [d._.quotes for d in again] == [d._.quotes for d in docs]
    back = Doc(nlp.vocab).from_bytes(docs[0].to_bytes())
    assert back._.quotes == docs[0]._.quotes


@pytest.mark.slow
def test_records_are_the_same_from_two_processes(nlp):
    alone = [doc._.quotes for doc in nlp.pipe(TEXTS)]
    together = [doc._.quotes for doc in nlp.pipe(TEXTS, n_process=2, batch_size=2)]
    assert together == alone
