"""Annotations that stand apart from their articles, whose text may not be redistributed.

A row names an article by id and by the hash of its text, and holds spans in code points.
The text comes from a corpus, JSON Lines with id, title and text, perhaps gzipped.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path


def read_standoff(annotations: Path, corpus: Path) -> list[dict]:
    """Return the annotated articles as plain records with text and items.

    Raises:
        SystemExit: The corpus lacks an article, or holds another text of it.
    """
    articles = _texts(corpus)
    records = []
    for line in annotations.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = articles.get(row["id"], "")
        if digest(text) != row["sha256"]:
            raise SystemExit(f"{corpus} holds no article {row['id']} with the annotated text.")
        records.append({"id": row["id"], "text": text, "items": [_item(s) for s in row["spans"]]})
    return records


def digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def whole(title: str, text: str) -> str:
    """Return title and text as one document, the title once."""
    title = title.strip()
    if not title or text.startswith(title[:40]):
        return text
    return f"{title}\n\n{text}"


def _texts(corpus: Path) -> dict[str, str]:
    opened = gzip.open if corpus.suffix == ".gz" else open
    with opened(corpus, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return {row["id"]: whole(row.get("title") or "", row["text"]) for row in rows}


def _item(span: list) -> dict:
    return dict(zip(("start", "end", "type", "speaker", "mention", "cue"), span, strict=True))
