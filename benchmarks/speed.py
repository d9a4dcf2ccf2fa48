"""Speed, size and memory of the bundled pipeline against plain spaCy, in the same run.

    python benchmarks/speed.py PLAIN ARTICLES [--model PATH] [--articles 150] [--rounds 3]

PLAIN is a pipeline of it_core_news_sm's composition; `benchmarks/README.md` says how to
train one in ten minutes. ARTICLES is a gzipped file of `{"text"}` lines. The bundled pipeline
runs twice: as spaCy loads it, and as quotextract does, without quotextract's own components.
"""

import argparse
import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median

import spacy
from spacy.language import Language

from quotextract.models import bundled_path
from quotextract.pipeline import load

LOAD = """
import re, sys, time, spacy
start = time.perf_counter()
nlp = spacy.load(sys.argv[1])
print(time.perf_counter() - start)
for text in open(sys.argv[2], encoding="utf8").read().split("\\0"):
    nlp(text)
print(int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024)
"""


def articles(path: Path, count: int) -> list[str]:
    """Read the first texts of a gzipped file."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        return [json.loads(line)["text"] for line in islice(file, count)]


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run(nlp: Language, texts: list[str]) -> None:
    """Send the texts through a pipeline, in one process."""
    for _ in nlp.pipe(texts, batch_size=50):
        pass


def as_quotextract_loads(path: Path) -> Language:
    """Load a pipeline with quotextract's choices for it, and leave its components out."""
    nlp = load(path)
    for name in nlp.pipe_names:
        if name.startswith("quotextract_"):
            nlp.remove_pipe(name)
    return nlp


def megabytes(path: Path) -> float:
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 2**20


def load_and_memory(path: Path, texts: list[str], scratch: Path) -> tuple[float, float]:
    """Load and run in a fresh interpreter: seconds to load, MB resident at most."""
    scratch.write_text("\0".join(texts), encoding="utf8")
    command = [sys.executable, "-c", LOAD, str(path), str(scratch)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    scratch.unlink()
    loading, memory = output.split()
    return float(loading), float(memory)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("plain", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--model", type=Path, default=bundled_path())
    parser.add_argument("--count", type=int, default=150, help="articles to read")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    texts = articles(args.articles, args.count)
    paths = {"plain": args.plain, "bundled": args.model}
    pipelines = {name: spacy.load(path) for name, path in paths.items()}
    pipelines["in quotextract"] = as_quotextract_loads(args.model)
    words = sum(len(pipelines["plain"].make_doc(text)) for text in texts)
    times: dict[str, list[float]] = {name: [] for name in pipelines}
    for _ in range(args.rounds):
        for name, nlp in pipelines.items():
            times[name].append(seconds(lambda nlp=nlp: run(nlp, texts)))
    for name, path in paths.items():
        loading, memory = load_and_memory(path, texts[:20], Path("benchmark-texts.tmp"))
        print(f"{name:14} {megabytes(path):5.1f} MB on disk  loads in {loading:4.2f} s"
              f"  {memory:4.0f} MB resident")  # fmt: skip
    for name, taken in times.items():
        ratios = sorted(p / t for p, t in zip(times["plain"], taken, strict=True))
        print(f"{name:14} {words / median(taken):6.0f} words/s  {median(ratios):.2f} times plain"
              f" (rounds {ratios[0]:.2f} to {ratios[-1]:.2f})")  # fmt: skip
    print(f"{words} tokens")


if __name__ == "__main__":
    main()
