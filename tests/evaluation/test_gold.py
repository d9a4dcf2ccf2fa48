import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotextract.errors import ReadError
from quotextract.evaluation import GoldArticle, GoldItem, read_gold
from quotextract.evaluation.inline import parse_inline, to_inline


def test_tags_leave_the_text_and_tell_the_spans(story):
    assert story.text.startswith("La sindaca “del fare” non cede.\n«Riapriremo a marzo», ha detto")
    told = [(story.text[i.start : i.end], i.type, i.speaker, i.mention, i.cue) for i in story.items]
    assert told[1] == ("Riapriremo a marzo", "direct", "Carla Benassi", "la sindaca", "ha detto")
    assert [kind for _, kind, *_ in told] == ["none", "direct", "mixed", "indirect"]


def test_tags_nest_and_other_angles_are_text():
    tagged = 'A < B «<q t="direct" s="X &quot;Y&quot;">Disse "<q t="direct" s="?">via</q>"</q>» <b>'
    gold = parse_inline(tagged)
    assert gold.text == 'A < B «Disse "via"» <b>'
    assert [gold.text[i.start : i.end] for i in gold.items] == ['Disse "via"', "via"]
    assert gold.items[0].speaker == 'X "Y"'
    assert to_inline(gold) == tagged


@given(st.text(st.characters(exclude_characters="<>"), min_size=1), st.data())
def test_inline_form_gives_the_article_back(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    speaker = data.draw(st.text(min_size=1))
    gold = GoldArticle("a", text, (GoldItem(start, end, "mixed", speaker),))
    assert parse_inline(to_inline(gold), "a") == gold


def test_reads_json_lines_and_folders(tmp_path, story):
    items = [{"start": i.start, "end": i.end, "type": i.type} for i in story.items]
    row = {"id": "one", "text": story.text, "items": items}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text(to_inline(story), encoding="utf-8")
    (tmp_path / "README.md").write_text("not gold", encoding="utf-8")
    first, second = read_gold(tmp_path)
    assert (first.doc_id, second.doc_id) == ("one", "two")
    assert first.text == second.text == story.text
    assert first.article.doc_id == "one"


BAD_LINES = [
    ("{", "line 2: no valid JSON"),
    ('{"id": "a", "text": "b"}', "line 2: 'items' is missing"),
    ('{"id": "a", "text": "b", "items": [{"start": 0, "end": 9, "type": "none"}]}', "0:9"),
    ('{"id": "a", "text": "b", "items": [{"start": 0, "end": 1, "type": "wild"}]}', "'wild'"),
]


@pytest.mark.parametrize(("line", "message"), BAD_LINES)
def test_a_bad_line_is_named(tmp_path, line, message):
    file = tmp_path / "gold.jsonl"
    file.write_text('{"id": "a", "text": "b", "items": []}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(ReadError) as error:
        read_gold(file)
    assert str(file) in str(error.value)
    assert message in str(error.value)


BAD_TAGS = [
    ('a\n<q t="direct">b', "line 2: <q> is not closed"),
    ("a\n</q>", "line 2: </q> closes nothing"),
    ("a\n<q>b</q>", "line 2: type None is unknown"),
    ('a\n<q t="mixed" x="1">b</q>', "line 2: unknown attribute x"),
    ('<q t="mixed"></q>', "0:0 is empty"),
]


@pytest.mark.parametrize(("tagged", "message"), BAD_TAGS)
def test_a_bad_tag_is_named(tagged, message):
    with pytest.raises(ReadError, match="the text") as error:
        parse_inline(tagged)
    assert message in str(error.value)


def test_a_missing_or_undecodable_file_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"gone\.jsonl"):
        read_gold(tmp_path / "gone.jsonl")
    (tmp_path / "latin.txt").write_bytes(b"citt\xe0")
    with pytest.raises(ReadError, match="UTF-8"):
        read_gold(tmp_path)
