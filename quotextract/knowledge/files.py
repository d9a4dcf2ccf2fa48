"""Speaker files: the base that is shipped, and those that users write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from quotextract.errors import ResourceError
from quotextract.knowledge.speakers import Speaker

KINDS = ("person", "organisation", "document", "group", "anonymous")
FIELDS: dict[str, type] = {
    "id": str,
    "name": str,
    "kind": str,
    "gender": str,
    "aliases": list,
    "surname": str,
    "full_name_only": bool,
    "roles": list,
    "wikidata": str,
    "source": str,
}
ROLE_FIELDS: dict[str, type] = {
    "title": str,
    "organisation": str,
    "country": str,
    "from": str,
    "to": str,
    "asof": str,
    "also": list,
    "source": str,
}
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
WIKIDATA = re.compile(r"Q[1-9]\d*")


def read_speakers(path: Path) -> list[Speaker]:
    """Read a speaker file: JSONL, one entry a line; empty lines are skipped.

    Raises:
        ResourceError: The file cannot be read or breaks the schema; the message names the
            file, the line, the key, what is wrong and what to do.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(
            f"Cannot read the speaker file {str(path)!r}: {error}. "
            "Give a readable file in UTF-8, one JSON object a line."
        ) from error
    return list(_entries(path.name, text))


def write_speakers(path: Path, speakers: Iterable[Speaker]) -> None:
    """Write entries as a speaker file, sorted by id, that `read_speakers` takes back."""
    path.write_text("".join(lines(speakers)), encoding="utf-8")


def lines(speakers: Iterable[Speaker]) -> Iterator[str]:
    """Yield the lines of a speaker file."""
    for speaker in sorted(speakers, key=lambda one: one.id):
        yield json.dumps(speaker.to_dict(), ensure_ascii=False) + "\n"


def _entries(file: str, text: str) -> Iterator[Speaker]:
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{file}, line {number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise ResourceError(
                f"{where}: this is no JSON ({error}). Write one JSON object a line."
            ) from error
        problem = _problem(row)
        if problem:
            raise ResourceError(f"{where}, {problem}")
        if row["id"] in seen:
            raise ResourceError(
                f"{where}, key 'id': {row['id']!r} already stands in line {seen[row['id']]}. "
                "Merge the two entries or give one another id."
            )
        seen[row["id"]] = number
        yield Speaker.from_dict(row)


def _problem(row: object) -> str:
    """Say which key is wrong and what to do, empty where none is."""
    if not isinstance(row, dict):
        return "key '': a line must hold one JSON object. Wrap it in braces."
    for key in ("id", "name"):
        if not row.get(key):
            return f"key {key!r}: it is missing or empty. Every entry needs an id and a name."
    problem = _wrong_field(row, FIELDS) or _wrong_value(row)
    if problem:
        return problem
    for place, role in enumerate(row.get("roles", ()), start=1):
        problem = _wrong_role(role)
        if problem:
            return f"role {place}, {problem}"
    return ""


def _wrong_field(row: dict[str, Any], known: dict[str, type]) -> str:
    for key, value in row.items():
        if key not in known:
            return f"key {key!r}: no such key. Use one of {', '.join(known)}."
        if not isinstance(value, known[key]):
            return f"key {key!r}: {value!r} is no {_kind(known[key])}. Correct it."
        if isinstance(value, list) and key != "roles" and not all(map(_is_text, value)):
            return f"key {key!r}: the list may hold non-empty texts only. Correct it."
    return ""


def _wrong_value(row: dict[str, Any]) -> str:
    if not SLUG.fullmatch(row["id"]):
        return f"key 'id': {row['id']!r} is no slug. Use a-z, 0-9 and single hyphens."
    if row.get("kind", "person") not in KINDS:
        return f"key 'kind': {row['kind']!r} is none of {', '.join(KINDS)}. Choose one."
    if row.get("gender", "") not in ("", "m", "f"):
        return f"key 'gender': {row['gender']!r} is neither m nor f. Leave it out if unknown."
    if row.get("wikidata") and not WIKIDATA.fullmatch(row["wikidata"]):
        return f"key 'wikidata': {row['wikidata']!r} is no id such as Q42. Leave it out if unsure."
    return ""


def _wrong_role(role: object) -> str:
    if not isinstance(role, dict):
        return "key 'roles': a role must be an object with a title. Correct it."
    problem = _wrong_field(role, ROLE_FIELDS)
    if problem:
        return problem
    if not role.get("title"):
        return "key 'title': it is missing or empty. Every role needs one."
    for key in ("from", "to", "asof"):
        if role.get(key) and not DATE.fullmatch(role[key]):
            return f"key {key!r}: {role[key]!r} is no date. Write 2025, 2025-09 or 2025-09-04."
    if role.get("from") and role.get("to") and role["to"] < role["from"][: len(role["to"])]:
        return f"key 'to': {role['to']!r} lies before from, {role['from']!r}. Correct one."
    return ""


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _kind(kind: type) -> str:
    return {"str": "text", "list": "list", "bool": "true or false"}[kind.__name__]
