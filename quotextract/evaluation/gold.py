"""Read annotated articles: JSON lines, tagged texts, or a folder of both."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quotextract.errors import ReadError
from quotextract.evaluation.annotation import GoldArticle, GoldItem, checked, known_type
from quotextract.evaluation.inline import parse_inline


def read_gold(path: str | Path) -> list[GoldArticle]:
    """Read annotated articles from a `.jsonl` file, a tagged text, or a folder of both.

    Raises:
        ReadError: A file is missing or breaks the format; the message names file and line.
    """
    path = Path(path)
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix in {".jsonl", ".txt"})
        return [article for file in files for article in read_gold(file)]
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ReadError(f"Cannot read '{path}': {error.strerror}. Check the path.") from None
    except UnicodeDecodeError:
        raise ReadError(f"Cannot read '{path}': it is not UTF-8. Save it as UTF-8.") from None
    if path.suffix == ".jsonl":
        rows = enumerate(text.split("\n"), start=1)
        return [_from_line(line, f"{path}, line {n}") for n, line in rows if line.strip()]
    return [parse_inline(text, path.stem, str(path))]


def _from_line(line: str, where: str) -> GoldArticle:
    try:
        row = json.loads(line)
        doc_id, text, items = str(row["id"]), str(row["text"]), row["items"]
        read = [_from_row(item, f"{where}, item {n}") for n, item in enumerate(items, start=1)]
    except json.JSONDecodeError as error:
        raise ReadError(f"Cannot read {where}: no valid JSON ({error.msg}). Mend it.") from None
    except (KeyError, TypeError) as error:
        raise ReadError(f"Cannot read {where}: {error} is missing or of the wrong kind.") from None
    return GoldArticle(doc_id, text, checked(read, text, where))


def _from_row(row: Mapping[str, Any], where: str) -> GoldItem:
    told = (str(row.get(key) or "") for key in ("speaker", "mention", "cue"))
    return GoldItem(int(row["start"]), int(row["end"]), known_type(row["type"], where), *told)
