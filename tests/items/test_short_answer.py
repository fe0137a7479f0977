import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.banks import read_item
from yandu.items import Outcome, ResponseError, Verdict
from yandu.items.short_answer import ShortAnswer

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
FIELDS = {
    "id": "01-q06",
    "kind": "short_answer",
    "paragraphs": ["01-p12"],
    "claims": ["1.18"],
    "objective": "01-o4",
    "stem": {"zh": "哪一年？", "en": "Which year?"},
    "hints": [],
    "rationale": {"zh": "第 12 段", "en": "paragraph 12"},
    "accept": ["2018"],
    "reject": [""],
    "key": "2018",
    "policy": {"purpose": "year"},
    "near": [{"text": "2012", "chosen": {"zh": "那时只有三种"}}],
    "missed": {"zh": "再看指示的年份"},
    "after": {"zh": "年"},
}


def read(**changes):
    """Return the item of a bank's entry, and the fields with a fault."""
    item, faults = read_item(ShortAnswer, FIELDS | changes)
    return item, [field for field, _ in faults]


ITEM, FAULTS = read()
TERM, _ = read(key="首位", also=["放在首位"], policy=None, accept=["首位"])
DATE, _ = read(key="2017年5月19日", policy={"purpose": "date"}, accept=[])
EXACT, _ = read(key="「公安」", policy={"purpose": "exact"}, accept=[])


def test_a_sound_entry_has_no_faults_and_proves_itself():
    assert FAULTS == []
    assert ITEM.problems() == []


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"key": None}, ["key"]),
        ({"key": " "}, ["key"]),
        ({"missed": None}, ["missed"]),
        ({"also": [" "]}, ["also"]),  # would make an empty answer right
        ({"size": 0}, ["size"]),
        ({"size": 41}, ["size"]),
        ({"near": [{"text": "2012"}]}, ["near.1.chosen"]),
        ({"near": [{"chosen": {"zh": "不"}}]}, ["near.1.text"]),
        ({"policy": {"purpose": "number"}}, ["policy.purpose"]),
        ({"after": "年"}, ["after"]),
        ({"gaps": []}, ["gaps"]),
    ],
)
def test_each_fault_is_named(change, fields):
    assert read(**change)[1] == fields


@pytest.mark.parametrize(
    ("item", "typed", "points"),
    [
        (ITEM, "2018", 1),
        (ITEM, "2018年", 1),
        (ITEM, "二〇一八年", 1),
        (ITEM, "２０１８", 1),
        (ITEM, "2012", 0),
        (ITEM, "18", 0),  # a year is written in full
        (ITEM, "2018年1月", 0),  # a month is not what was asked for
        (TERM, "放在首位", 1),
        (TERM, "「首位」", 1),
        (TERM, "第一位", 0),
        (DATE, "2017.5.19", 1),
        (DATE, "二〇一七年五月十九日", 1),
        (DATE, "2017年5月", 0),
        (EXACT, "「公安」", 1),
        (EXACT, "公安", 0),
        (ITEM, "", 0),
    ],
)
def test_an_answer_is_worth_one_point_or_none(item, typed, points):
    score = item.score(item.parse(typed))
    assert (score.points, score.maximum) == (points, 1)


@pytest.mark.parametrize(
    ("typed", "verdict", "text", "allowances"),
    [
        ("2018年", Verdict.RIGHT, "「2018」。", ("unit",)),
        ("二〇一二", Verdict.WRONG, "那时只有三种", ()),  # foreseen, however typed
        ("2016", Verdict.WRONG, "再看指示的年份", ()),
        (" ", Verdict.MISSED, "再看指示的年份", ()),
    ],
)
def test_the_remark_speaks_of_what_was_typed(typed, verdict, text, allowances):
    (remark,) = ITEM.feedback(ITEM.parse(typed))
    assert (remark.part, remark.verdict) == ("answer", verdict)
    assert (remark.text["zh"], remark.allowances) == (text, allowances)


def test_the_browser_learns_neither_the_key_nor_how_long_it_is():
    assert ITEM.public() == {
        "part": "answer",
        "size": 12,
        "is_number": True,
        "before": {"zh": "", "en": ""},
        "after": {"zh": "年", "en": ""},
    }
    assert TERM.public()["size"] == DATE.public()["size"] == 12
    assert "2018" not in json.dumps(ITEM.public())


def test_a_keypad_is_asked_for_only_where_every_answer_can_be_typed_on_it():
    assert not TERM.public()["is_number"]
    assert not DATE.public()["is_number"]
    assert not read(also=["前年"])[0].public()["is_number"]


@given(JSON)
def test_anything_but_a_short_text_is_refused(response):
    if isinstance(response, str):
        parsed = ITEM.parse(response)
        assert ITEM.parse(parsed) == parsed
    else:
        with pytest.raises(ResponseError, match="不是文字"):
            ITEM.parse(response)


def test_a_long_paste_is_refused_not_cut():
    with pytest.raises(ResponseError, match="201"):
        ITEM.parse("2" * 201)


@given(st.text(max_size=200))
def test_full_points_are_for_what_meets_a_form_and_nothing_else(typed):
    outcome = ITEM.score(ITEM.parse(typed)).outcome
    (remark,) = ITEM.feedback(ITEM.parse(typed))
    assert (outcome is Outcome.CORRECT) is (remark.verdict is Verdict.RIGHT)


@pytest.mark.parametrize("item", [ITEM, TERM, DATE, EXACT])
def test_the_solution_is_right(item):
    assert item.score(item.parse(item.solution())).outcome is Outcome.CORRECT
    assert item.is_empty("　\n")
    assert not item.is_empty(item.solution())
