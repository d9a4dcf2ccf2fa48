"""Annotated articles as an annotator writes them: `<q …>` tags around the spans."""

from __future__ import annotations

import html
import re

from quotextract.errors import ReadError
from quotextract.evaluation.annotation import GoldArticle, GoldItem, checked, known_type

_TAG = re.compile(r"<q((?:\s+\w+=\"[^\"]*\")*)\s*>|</q>")
_ATTRIBUTE = re.compile(r"(\w+)=\"([^\"]*)\"")
_NAMES = {"t": "type", "s": "speaker", "m": "mention", "c": "cue"}


def parse_inline(tagged: str, doc_id: str = "", where: str = "the text") -> GoldArticle:
    """Read an article whose spans stand between `<q t="direct" s="…" m="…" c="…">` and `</q>`.

    Raises:
        ReadError: A tag is not closed, not opened, or says something unknown.

    >>> parse_inline('«<q t="direct" s="Ugo Pini">Vado</q>».').items[0].speaker
    'Ugo Pini'
    """
    pieces: list[str] = []
    items: list[GoldItem] = []
    stack: list[tuple[int, dict[str, str], int]] = []
    last = length = 0
    for tag in _TAG.finditer(tagged):
        pieces.append(tagged[last : tag.start()])
        length += len(pieces[-1])
        last = tag.end()
        line = tagged.count("\n", 0, tag.start()) + 1
        if tag.group() != "</q>":
            attributes = _ATTRIBUTE.findall(tag[1])
            stack.append((length, {key: html.unescape(value) for key, value in attributes}, line))
        elif not stack:
            raise ReadError(f"Cannot read {where}, line {line}: </q> closes nothing. Remove it.")
        else:
            start, values, line = stack.pop()
            items.append(_from_tag(start, length, values, f"{where}, line {line}"))
    if stack:
        raise ReadError(f"Cannot read {where}, line {stack[-1][2]}: <q> is not closed. Add </q>.")
    text = "".join([*pieces, tagged[last:]])
    return GoldArticle(doc_id, text, checked(items, text, where))


def to_inline(article: GoldArticle) -> str:
    """Write the article with its spans tagged, the inverse of `parse_inline`."""
    edges: list[tuple[int, int, int, str]] = []
    for item in article.items:
        edges.append((item.start, 1, -item.end, _opening_tag(item)))
        edges.append((item.end, 0, -item.start, "</q>"))
    pieces, last = [], 0
    for offset, _, _, tag in sorted(edges):
        pieces += [article.text[last:offset], tag]
        last = offset
    return "".join([*pieces, article.text[last:]])


def _opening_tag(item: GoldItem) -> str:
    values = {"t": item.type, "s": item.speaker, "m": item.mention, "c": item.cue}
    kept = {key: value for key, value in values.items() if value or key == "s"}
    told = kept if item.type != "none" else {"t": "none"}
    attributes = " ".join(f'{key}="{html.escape(value)}"' for key, value in told.items())
    return f"<q {attributes}>"


def _from_tag(start: int, end: int, values: dict[str, str], where: str) -> GoldItem:
    unknown = ", ".join(sorted(values.keys() - _NAMES.keys()))
    if unknown:
        raise ReadError(f"Cannot read {where}: unknown attribute {unknown}. Use t, s, m, c.")
    told = (values.get(key, "") for key in "smc")
    return GoldItem(start, end, known_type(values.get("t"), where), *told)
