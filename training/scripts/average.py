"""Average the weights of pipelines of one shape, such as a model and its tuned successor."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import Model


def layers(nlp: Language) -> Iterator[Model]:
    """Yield every layer of every trained component, always in the same order."""
    for _, pipe in nlp.pipeline:
        yield from pipe.model.walk()


def average(pipelines: list[Language]) -> Language:
    """Put the mean of all weights into the first pipeline."""
    for group in zip(*map(layers, pipelines), strict=True):
        for name in group[0].param_names:
            if group[0].has_param(name):
                total = sum(layer.get_param(name) for layer in group)
                group[0].set_param(name, total / len(group))
    return pipelines[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("pipelines", type=Path, nargs="+")
    args = parser.parse_args()
    average([spacy.load(path) for path in args.pipelines]).to_disk(args.output)


if __name__ == "__main__":
    main()
