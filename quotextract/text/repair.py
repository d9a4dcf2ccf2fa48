"""Mend what typing left broken: marks that lost their partner, and marks set twice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter

from quotextract.text.glyphs import Mark
from quotextract.text.layout import dateline_end
from quotextract.text.pairing import Pair

_FURTHEST = 3000
_opener_start = attrgetter("opener.start")
_CLOSERS = frozenset("»”\x94")
_STOP = re.compile(r"(?<!\b[A-ZÀ-Ý])[.!?…]+(?=\s+[A-ZÀ-Ý«“\"(]|\s*$)")
# An incise that takes the word back: ", ha detto", " - spiega", ". Lo ha reso noto".
_SAYING = (
    r"\s*(?:(?:lo|l[’']|così|come|gli|le|si)\s*)?"
    r"(?:(?:ha|hanno|aveva|avevano|è|sono)\s+(?:\w+\s+)?)?(?:dic|det|spieg|afferm|aggiun|conclu"
    r"|sottoline|dichiar|comment|raccont|ribad|scriv|scrit|sosten|sostien|prosegu|denunc|rispo"
    r"|replic|osserv|precis|assicur|ricord|riport|annunc|rivel|ammett|ammess)\w+\b"
)
_ATTRIBUTION = re.compile(r"[,.!?…]" + _SAYING, re.IGNORECASE)
_ATTRIBUTED = re.compile(r"[,.–—-]{0,2}" + _SAYING, re.IGNORECASE)


def mend_closer(text: str, opener: Mark, limit: int, pairs: list[Pair]) -> Pair:
    """Close an opener that lost its closer, at most at `limit` and never across another pair.

    Args:
        text: The article.
        opener: The mark to close.
        limit: Where its paragraph, or what else encloses it, ends.
        pairs: The pairs of the paragraph, sorted by opener.
    """
    first = bisect_left(pairs, opener.end, key=_opener_start)
    inside = pairs[first : bisect_left(pairs, limit, lo=first, key=_opener_start)]
    fresh = (p.opener.start for p in inside if _after(".!?", text, p.opener.start))
    limit = min(fresh, default=limit)
    inside = [pair for pair in inside if pair.opener.start < limit]
    shared = _shared_closer(text, opener, inside, limit)
    if shared:
        return Pair(opener, shared, frozenset({"unclosed"}))
    end = _likely_end(text, opener, min(limit, opener.end + _FURTHEST), bool(inside))
    crossed = [pair.closer.end for pair in inside if pair.opener.start < end < pair.closer.end]
    end = opener.end + len(text[opener.end : max([end, *crossed])].rstrip())
    return Pair(opener, Mark(end, end, "", opener.style, "close"), frozenset({"unclosed"}))


def _shared_closer(text: str, opener: Mark, inside: list[Pair], limit: int) -> Mark | None:
    """Return the mark that closes a quotation and the one inside it at once: «… disse: «Vai»."""
    last = max(inside, key=lambda pair: pair.closer.end, default=None)
    if last and _ATTRIBUTION.search(text, opener.end, last.opener.start):
        return None
    if last is None or not _after(":", text, last.opener.start):
        return None
    return None if text[last.closer.end : limit].strip(" .\u00a0\r\n") else last.closer


def mend_opener(text: str, start: int, closer: Mark, pairs: list[Pair]) -> Iterator[Pair]:
    """Yield the quotation that a closer ends where no mark stands before it in the paragraph.

    Only a glyph that cannot be anything else, with an attribution behind it, is evidence enough.
    """
    if any(pair.opener.start < closer.start for pair in pairs) or closer.end - start > _FURTHEST:
        return
    if closer.text in _CLOSERS and _ATTRIBUTED.match(text, closer.end):
        start = dateline_end(text, start, closer.start)
        yield Pair(Mark(start, start, "", closer.style, "open"), closer, frozenset({"unopened"}))


def _likely_end(text: str, opener: Mark, limit: int, crowded: bool) -> int:
    """Return where the words most likely end.

    That is before the attribution that follows; else at the end of what was opened: all of it
    when the mark begins a paragraph or follows a stop, the sentence when it stands inside one
    or when the paragraph goes on to quote something else.
    """
    said = _ATTRIBUTION.search(text, opener.end + 1, limit)
    if said:
        return said.start()
    if begins_speech(text, opener.start) and not crowded:
        return limit
    stop = _STOP.search(text, opener.end, limit)
    return stop.start() if stop else limit


def handed_back(text: str, start: int, end: int) -> bool:
    """Tell whether the journalist takes the word back for good: an attribution, no incise."""
    said = _ATTRIBUTION.search(text, start, min(end, start + _FURTHEST))
    return said is not None and "," not in text[said.end() : end]


def begins_speech(text: str, offset: int) -> bool:
    """Tell whether a mark stands at the start of a line, or after a colon, a stop or a dash."""
    before = text[max(0, offset - 4) : offset].rstrip(" \t\u00a0")
    return not before or before[-1] in '\n\r:.!?»”"-–—)'


def ends_sentence(text: str, offset: int) -> bool:
    """Tell whether the text before an offset ends with a stop, or a mark behind one."""
    return text[max(0, offset - 4) : offset].rstrip()[-1:] in tuple('.!?…:;»”"')


def _after(signs: str, text: str, offset: int) -> bool:
    return text[max(0, offset - 4) : offset].rstrip()[-1:] in tuple(signs)


def uncrossed(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield the pairs, sorted by opener, without those that would end outside another one."""
    ends: list[int] = []
    for pair in pairs:
        while ends and ends[-1] <= pair.opener.start:
            ends.pop()
        if not ends or pair.closer.end <= ends[-1]:
            ends.append(pair.closer.end)
            yield pair


def merge_doubled(text: str, pairs: list[Pair]) -> list[Pair]:
    """Make one of two pairs that enclose the same words, as in «“così”» or ""così"".

    The pairs come sorted by opener, the outer before the inner.
    """
    merged: list[Pair] = []
    for pair in pairs:
        outer = merged[-1] if merged else None
        if outer and _wraps(text, outer, pair):
            opener, closer = _joined(outer.opener, pair.opener), _joined(pair.closer, outer.closer)
            flags = outer.flags | pair.flags | {"doubled"}
            merged[-1] = Pair(opener, closer, flags - {"unclosed"} if closer.text else flags)
        else:
            merged.append(pair)
    return merged


def _wraps(text: str, outer: Pair, inner: Pair) -> bool:
    return (
        inner.closer.end <= outer.closer.start
        and not text[outer.opener.end : inner.opener.start].strip()
        and not text[inner.closer.end : outer.closer.start].strip()
    )


def _joined(first: Mark, second: Mark) -> Mark:
    if not (first.text and second.text):
        return first if first.text else second
    return Mark(first.start, second.end, first.text, first.style, first.role)
