"""The reader: for each quotation, how likely each mention tells its speaker.

A quotation is read off its first and last piece, a mention off all of its pieces; a
small network weighs the two against each other and how they stand, as models of
coreference do (K. Lee and others, "End-to-end neural coreference resolution", EMNLP 2017).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

import numpy as np

from quotextract.errors import ResourceError
from quotextract.models import reader_path
from quotextract.neural.encoder import Encoder, Floats, gelu, linear, softmax
from quotextract.neural.pieces import Segmenter
from quotextract.neural.storage import Table, load
from quotextract.neural.windows import Page, Window, windows

TYPES = ("direct", "mixed", "none")
GEOMETRY = ("distance", "lines", "between", "inside")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader says of one quotation.

    `mentions` gives the probability that a mention of the page, by its index, names or
    describes the speaker, `untold` that none does; together they sum to 1. `local` gives
    that of the mention that tells the speaker right at the quotation ("il tecnico"), and
    `types` that of each type.
    """

    mentions: Mapping[int, float]
    untold: float
    local: Mapping[int, float]
    types: Mapping[str, float]


class Reader:
    """Reads a page.

    Args:
        segmenter: Cuts the text into pieces.
        tensors: The weights of encoder and scores.
        heads: Heads of attention of each layer.
    """

    def __init__(
        self, segmenter: Segmenter, tensors: Mapping[str, Floats | Table], heads: int
    ) -> None:
        self.segmenter = segmenter
        whole = {
            name: value.rows() if isinstance(value, Table) and name != "word" else value
            for name, value in tensors.items()
        }
        self.encoder = Encoder(whole, heads)
        self.tensors = self.encoder.tensors

    def read(self, page: Page) -> dict[int, Reading]:
        """Return what there is to say of each quotation, by its index."""
        if not page.quotations:
            return {}
        found: dict[int, Reading] = {}
        for window in windows(page, self.segmenter):
            found |= self._score(window, self.encoder(window))
        return found

    def _score(self, window: Window, pieces: Floats) -> dict[int, Reading]:
        edges = np.array(window.edges)
        quotations = np.concatenate([pieces[edges[:, 0]], pieces[edges[:, 1]]], axis=1)
        scores = np.concatenate(
            [
                self._against(window, quotations, pieces),
                self._layers(quotations, "untold")[:, None],
            ],
            axis=1,
        )
        told, local = softmax(scores[..., 0]), softmax(scores[..., 1])
        types = softmax(self._layers(quotations, "types"))
        rows = zip(window.quotations, told, local, types, strict=True)
        return {k: _reading(window, *row) for k, *row in rows}

    def _against(self, window: Window, quotations: Floats, pieces: Floats) -> Floats:
        """Return two scores of each mention for each quotation: as speaker, as local."""
        if not window.spans:
            return np.zeros((len(quotations), 0, 2), dtype=np.float32)
        mentions = np.stack([pieces[first:last].mean(axis=0) for first, last in window.spans])
        get = self.tensors
        joint = linear(quotations, get, "quotation")[:, None] + linear(mentions, get, "mention")
        for n, name in enumerate(GEOMETRY):
            joint = joint + get[name][window.geometry[..., n]]
        weighed = self._layers(gelu(joint), "told")
        product = linear(quotations, get, "quotation.product") @ (
            linear(mentions, get, "mention.product").T
        )
        weighed[..., 0] += product / np.float32(sqrt(pieces.shape[1]))
        return weighed

    def _layers(self, x: Floats, name: str) -> Floats:
        return linear(gelu(linear(x, self.tensors, f"{name}.1")), self.tensors, f"{name}.2")


def _reading(window: Window, told: Floats, local: Floats, types: Floats) -> Reading:
    mentions = window.mentions
    return Reading(
        dict(zip(mentions, map(float, told), strict=False)),
        float(told[-1]),
        dict(zip(mentions, map(float, local), strict=False)),
        dict(zip(TYPES, map(float, types), strict=True)),
    )


@cache
def load_reader() -> Reader:
    """Return the reader that ships with the package.

    Raises:
        ResourceError: A file of it is missing or damaged.
    """
    return open_reader(reader_path())


def open_reader(folder: Path) -> Reader:
    """Return the reader of a folder with `meta.json`, `pieces.json` and `weights.npz`."""
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        pieces = json.loads((folder / "pieces.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ResourceError(f"Cannot read {folder}: {error}. Install again.") from error
    return Reader(Segmenter(dict(pieces)), load(folder / "weights.npz"), meta["heads"])
