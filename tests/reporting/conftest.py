"""A real Chromium: one browser and one page for all tests."""

import shutil

import pytest

from quotextract.knowledge import SpeakerBase
from quotextract.reporting import Collection, render

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 375, "height": 812}


def until(page, expression):
    """Wait till it is true; Playwright's own wait evaluates strings, which the page forbids."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never: {expression}")


@pytest.fixture(scope="session")
def chromium():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip(f"no browser: none of {', '.join(BROWSERS)} is on the PATH")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(QUIET))
        page = browser.new_context(locale="it-IT", accept_downloads=True).new_page()
        page.set_default_timeout(5000)
        yield page
        browser.close()


@pytest.fixture
def page(chromium):
    """The page, that must stay without errors, warnings, dialogs and requests."""
    heard, asked = [], []
    listeners = {
        "console": lambda message: heard.append(f"{message.type}: {message.text}"),
        "pageerror": lambda error: heard.append(str(error)),
        "dialog": lambda dialog: (heard.append(dialog.message), dialog.dismiss()),
        "request": lambda request: asked.append(request.url),
    }
    for event, listener in listeners.items():
        chromium.on(event, listener)
    chromium.set_viewport_size(DESK)
    chromium.emulate_media(color_scheme="light", media="screen")
    yield chromium
    if chromium.url.startswith("file:"):
        chromium.evaluate("localStorage.clear()")
    for event, listener in listeners.items():
        chromium.remove_listener(event, listener)
    assert heard == []
    assert {url.split(":")[0] for url in asked} <= {"file", "data", "blob", "about"}
    assert {url.split("#")[0] for url in asked if url.startswith("file:")} <= {page_of(chromium)}


def page_of(chromium):
    return chromium.url.split("#")[0]


@pytest.fixture
def opened(page, tmp_path, base):
    """Make a report and open it."""

    def open_report(results, fragment="", *, language="it", title=""):
        collection = Collection(base)
        collection.add(results)
        path = tmp_path / "report.html"
        path.write_text(
            render(collection.payload(), title=title, language=language),
            encoding="utf-8",
            newline="",
        )
        page.goto("about:blank")
        page.goto(f"{path.as_uri()}{fragment}")
        return page

    return open_report


@pytest.fixture(scope="session")
def base():
    """Nobody is known but whom the articles name."""
    return SpeakerBase([])
