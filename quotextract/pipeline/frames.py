"""The journalist's sentences, with every quotation folded into one piece.

What decides who speaks is the frame around a quotation, never the words inside it.
A frame sentence is a row of pieces: tokens of the journalist and quotations seen
from outside. The inside of a quotation is a frame of its own for what it quotes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from quotextract.pipeline.stretches import stretches
from quotextract.text.layout import Block, blocks
from quotextract.text.marks import MarkedSpan

TERMINAL = frozenset({".", "!", "?", "…", "...", "..", "?!", "!!!", "!?"})
HEADS = frozenset({"headline", "heading"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """One pair of marks on the tokens of a document.

    `start:end` are code points between the marks, `first:last` the tokens inside,
    `parent` the index of the quotation around it (-1: none).
    """

    index: int
    mark: MarkedSpan
    first: int
    last: int
    parent: int

    @property
    def start(self) -> int:
        return self.mark.start

    @property
    def end(self) -> int:
        return self.mark.end


@dataclass(frozen=True, slots=True)
class Piece:
    """A token (`token` >= 0) or a whole quotation (`quotation` >= 0)."""

    token: int = -1
    quotation: int = -1


@dataclass(slots=True)
class Sentence:
    """A frame sentence: pieces in reading order, all of one level and one block."""

    index: int
    level: int
    block: int
    kind: str
    pieces: list[Piece] = field(default_factory=list)

    def tokens(self) -> list[int]:
        """Return the journalist's tokens, quotations left out."""
        return [p.token for p in self.pieces if p.token >= 0]

    def quotations(self) -> list[int]:
        return [p.quotation for p in self.pieces if p.quotation >= 0]


