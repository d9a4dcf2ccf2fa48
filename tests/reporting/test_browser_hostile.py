"""Whatever an article holds shows as text, in a real browser."""

from dataclasses import replace

import pytest

from tests.reporting.articles import news, quoted

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]><img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "{{ 7 * 7 }} {% raw %} ${alert(1)} \\u003c \\",
    "&lt;b&gt; &amp; &#0;",
    "\u2028\u2029\u202e\x00\x7f\ufeff",
    "javascript:alert(1)",
    "\ud83d mezzo carattere",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_it_shows_as_text(opened, words):
    article, (quote,) = quoted(f"{words} «{words} qui», ha detto Lia Orsi. {words}", title=words)
    named = {"source": words, "doc_name": words, "url": f"javascript:alert(1)//{words}"}
    quote = replace(
        quote,
        speaker=words,
        speaker_role=words,
        flags=words,
        attribution=words,
        quote_id=words,
        **named,
    )
    shown = words.replace("\ud83d", "\ufffd")
    page = opened([(replace(article, **named), [quote]), *news()], title=words)
    assert page.locator("a.said").first.text_content() == f"{shown} qui"
    page.locator("a.said").first.click()
    marks = "[...document.querySelectorAll('#article mark')].map(m => m.textContent).join('')"
    assert page.evaluate(marks) == f"{shown} qui"
    text = page.evaluate("document.querySelector('#article .text').textContent")
    assert text == article.text.replace("\ud83d", "\ufffd")
    assert page.locator("#article .about a").count() == 0
    links = page.locator("a[href]").evaluate_all(
        "links => links.map(a => new URL(a.href).protocol)"
    )
    assert set(links) == {"file:"}
    scripts = page.locator("script").count()
    assert (scripts, page.locator("img, svg, iframe").count()) == (3, 0)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://a.example/x", True),
        ("HTTP://a.example", True),
        ("ftp://a.example", False),
        ("data:text/html,x", False),
        (" https://a.example", False),
        ("//a.example", False),
    ],
)
def test_only_links_of_the_web_are_links(opened, url, linked):
    page = opened([quoted("«Vado via», ha detto Lia Orsi.", url=url)])
    page.locator("a.said").first.click()
    assert page.locator("#article .about a").count() == linked
    if not linked:
        assert url.strip() in page.locator("#article .about").text_content()


def test_the_policy_lets_nothing_in(opened):
    policy = opened(news()).get_attribute("meta[http-equiv]", "content")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
