"""How often the parse ties a cue verb to its speaker, on annotated articles.

GOLD holds `{"text", "items": [{"start", "end", "cue", "mention"}]}`, cue and mention as
words. An item counts where both are found near the quotation, on one line, and the cue
has a verb; it is right where the mention lies in the subject of that verb.
"""

import argparse
import re
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span

SUBJECTS = {"nsubj", "nsubj:pass"}
NEAR = 200


def nearest(doc: Doc, words: str, item: dict) -> Span | None:
    """Find the occurrence of some words that stands nearest to a quotation, outside it."""
    places = [
        match.span()
        for match in re.finditer(re.escape(words), doc.text)
        if words and not (item["start"] <= match.start() < item["end"])
    ]
    if not places:
        return None
    best = min(places, key=lambda p: max(item["start"] - p[1], p[0] - item["end"]))
    close = max(item["start"] - best[1], best[0] - item["end"]) < NEAR
    return doc.char_span(*best, alignment_mode="expand") if close else None


def is_subject(cue: Span, mention: Span) -> bool:
    """Tell whether the mention stands in a subject of the cue."""
    verbs = [t for t in cue if t.pos_ in {"VERB", "AUX"}]
    subjects = [c for verb in verbs for c in verb.children if c.dep_ in SUBJECTS]
    return any(
        subject.left_edge.i <= mention.start and mention.end - 1 <= subject.right_edge.i
        for subject in subjects
    )


def judge(nlp: Language, record: dict) -> dict[str, list[bool]]:
    """Judge the items of one article: subject found, cue and mention in one sentence."""
    found: dict[str, list[bool]] = {"subject": [], "sentence": []}
    doc = nlp(record["text"])
    for item in record["items"]:
        cue = nearest(doc, item["cue"].split("…")[-1], item)
        mention = nearest(doc, item["mention"], item)
        if cue and mention and any(token.pos_ == "VERB" for token in cue):
            between = doc[min(cue.start, mention.start) : max(cue.end, mention.end)]
            if "\n" not in between.text:
                found["subject"].append(is_subject(cue, mention))
                found["sentence"].append(cue[0].sent == mention[0].sent)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--keep", action="store_true", help="put quotextract's keeper in front")
    args = parser.parse_args()
    nlp = spacy.load(args.pipeline)
    if args.keep:
        from robustness import add_keeper

        add_keeper(nlp)
    for path in args.gold:
        judged = [judge(nlp, record) for record in srsly.read_jsonl(path)]
        for name in ("subject", "sentence"):
            answers = [answer for found in judged for answer in found[name]]
            print(f"{path.stem} {name} {sum(answers)} of {len(answers)}")


if __name__ == "__main__":
    main()
