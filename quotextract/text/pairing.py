"""Pair the marks of one paragraph with a stack; what finds no partner is handed back."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotextract.text.glyphs import Mark

# Nobody nests deeper; the limits keep a line of a million openers linear.
_DEEPEST, _REACH = 12, 6
_WRONG = frozenset({"wrong-closer"})


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening mark and the mark that closes it."""

    opener: Mark
    closer: Mark
    flags: frozenset[str] = frozenset()


@dataclass(slots=True)
class Pairing:
    """What came of one paragraph.

    `pairs` are sorted by opener. `openers` still wait for a closer, perhaps in a later
    paragraph; `inner` are openers that must end before an offset, since another pair ends or
    too many began there. `closers` met no opener.
    """

    pairs: list[Pair] = field(default_factory=list)
    openers: list[Mark] = field(default_factory=list)
    inner: list[tuple[Mark, int]] = field(default_factory=list)
    closers: list[Mark] = field(default_factory=list)


def pair_paragraph(marks: list[Mark]) -> Pairing:
    """Pair the marks of one paragraph, given in order; pairs never cross."""
    result = Pairing()
    stack = result.openers
    ahead = _Ahead(marks)
    for index, mark in enumerate(marks):
        if _opens(mark, stack):
            stack.append(mark)
        elif mark.single:
            _close_single(mark, index, stack, result, ahead)
        else:
            _close_double(mark, index, stack, result, ahead)
        if len(stack) > _DEEPEST:
            _leave(stack.pop(0), stack[0].start, result)
    result.openers = [mark for mark in stack if not mark.single]
    result.pairs.sort(key=lambda pair: pair.opener.start)
    return result


def _leave(opener: Mark, limit: int, result: Pairing) -> None:
    """Note an opener that nothing closes before `limit`; a single one was an apostrophe."""
    if not opener.single:
        result.inner.append((opener, limit))


def _opens(mark: Mark, stack: list[Mark]) -> bool:
    if mark.role != "either":
        return mark.role == "open"
    return not any(opener.style == mark.style for opener in stack)


class _Ahead:
    """What comes after each mark, computed once from the right so that pairing stays linear."""

    def __init__(self, marks: list[Mark]) -> None:
        self._single: list[Mark | None] = []
        self._double: list[Mark | None] = []
        single = double = None
        for mark in reversed(marks):
            self._single.append(single)
            self._double.append(double)
            if mark.single and mark.sure:
                single = mark
            elif not mark.single:
                double = mark
        self._single.reverse()
        self._double.reverse()

    def closes_single(self, index: int) -> bool:
        """Tell whether the next sure single mark after `index` is a closer."""
        following = self._single[index]
        return following is not None and following.role == "close"

    def closes_double(self, index: int, style: str) -> bool:
        """Tell whether the next double mark after `index` is a closer of the style."""
        following = self._double[index]
        return following is not None and (following.role, following.style) == ("close", style)


def _close_single(
    mark: Mark, index: int, stack: list[Mark], result: Pairing, ahead: _Ahead
) -> None:
    """Close ‘…’; with no opener at hand, or a likelier closer to come, it is an apostrophe."""
    if stack and stack[-1].style == "''" and mark.sure and not ahead.closes_double(index, "''"):
        result.pairs.append(Pair(stack.pop(), mark, _WRONG))  # Of two ' one was forgotten.
    if not stack or not stack[-1].single:
        return
    if not mark.sure and ahead.closes_single(index):
        return
    while not stack[-1].sure and stack[-2:-1] and stack[-2].single:
        stack.pop()
    if not stack[-1].sure and not mark.sure:
        return
    result.pairs.append(Pair(stack.pop(), mark))


def _close_double(
    mark: Mark, index: int, stack: list[Mark], result: Pairing, ahead: _Ahead
) -> None:
    """Close the nearest opener of the same style, else the nearest that nothing else closes."""
    reach = [opener for opener in stack[-_REACH:] if not opener.single]
    same = next((opener for opener in reversed(reach) if opener.style == mark.style), None)
    if same is None and mark.style == "''" and stack and stack[-1].single:
        reach = [stack[-1]]
    if same is None and not reach:
        result.closers.append(mark)
        return
    if same is None and ahead.closes_double(index, reach[-1].style):
        return  # The right closer is still to come: this one lost its opener.
    opener = same or reach[-1]
    while stack[-1] is not opener:
        _leave(stack.pop(), mark.start, result)
    stack.pop()
    result.pairs.append(Pair(opener, mark, frozenset() if same else _WRONG))
