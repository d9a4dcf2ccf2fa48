"""Sub-word pieces of a text: the likeliest segmentation of each word.

A unigram language model over pieces (T. Kudo, "Subword regularization", ACL 2018), as
SentencePiece has it: the mark ▁ opens a word, and Viterbi finds the best pieces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

OPENS = "\u2581"
START, BREAK, UNKNOWN = 0, 2, 3
SPECIAL = 4
PENALTY = 10.0
WORD = re.compile(r"\S+")
KEPT_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the vocabulary on `start:end` code points; a line break is empty."""

    id: int
    start: int
    end: int


class Segmenter:
    """Cuts a text into pieces.

    Args:
        scores: The log probability of each piece, in the order of their ids; the first
            four are special and never found in a text.
    """

    def __init__(self, scores: Mapping[str, float]) -> None:
        self.ids = {piece: i for i, piece in enumerate(scores)}
        self.scores = list(scores.values())
        self.longest = max(map(len, scores))
        self.unknown = min(self.scores) - PENALTY
        self._word = lru_cache(KEPT_WORDS)(self._segment)

    def segment(self, text: str) -> list[Piece]:
        """Return the pieces of a text, a `BREAK` between two lines."""
        pieces: list[Piece] = []
        last = 0
        for match in WORD.finditer(text):
            start = match.start()
            if pieces and "\n" in text[last:start]:
                pieces.append(Piece(BREAK, start, start))
            offset = start - 1  # the opening mark takes no room
            for piece, length in self._word(OPENS + "".join(map(_plain, match.group()))):
                pieces.append(Piece(piece, max(offset, start), offset + length))
                offset += length
            last = match.end()
        return pieces

    def _segment(self, word: str) -> tuple[tuple[int, int], ...]:
        """Return ids and lengths of the likeliest pieces of a word."""
        best = [0.0] + [float("-inf")] * len(word)
        back = [(0, UNKNOWN)] * (len(word) + 1)
        for i in range(len(word)):
            if best[i] + self.unknown > best[i + 1]:
                best[i + 1], back[i + 1] = best[i] + self.unknown, (i, UNKNOWN)
            for j in range(i + 1, min(len(word), i + self.longest) + 1):
                piece = self.ids.get(word[i:j], UNKNOWN)
                if piece >= SPECIAL and best[i] + self.scores[piece] > best[j]:
                    best[j], back[j] = best[i] + self.scores[piece], (i, piece)
        found, end = [], len(word)
        while end:
            start, piece = back[end]
            found.append((piece, end - start))
            end = start
        return tuple(reversed(found))


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """Return the compatible form of a character where that is one character too."""
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character
