"""The installed command, from articles over a database to a page and back to a table."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
COMMAND = shutil.which("quotextract", path=str(Path(sys.executable).parent))
pytestmark = pytest.mark.skipif(COMMAND is None, reason="the package is not installed")


@pytest.fixture
def run(tmp_path):
    return lambda *args: subprocess.run(
        [COMMAND, *map(str, args), "--type", "all", "-q"], cwd=tmp_path, check=True
    )


def test_the_sample_articles(run, page, tmp_path):
    run("extract", SEEDS, "-o", "citazioni.db")
    run("extract", "citazioni.db", "-o", "citazioni.csv")
    run("report", "citazioni.db", "--lang", "it")
    page.goto((tmp_path / "report.html").as_uri())
    rows = page.locator("#rows").get_attribute("aria-rowcount")
    with page.expect_download() as waiting:
        page.locator("#download").click()
    table = (tmp_path / "citazioni.csv").read_bytes()
    assert waiting.value.path().read_bytes() == b"\xef\xbb\xbf" + table
    assert int(rows) > 40
    page.locator("a.said").first.click()
    marks = page.locator("#article mark").all_text_contents()
    assert "".join(marks).startswith("The Coalition of the Willing.")
