"""Give a trained pipeline a new table of words over the rows of vectors that it was trained with.

Words that only FURTHER has, such as those that a text has once, share the row of the word
nearest to them there. No weight changes.
"""

import argparse
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from init_vectors import nearest, places, read, save, spelled


def further_places(
    rows: dict[str, int], words: list[str], data: np.ndarray, least: float
) -> dict[str, int]:
    """Tell the rows of further words by their neighbours among the words that have rows."""
    index = {word: i for i, word in enumerate(words)}
    known = [word for word in rows if word in index]
    new = [word for word in words if word not in rows and word.islower() and word.isalpha()]
    order = known + new
    found = nearest(order, data[[index[word] for word in order]], len(known), least)
    return {order[i]: rows[order[row]] for i, row in found}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pipeline", type=Path, help="changed in place")
    parser.add_argument("vectors", type=Path, help="its vectors, as train_vectors.py wrote them")
    parser.add_argument("--further", type=Path, help="vectors of more words")
    parser.add_argument("--rows", type=int, default=30_000)
    parser.add_argument("--least", type=float, default=0.6)
    args = parser.parse_args()
    words, data = read(args.vectors)
    found = places(words, data, args.rows, args.least)
    if args.further:
        own = dict(zip(words[: args.rows], range(args.rows), strict=False))
        more = further_places(own, *read(args.further), args.least)
        found = more | found
    with TemporaryDirectory() as folder:
        save(spelled(found, words), data[: args.rows], Path(folder))
        shutil.copy(Path(folder) / "vocab" / "key2row", args.pipeline / "vocab" / "key2row")
    print(f"{args.pipeline} knows {len(found)} words")


if __name__ == "__main__":
    main()
