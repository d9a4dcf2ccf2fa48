"""The forward pass of a BERT-like encoder.

Pieces, their places and their roles are added and go through layers of attention and
feed-forward (J. Devlin and others, "BERT", NAACL 2019). Written in numpy: what an
article needs on a CPU, without a deep-learning framework.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import pi, sqrt

import numpy as np
from numpy.typing import NDArray

from quotextract.neural.storage import Table
from quotextract.neural.windows import Window

Floats = NDArray[np.float32]
EPSILON = 1e-12


class Encoder:
    """Turns the pieces of a window into vectors.

    Args:
        tensors: Matrices and vectors by name; `word` is unpacked row by row.
        heads: Heads of attention of each layer.
    """

    def __init__(self, tensors: Mapping[str, Floats | Table], heads: int) -> None:
        self.word = tensors["word"]
        self.tensors: dict[str, Floats] = {
            name: value for name, value in tensors.items() if isinstance(value, np.ndarray)
        }
        self.heads = heads
        self.layers = sum(name.endswith(".qkv.w") for name in tensors)

    def __call__(self, window: Window) -> Floats:
        """Return a vector for each piece, pieces × width."""
        get = self.tensors
        rows = self.word.rows(window.ids) if isinstance(self.word, Table) else self.word[window.ids]
        x = _normal(rows + get["place"][: len(window.ids)] + get["role"][window.roles], get, "norm")
        for n in range(self.layers):
            x = _normal(x + self._attend(x, f"{n}."), get, f"{n}.attended")
            middle = gelu(linear(x, get, f"{n}.up"))
            x = _normal(x + linear(middle, get, f"{n}.down"), get, f"{n}.fed")
        return x

    def _attend(self, x: Floats, layer: str) -> Floats:
        size, width = x.shape
        each = width // self.heads
        joint = linear(x, self.tensors, f"{layer}qkv").reshape(size, 3, self.heads, each)
        query, _, value = np.ascontiguousarray(joint.transpose(1, 2, 0, 3))
        # A copy that lies as it is read: numpy multiplies it in a quarter of the time.
        key = np.ascontiguousarray(joint[:, 1].transpose(1, 2, 0))
        weights = softmax((query / np.float32(sqrt(each))) @ key)
        mixed = (weights @ value).transpose(1, 0, 2).reshape(size, width)
        return linear(mixed, self.tensors, f"{layer}out")


def linear(x: Floats, tensors: Mapping[str, Floats], name: str) -> Floats:
    """Return x·Wᵀ + b; a matrix is kept as outputs × inputs."""
    return x @ tensors[f"{name}.w"].T + tensors[f"{name}.b"]


def gelu(x: Floats) -> Floats:
    """Return the Gaussian error linear unit (D. Hendrycks, K. Gimpel, 2016), by its tanh."""
    inner = np.float32(sqrt(2 / pi)) * (x + np.float32(0.044715) * x * x * x)
    return np.float32(0.5) * x * (np.float32(1.0) + np.tanh(inner))


def softmax(x: Floats) -> Floats:
    """Return probabilities along the last axis."""
    raw: Floats = x - x.max(axis=-1, keepdims=True)
    np.exp(raw, out=raw)
    raw /= raw.sum(axis=-1, keepdims=True)
    return raw


def _normal(x: Floats, tensors: Mapping[str, Floats], name: str) -> Floats:
    """Return x with mean 0 and deviation 1 in each row, then scaled and moved."""
    centred = x - x.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(EPSILON))
    return centred / spread * tensors[f"{name}.w"] + tensors[f"{name}.b"]
