r"""Ask the finished reader again about the articles that it never saw.

    python training/reader/reread.py data/gold/news.jsonl --later data/gold/more.jsonl \
        --corpus NEWS.jsonl.gz PARAGRAPHS.jsonl.gz --held GOLD.jsonl data/gold/articles \
        --readings data/gold/readings.jsonl

What it says is kept for each mention by its offsets. Where rules find other mentions than
when it was trained, the ranker must learn from what it says of these.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "attribution"))
from examples import parse, read_articles
from standoff import read_standoff

from quotextract.lexicon import load_lexicon
from quotextract.models import bundled_path
from quotextract.neural import TYPES, Page, Reading, load_reader
from quotextract.pipeline.context import page_of, readable, unread
from quotextract.pipeline.scene import Scene

TOLD = 0.002


def main() -> None:
    """Read the command line, ask, write the readings."""
    args = _arguments()
    rows = [row for path in args.held for row in _asked(path, read_articles(path), args, 1)]
    marked = read_standoff(args.marked, args.corpus)
    rows += _asked(args.marked, marked, args, args.share)
    for path in args.later:
        rows += _asked(path, read_standoff(path, args.corpus), args, 1)
    args.readings.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("marked", type=Path, help="the first annotations that stand apart")
    parser.add_argument(
        "--later", type=Path, nargs="*", default=[],
        help="the same, annotated after the reader was trained",
    )  # fmt: skip
    parser.add_argument("--corpus", type=Path, nargs="+", required=True, help="their articles")
    parser.add_argument("--held", type=Path, nargs="*", default=[], help="articles held out")
    parser.add_argument("--share", type=int, default=4, help="as in train.py")
    parser.add_argument("--readings", type=Path, required=True)
    parser.add_argument("--cache", type=Path, help="folder that keeps the parses")
    return parser.parse_args()


def _asked(path: Path, records: list[dict], args: argparse.Namespace, share: int) -> Iterator[dict]:
    cache = args.cache / f"{path.stem}.spacy" if args.cache else None
    read, lexicon = load_reader().read, load_lexicon()
    parsed = list(zip(records, parse(records, bundled_path(), cache), strict=True))
    for record, doc in parsed[::share]:
        scene = Scene(doc, lexicon, unread)
        page = page_of(scene.frames, [scene.mentions[k] for k in readable(scene.mentions)])
        told = [_row(page, q, reading) for q, reading in sorted(read(page).items())]
        yield {"id": record["id"], "quotations": told}


def _row(page: Page, q: int, reading: Reading) -> list:
    """Return what is said of a quotation in the form that the ranker's training reads."""
    likely = [
        [*page.mentions[k], round(p, 3), round(reading.local.get(k, 0.0), 3)]
        for k, p in sorted(reading.mentions.items())
        if max(p, reading.local.get(k, 0.0)) >= TOLD
    ]
    types = [round(reading.types[kind], 3) for kind in TYPES]
    return [*page.quotations[q], round(reading.untold, 3), likely, types]


if __name__ == "__main__":
    main()
