"""Find quotation marks in a text and tell which way each one faces.

A glyph alone does not tell: “ closes as often as it opens in careless copy, and '
is an apostrophe before it is anything else. What stands on both sides of it decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Role = Literal["open", "close", "either"]

_ENTITIES = {
    "&laquo;": "«", "&#171;": "«", "&raquo;": "»", "&#187;": "»",
    "&ldquo;": "“", "&#8220;": "“", "&rdquo;": "”", "&#8221;": "”",
    "&quot;": '"', "&#34;": '"', "&lsquo;": "‘", "&#8216;": "‘",
}  # fmt: skip
# C1 controls are what CP1252 marks become when the bytes are read as Latin-1.
_ALIASES = {
    "<<": "«", ">>": "»", "„": "“", "‟": "“", "〝": "“", "〞": "”", "″": '"', "＂": '"',
    "\x84": "“", "\x93": "“", "\x94": "”", "\x91": "‘", "\x92": "’", "\x8b": "‹", "\x9b": "›",
    "''": "''", "’’": "''", "‘‘": "''", "``": "''", ",,": "''", "\x92\x92": "''",
    "`": "‘", "‚": "‘", "‛": "‘", "´": "’", "′": "’",
}  # fmt: skip
_STYLES = {"«": "«", "»": "«", "“": "“", "”": "“", '"': '"', "''": "''",
           "‹": "‹", "›": "‹", "‘": "'", "’": "'", "'": "'"}  # fmt: skip
_FACING: dict[str, Role] = {"«": "open", "‹": "open", "“": "open", "‘": "open",
                            "»": "close", "›": "close", "”": "close", "’": "close"}  # fmt: skip

_SINGLE = "'’‘‚‛`´′\x91\x92"
_MARK = re.compile(
    "|".join(map(re.escape, _ENTITIES))
    + r"|<<|>>|''|’’|‘‘|``|\x92\x92|(?<!\S),,(?=\w)|[«»“”„‟〝〞″＂\"\x84\x93\x94‹›\x8b\x9b]"
    + f"|[{_SINGLE}]"
)
_LONGEST_RUN = 6  # More marks in a row are a drawn line.
_MEASURE = re.compile(r"\d+\s?['’′]\s?\d+\s?(?:''|[\"”″])|\d+['’′]?\s?\+\s?\d+['’′]")
_YEAR = re.compile(r"\d\d(?!\d)")
# Words that lose their first syllable: 'ndrangheta, 'sto, 'l, 'na, 'o.
_CUT_HEAD = re.compile(r"(?:ndr\w+|nt\w+|st[aeio]?|n[aeu]?|[aeiol]|mo|sera|notte|ndo)\b")
# Words that lose their last one, or carry an apostrophe for an accent: po', di', e', perche'.
_CUT_TAIL = re.compile(
    r"(?:^|\W)(?:po|mo|di|fa|va|sta|da|be|to|vo|ca|de|ne|co|a|e|i|o|se|su|si|li|la|piu|gia|giu"
    r"|cosi|pero|cioe|cio|puo|\w*che|\w{2,}t[au]|\w{2,}r[aoe]|\d+)$",
    re.IGNORECASE,
)
# Articles and prepositions that end in an apostrophe, whatever glyph was typed: l”invito.
_ELIDED = re.compile(r"(?:^|[^\w'’])(?:l|d|un|(?:d|n|s|qu)?ell|d?all|sull)$", re.IGNORECASE)
_SPACE, _OPENING, _CLOSING = (
    " \t\r\n\u00a0\u202f\u2009\u200b\ufeff\x9d",
    "([{<–—-/¿¡=*|:'’",
    ".,;:!?…)]}>%-–—/*|",
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark: where it stands, its style (`“` also for `”`) and which way it faces.

    `sure` is false for single marks that may just as well be apostrophes.
    """

    start: int
    end: int
    text: str
    style: str
    role: Role
    sure: bool = True

    @property
    def single(self) -> bool:
        """Whether this is a ‘ ’ or ' mark, which an apostrophe can be taken for."""
        return self.style == "'"


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """Return the marks between two offsets of the text, apostrophes and measures left out."""
    skip = {i for m in _MEASURE.finditer(text, start, end) for i in range(m.start(), m.end())}
    found = [m.span() for m in _MARK.finditer(text, start, end) if m.start() not in skip]
    spans = [span for pair in found for span in _without_elision(text, *pair)]
    runs = (run for run in _runs(spans) if len(run) <= _LONGEST_RUN)
    return [mark for run in runs for mark in _faced(text, run, start, end)]


