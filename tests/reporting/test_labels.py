"""The page's words are all there, in both languages, and none is idle."""

import re

import pytest

from quotextract.errors import ResourceError
from quotextract.reporting import LANGUAGES, labels, load_labels
from quotextract.reporting.page import WEB

# Made of a word in the data: a type, a kind, a flag, a unit of time, a column.
GROUPS = ("type.", "kind.", "flag.", "per-", "column-", "count-", "status-")
FORMS = (".one", ".other")
SOURCES = "\n".join(path.read_text("utf-8") for path in sorted(WEB.iterdir()))
PAGE = "".join(path.read_text("utf-8") for path in WEB.parent.glob("*.py"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_label(language):
    found = load_labels(language)
    assert found.keys() == load_labels("it").keys()
    assert all(f"{key[:-4]}.other" in found for key in found if key.endswith(".one"))


def test_every_label_that_is_asked_for_is_there():
    asked = re.findall(r'label\(\s*"([\w-]+)"|labels\[["\']([\w-]+)["\']\]', SOURCES)
    known = {key.removesuffix(".one").removesuffix(".other") for key in load_labels("it")}
    assert {one or other for one, other in asked} <= known


@pytest.mark.parametrize("key", [k for k in load_labels("it") if not k.startswith(GROUPS)])
def test_every_label_is_used(key):
    name = key.removesuffix(".one").removesuffix(".other")
    assert re.search(rf"[\"'`]{re.escape(name)}[\"'`]", SOURCES + PAGE)


@pytest.mark.parametrize("word", ["direct", "mixed", "indirect", "none"])
def test_every_type_has_a_name(word):
    assert f"type.{word}" in load_labels("it")


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ('{"key": "a", "it": "a"}', "a row has the fields key, it, en"),
        ('{"key": "a", "it": "", "en": "a"}', "a label is empty"),
        ('{"key": "a", "it": "{n}", "en": "a"}', "different {blanks}"),
        (
            '{"key": "b", "it": "b", "en": "b"}\n{"key": "a", "it": "a", "en": "a"}',
            "line 2, key 'a'",
        ),
        ('{"key": "a"', "line 1: this is no JSON"),
    ],
)
def test_a_bad_row_is_named(tmp_path, monkeypatch, rows, problem):
    path = tmp_path / "labels.jsonl"
    path.write_text(rows, encoding="utf-8")
    monkeypatch.setattr(labels, "FILE", path)
    with pytest.raises(ResourceError, match=re.escape(problem)):
        labels.load_labels.__wrapped__("it")
