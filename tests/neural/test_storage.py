"""Packed weights come back as near as their bits allow."""

import numpy as np
import pytest

from quotextract.errors import ResourceError
from quotextract.neural.storage import BLOCK, Table, load, pack, save

RANDOM = np.random.default_rng(0)
MATRIX = RANDOM.normal(size=(5, 4 * BLOCK)).astype(np.float32)


@pytest.mark.parametrize(("bits", "steps"), [(4, 8), (8, 127)])
def test_a_value_is_off_by_half_a_step_or_so(bits, steps):
    largest = np.abs(MATRIX.reshape(5, 4, BLOCK)).max(axis=2).repeat(BLOCK, axis=1)
    error = np.abs(pack(MATRIX, bits).rows() - MATRIX)
    # in four bits the side without the extreme has one step less
    assert np.all(error <= largest / steps * (1.01 if bits == 4 else 0.52))
    assert error.mean() < 0.3 * largest.mean() / steps


@pytest.mark.parametrize("bits", [4, 8])
def test_what_was_packed_once_packs_without_loss(bits):
    once = pack(MATRIX, bits).rows()
    np.testing.assert_array_equal(pack(once, bits).rows(), once)


def test_some_rows_are_those_rows():
    table = pack(MATRIX, 4)
    np.testing.assert_array_equal(table.rows(np.array([3, 0])), table.rows()[[3, 0]])


def test_a_block_of_nothing_is_nothing():
    zeros = np.zeros((2, BLOCK), dtype=np.float32)
    assert not pack(zeros, 4).rows().any()
    assert not pack(zeros, 8).rows().any()


def test_tensors_survive_the_file(tmp_path):
    path = tmp_path / "weights.npz"
    save(path, {"a": pack(MATRIX, 4), "b.w": pack(MATRIX, 8), "c": MATRIX})
    back = load(path)
    assert isinstance(back["a"], Table)
    assert set(back) == {"a", "b.w", "c"}
    np.testing.assert_array_equal(back["a"].rows(), pack(MATRIX, 4).rows())
    np.testing.assert_array_equal(back["c"], MATRIX)


@pytest.mark.parametrize("content", [None, b"", b"no archive"])
def test_a_damaged_file_is_named(tmp_path, content):
    path = tmp_path / "weights.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ResourceError, match=r"weights\.npz.*Install again"):
        load(path)
