"""A row opens its article at the quotation, in a real browser."""

from dataclasses import replace

import pytest

from tests.reporting.articles import news, quoted
from tests.reporting.conftest import PHONE, until

MARKED = "[...document.querySelectorAll('#article mark')].map(m => m.textContent).join('')"
TEXT = "document.querySelector('#article .text').textContent"


def open_row(page, number):
    page.locator("a.said").nth(number).click()
    page.wait_for_selector("#article[open]")


@pytest.mark.parametrize("number", range(7))
def test_what_is_marked_is_the_quotation(opened, number):
    results = news()
    article, quote = [(a, q) for a, quotes in results for q in quotes][number]
    page = opened(results)
    open_row(page, number)
    assert page.evaluate(MARKED) == quote.quote
    assert page.evaluate(TEXT) == article.text
    cues = page.locator("#article .text .cue").all_text_contents()
    assert "".join(cues) == quote.cue
    mentions = page.locator("#article .text .mention").all_text_contents()
    assert "".join(mentions) == quote.speaker_mention
    assert page.locator("#place").text_content() == f"{number + 1} di 7"


def test_the_mark_comes_into_sight(opened):
    long = quoted("Riga.\n" * 300 + "«Eccomi qua», ha detto Lia Orsi.\n" + "Riga.\n" * 300)
    page = opened([long])
    open_row(page, 0)
    box = page.locator("#article mark").bounding_box()
    assert 100 < box["y"] < 800


def test_nested_and_crossing_quotations_keep_every_character(opened):
    article, (outer,) = quoted('🙂 Poi. «Mi ha detto 🙂 "vai via", e via», ha detto Lia Orsi.')
    start = article.text.index("vai via")
    inner = replace(outer, quote_id="in", quote="vai via", quote_start=start, quote_end=start + 7)
    start, end = outer.quote_start - 5, outer.quote_start + 4
    across = replace(
        outer, quote_id="x", quote=article.text[start:end], quote_start=start, quote_end=end
    )
    page = opened([(article, [outer, inner, across])])
    for number, quote in enumerate((outer, inner, across)):
        open_row(page, number)
        assert page.evaluate(MARKED) == quote.quote
        assert page.evaluate(TEXT) == article.text
        page.keyboard.press("Escape")


def test_to_the_other_quotations_and_the_neighbours(opened):
    page = opened(news())
    open_row(page, 0)
    page.locator("#article a.other").click()
    assert page.evaluate(MARKED) == "Non ci credo più"
    page.locator("#next").click()
    assert page.evaluate(MARKED) == "La libertà è un’altra cosa"
    page.locator("#previous").click()
    page.locator("#previous").click()
    assert page.locator("#previous").is_disabled()
    assert page.evaluate(MARKED).startswith("Il ponte")
    link = page.locator("#article .about a")
    assert link.get_attribute("href") == "https://gazzetta.example/ponte?a=1&b=2"
    assert link.get_attribute("rel") == "noopener noreferrer"


@pytest.mark.parametrize(("language", "by"), [("it", "di "), ("en", "by ")])
def test_who_signed_it_stands_above_the_article(opened, language, by):
    text = "«Vado via», ha detto Lia Orsi."
    signed = quoted(text, author="<b>Anna</b> Serra, Ugo Belli", source="La Voce")
    page = opened([signed, quoted(f"{text} Poi.", source="La Voce")], language=language)
    about = "document.querySelector('#article .about').textContent"
    open_row(page, 0)
    assert page.evaluate(about) == f"{by}<b>Anna</b> Serra, Ugo Belli · La Voce"
    assert page.evaluate(TEXT) == text
    page.locator("#next").click()
    assert page.evaluate(about) == "La Voce"


def test_the_keyboard_is_enough(opened):
    page = opened(news())
    page.keyboard.press("/")
    page.keyboard.type("e")
    page.keyboard.press("ArrowDown")
    focused = "document.activeElement.textContent"
    assert page.evaluate(focused).startswith("Il ponte")
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    assert page.evaluate(focused) == "Non ci credo più"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_selector("#article[open]")
    assert page.evaluate(MARKED) == "Non ci credo più"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(MARKED) == "La libertà è un’altra cosa"
    page.keyboard.press("Escape")
    page.wait_for_selector("#article:not([open])", state="attached")
    until(page, f"{focused} === 'La libertà è un’altra cosa'")
    assert page.locator("a.said[tabindex='0']").count() == 1


def test_the_skip_link_comes_first(opened):
    page = opened(news())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "words"


def test_the_way_back_closes_and_an_address_opens(opened):
    page = opened(news(), "#s=carla-benassi")
    open_row(page, 1)
    address = page.url.partition("#")[2]
    assert "open=" in address
    page.go_back()
    page.wait_for_selector("#article:not([open])", state="attached")
    assert page.locator("a.said").count() == 2
    page = opened(news(), f"#{address}")
    assert page.evaluate(MARKED) == "La libertà è un’altra cosa"
    page.locator("#close").click()
    page.wait_for_selector("#article:not([open])", state="attached")
    assert "open=" not in page.url


def test_a_click_beside_the_panel_closes_it(opened):
    page = opened(news())
    open_row(page, 0)
    page.mouse.click(40, 400)
    page.wait_for_selector("#article:not([open])", state="attached")


def test_on_a_phone_nothing_is_wider_than_the_screen(opened, page):
    page.set_viewport_size(PHONE)
    opened([*news(), quoted(f"«{'lunghissimo' * 20}», ha detto Lia Orsi.", title="a" * 200)])
    width = "document.documentElement.scrollWidth"
    assert page.evaluate(width) == PHONE["width"]
    page.locator("a.said").first.scroll_into_view_if_needed()
    assert page.locator("#choices[open]").count() == 0
    page.locator("#choices summary").click()
    assert page.locator("#from").is_visible()
    assert page.evaluate(width) == PHONE["width"]
    open_row(page, 7)
    assert page.evaluate(width) == PHONE["width"]
    body = "document.querySelector('#article-body')"
    assert page.evaluate(f"{body}.scrollWidth <= {body}.clientWidth")
    assert page.locator("[role=row]").count() == 9


def test_dark_by_wish_of_the_system_or_of_the_reader(opened, page):
    colour = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="dark")
    opened(news())
    dark = page.evaluate(colour)
    page.emulate_media(color_scheme="light")
    until(page, f"{colour} !== '{dark}'")
    page.locator("#theme").click()
    until(page, f"{colour} === '{dark}'")
    page.wait_for_timeout(300)  # the browser writes down what was chosen
    page.reload()
    until(page, f"{colour} === '{dark}'")
    page.locator("#theme").click()
    until(page, f"{colour} !== '{dark}'")


def test_on_paper_all_rows_and_no_controls(opened, page):
    opened([quoted("«Vado via», ha detto Lia Orsi. " * 200)])
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("a.said").count() == 200
    page.emulate_media(media="print")
    until(page, "!document.querySelector('#words').checkVisibility()")


def test_a_long_article_goes_on_paper_whole(opened, page):
    page = opened([quoted("Riga per riga.\n" * 400 + "«Eccomi qua», ha detto Lia Orsi.\n")])
    open_row(page, 0)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    until(page, "document.documentElement.scrollHeight > 8000")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("#article:modal").count() == 1
    page.keyboard.press("Escape")
    page.wait_for_selector("#article:not([open])", state="attached")
