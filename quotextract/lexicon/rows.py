"""Read data files, and say exactly what is wrong with a bad one."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from quotextract.errors import ResourceError
from quotextract.lexicon.schemas import SCHEMAS, Schema

Row = Mapping[str, Any]
GENDERS = {"m", "f", "u"}


def resources() -> Path:
    """Return the folder of the data files."""
    return Path(str(files("quotextract"))) / "resources"


def read_rows(folder: Path, file: str) -> list[Row]:
    """Read a data file of the lexicon and check it against its schema.

    Args:
        folder: Where the data files are.
        file: The file's name, one of `SCHEMAS`.

    Raises:
        ResourceError: The file is missing or breaks its schema; the message names the
            file, the line, the key and what to do.
    """
    lines = read_text(folder, file).splitlines()
    rows = _parse(file, lines)
    schema = SCHEMAS[file]
    previous = ""
    for number, row in enumerate(rows, start=1):
        problem = _problem(schema, row, previous)
        if problem:
            key = row.get(schema.key, "") if isinstance(row, dict) else ""
            raise ResourceError(f"{file}, line {number}, key {key!r}: {problem}")
        previous = row[schema.key]
    return rows


def read_given_names(folder: Path, file: str = "given_names.csv") -> dict[str, str]:
    """Read the table of given names: lower-case name → m, f or u.

    Raises:
        ResourceError: As for `read_rows`.
    """
    names: dict[str, str] = {}
    previous = ""
    for number, row in enumerate(csv.reader(read_text(folder, file).splitlines()), start=1):
        if number == 1:
            continue
        if len(row) != 3 or row[1] not in GENDERS or not row[2] or row[0] <= previous:
            raise ResourceError(
                f"{file}, line {number}, key {row[0] if row else ''!r}: a row must be "
                "name,gender,source with gender m, f or u, sorted by name and unique."
            )
        previous = row[0]
        names[previous.lower()] = row[1]
    return names


def read_text(folder: Path, file: str) -> str:
    """Read a data file as text.

    Raises:
        ResourceError: The file cannot be read.
    """
    try:
        return (folder / file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(
            f"Cannot read the data file {file!r} in {folder}: {error}. Reinstall quotextract."
        ) from error


def _parse(file: str, lines: Sequence[str]) -> list[Row]:
    """Parse all lines at once, which is fast; line by line only to name a bad one."""
    try:
        rows: list[Row] = json.loads("[" + ",".join(lines) + "]")
        if len(rows) == len(lines):
            return rows
    except ValueError:
        pass
    for number, line in enumerate(lines, start=1):
        try:
            json.loads(line)
        except ValueError as error:
            raise ResourceError(
                f"{file}, line {number}, key '': this is no JSON object ({error}). "
                "Write one object a line and no empty lines."
            ) from error
    raise ResourceError(f"{file}: write one JSON object a line.")


def _problem(schema: Schema, row: object, previous: str) -> str:
    """Say what is wrong with a row, empty where nothing is."""
    if not isinstance(row, dict):
        return "a line must hold one JSON object. Wrap it in braces."
    missing = [name for name in (*schema.required, "source") if name not in row]
    if missing:
        return f"{', '.join(missing)} missing. Add it."
    key = row[schema.key]
    if not key or not row["source"]:
        return f"{schema.key} and source must not be empty. Fill them in."
    if key == previous:
        return "the key stands twice. Merge the two rows."
    if isinstance(key, str) and key < previous:
        return f"it must stand before {previous!r}. Sort the file by {schema.key}."
    return _bad_value(schema, row)


def _bad_value(schema: Schema, row: dict[str, Any]) -> str:
    for name, value in row.items():
        kind = schema.required.get(name) or schema.optional.get(name)
        if kind is None:
            if name != "source":
                return f"unknown field {name!r}. Remove it or correct its spelling."
            kind = str
        if not isinstance(value, kind):
            return f"{name} must be {kind.__name__}, not {value!r}. Correct it."
        allowed = schema.choices.get(name)
        if allowed and not allowed.issuperset(value if isinstance(value, list) else (value,)):
            return f"{name} {value!r} is not among {', '.join(sorted(allowed))}. Choose one."
    return ""
