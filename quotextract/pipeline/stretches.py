"""All stretches of an article that show somebody's words: marked, or set apart by layout."""

from __future__ import annotations

from collections.abc import Iterator

from quotextract.text.dialogue import dash_turns, interview_turns
from quotextract.text.layout import signatures
from quotextract.text.marks import MarkedSpan, pair_marks


def stretches(text: str) -> list[MarkedSpan]:
    """Return marked spans, embedded posts, answers and turns of dialogue; they nest.

    Args:
        text: The article.

    Returns:
        Spans sorted by start; what has no marks carries the flag `post`, `answer` or
        `turn` and has `open_start == start`, `close_end == end`.
    """
    marked = pair_marks(text)
    apart = [span for span in _set_apart(text) if not any(_clash(span, m) for m in marked)]
    return sorted([*marked, *apart], key=lambda span: (span.start, -span.end))


def _set_apart(text: str) -> Iterator[MarkedSpan]:
    for post in signatures(text):
        yield _unmarked(post.start, post.end, "post")
    for turn in interview_turns(text):
        if turn.role == "answer":
            yield _unmarked(turn.start, turn.end, "answer")
    for turn in dash_turns(text):
        if turn.role == "speech":
            yield _unmarked(turn.start, turn.end, "turn")


def _unmarked(start: int, end: int, flag: str) -> MarkedSpan:
    return MarkedSpan(start, end, start, end, "", "", 0, frozenset({flag}))


def _clash(span: MarkedSpan, marked: MarkedSpan) -> bool:
    """Tell whether marks cross a set-apart stretch, or already hold most of it."""
    if marked.open_start >= span.end or marked.close_end <= span.start:
        return False
    inside = span.start <= marked.open_start and marked.close_end <= span.end
    return not inside or (marked.end - marked.start) > 0.5 * (span.end - span.start)
