"""Annotations of articles that may not be given away hold none of their text."""

import json
from pathlib import Path

import pytest

GOLD = Path(__file__).parents[2] / "data/gold"
FILES = ["news.jsonl", "hard.jsonl", "more.jsonl"]
LONG = 4


@pytest.mark.parametrize("name", FILES)
def test_mentions_and_cues_are_offsets_and_long_descriptions_too(name):
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row) == {"id", "sha256", "spans"}
        for start, end, kind, speaker, mention, cue in row["spans"]:
            assert 0 <= start < end
            assert kind in {"direct", "mixed", "none", "indirect"}
            for field in (speaker, mention, cue):
                assert isinstance(field, str) or (len(field) == 2 and 0 <= field[0] < field[1])
            assert isinstance(mention, list) or len(mention.split()) <= LONG
            assert isinstance(cue, list) or len(cue.split()) <= LONG
