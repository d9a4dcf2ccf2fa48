"""Train subword-informed word vectors on tokenised text.

Writes the vectors of all words of the text, most frequent first, then of names that the
text lacks, in the format of `spacy init vectors`.
"""

import argparse
from pathlib import Path

import floret
from frames import lines


def names(folder: Path) -> list[str]:
    """Read given names and surnames, capitalised."""
    files = ["9000_nomi_propri.txt", "lista_38000_cognomi.txt"]
    return [name.title() for file in files for name in lines(folder / file) if name.isalpha()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tokens")
    parser.add_argument("output", type=Path)
    parser.add_argument("--names", type=Path, help="folder of name lists")
    parser.add_argument("--dim", type=int, default=80)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--min-count", type=int, default=2)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    model = floret.train_unsupervised(
        args.tokens, model="skipgram", dim=args.dim, epoch=args.epochs, minCount=args.min_count,
        ws=4, neg=5, minn=3, maxn=5, bucket=400_000, thread=args.threads, verbose=1,
    )  # fmt: skip
    words = dict.fromkeys([*model.get_words(), *(names(args.names) if args.names else [])])
    with args.output.open("w", encoding="utf8") as file:
        file.write(f"{len(words)} {args.dim}\n")
        for word in words:
            numbers = " ".join(f"{x:.3f}" for x in model.get_word_vector(word))
            file.write(f"{word} {numbers}\n")


if __name__ == "__main__":
    main()
