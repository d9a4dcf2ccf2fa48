"""How weights are kept: matrices in four or eight bits, in blocks that share a scale.

A block is 32 neighbours of a row: each is a small whole number times the block's scale
(the scheme that GGML calls Q4_0 and Q8_0). The file is a numpy archive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from quotextract.errors import ResourceError

Floats = NDArray[np.float32]
BLOCK = 32
MIDDLE, LARGEST = 8, 127


@dataclass(frozen=True, slots=True)
class Table:
    """A packed matrix: `codes` rows × bytes, `scales` rows × blocks.

    Two values share a byte where there are four bits: the first half of a block stands
    in the lower halves of its 16 bytes.
    """

    codes: NDArray[np.uint8] | NDArray[np.int8]
    scales: NDArray[np.float16]

    def rows(self, wanted: NDArray[np.int64] | slice = slice(None)) -> Floats:
        """Return rows unpacked, all of them unless told."""
        codes, scales = self.codes[wanted], self.scales[wanted].astype(np.float32)
        size, blocks = scales.shape
        if codes.dtype == np.uint8:
            halves = codes.reshape(size, blocks, BLOCK // 2)
            values = np.concatenate([halves & 15, halves >> 4], axis=2).astype(np.float32) - MIDDLE
        else:
            values = codes.reshape(size, blocks, BLOCK).astype(np.float32)
        return (values * scales[:, :, None]).reshape(size, blocks * BLOCK)


def pack(matrix: Floats, bits: int) -> Table:
    """Return a matrix packed in four or eight bits a value.

    Args:
        matrix: Rows of a multiple of 32 columns.
        bits: 4 or 8.
    """
    blocks = matrix.reshape(len(matrix), -1, BLOCK).astype(np.float32)
    extreme = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=2)[:, :, None], axis=2)
    scales = (extreme / (-MIDDLE if bits == 4 else LARGEST)).astype(np.float16)
    safe = np.where(scales == 0, 1, scales).astype(np.float32)
    whole = np.rint(blocks / safe)
    if bits == 4:
        codes = np.clip(whole + MIDDLE, 0, 15).astype(np.uint8)
        half = BLOCK // 2
        joined = codes[:, :, :half] | codes[:, :, half:] << 4
        return Table(joined.reshape(len(matrix), -1), scales[:, :, 0])
    codes = np.clip(whole, -LARGEST, LARGEST).astype(np.int8)
    return Table(codes.reshape(len(matrix), -1), scales[:, :, 0])


def save(path: Path, tensors: Mapping[str, Floats | Table]) -> None:
    """Write tensors to one file."""
    flat: dict[str, NDArray[np.generic]] = {}
    for name, value in tensors.items():
        if isinstance(value, Table):
            flat[f"{name}:codes"], flat[f"{name}:scales"] = value.codes, value.scales
        else:
            flat[name] = value.astype(np.float32)
    np.savez_compressed(path, **flat)  # type: ignore[arg-type]


def load(path: Path) -> dict[str, Floats | Table]:
    """Read tensors back, packed ones as they are.

    Raises:
        ResourceError: The file is missing or damaged.
    """
    try:
        with np.load(path) as flat:
            raw = {name: flat[name] for name in flat.files}
    except (OSError, EOFError, ValueError, BadZipFile) as error:
        raise ResourceError(f"Cannot read the weights {path}: {error}. Install again.") from error
    tensors: dict[str, Floats | Table] = {}
    for name, value in raw.items():
        base, _, part = name.partition(":")
        if not part:
            tensors[name] = value
        elif part == "codes":
            tensors[base] = Table(value, raw[f"{base}:scales"])
    return tensors
