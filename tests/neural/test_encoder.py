"""The encoder against the same sums written out plainly."""

from math import erf, exp, sqrt

import numpy as np
import pytest

from quotextract.neural.encoder import Encoder, gelu, softmax
from quotextract.neural.windows import Window

WIDTH, HEADS, PIECES = 8, 2, 5
RANDOM = np.random.default_rng(1)


def normal(*shape):
    return RANDOM.normal(size=shape).astype(np.float32)


TENSORS = {
    "word": normal(20, WIDTH), "place": normal(10, WIDTH), "role": normal(6, WIDTH),
    "norm.w": normal(WIDTH), "norm.b": normal(WIDTH),
    "0.qkv.w": normal(3 * WIDTH, WIDTH), "0.qkv.b": normal(3 * WIDTH),
    "0.out.w": normal(WIDTH, WIDTH), "0.out.b": normal(WIDTH),
    "0.attended.w": normal(WIDTH), "0.attended.b": normal(WIDTH),
    "0.up.w": normal(4 * WIDTH, WIDTH), "0.up.b": normal(4 * WIDTH),
    "0.down.w": normal(WIDTH, 4 * WIDTH), "0.down.b": normal(WIDTH),
    "0.fed.w": normal(WIDTH), "0.fed.b": normal(WIDTH),
}  # fmt: skip
WINDOW = Window(np.array([1, 7, 3, 7, 2]), np.array([0, 3, 1, 1, 0]))


def norm(row, name):
    centred = row - sum(row) / len(row)
    deviation = sqrt(sum(centred**2) / len(row))
    return centred / deviation * TENSORS[f"{name}.w"] + TENSORS[f"{name}.b"]


def through(row, name):
    return TENSORS[f"{name}.w"] @ row + TENSORS[f"{name}.b"]


def plain():
    """Return what the encoder must, piece by piece and head by head."""
    x = [
        norm(TENSORS["word"][i] + TENSORS["place"][n] + TENSORS["role"][r], "norm")
        for n, (i, r) in enumerate(zip(WINDOW.ids, WINDOW.roles, strict=True))
    ]
    joint, each, mixed = [through(row, "0.qkv") for row in x], WIDTH // HEADS, []
    for row in joint:
        heads = []
        for h in range(HEADS):
            part = slice(h * each, (h + 1) * each)
            query = row[:WIDTH][part]
            raw = [exp(query @ other[WIDTH:][:WIDTH][part] / sqrt(each)) for other in joint]
            values = [other[2 * WIDTH :][part] for other in joint]
            heads.append(sum(w * v for w, v in zip(raw, values, strict=True)) / sum(raw))
        mixed.append(np.concatenate(heads))
    x = [norm(a + through(b, "0.out"), "0.attended") for a, b in zip(x, mixed, strict=True)]
    fed = [np.array([v * (1 + erf(v / sqrt(2))) / 2 for v in through(row, "0.up")]) for row in x]
    return [norm(a + through(b, "0.down"), "0.fed") for a, b in zip(x, fed, strict=True)]


def test_the_encoder_is_the_plain_sums():
    np.testing.assert_allclose(Encoder(TENSORS, HEADS)(WINDOW), np.array(plain()), atol=0.02)


@pytest.mark.parametrize("x", [-5.0, -1.0, -0.1, 0.0, 0.5, 3.0])
def test_gelu_is_near_the_exact_one(x):
    assert gelu(np.array([x]))[0] == pytest.approx(x * (1 + erf(x / sqrt(2))) / 2, abs=6e-4)


def test_softmax_stands_large_numbers():
    np.testing.assert_allclose(softmax(np.array([[1e4, 1e4, 0.0]])), [[0.5, 0.5, 0.0]])
