import json
from dataclasses import replace

import pytest

from quotextract.evaluation import evaluate
from quotextract.evaluation.breakdown import breakdown, cue_position, mark, told_by
from quotextract.evaluation.metrics import coverage
from quotextract.evaluation.report import mistakes


def test_saying_what_the_annotator_says_is_perfect(story, perfect):
    result = evaluate([story], perfect([story]))
    figures = result.figures["all"]
    assert figures["gold"] == figures["pred"] == 3
    for name in ("S1_F1", "S2_F1", "S3_30", "S3_80", "A3", "A4_F1", "type_acc"):
        assert figures[name] == 1.0, name
    assert figures["wrong_name_rate"] == figures["none_reported"] == 0.0
    assert result.interval == (1.0, 1.0)
    assert mistakes(result.documents) == []


def test_saying_nothing_scores_nothing(story):
    result = evaluate([story], lambda articles: [[] for _ in articles])
    assert result.figures["all"]["A4_F1"] == result.figures["all"]["A3"] == 0.0
    assert [one.cause for one in mistakes(result.documents)] == ["missed"] * 3


def test_no_articles_are_no_error():
    assert evaluate([], lambda articles: []).figures["all"]["gold"] == 0


def test_each_error_has_its_cause(story, found):
    quotes = [
        found(story, "“del fare”", "mixed", "Ugo Pini", attribution="verb", confidence=0.4),
        found(story, "Riapriremo a marzo", "direct", "Dario Melis", confidence=0.9),
        found(story, "una presa in giro", "direct", ""),
        found(story, "Per Melis", "mixed", ""),
    ]
    result = evaluate([story], lambda articles: [quotes])
    causes = [(one.cause, one.type) for one in mistakes(result.documents)]
    assert causes == [
        ("no speaker", "mixed"),
        ("scare quote", "mixed"),
        ("spurious", "mixed"),
        ("wrong speaker", "direct"),
        ("missed", "indirect"),
    ]
    figures = result.figures["direct+mixed"]
    assert (figures["gold"], figures["pred"], figures["S2_R"]) == (2, 4, 1.0)
    assert (figures["none_reported"], figures["wrong_name_rate"], figures["type_acc"]) == (
        1,
        0.5,
        0.5,
    )


def test_denied_and_unquoted_spans_are_not_reported(story, found):
    quotes = [
        found(story, "Riapriremo a marzo", "none"),
        found(story, "una presa in giro", "mixed", "Melis", negated=True),
    ]
    assert evaluate([story], lambda articles: [quotes]).figures["all"]["pred"] == 0


def test_the_speaker_base_may_be_right_where_the_article_is_vague(story, found):
    quote = found(story, "Riapriremo a marzo", speaker="la donna", speaker_name="Carla Benassi")
    assert evaluate([story], lambda articles: [[quote]]).figures["direct"]["A3"] == 1.0


def test_wrong_offsets_and_lost_articles_are_errors(story, found):
    quote = replace(found(story, "Riapriremo a marzo"), quote_start=3)
    with pytest.raises(ValueError, match="story 3:"):
        evaluate([story], lambda articles: [[quote]])
    with pytest.raises(ValueError, match="shorter"):
        evaluate([story], lambda articles: [])


def test_precision_rises_with_confidence(story, found):
    quotes = [
        found(story, "Riapriremo a marzo", "direct", "Carla Benassi", confidence=0.95),
        found(story, "una presa in giro", "mixed", "Ugo Pini", confidence=0.3),
    ]
    result = evaluate([story], lambda articles: [quotes])
    at = {point.threshold: point for point in coverage(result.documents)}
    assert (at[0.0].coverage, at[0.0].precision) == (1.0, 0.5)
    assert (at[0.9].coverage, at[0.9].precision) == (0.5, 1.0)


def test_breaks_down_by_what_the_article_tells(story, perfect):
    result = evaluate([story], perfect([story]))
    rows = {(row.by, row.group): row[2:] for row in breakdown(result.documents)}
    assert rows["type", "direct"] == rows["type", "mixed"] == (1, 1, 1)
    assert rows["told by", "role"] == rows["told by", "name"] == (1, 1, 1)
    assert rows["cue", "after"] == rows["cue", "before"] == (1, 1, 1)
    assert rows["mark", "«"] == (2, 2, 2)


@pytest.mark.parametrize(
    ("speaker", "mention", "cue", "expected"),
    [
        ("?", "", "", "nobody"),
        ("Ugo Pini", "", "ha detto", "null subject"),
        ("Ugo Pini", "", "", "nothing"),
        ("Ugo Pini", "lui", "dice", "pronoun"),
        ("Ugo Pini", "l'assessore Pini", "dice", "name"),
        ("Ugo Pini", "l'assessore", "dice", "role"),
    ],
)
def test_tells_how_the_speaker_is_told(story, speaker, mention, cue, expected):
    assert told_by(replace(story.items[1], speaker=speaker, mention=mention, cue=cue)) == expected


def test_a_cue_may_stand_inside_or_far(story):
    item = story.items[1]
    assert cue_position(story.text, replace(item, cue="a marzo")) == "inside"
    assert cue_position(story.text, replace(item, cue="tuona")) == "far"
    assert cue_position(story.text, replace(item, cue="")) == "none"
    assert mark("ha detto che verrà", replace(item, start=13, end=18)) == "no mark"


def test_writes_text_and_plain_data(story, found):
    quote = found(story, "Riapriremo a marzo", "direct", "Dario Melis", attribution="verb")
    result = evaluate([story], lambda articles: [[quote]])
    text = result.render(errors=1)
    assert "A4_F1" in text
    assert "story:2 direct 'Carla Benassi' / 'Dario Melis' [verb 0.00]: Riapriremo" in text
    assert "wrong speaker: 1" not in result.render()
    assert json.loads(json.dumps(result.to_dict()))["figures"]["direct"]["gold"] == 1
