"""The page as text: nothing from elsewhere, nothing unescaped, colours that can be read."""

import base64
import hashlib
import html
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract.reporting import Collection, render
from quotextract.reporting.page import SCRIPTS, STYLES, WEB, in_script
from tests.reporting.articles import news

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def written(base):
    collection = Collection(base)
    collection.add(news())
    return render(collection.payload(), title="", language="it")


@given(st.recursive(st.text() | st.floats(allow_nan=False), st.lists))
def test_data_cannot_leave_its_script(data):
    text = in_script(data)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == json.loads(json.dumps(data))


def test_the_policy_names_the_scripts_and_the_style_that_are_there(written):
    policy = html.unescape(re.search(r'Policy" content="([^"]*)"', written)[1])
    parts = re.findall(
        r"<(?:script|script type=\"module\"|style)>(.*?)</(?:script|style)>", written, re.DOTALL
    )
    assert len(parts) == 3
    for part in parts:
        digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_nothing_comes_from_elsewhere(written):
    assert not re.findall(r"src=|@import|url\(", written)
    assert re.findall(r'<link[^>]*href="(\w+):', written) == ["data"]


@pytest.mark.parametrize(
    "word", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("]
)
def test_data_never_becomes_markup(word):
    assert all(word not in path.read_text("utf-8") for path in WEB.glob("*.js"))


def test_every_part_is_on_the_page_and_short():
    parts = {path.stem for path in WEB.glob("*.js")} - {"theme"}
    assert parts == set(SCRIPTS)
    assert {path.stem for path in WEB.glob("*.css")} == set(STYLES)
    for path in WEB.glob("*.js"):
        assert len(path.read_text("utf-8").splitlines()) <= 150, path.name


def test_the_pictures_of_the_documentation_are_there_and_small():
    docs = ROOT / "docs"
    shown = re.findall(r"\(images/([\w-]+\.png)\)", (docs / "report.md").read_text("utf-8"))
    pictures = list((docs / "images").iterdir())
    assert sorted(shown) == sorted(path.name for path in pictures)
    assert sum(path.stat().st_size for path in pictures) < 300_000


# Ink and what it stands on; WCAG AA asks 4.5 of text and 3 of lines that carry meaning.
PAIRS = [
    *(("ink", ground, 7) for ground in ("paper", "sheet", "other")),
    *(("soft", ground, 4.5) for ground in ("paper", "sheet", "other")),
    ("accent", "paper", 4.5), ("accent", "sheet", 4.5), ("doubt", "paper", 4.5),
    ("doubt", "sheet", 4.5), ("mark-ink", "mark", 7), ("edge", "sheet", 3), ("edge", "paper", 3),
    ("cue", "sheet", 3),
]  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_colours_can_be_read(theme, ink, ground, least):
    blocks = re.findall(
        r"^:root.*?\{(.*?)^\}", (WEB / "base.css").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    colours = dict(re.findall(r"--([\w-]+): #(\w{6});", blocks[theme == "dark"]))
    lights = sorted((luminance(colours[ink]), luminance(colours[ground])))
    assert (lights[1] + 0.05) / (lights[0] + 0.05) >= least


def luminance(colour):
    channels = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
