"""The documentation says what the program does."""

import json
import re
import runpy
import subprocess
from pathlib import Path

import pytest

from quotextract.exporters import FORMATS as WRITTEN
from quotextract.readers import FORMATS as READ
from quotextract.records import COLUMNS

ROOT = Path(__file__).parents[1]


def page(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def docs():
    return runpy.run_path(str(ROOT / "docs" / "refresh.py"))


def test_the_command_reference_is_what_the_help_pages_say(docs):
    assert page("docs/cli.md") == docs["reference"](), "run python docs/refresh.py"


@pytest.mark.parametrize("name", ["README.md", "README.it.md"])
def test_the_examples_print_what_is_shown(docs, name):
    assert docs["refreshed"](page(name)) == page(name), "run python docs/refresh.py"


def test_ci_runs_the_second_command_of_the_readme():
    first, second = (
        line for line in page("README.md").splitlines() if line.startswith("python3 -m venv")
    )
    assert second in page(".ci/run").splitlines()
    assert first in page("README.it.md").splitlines()


@pytest.mark.parametrize("check", ["ruff check", "ruff format --check", "mypy", "lint-imports"])
def test_contributing_lists_what_ci_runs(check):
    assert check in page(".ci/run")
    assert f"`{check}" in page("CONTRIBUTING.md")


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_is_explained(column):
    assert f"`{column}`" in page("docs/record.md")


def test_every_family_of_signs_is_described():
    weights = json.loads(page("quotextract/resources/weights.json"))["ranker"]
    signs = page("docs/attribution.md").split("### The names of the signs")[1]
    described = set(re.findall(r"`([\w-]+):?", signs))
    assert {name.split(":")[0] for name in weights} <= described


@pytest.mark.parametrize("suffix", [form.suffixes[0] for form in (*READ, *WRITTEN.values())])
def test_every_format_is_named(suffix):
    assert f"`{suffix}`" in page("README.md")
    assert f"`{suffix}`" in page("README.it.md")


def test_the_samples_are_committed_as_they_are():
    listed = subprocess.run(
        ["git", "ls-files", "--eol", "seeds"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("no git here")
    assert len(listed.stdout.splitlines()) == 5
    assert all("attr/-text" in line for line in listed.stdout.splitlines())
