"""The words of the page, in each language that it speaks."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from quotextract.errors import ResourceError

LANGUAGES = ("it", "en")
FILE = Path(__file__).with_name("labels.jsonl")

Labels = Mapping[str, str]
_BLANK = re.compile(r"\{\w+\}")


@cache
def load_labels(language: str) -> Labels:
    """Return the words of the page by key.

    A key that ends in `.one` or `.other` is the form for that number; `{n}` stands for it.

    Raises:
        ResourceError: A row breaks the rules; the message names the line and the key.

    >>> load_labels("it")["search"]
    'Cerca'
    """
    labels: dict[str, str] = {}
    previous = ""
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
        except ValueError as error:
            raise ResourceError(f"{FILE.name}, line {number}: this is no JSON. {error}.") from error
        problem = _problem(row, previous)
        if problem:
            raise ResourceError(f"{FILE.name}, line {number}, key {row.get('key')!r}: {problem}")
        previous = row["key"]
        labels[previous] = row[language]
    return labels


def _problem(row: dict[str, str], previous: str) -> str:
    """Say what is wrong with a row, empty where nothing is."""
    if set(row) != {"key", *LANGUAGES}:
        return f"a row has the fields key, {', '.join(LANGUAGES)}. Correct it."
    if not all(row.values()):
        return "a label is empty. Fill it in."
    if row["key"] <= previous:
        return f"it must stand behind {previous!r}, once. Sort the file by key."
    blanks = {tuple(sorted(_BLANK.findall(row[language]))) for language in LANGUAGES}
    if len(blanks) > 1:
        return "the languages have different {blanks}. Make them agree."
    return ""