def _without_elision(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the mark unless it is an apostrophe; of `dell''inizio'` yield the second half."""
    after_word = start > 0 and text[start - 1].isalpha()
    before_word = end < len(text) and text[end].isalpha()
    if text[start] in _SINGLE and end - start == 2 and after_word and before_word:
        yield start + 1, end
    elif not (after_word and _is_apostrophe(text, start, end)):
        yield start, end


def _is_apostrophe(text: str, start: int, end: int) -> bool:
    """Tell whether a mark behind a letter joins two words, as in `l'ha` and, mistyped, `l”ha`."""
    if text[start] in _SINGLE:
        return end - start == 1 and _elides(text, end)
    mistyped = text[start] in "”″\x94" and text[end : end + 1].isalpha()
    return mistyped and _ELIDED.search(text, max(0, start - 7), start) is not None


def _elides(text: str, end: int) -> bool:
    """Tell whether a word goes on after an apostrophe, at once or behind an opening mark."""
    behind = end + 1 if text[end : end + 1] in set('«“”"„‘‹*') else end
    return text[behind : behind + 1].isalnum()


def _runs(spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Group marks that touch: the outside of the group tells which way all of them face."""
    run: list[tuple[int, int]] = []
    for span in spans:
        if run and run[-1][1] != span[0]:
            yield run
            run = []
        run.append(span)
    if run:
        yield run


def _faced(text: str, run: list[tuple[int, int]], start: int, end: int) -> Iterator[Mark]:
    before, after = run[0][0] - 1, run[-1][1]
    lean = _lean_left(text[before] if before >= start else " ")
    lean += _lean_right(text[after] if after < end else " ")
    for first, last in run:
        glyph = text[first:last]
        canonical = _ENTITIES.get(glyph) or _ALIASES.get(glyph, glyph)
        style = _STYLES[canonical]
        role = _role(canonical, lean)
        sure = style != "'" or _surely_single(text, first, last, role, lean)
        yield Mark(first, last, glyph, style, role, sure)


def _lean_left(char: str) -> int:
    """Return +1 where the character before a mark speaks for an opener, -1 for a closer."""
    return 1 if char in _SPACE or char in _OPENING else -1


def _lean_right(char: str) -> int:
    if char in _SPACE or char in _CLOSING.replace("…", ""):
        return -1
    return 0 if char == "…" else 1


def _role(canonical: str, lean: int) -> Role:
    """Weigh the glyph against its surroundings: two signs outweigh a glyph's own direction."""
    facing = _FACING.get(canonical, "either")
    if facing == "open":
        return "close" if lean == -2 else "either" if lean == 0 and canonical == "“" else "open"
    if facing == "close":
        if canonical == "’":
            return "open" if lean == 2 else "close"
        return "either" if lean == 2 or (lean == 0 and canonical == "”") else "close"
    return "open" if lean > 0 else "close" if lean < 0 else "either"


def _surely_single(text: str, first: int, last: int, role: Role, lean: int) -> bool:
    if role == "close":
        return not _CUT_TAIL.search(text, max(0, first - 30), first)
    return lean > 0 and not _YEAR.match(text, last) and not _CUT_HEAD.match(text, last)