class Frames:
    """All frame sentences of a document, and where each token and quotation stands.

    Args:
        doc: A parsed document.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.blocks = _unwrapped(self.text, blocks(self.text)) or [
            Block(0, len(self.text), "paragraph")
        ]
        self.quotations = place_quotations(doc)
        self.owner, self.is_mark = _ownership(doc, self.quotations)
        self.block_of = _blocks_of(doc, self.blocks)
        self.sentences: list[Sentence] = []
        self.place: dict[int, tuple[int, int]] = {}
        self.quote_place: dict[int, tuple[int, int]] = {}
        for level in [-1, *range(len(self.quotations))]:
            self._segment(level)

    def sentence_of(self, quotation: int) -> Sentence:
        return self.sentences[self.quote_place[quotation][0]]

    def previous(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence before it on the same level."""
        if sentence.index == 0:
            return None
        before = self.sentences[sentence.index - 1]
        return before if before.level == sentence.level else None

    def next(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence after it on the same level."""
        if sentence.index + 1 >= len(self.sentences):
            return None
        after = self.sentences[sentence.index + 1]
        return after if after.level == sentence.level else None

    def children(self, quotation: int) -> list[Quotation]:
        return [q for q in self.quotations if q.parent == quotation]

    def _segment(self, level: int) -> None:
        current: Sentence | None = None
        before: Piece | None = None
        at = -1
        for piece, block in self._pieces(level):
            if current is None or self._opens(before, piece, moved=block != at):
                kind = self.blocks[block].kind
                current = Sentence(len(self.sentences), level, block, kind)
                self.sentences.append(current)
            self._set_place(piece, current)
            current.pieces.append(piece)
            before, at = piece, block

    def _opens(self, before: Piece | None, piece: Piece, *, moved: bool) -> bool:
        """Tell whether a piece opens a sentence; `moved`: it stands in another block."""
        if before is None:
            return True
        return not self._runs_on(before, piece) if moved else self._breaks(before, piece)

    def _set_place(self, piece: Piece, sentence: Sentence) -> None:
        spot = (sentence.index, len(sentence.pieces))
        if piece.token >= 0:
            self.place[piece.token] = spot
        else:
            self.quote_place[piece.quotation] = spot

    def _pieces(self, level: int) -> Iterator[tuple[Piece, int]]:
        if level < 0:
            first, last = 0, len(self.doc)
        else:
            first, last = self.quotations[level].first, self.quotations[level].last
        inner = [q for q in self.quotations if q.parent == level]
        position = 0
        for i in range(first, last + 1):
            while position < len(inner) and inner[position].first <= i:
                q = inner[position]
                yield Piece(quotation=q.index), self._block_at(q.mark.open_start)
                position += 1
            if i < last and self.owner[i] == level and self._is_word(i):
                yield Piece(token=i), self.block_of[i]
        for q in inner[position:]:
            yield Piece(quotation=q.index), self._block_at(q.mark.open_start)

    def _is_word(self, i: int) -> bool:
        return not self.is_mark[i] and not self.doc[i].is_space

    def _block_at(self, offset: int) -> int:
        lo, hi = 0, len(self.blocks) - 1
        while lo < hi:
            mid = (lo + hi + 1) // 2
            if self.blocks[mid].start <= offset:
                lo = mid
            else:
                hi = mid - 1
        return lo

    def _runs_on(self, before: Piece | None, piece: Piece) -> bool:
        """A quotation of several paragraphs carries its sentence into the last of them."""
        if before is None or before.quotation < 0 or piece.token < 0:
            return False
        end = self.quotations[before.quotation].mark.close_end
        return self._block_at(max(end - 1, 0)) == self.block_of[piece.token] and not self._breaks(
            before, piece
        )

    def _breaks(self, before: Piece, piece: Piece) -> bool:
        if before.token >= 0:
            return self._token_ends(before.token) and self._may_open(piece)
        inner = self.text[: self.quotations[before.quotation].end].rstrip()[-1:]
        if piece.quotation >= 0 or not inner or inner not in ".!?…":
            return piece.quotation >= 0 and inner != "" and inner in ".!?…"
        word = self.doc[piece.token]
        return word.text[:1].isupper() and word.pos_ not in {"VERB", "AUX"}

    def _token_ends(self, i: int) -> bool:
        text = self.doc[i].text
        return text in TERMINAL or (len(text) > 1 and set(text) <= set(".!?…"))

    def _may_open(self, piece: Piece) -> bool:
        if piece.quotation >= 0:
            return True
        first = self.doc[piece.token].text[:1]
        return not first.islower() and first not in ",;:)"


def _unwrapped(text: str, found: Sequence[Block]) -> list[Block]:
    """Join the lines of hard-wrapped text: a line that goes on in lower case is no new block."""
    joined: list[Block] = []
    for block in found:
        if joined and text[block.start : block.end].lstrip()[:1].islower():
            before = joined[-1]
            if text[before.start : before.end].rstrip()[-1:] not in set(".!?…»”"):
                joined[-1] = Block(before.start, block.end, "paragraph")
                continue
        joined.append(block)
    return joined


def place_quotations(doc: Doc) -> list[Quotation]:
    """Put every stretch of somebody's words on tokens; a parent stands before what it holds."""
    starts = [t.idx for t in doc]
    found: list[Quotation] = []
    stack: list[Quotation] = []
    text = doc.text  # put together anew on each access
    for mark in stretches(text):
        if not text[mark.start : mark.end].strip():
            continue
        while stack and stack[-1].end < mark.end:
            stack.pop()
        first, last = _token_range(doc, starts, mark.start, mark.end)
        quotation = Quotation(len(found), mark, first, last, stack[-1].index if stack else -1)
        found.append(quotation)
        stack.append(quotation)
    return found


def _token_range(doc: Doc, starts: list[int], start: int, end: int) -> tuple[int, int]:
    first = bisect_right(starts, start) - 1
    if first >= 0 and starts[first] + len(doc[first]) <= start:
        first += 1
    return max(first, 0), bisect_left(starts, end)


def _ownership(doc: Doc, quotations: Sequence[Quotation]) -> tuple[list[int], list[bool]]:
    owner = [-1] * len(doc)
    is_mark = [False] * len(doc)
    for q in quotations:
        for i in range(q.first, q.last):
            owner[i] = q.index
        _flag_marks(doc, q, is_mark)
    return owner, is_mark


def _flag_marks(doc: Doc, q: Quotation, is_mark: list[bool]) -> None:
    i = q.first - 1
    while i >= 0 and doc[i].idx >= q.mark.open_start:
        is_mark[i] = True
        i -= 1
    i = q.last
    while i < len(doc) and doc[i].idx < q.mark.close_end:
        is_mark[i] = True
        i += 1


def _blocks_of(doc: Doc, found: Sequence[Block]) -> list[int]:
    result, b = [], 0
    for token in doc:
        while b + 1 < len(found) and found[b + 1].start <= token.idx:
            b += 1
        result.append(b)
    return result
