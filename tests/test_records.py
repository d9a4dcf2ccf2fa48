from quotextract import Article


def test_an_article_without_an_id_is_known_by_its_text():
    assert Article("Ciao").doc_id == Article("Ciao", doc_name="altro.txt").doc_id
    assert Article("Ciao").doc_id != Article("Addio").doc_id
