"""The reader in PyTorch, to train it; `quotextract.neural` runs it in numpy."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from base import Base
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from quotextract.neural.reader import GEOMETRY, TYPES
from quotextract.neural.storage import Floats, Table, pack
from quotextract.neural.windows import DEPTHS, FARTHEST, NEAR, Window

JOINT, SMALL, DROPOUT, EPSILON = 256, 64, 0.1, 1e-12
MASKS = 1 << 23
SIZES = {"distance": 2 * (FARTHEST + 1), "lines": NEAR, "between": NEAR, "inside": 3}


@dataclass(frozen=True)
class Scores:
    """Logits of a window: speaker and local mention (last: none) and type."""

    told: Tensor
    local: Tensor
    types: Tensor


class Drop(nn.Module):
    """Dropout that cuts its masks from a long one: to draw them anew takes twice as long."""

    def __init__(self) -> None:
        super().__init__()
        mask = torch.empty(MASKS).bernoulli_(1 - DROPOUT) / (1 - DROPOUT)
        self._masks = {torch.float32: mask, torch.bfloat16: mask.bfloat16()}

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        start = random.randrange(MASKS - x.numel())
        return x * self._masks[x.dtype][start : start + x.numel()].view(x.shape)


class Layer(nn.Module):
    """Attention and feed-forward, each added to what came in."""

    def __init__(self, width: int, heads: int, drop: Drop) -> None:
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.attended, self.fed = nn.LayerNorm(width, EPSILON), nn.LayerNorm(width, EPSILON)
        self.drop = drop

    def forward(self, x: Tensor, sizes: list[int]) -> Tensor:
        """Return the vectors of several windows, one below the other."""
        mixed = torch.cat([self._mixed(joint) for joint in self.qkv(x).split(sizes)])
        x = self.attended(x + self.drop(self.out(mixed)))
        return self.fed(x + self.drop(self.down(F.gelu(self.up(x)))))

    def _mixed(self, joint: Tensor) -> Tensor:
        # Written out: PyTorch's own attention takes three times as long on a CPU.
        size, width = len(joint), joint.shape[1] // 3
        each = width // self.heads
        query, key, value = joint.view(size, 3, self.heads, each).permute(1, 2, 0, 3)
        weights = torch.bmm(query / each**0.5, key.transpose(1, 2)).softmax(-1)
        return torch.bmm(weights.to(value.dtype), value).transpose(0, 1).reshape(size, width)


class Network(nn.Module):
    """Encoder and scores.

    Args:
        base: The pretrained encoder.
        word: The vectors of the pieces that are kept; they are not trained.
        heads: Heads of attention.
        layers: How many layers of the encoder are used.
    """

    def __init__(self, base: Base, word: Table, heads: int = 12, layers: int = 12) -> None:
        super().__init__()
        width = base.width
        self.packed = word
        self.word = nn.Embedding.from_pretrained(torch.from_numpy(word.rows()))
        self.place = nn.Embedding.from_pretrained(_places(base, width))
        self.role = nn.Embedding(2 * DEPTHS, width)
        self.norm, self.drop = nn.LayerNorm(width, EPSILON), Drop()
        self.layers = nn.ModuleList(Layer(width, heads, self.drop) for _ in range(layers))
        self.quotation, self.mention = nn.Linear(2 * width, JOINT), nn.Linear(width, JOINT)
        self.quotation_product = nn.Linear(2 * width, width)
        self.mention_product = nn.Linear(width, width)
        self.geometry = nn.ModuleDict({n: nn.Embedding(SIZES[n], JOINT) for n in GEOMETRY})
        self.told = nn.ModuleList([nn.Linear(JOINT, SMALL), nn.Linear(SMALL, 2)])
        self.untold = nn.ModuleList([nn.Linear(2 * width, SMALL), nn.Linear(SMALL, 2)])
        self.types = nn.ModuleList([nn.Linear(2 * width, SMALL), nn.Linear(SMALL, len(TYPES))])
        nn.init.zeros_(self.role.weight)
        for embedding in self.geometry.values():
            nn.init.normal_(embedding.weight, std=0.1)
        _start(self, base)

    def encode(self, windows: Sequence[Window]) -> list[Tensor]:
        """Return a vector for each piece of each window."""
        sizes = [len(window.ids) for window in windows]
        ids = torch.from_numpy(np.concatenate([window.ids for window in windows]))
        roles = torch.from_numpy(np.concatenate([window.roles for window in windows]))
        places = torch.cat([self.place.weight[:size] for size in sizes])
        x = self.drop(self.norm(self.word(ids) + places + self.role(roles)))
        for layer in self.layers:
            x = layer(x, sizes)
        return list(x.float().split(sizes))

    def score(self, window: Window, pieces: Tensor) -> Scores:
        """Return the logits of each quotation of a window."""
        pieces = self.drop(pieces)
        edges = torch.tensor(window.edges)
        q = torch.cat([pieces[edges[:, 0]], pieces[edges[:, 1]]], -1)
        nobody = _through(self.untold, q)
        told = local = torch.zeros(len(q), 0)
        if window.spans:
            m = torch.stack([pieces[a:b].mean(0) for a, b in window.spans])
            joint = self.quotation(q)[:, None] + self.mention(m)[None]
            geometry = torch.from_numpy(window.geometry)
            for n, name in enumerate(GEOMETRY):
                joint = joint + self.geometry[name](geometry[..., n])
            weighed = _through(self.told, self.drop(F.gelu(joint)))
            product = self.quotation_product(q) @ self.mention_product(m).T
            told = weighed[..., 0] + product / pieces.shape[1] ** 0.5
            local = weighed[..., 1]
        return Scores(
            torch.cat([told, nobody[:, :1]], 1),
            torch.cat([local, nobody[:, 1:]], 1),
            _through(self.types, q),
        )

    def tensors(self, frozen: int) -> dict[str, Floats | Table]:
        """Return what the numpy reader needs: layers that were not trained in four bits."""
        found: dict[str, Floats | Table] = {"word": self.packed}
        for name, value in self.state_dict().items():
            short = _short(name)
            array = value.float().numpy()
            if short == "word":
                continue
            if short.endswith(".w") and min(array.shape) >= JOINT and array.ndim == 2:
                layer = short.split(".")[0]
                exact = layer.isdigit() and int(layer) < frozen
                found[short] = pack(array, 4 if exact else 8)
            else:
                found[short] = array
        return found


def _short(name: str) -> str:
    for long, short in (
        ("layers.", ""), ("geometry.", ""), ("_product", ".product"), (".bias", ".b")
    ):  # fmt: skip
        name = name.replace(long, short)
    plain = {f"{n}.weight" for n in (*GEOMETRY, "word", "place", "role")}
    name = name.removesuffix(".weight") if name in plain else name.replace(".weight", ".w")
    head, _, rest = name.partition(".")
    if head in {"told", "untold", "types"}:
        number, _, end = rest.partition(".")
        return f"{head}.{int(number) + 1}.{end}"
    return name


def _through(pair: nn.ModuleList, x: Tensor) -> Tensor:
    return pair[1](F.gelu(pair[0](x)))


def _places(base: Base, width: int) -> Tensor:
    """Return the vectors of the places, with that of the only segment."""
    places, segment = base.tensors["emb.pos"], base.tensors["emb.type"]
    return torch.from_numpy(places.reshape(-1, width) + segment[:width])


def _start(network: Network, base: Base) -> None:
    """Copy the pretrained weights."""
    get = {n: _unpacked(v) for n, v in base.tensors.items() if n != "emb.word"}
    pairs = [(network.norm, "emb.ln")]
    for n, layer in enumerate(network.layers):
        for part in ("w", "b"):
            get[f"l{n}.qkv.{part}"] = np.concatenate([get[f"l{n}.{k}.{part}"] for k in "qkv"])
        names = {"qkv": "qkv", "out": "ao", "up": "fi", "down": "fo", "attended": "aln",
                 "fed": "oln"}  # fmt: skip
        pairs += [(getattr(layer, ours), f"l{n}.{theirs}") for ours, theirs in names.items()]
    with torch.no_grad():
        for module, name in pairs:
            module.weight.copy_(torch.from_numpy(get[f"{name}.w"]))
            module.bias.copy_(torch.from_numpy(get[f"{name}.b"]))


def _unpacked(value: Floats | Table) -> Floats:
    return value.rows() if isinstance(value, Table) else np.array(value)
