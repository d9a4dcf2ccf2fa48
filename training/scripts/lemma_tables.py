"""Learn lemma tables for spaCy's rule lemmatizer from tagged documents.

For each part of speech: suffix rules, longest suffix first, and the forms that the
rules get wrong as exceptions. Both are plain data that `spacy.Lemmatizer` reads.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path

import spacy
import srsly
from spacy.tokens import Doc
from tokenizer import CURLY
from words import read_docs

LONGEST = 6
Rules = dict[str, str]
CASED = {"PROPN", "X", "SYM"}  # an unknown form is its own lemma, capitals and all
UNRULED = {
    "PROPN",
    "PUNCT",
    "SYM",
    "X",
    "NUM",
    "ADP",
    "DET",
    "PRON",
    "CCONJ",
    "SCONJ",
    "AUX",
    "PART",
    "INTJ",
}


def best_lemmas(docs: Iterable[Doc]) -> dict[str, dict[str, tuple[str, int]]]:
    """Find the commonest lemma of each form, with its count, by part of speech."""
    counts: dict[tuple[str, str], Counter] = defaultdict(Counter)
    for doc in docs:
        for token in doc:
            counts[token.pos_, token.lower_.replace("’", "'")][token.lemma_] += 1
    lemmas: dict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
    for (pos, form), found in counts.items():
        lemmas[pos][form] = found.most_common(1)[0]
    return lemmas


def rewrites(form: str, lemma: str) -> Iterator[tuple[str, str]]:
    """Yield each `(suffix, replacement)` that turns the form into its lemma."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(form, lemma, strict=False))
    stem = len(list(same))
    for start in range(max(0, len(form) - LONGEST), stem + 1):
        yield form[start:], lemma[start:]


def apply(rules: Rules, form: str) -> str:
    """Rewrite a form by its longest known suffix, as the lemmatizer does."""
    for start in range(max(0, len(form) - LONGEST), len(form) + 1):
        if form[start:] in rules and form[:start]:
            return form[:start] + rules[form[start:]]
    return form


def learn_rules(lemmas: dict[str, tuple[str, int]], least: int) -> Rules:
    """Keep the suffixes that at least so many forms support and a shorter one gets wrong."""
    votes: dict[str, Counter] = defaultdict(Counter)
    for form, (lemma, _) in lemmas.items():
        for suffix, replacement in rewrites(form, lemma):
            votes[suffix][replacement] += 1
    rules: Rules = {}
    for suffix in sorted(votes, key=len):
        ((replacement, support),) = votes[suffix].most_common(1)
        shorter = apply(rules, "x" + suffix)[1:] if suffix else suffix
        if support >= least and replacement != shorter:
            rules[suffix] = replacement
    return rules


def spellings(form: str) -> list[str]:
    """List the spellings of a form, one for each kind of apostrophe."""
    return [form, *(form.replace("'", mark) for mark in CURLY if "'" in form and len(form) > 1)]


def tables(docs: Iterable[Doc], least: int) -> dict[str, dict]:
    """Build the tables `lemma_rules` and `lemma_exc`."""
    built: dict[str, dict] = {"lemma_rules": {}, "lemma_exc": {}}
    for pos, lemmas in best_lemmas(docs).items():
        rules = {} if pos in UNRULED else learn_rules(lemmas, least)
        ordered = sorted(rules.items(), key=lambda rule: -len(rule[0]))
        lower = [] if pos in CASED else [("", "")]
        built["lemma_rules"][pos.lower()] = [list(rule) for rule in [*ordered, *lower]]
        built["lemma_exc"][pos.lower()] = {
            spelling: [lemma]
            for form, (lemma, _) in lemmas.items()
            for spelling in spellings(form)
            if pos in CASED or apply(rules, spelling) != lemma
        }
    return built


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("inputs", type=Path, nargs="+")
    parser.add_argument("--least", type=int, default=3, help="forms that must support a rule")
    args = parser.parse_args()
    vocab = spacy.blank("it").vocab
    docs = (doc for path in args.inputs for doc in read_docs(path, vocab))
    srsly.write_json(args.output, tables(docs, args.least))


if __name__ == "__main__":
    main()
