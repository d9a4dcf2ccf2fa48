"""Charts and fields choose rows, in a real browser."""

import re

import pytest

from quotextract import Article
from quotextract.reporting import load_labels
from tests.reporting.articles import news
from tests.reporting.conftest import until


def said(page):
    return page.locator("a.said").all_text_contents()


def status(page):
    return page.locator("#status").text_content()


def fragment(page, text):
    """Wait till the address holds this, and return its fragment."""
    page.wait_for_url(re.compile(re.escape(text)))
    return page.url.partition("#")[2]


def test_the_head_counts_what_there_is(opened):
    page = opened(news())
    assert page.locator("h1").text_content() == page.title() == "Chi dice che cosa"
    assert page.locator("#period").text_content() == "Dal 1 settembre 2025 al 10 settembre 2025"
    assert page.locator("#counts > div").all_text_contents() == [
        "articoli4", "citazioni7", "voci4", "testate2",
    ]  # fmt: skip
    assert (
        page.locator("#repeats").text_content().startswith("2 citazioni stanno parola per parola")
    )


def test_speakers_are_ranked_and_what_is_repeated_counts_once(opened):
    page = opened(news())
    bars = page.locator("#speakers .bar")
    told = [text.split() for text in bars.locator(".name").all_inner_texts()]
    assert [" ".join(words) for words in told] == [
        "Carla Benassi persona", "Dario Melis persona", "Ugo Serra persona", "Lia Orsi persona",
        "l’articolo non lo dice",
    ]  # fmt: skip
    assert bars.locator(".number").all_text_contents() == ["2", "1", "1", "1", "1"]
    assert bars.locator(".share").all_text_contents() == ["40,0%", *["20,0%"] * 3, ""]
    assert page.locator("#sources .bar .number").all_text_contents() == ["3", "2", "1"]


def test_a_click_on_a_speaker_filters_and_a_second_one_takes_it_back(opened):
    page = opened(news())
    bar = page.locator("#speakers .bar", has_text="Dario Melis")
    bar.click()
    assert said(page) == ["Non ci credo più"] * 2
    assert status(page) == "2 di 7 citazioni"
    assert bar.get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.item.name") == "Dario Melis"
    assert page.locator("#speakers .bar").count() == 5, "others stay to be chosen"
    page.locator("#speakers .bar", has_text="Lia Orsi").click()
    assert len(said(page)) == 3
    page.locator("#chosen button", has_text="Lia Orsi").click()
    bar.click()
    assert len(said(page)) == 7
    assert page.locator("#chosen li").count() == 0


def test_a_speaker_is_found_by_name_and_nobody_stands_last(opened):
    page = opened(news())
    page.get_by_label("Trova chi parla").fill("ORSI")
    names = page.locator("#speakers .bar .name")
    assert [text.split()[0] for text in names.all_inner_texts()] == ["Lia", "l’articolo"]
    names.last.click()
    assert said(page) == ["svolta"]
    assert fragment(page, "s=%3F") == "s=%3F"
    page = opened(news(), "#s=%3F")
    assert said(page) == ["svolta"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("LIBERTA", ["La libertà è un’altra cosa"]),
        ("un'altra", ["La libertà è un’altra cosa"]),
        ("melis  credo", ["Non ci credo più"] * 2),
        ('"ci credo"', ["Non ci credo più"] * 2),
        ('"credo ci"', []),
        ("🌉", ["Il ponte 🌉 riapre lunedì,\r\nfinalmente"]),
        ("senza-data", ["Vado via"]),
        ("</script>", []),
    ],
)
def test_search_takes_no_notice_of_case_and_accents(opened, words, found):
    page = opened(news())
    page.fill("#words", words)
    assert said(page) == found
    assert page.locator("#nothing").is_visible() == (not found)
    page.press("#words", "Escape")
    assert len(said(page)) == 7


