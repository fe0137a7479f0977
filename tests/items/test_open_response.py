import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.banks import read_item
from yandu.items import Outcome, ResponseError
from yandu.items.open_response import OpenResponse

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def pair(zh):
    return {"zh": zh, "en": f"en {zh}"}


def criterion(name):
    return {
        "id": name,
        "criterion": pair(f"标准{name}"),
        "full": pair(f"做到{name}"),
        "partial": pair(f"部分{name}"),
    }


def model(text):
    return {"title": pair(f"题{text}"), "text": pair(text), "paragraphs": ["01-p08"]}


FIELDS = {
    "id": "01-q15",
    "kind": "open_response",
    "paragraphs": ["01-p08"],
    "claims": ["1.12"],
    "objective": "01-o4",
    "stem": pair("题干"),
    "hints": [],
    "rationale": pair("收尾的话"),
    "accept": None,
    "reject": None,
    "rubric": [criterion(name) for name in "abc"],
    "models": [model("甲说"), model("乙说")],
}


def read(**changes):
    """Return the item of a bank's entry, and the fields with a fault."""
    item, faults = read_item(OpenResponse, FIELDS | changes)
    return item, [field for field, _ in faults]


ITEM, FAULTS = read()


def marked(a="", b="", c="", text="写了"):
    given_marks = {"a": a, "b": b, "c": c}
    return {
        "text": text,
        "marks": {id_: mark for id_, mark in given_marks.items() if mark},
    }


def test_a_sound_entry_needs_neither_accept_nor_reject():
    assert FAULTS == []
    assert ITEM.problems() == []
    assert (ITEM.size, ITEM.least) == (6, 20)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"rubric": None}, "rubric"),
        ({"rubric": [criterion("a"), criterion("b")]}, "rubric"),
        ({"rubric": [criterion("a"), criterion("b"), criterion("a")]}, "rubric"),
        (
            {"rubric": [*FIELDS["rubric"], criterion("d") | {"none": pair("无")}]},
            "rubric.d.none",
        ),
        ({"models": [model("甲说")]}, "models"),
        ({"models": [model("甲说"), model(" 甲 说")]}, "models"),  # they must differ
        (
            {"models": [model("甲"), model("乙") | {"paragraphs": []}]},
            "models.2.paragraphs",
        ),
        ({"least": 0}, "least"),
        ({"least": 1001}, "least"),
        ({"size": 0}, "size"),
        ({"size": 41}, "size"),
        ({"accept": [["a"]]}, "accept"),  # nobody marks it but the learner
    ],
)
def test_each_fault_is_named(change, field):
    assert field in read(**change)[1]


@pytest.mark.parametrize(
    ("response", "points", "outcome"),
    [
        (marked("full", "full", "full"), 6, Outcome.CORRECT),  # 2 + 2 + 2
        (marked("full", "full", "partial"), 5, Outcome.PARTIAL),
        (marked("full", "none", "partial"), 3, Outcome.PARTIAL),
        (marked("none", "none", "none"), 0, Outcome.INCORRECT),
        (marked("full"), 2, Outcome.PARTIAL),  # what is not marked earns nothing
        (marked("full", "full", "full", text=" \n"), 0, Outcome.INCORRECT),
    ],
)
def test_a_criterion_met_earns_two_points_in_part_one(response, points, outcome):
    score = ITEM.score(ITEM.parse(response))
    assert (score.points, score.maximum, score.outcome) == (points, 6, outcome)


MARKS = st.sampled_from(["", "full", "partial", "none"])


@given(MARKS, MARKS, MARKS)
def test_full_points_only_for_full_marks_and_a_better_mark_never_costs(a, b, c):
    score = ITEM.score(ITEM.parse(marked(a, b, c)))
    assert (score.outcome is Outcome.CORRECT) is ({a, b, c} == {"full"})
    for better in (("full", b, c), (a, "full", c), (a, b, "full")):
        assert ITEM.score(ITEM.parse(marked(*better))).points >= score.points


def test_marks_are_kept_in_the_rubrics_order_and_those_of_former_criteria_left_out():
    parsed = ITEM.parse(
        {"text": "写了", "marks": {"c": "none", "z": "full", "a": "full"}}
    )
    assert parsed == {"text": "写了", "marks": {"a": "full", "c": "none"}}
    assert list(parsed["marks"]) == ["a", "c"]
    assert [row.id for row in ITEM.unmarked(parsed)] == ["b"]


def test_only_true_means_committed():
    assert ITEM.parse({"text": "写", "is_committed": True})["is_committed"] is True
    for value in (False, 1, "true", None):
        assert "is_committed" not in ITEM.parse({"text": "写", "is_committed": value})


@pytest.mark.parametrize(
    ("response", "said"),
    [
        (None, "形式"),
        ("写了", "形式"),
        ([], "形式"),
        ({"text": "写", "more": 1}, "形式"),
        ({"text": "写", "marks": ["a"]}, "形式"),
        ({"text": "写", "marks": {"a": "good"}}, "full、partial、none"),
        ({"text": "写", "marks": {"a": ["full"]}}, "full、partial、none"),
        ({"text": 3}, "不是文字"),
        ({"marks": {}}, "不是文字"),
        ({"text": "字" * 5001}, "5001"),
    ],
)
def test_a_response_of_another_form_is_refused(response, said):
    with pytest.raises(ResponseError, match=said):
        ITEM.parse(response)


@given(
    JSON | st.fixed_dictionaries({"text": JSON, "marks": JSON, "is_committed": JSON})
)
def test_whatever_is_sent_is_parsed_or_refused_and_parsing_twice_changes_nothing(
    response,
):
    try:
        parsed = ITEM.parse(response)
    except ResponseError:
        return
    assert ITEM.parse(parsed) == parsed
    assert 0 <= ITEM.score(parsed).points <= 6


def test_white_space_is_not_counted_as_written():
    item, _ = read(least=4)
    assert not item.is_long_enough({"text": "一 二\n三　"})
    assert item.is_long_enough({"text": "一 二\n三　四"})


def test_the_browser_is_told_only_how_much_to_write():
    assert ITEM.public() == {"lines": 6, "least": 20}
    assert ITEM.feedback(marked("none")) == ()
    assert "标准a" not in json.dumps(ITEM.public(), ensure_ascii=False)


def test_a_model_marked_in_full_is_a_full_response():
    assert ITEM.score(ITEM.parse(ITEM.solution())).outcome is Outcome.CORRECT
