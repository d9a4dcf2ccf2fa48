"""Put the trained parts together: syntax, lemma tables, rules, entities."""

import argparse
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.strings import StringStore
from tokenizer import set_tokenizer

ORDER = ["tok2vec", "morphologizer", "tagger", "parser", "lemmatizer", "attribute_ruler", "ner"]


# Endings longer than the three letters that the model sees. In the treebanks 103, 29 and 10
# verbs have those of *partirono, farebbero, capiscano*, all with these features; of 1,585 words
# that end like *lentamente* 7 are no adverbs: *Clemente*, which stays, and slips.
VERBS = {
    "[aei]rono$": "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin",
    "rebbero$": "Mood=Cnd|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin",
    "iscano$": "Mood=Sub|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin",
}
ADVERB = "(?:a|[aeio][lr]|nte|[cv]e)mente$"


def add_lemmatizer(nlp: Language, tables: Path) -> None:
    """Add spaCy's rule lemmatizer over the learnt tables."""
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": True})
    lookups = Lookups()
    for name, table in srsly.read_json(tables).items():
        lookups.add_table(name, table)
    lemmatizer.initialize(lookups=lookups)


def add_attribute_ruler(nlp: Language) -> None:
    """Tag whitespace, which the treebank does not have, and words that end unmistakably."""
    ruler = nlp.add_pipe("attribute_ruler", config={"validate": False})
    ruler.add([[{"IS_SPACE": True}]], {"TAG": "_SP", "POS": "SPACE", "LEMMA": " "})
    for ending, features in VERBS.items():
        ruler.add([[{"POS": "VERB", "LOWER": {"REGEX": ending}}]], {"MORPH": features})
    adverbs = [[{"POS": pos, "LOWER": {"REGEX": ADVERB}}] for pos in ("ADJ", "NOUN", "VERB")]
    ruler.add(adverbs, {"POS": "ADV", "TAG": "B", "MORPH": "_"})


def add_entities(nlp: Language, path: Path) -> None:
    """Copy the recogniser of another pipeline, together with its own tok2vec if it has one."""
    source = spacy.load(path)
    for name, listens in source.config["components"]["ner"]["model"].items():
        if name == "tok2vec" and listens["@architectures"].startswith("spacy.Tok2VecListener"):
            source.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=source)


def needed_strings(nlp: Language) -> set[str]:
    """Collect the strings that predictions are made of."""
    labels = {label for _, pipe in nlp.pipeline for label in getattr(pipe, "labels", ())}
    features = {part for label in labels for part in label.split("|")}
    tags = {"_SP", "SPACE", "dep", "ROOT", " "}
    norms = {lexeme.norm_ for lexeme in nlp.vocab}
    return labels | features | tags | norms


def forget_strings(path: Path) -> None:
    """Leave the words of the training texts out of the saved vocabulary."""
    fresh = StringStore(sorted(needed_strings(spacy.load(path))))
    fresh.to_disk(path / "vocab" / "strings.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("syntax", type=Path)
    parser.add_argument("lemmas", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--entities", type=Path, help="pipeline with its own tok2vec and ner")
    args = parser.parse_args()
    nlp = spacy.load(args.syntax)
    add_lemmatizer(nlp, args.lemmas)
    add_attribute_ruler(nlp)
    if args.entities:
        add_entities(nlp, args.entities)
    set_tokenizer(nlp)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.to_disk(args.output)
    forget_strings(args.output)


if __name__ == "__main__":
    main()
