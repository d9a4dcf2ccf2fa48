"""Find embedded posts by the signature that stands below them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A post that the page embeds is short; what stands above it is the article again.
_LONGEST = 700
_LONGEST_ITALIAN = 320
_SIGNATURE = re.compile(
    r"^[ \t\u00a0]*[—–-]{1,2}[ \t\u00a0]*(?P<name>[^\n\r(@]{1,80}?)[ \t\u00a0]*"
    r"\((?P<handle>@\w{1,40})\)(?P<date>[^\n\r]{0,40})$",
    re.MULTILINE,
)
_LINE_BREAK = re.compile(r"\r\n|[\n\r]")
_TAIL = re.compile(r"(?:\s*(?:pic\.twitter\.com/\S+|https?://\S+))+\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_ITALIAN = frozenset(
    "che di il lo la gli un una del della dei delle nel nella sul sulla con per è ha hanno non"
    " si al alla dal dalla ed anche più come questo questa sono essere".split()
)


@dataclass(frozen=True, slots=True)
class Signature:
    """An embedded post and who signed it; offsets are Unicode code points.

    Args:
        start: Where the post's own text begins.
        end: Where it ends, links to pictures left out.
        name: The signing name as it stands, perhaps in two alphabets.
        name_start: Where the name begins.
        name_end: Where it ends.
        handle: The account, `@` included.
        handle_start: Where the account begins.
        handle_end: Where it ends.
    """

    start: int
    end: int
    name: str
    name_start: int
    name_end: int
    handle: str
    handle_start: int
    handle_end: int


def signatures(text: str) -> list[Signature]:
    r"""Find posts signed `— Name (@account) September 4, 2025`, date in any language.

    The post is what stands above its signature: up to a blank line, a line that ends with a
    colon, or a line in Italian above a post in another language.

    >>> post, = signatures("Su X:\nRiapre il ponte!\n— Ugo Pini (@upini) 4 marzo 2025")
    >>> post.name, post.handle
    ('Ugo Pini', '@upini')
    """
    found: list[Signature] = []
    floor = 0
    for match in _SIGNATURE.finditer(text):
        start, end = _post_above(text, floor, match.start())
        if start < end:
            name, handle = match.span("name"), match.span("handle")
            found.append(Signature(start, end, match["name"], *name, match["handle"], *handle))
        floor = match.end()
    return found


def _post_above(text: str, floor: int, end: int) -> tuple[int, int]:
    """Return start and end of the post whose signature begins at `end`."""
    floor = max(floor, end - 2 * _LONGEST)
    rows = _rows(text, floor, end)
    while rows and not text[slice(*rows[-1])].strip():
        rows.pop()
    if not rows:
        return end, end
    foreign = _is_foreign(text[slice(*rows[-1])])
    longest = _LONGEST if foreign else _LONGEST_ITALIAN
    last = rows.pop()
    start = last[0]
    while rows and _belongs(text, rows[-1], foreign) and last[1] - rows[-1][0] <= longest:
        start = rows.pop()[0]
    tail = _TAIL.search(text, start, last[1])
    return stripped(text, start, tail.start() if tail else last[1])


def _rows(text: str, start: int, end: int) -> list[tuple[int, int]]:
    rows = []
    for match in _LINE_BREAK.finditer(text, start, end):
        rows.append((start, match.start()))
        start = match.end()
    return [*rows, (start, end)]


def _belongs(text: str, row: tuple[int, int], foreign: bool) -> bool:
    line = text[slice(*row)].strip()
    return bool(line) and not line.endswith(":") and not (foreign and _is_italian(line))


def _is_italian(line: str) -> bool:
    words = _WORD.findall(line.lower())
    return sum(word in _ITALIAN for word in words) >= max(1, len(words) * 0.12)


def _is_foreign(line: str) -> bool:
    """Tell whether a line is surely not Italian: long enough to tell, or in another alphabet."""
    words = _WORD.findall(line)
    return bool(words) and not _is_italian(line) and (len(words) > 4 or words[0][0] > "\u0370")


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the two offsets without the white space at both ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
