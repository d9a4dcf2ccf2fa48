"""Who speak together: the mentions of a row, "Pini (Pd), Melis e la Cgil"."""

from __future__ import annotations

from collections.abc import Sequence

from quotextract.pipeline.entities.entity import Entity
from quotextract.pipeline.scene import Scene


def row_of(scene: Scene, mention: int) -> list[int]:
    """Return who speak together: "Pini, Melis e la Cgil"."""
    row = [mention]
    for step in (1, -1):
        known, k = mention, _next(scene, mention, step)
        while k is not None and _beside(scene, k, known):
            row = [*row, k] if step > 0 else [k, *row]
            known, k = k, _next(scene, k, step)
    return row[1:] if _introduces(scene, row) else row


def _next(scene: Scene, k: int, step: int) -> int | None:
    """Return the nearest mention behind or before, none inside another or in brackets."""
    at = k + step
    while 0 <= at < len(scene.mentions) and _subordinate(scene, at):
        at += step
    return at if 0 <= at < len(scene.mentions) else None


def _subordinate(scene: Scene, k: int) -> bool:
    first = scene.mentions[k].first
    bracketed = first > 0 and scene.doc[first - 1].text == "("
    return bracketed or scene.targets.covering.get(first) != k


def _beside(scene: Scene, k: int, known: int) -> bool:
    """Tell whether a mention stands in a row with the next one."""
    m = scene.mentions[k]
    if m.kind in {"document", "noun", "place"} or m.preposition:
        return False
    first, second = (scene.mentions[i] for i in sorted((k, known)))
    gap = _outside_brackets(first.words_to(second, scene.doc))
    return 0 < len(gap) <= 2 and set(gap) <= {",", "e", "ed", "il", "la", "i"}


def _outside_brackets(words: list[str]) -> list[str]:
    """*Pini (Pd) e Melis (M5s)*: whose party stands in brackets."""
    if words[:1] == ["("] and ")" in words:
        return words[words.index(")") + 1 :]
    return words


def _introduces(scene: Scene, row: Sequence[int]) -> bool:
    """*I legali della famiglia, Ugo Pini e Ada Serra*: the first says who the others are."""
    first, others = scene.mentions[row[0]], [scene.mentions[k] for k in row[1:]]
    return (
        first.kind in {"role", "group"}
        and first.number == "p"
        and len(others) > 1
        and all(m.kind == "name" for m in others)
        and first.words_to(others[0], scene.doc) == [","]
    )


def plainly(scene: Scene, row: Sequence[int]) -> tuple[Entity, ...]:
    """Return whom the mentions of a row most plainly stand for, each once."""
    told = (scene.table.of(k) or scene.resolver.options(k)[0].entities[0] for k in row)
    return tuple(dict.fromkeys(told))


def linked(scene: Scene, row: Sequence[int]) -> bool:
    """Tell whether the last of a row is joined by *e*."""
    last = [scene.mentions[k] for k in row[-2:]]
    return len(last) > 1 and not {"e", "ed"}.isdisjoint(last[0].words_to(last[1], scene.doc))
