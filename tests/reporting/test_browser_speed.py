"""Ten thousand quotations stay smooth, with a wide margin for slow machines."""

from tests.reporting.articles import many
from tests.reporting.conftest import until

TYPED = """async (words) => {
  const field = document.getElementById("words");
  const started = performance.now();
  field.value = words;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - started;
}"""


def test_ten_thousand_quotations(opened):
    page = opened(many(1250, 8))
    page.wait_for_selector("html[data-ready]")
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert ready < 6000
    page.evaluate(TYPED, "p")
    times = [page.evaluate(TYPED, word) for word in ("pon", "ponte", "ponte l", "")]
    assert max(times) < 600, times
    assert page.locator("#rows").get_attribute("aria-rowcount") == "10001"
    assert page.locator("#rows tbody tr").count() < 700

    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    until(page, "document.querySelector('#rows tbody:last-of-type').filled")
    assert page.locator("tr[aria-rowindex='10001']").count() == 1
    page.evaluate("document.querySelector('tr[aria-rowindex=\"10001\"] a').focus()")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.closest('tr').ariaRowIndex") == "10000"
    until(page, "document.querySelectorAll('#rows tbody tr').length < 900")
