"""Annotations that stand apart from their articles, whose text may not be redistributed.

A row names an article by id and by the hash of its text, and holds spans in code points: start,
end, type, speaker, mention and cue. Mention and cue are offsets where the article has them, so
that none of its text stands here; so is a speaker whom it only describes at length.
The texts come from corpora, JSON Lines with id, title and text, perhaps gzipped. Where
a corpus gives no ids, its name and the line, counted from 0, make one: *paragraphs-12*.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path


def read_standoff(annotations: Path, corpora: Sequence[Path]) -> list[dict]:
    """Return the annotated articles as plain records with text and items.

    Raises:
        SystemExit: No corpus holds an article, or one holds another text of it.
    """
    articles = dict(row for corpus in corpora for row in _texts(corpus))
    records = []
    for line in annotations.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = articles.get(row["id"], "")
        if digest(text) != row["sha256"]:
            names = ", ".join(map(str, corpora))
            raise SystemExit(f"No article {row['id']} with the annotated text is in {names}.")
        items = [_item(span, text) for span in row["spans"]]
        records.append({"id": row["id"], "text": text, "items": items})
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


def _texts(corpus: Path) -> Iterator[tuple[str, str]]:
    opened = gzip.open if corpus.suffix == ".gz" else open
    name = corpus.name.partition(".")[0]
    with opened(corpus, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            yield row.get("id") or f"{name}-{number}", whole(row.get("title") or "", row["text"])


def _item(span: list, text: str) -> dict:
    names = ("start", "end", "type", "speaker", "mention", "cue")
    return dict(zip(names, [*span[:3], *(_words(field, text) for field in span[3:])], strict=True))


def _words(field: str | list[int], text: str) -> str:
    """Return a field's words, those at its offsets on one line."""
    if isinstance(field, str):
        return field
    start, end = field
    return " ".join(text[start:end].split())
