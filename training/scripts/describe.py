"""Write name, licence, sources and scores into the meta.json of a pipeline."""

import argparse
from pathlib import Path

import srsly

PERFORMANCE = {
    "test-isdt": ["token_acc", "pos_acc", "tag_acc", "morph_acc", "lemma_acc", "dep_uas",
                  "dep_las", "sents_p", "sents_r", "sents_f"],
    "test-kind-wn": ["ents_p", "ents_r", "ents_f"],
}  # fmt: skip


def performance(scores: dict[str, dict[str, float]]) -> dict:
    """Arrange the figures as spaCy does: shares of one, entities also by label."""
    stated: dict = {
        name: round(scores[test][name] / 100, 4)
        for test, names in PERFORMANCE.items()
        for name in names
    }
    stated["ents_per_type"] = {
        label: {"f": round(scores["test-kind-wn"][f"{label}_f"] / 100, 4)}
        for label in ("LOC", "ORG", "PER")
    }
    return stated


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("about", type=Path, help="JSON with name, description, sources …")
    parser.add_argument("scores", type=Path, help="what evaluate.py wrote")
    args = parser.parse_args()
    path = args.pipeline / "meta.json"
    scores = srsly.read_json(args.scores)
    meta = srsly.read_json(path) | srsly.read_json(args.about)
    meta["performance"] = performance(scores)
    meta["scores_by_test"] = scores
    srsly.write_json(path, meta)


if __name__ == "__main__":
    main()
