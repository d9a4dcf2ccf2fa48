"""The data files: present, sorted, unique, sourced, and broad enough."""

import csv
import json

import pytest

from quotextract.errors import ResourceError
from quotextract.lexicon import Lexicon, load_lexicon
from quotextract.lexicon.rows import read_given_names, read_rows, resources
from quotextract.lexicon.schemas import SCHEMAS

SIZES = {
    "cue_verbs.jsonl": 320,
    "cue_idioms.jsonl": 60,
    "cue_nouns.jsonl": 150,
    "roles.jsonl": 450,
    "countries.jsonl": 80,
    "epithets.jsonl": 40,
}


@pytest.mark.parametrize("file", sorted(SCHEMAS))
def test_every_row_keeps_the_schema(file):
    rows = read_rows(resources(), file)
    assert len(rows) >= SIZES.get(file, 10)
    assert all(row["source"] for row in rows)


def test_given_names_are_many_and_italian():
    names = read_given_names(resources())
    assert len(names) >= 1200
    men = "andrea simone nicola michele luca mattia elia gabriele daniele".split()
    assert {names[name] for name in men} == {"m"}
    assert {names[name] for name in ("giulia", "chiara", "elly", "ursula")} == {"f"}


def test_reflexive_only_verbs_say_so():
    for verb in load_lexicon().verbs.values():
        assert verb.frames or verb.reflexive, verb.lemma


def test_idioms_rest_on_known_forms():
    lexicon = load_lexicon()
    for verb, idioms in lexicon.idioms.items():
        assert verb in lexicon.verb_forms
        assert all(idiom.rest and idiom.frames for idiom in idioms)


def test_role_forms_are_not_shared_by_mistake():
    lexicon = load_lexicon()
    assert all(role.lemma in {row["lemma"] for row in ROLES} for role in lexicon.roles.values())


ROLES = read_rows(resources(), "roles.jsonl")


def write(folder, *rows):
    lines = (json.dumps(row) if isinstance(row, dict) else row for row in rows)
    (folder / "epithets.jsonl").write_text("".join(line + "\n" for line in lines))
    return folder


GOOD = {"phrase": "b", "names": ["Ada Bo"], "source": "editorial"}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({**GOOD, "phrase": "a"}, "line 2, key 'a': it must stand before 'b'. Sort"),
        (GOOD, "line 2, key 'b': the key stands twice. Merge"),
        ({**GOOD, "phrase": "c", "nmes": []}, "line 2, key 'c': unknown field 'nmes'. Remove"),
        ({"phrase": "c", "names": []}, "line 2, key 'c': source missing. Add it."),
        ({**GOOD, "phrase": "c", "source": ""}, "source must not be empty. Fill"),
        ({**GOOD, "phrase": "c", "names": "Ada"}, "names must be list, not 'Ada'. Correct"),
        ("{", "line 2, key '': this is no JSON object"),
        ("[]", "line 2, key '': a line must hold one JSON object"),
    ],
)
def test_a_bad_row_is_named(tmp_path, row, message):
    with pytest.raises(ResourceError) as caught:
        _ = Lexicon(write(tmp_path, GOOD, row)).epithets
    assert str(caught.value).startswith("epithets.jsonl")
    assert message in str(caught.value)


def test_a_value_outside_its_list_is_named(tmp_path):
    row = {"lemma": "dire", "frames": ["quando"], "sense": "say", "weak": False, "source": "x"}
    (tmp_path / "cue_verbs.jsonl").write_text(json.dumps(row) + "\n")
    with pytest.raises(ResourceError, match=r"frames \['quando'\] is not among a, che"):
        _ = Lexicon(tmp_path).verbs


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ResourceError, match=r"Cannot read the data file 'cue_verbs.jsonl'"):
        _ = Lexicon(tmp_path).verbs


def test_a_bad_given_name_is_named(tmp_path):
    with (tmp_path / "given_names.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["name", "gender", "source"], ["Ada", "x", "editorial"]])
    with pytest.raises(ResourceError, match=r"given_names.csv, line 2, key 'Ada'"):
        _ = Lexicon(tmp_path).given_names
