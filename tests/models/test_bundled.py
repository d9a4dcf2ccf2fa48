"""The bundled pipeline as a package: what it holds, how big and how quick to load it is."""

import subprocess
import sys

import pytest

from quotextract.models import BUNDLED, bundled_path

LOAD_OFFLINE = """
import socket, sys, time
import spacy
def refuse(*args, **kwargs):
    raise OSError("no network")
socket.socket.connect = refuse
start = time.perf_counter()
nlp = spacy.load(sys.argv[1])
elapsed = time.perf_counter() - start
assert [t.text for t in nlp("Va bene.")] == ["Va", "bene", "."]
print(elapsed)
"""
COMPONENTS = [
    "tok2vec",
    "morphologizer",
    "tagger",
    "parser",
    "lemmatizer",
    "attribute_ruler",
    "ner",
]


def test_loads_offline_and_quickly():
    command = [sys.executable, "-c", LOAD_OFFLINE, str(bundled_path())]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert float(result.stdout) < 5  # about half a second on an idle machine


def test_is_small():
    size = sum(file.stat().st_size for file in bundled_path().rglob("*") if file.is_file())
    assert size < 30 * 2**20


def test_has_the_components_of_it_core_news_sm(nlp):
    assert nlp.pipe_names == COMPONENTS


def test_labels(nlp):
    assert {"LOC", "ORG", "PER"} <= set(nlp.get_pipe("ner").labels) <= {"LOC", "MISC", "ORG", "PER"}
    assert {"nsubj", "obj", "ccomp", "parataxis", "flat:name"} <= set(nlp.get_pipe("parser").labels)


def test_meta_says_what_it_is(nlp):
    meta = nlp.meta
    assert f"{meta['lang']}_{meta['name']}" == BUNDLED
    assert meta["license"] == "CC BY-NC-SA 4.0"
    assert meta["version"]
    assert {source["name"] for source in meta["sources"]} >= {"UD Italian ISDT v2.6", "KIND"}
    assert meta["performance"]["dep_las"] > 85.9 / 100


@pytest.mark.parametrize("text", ["", " ", "\n\n", "«", "\x93\x94", "’’’", "a" * 5000, "<<>>"])
def test_odd_texts_pass(nlp, text):
    assert nlp(text).text == text
