"""Train subword-informed word vectors on tokenised text.

Writes the vectors of all words of the text, most frequent first, then of names that the
text lacks, then of words that it has once, in the format of `spacy init vectors`.
"""

import argparse
from collections import Counter
from pathlib import Path

import floret
from frames import lines


def names(folder: Path) -> list[str]:
    """Read given names and surnames, capitalised."""
    files = ["9000_nomi_propri.txt", "lista_38000_cognomi.txt"]
    return [name.title() for file in files for name in lines(folder / file) if name.isalpha()]


def seen_once(tokens: Path) -> list[str]:
    """Read the words that a text has once, in lower case: rare inflections, few of them names."""
    with tokens.open(encoding="utf8") as file:
        counts = Counter(word for line in file for word in line.split())
    return [word for word, n in counts.items() if n == 1 and word.islower() and word.isalpha()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tokens", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--names", type=Path, help="folder of name lists")
    parser.add_argument("--dim", type=int, default=80)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--min-count", type=int, default=2)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    model = floret.train_unsupervised(
        str(args.tokens), model="skipgram", dim=args.dim, epoch=args.epochs,
        minCount=args.min_count, ws=4, neg=5, minn=3, maxn=5, bucket=400_000,
        thread=args.threads, verbose=1,
    )  # fmt: skip
    known = [*model.get_words(), *(names(args.names) if args.names else [])]
    words = dict.fromkeys([*known, *seen_once(args.tokens)])
    with args.output.open("w", encoding="utf8") as file:
        file.write(f"{len(words)} {args.dim}\n")
        for word in words:
            numbers = " ".join(f"{x:.3f}" for x in model.get_word_vector(word))
            file.write(f"{word} {numbers}\n")


if __name__ == "__main__":
    main()
