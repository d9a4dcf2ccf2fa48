import io

import spacy
from spacy.tokens import DocBin

from quotextract import Article, Quote
from quotextract.exporters import FORMATS, export, format_of


def test_documents_come_back_with_their_quotations(quotes_of):
    text = "«Riapriremo a marzo», ha detto Benassi. Melis parla di «follia»."
    article = Article(text, doc_name="a.txt", source="Eco", author="Anna Serra")
    quotes = quotes_of(article, article)
    out = io.BytesIO()
    export([(article, quotes), (Article("Niente."), [])], out, FORMATS["docbin"])
    doc, empty = DocBin().from_bytes(out.getvalue()).get_docs(spacy.blank("it").vocab)
    assert doc.text == text
    assert [(span.text, span.label_) for span in doc.spans["quotes"]] == [
        ("Riapriremo a marzo", "direct"),
        ("follia", "mixed"),
    ]
    assert [span.text for span in doc.spans["quote_speakers"]] == ["Benassi"]
    assert doc.spans["quote_speakers"][0].id_ == doc.spans["quotes"][0].id_
    assert (doc.user_data["source"], doc.user_data["author"]) == ("Eco", "Anna Serra")
    assert [Quote.from_dict(row) for row in doc.user_data["quotes"]] == quotes
    assert list(empty.user_data["quotes"]) == []


def test_the_suffix_is_the_one_spacy_uses():
    assert format_of("citazioni.spacy").name == "docbin"