def test_dates_types_sources_confidence_and_what_to_check(opened):
    page = opened(news())
    page.fill("#from", "2025-09-02")
    page.fill("#to", "2025-09-09")
    assert len(said(page)) == 3
    page.locator("#types label", has_text="mista").click()
    assert said(page) == ["svolta"]
    page.locator("#clear").click()
    assert page.input_value("#from") == ""
    page.locator("#sources .bar", has_text="senza testata").click()
    assert said(page) == ["Vado via"]
    page.locator("#clear").click()
    page.locator("#least").fill("0.8")
    assert said(page) == [
        "Il ponte 🌉 riapre lunedì,\r\nfinalmente",
        "Non ci credo più",
        "Vado via",
    ]
    page.locator("#clear").click()
    page.locator("#check").check()
    assert len(said(page)) == 4
    assert page.locator("tr.uncertain .badge.uncertain").count() == 3
    assert page.locator("em.unknown").text_content() == "? l’articolo non lo dice"
    assert page.locator(".badge.mark").text_content() == "virgolette non chiuse"
    assert page.locator(".badge.negated").text_content() == "negata o ipotetica"


def test_the_timeline_chooses_days_by_click_drag_and_keys(opened):
    page = opened(news())
    bars = page.locator("#timeline .plot button")
    assert bars.count() == 10
    bars.nth(2).click()
    assert (page.input_value("#from"), page.input_value("#to")) == ("2025-09-03", "2025-09-03")
    assert len(said(page)) == 3
    bars.nth(2).click()
    assert len(said(page)) == 7
    bars.nth(0).hover()
    assert page.locator("#timeline .told").text_content() == "1 settembre 2025: 2 citazioni"
    page.mouse.down()
    bars.nth(4).hover()
    page.mouse.up()
    assert (page.input_value("#from"), page.input_value("#to")) == ("2025-09-01", "2025-09-05")
    bars.nth(4).focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert page.input_value("#from") == "2025-09-10"


def test_every_column_sorts_and_what_is_missing_stands_last(opened):
    page = opened(news())
    page.locator("th.speaker button").click()
    names = page.locator("td.speaker").all_text_contents()
    assert names == [*sorted(names[:-1]), "? l’articolo non lo dice"]
    page.locator("th.speaker button").click()
    assert page.locator("td.speaker").all_text_contents()[-1] == "? l’articolo non lo dice"
    assert page.get_attribute("th.speaker", "aria-sort") == "descending"
    page.locator("th.confidence button").click()
    figures = page.locator("td.confidence .figure").all_text_contents()
    assert figures == sorted(figures)
    for name in ("quote", "type", "date", "article"):
        page.locator(f"th.{name} button").click()
        assert page.get_attribute(f"th.{name}", "aria-sort") == "ascending"
        assert len(said(page)) == 7
        if name == "date":
            days = page.locator("td.date").all_text_contents()
            assert (days[0], days[-1]) == ("1 set 2025", "")


def test_the_address_keeps_the_view(opened):
    page = opened(news())
    page.locator("#speakers .bar", has_text="Carla Benassi").click()
    page.locator("th.date button").click()
    page.fill("#words", "più & #soldi?")
    assert "q=pi" in fragment(page, "soldi%3F")
    page.fill("#words", "libertà")
    kept = fragment(page, "q=libert")
    page = opened(news(), f"#{kept}")
    assert page.input_value("#words") == "libertà"
    assert said(page) == ["La libertà è un’altra cosa"]
    assert page.get_attribute("th.date", "aria-sort") == "ascending"
    page.evaluate("location.hash = '#type=mixed&least=seven&s=nobody&sort=constructor&open=x'")
    until(page, "document.querySelectorAll('a.said').length === 1")
    assert said(page) == ["svolta"]


def test_no_quotations_at_all(opened):
    page = opened([(Article("Nessuno parla."), [])])
    assert page.locator("main .notice").text_content() == load_labels("it")["empty"]
    assert page.locator("#rows").count() == 0
    theme = "document.documentElement.dataset.theme"
    before = page.evaluate(theme)
    page.locator("#theme").click()
    until(page, f"{theme} !== '{before}'")


def test_in_english(opened):
    page = opened(news(), language="en", title="Bridges <b>&</b> schools")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").text_content() == page.title() == "Bridges <b>&</b> schools"
    assert status(page) == "7 quotations"
    assert page.locator("#period").text_content() == "From September 1, 2025 to September 10, 2025"
