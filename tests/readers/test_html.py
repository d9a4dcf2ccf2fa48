import pytest

from quotextract.errors import ReadError
from quotextract.readers import find_sources, read_all

PAGE = """<!doctype html><html lang="it"><head><meta charset="{charset}">
<title>Ponte, Benassi: "Riapriremo" | La Gazzetta</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<h1>Ponte, Benassi: "Riapriremo"</h1>
<p>Il cantiere del ponte riaprir&agrave; a marzo. «Il bilancio è in ordine», ha detto la sindaca
<b>Carla Benassi</b> al termine della riunione di giunta, durata più di tre ore.</p>
<blockquote><p>Non possiamo più aspettare: la città ha bisogno del suo ponte.</p></blockquote>
<p>Melis scuote la testa: «È una presa in giro», ha risposto il capogruppo in consiglio.</p>
<blockquote class="twitter-tweet"><p>We will reopen.</p>&mdash; Carla Benassi (@cb)
<a href="#">March 12, 2025</a></blockquote>
<p>La riunione si è conclusa in serata, dopo un lungo confronto tra le parti.</p>
</article><footer>Copyright La Gazzetta</footer></body></html>"""
JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "altro"}, {"@type": ["NewsArticle"],
"headline": "Ponte, Benassi: \\"Riapriremo\\"", "datePublished": "2025-03-12T08:30:00+01:00",
"publisher": {"@type": "Organization", "name": "La Gazzetta"},
"mainEntityOfPage": {"@id": "https://example.org/ponte"}}]}</script>"""


def article(tmp_path, page, encoding="utf-8", name="pagina.html"):
    path = tmp_path / name
    path.write_bytes(page.encode(encoding))
    (found,) = read_all(find_sources([path]))
    return found


def page(head="", charset="utf-8"):
    return PAGE.format(head=head, charset=charset)


def test_the_article_is_taken_and_the_page_around_it_is_not(tmp_path):
    text = article(tmp_path, page()).text
    assert text.startswith('Ponte, Benassi: "Riapriremo"\n')
    assert text.count("Riapriremo") == 1
    assert "«Il bilancio è in ordine», ha detto la sindaca Carla Benassi al termine" in text
    assert "Sport" not in text
    assert "Copyright" not in text


def test_block_quotations_are_not_lost(tmp_path):
    text = article(tmp_path, page()).text
    assert "Non possiamo più aspettare: la città ha bisogno del suo ponte." in text
    assert "We will reopen.\n— Carla Benassi (@cb) March 12, 2025" in text


def test_json_ld_tells_title_date_source_and_address(tmp_path):
    found = article(tmp_path, page(JSON_LD))
    assert (found.title, found.date) == ('Ponte, Benassi: "Riapriremo"', "2025-03-12")
    assert (found.source, found.url) == ("La Gazzetta", "https://example.org/ponte")


def test_without_json_ld_the_page_tells_what_it_can(tmp_path):
    head = '<meta property="og:site_name" content="L\'Eco"><link rel="canonical" href="https://eco.example/1">'
    found = article(tmp_path, page(head), name="2025-03-12.html")
    assert (found.date, found.source) == ("2025-03-12", "L'Eco")
    assert found.url == "https://eco.example/1"


@pytest.mark.parametrize(
    ("author", "signed"),
    [
        ('{"@type": "Person", "name": "Anna Serra"}', "Anna Serra"),
        ('[{"name": "Anna Serra"}, "Ugo  Belli", {"name": "Anna Serra"}]', "Anna Serra, Ugo Belli"),
        ('{"givenName": "Anna", "familyName": "Di Serra"}', "Anna Di Serra"),
        ('{"name": ["Anna Serra", "Ugo Belli"]}', "Anna Serra, Ugo Belli"),
        ('{"@type": "Organization", "name": "Redazione D&#39;Aosta"}', "Redazione D'Aosta"),
        ('"https://example.org/serra"', "Lia Orsi"),
        ('{"@id": "#serra"}', "Lia Orsi"),
        ('[{"name": null}, 7, [], {"name": {"a": 1}}]', "Lia Orsi"),
        ("null", "Lia Orsi"),
    ],
)
def test_authors_are_those_of_json_ld_or_else_the_page_s(tmp_path, author, signed):
    script = JSON_LD.replace('"headline"', f'"author": {author}, "headline"')
    assert article(tmp_path, page(script + '<meta name="author" content="Lia Orsi">')).author == (
        signed
    )


@pytest.mark.parametrize(
    ("signature", "signed"),
    [
        ("Anna Serra", "Anna Serra"),
        ("di Anna Serra e Ugo Belli", "Anna Serra, Ugo Belli"),
        ("Di Anna Serra, Ugo Belli e Lia Orsi", "Anna Serra, Ugo Belli, Lia Orsi"),
        ("a cura di Anna Di Stefano", "Anna Di Stefano"),
        ("Di Stefano", "Di Stefano"),
        ("https://example.org/serra", ""),
    ],
)
def test_a_signature_is_read_as_names(tmp_path, signature, signed):
    shown = page().replace("</h1>", f'</h1><p class="author">{signature}</p>')
    assert article(tmp_path, shown).author == signed


def test_a_page_that_nobody_signed_has_no_author(tmp_path):
    assert article(tmp_path, page(JSON_LD)).author == ""


def test_a_text_that_only_json_ld_holds_is_read(tmp_path):
    body = "«Riapriremo a marzo», ha detto Benassi in consiglio comunale. " * 5
    script = JSON_LD.replace('"headline"', f'"articleBody": "{body}", "headline"')
    found = article(tmp_path, f"<html><head>{script}</head><body><p>Carica…</p></body></html>")
    assert "«Riapriremo a marzo»" in found.text


def test_broken_json_ld_is_passed_over(tmp_path):
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    assert article(tmp_path, page(broken + JSON_LD)).source == "La Gazzetta"


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "ISO-8859-15"])
def test_the_encoding_is_the_one_the_page_declares(tmp_path, charset, caplog):
    found = article(tmp_path, page(charset=charset), encoding=charset)
    assert "«È una presa in giro»" in found.text
    assert caplog.text == ""


@pytest.mark.parametrize("markup", ["<html><body></body></html>", "<p>", "<!doctype html>"])
def test_a_page_without_an_article_is_named(tmp_path, markup):
    with pytest.raises(ReadError, match=r"pagina.html': no article in the page"):
        article(tmp_path, markup)
