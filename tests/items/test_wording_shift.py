"""Points are counted by hand: changed words by the rule, and kinds of change by it."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.items.marked import fault, json_near, make, parsed, read, said
from yandu.items import Outcome, ResponseError, Verdict
from yandu.items.wording_shift import WordingShift

FULL = {"before": [2], "after": [2, 3], "changes": ["added", "dropped"]}


def remark(token):
    return {
        "token": token,
        "chosen": said(f"{token}变了"),
        "missed": said(f"漏{token[:1]}"),
    }


def change(id_, key=False):
    own = {"key": True, "missed": said(f"漏 {id_}")} if key else {}
    return {"id": id_, "text": said(id_), "chosen": said(f"选 {id_}"), **own}


BANK = {
    "before": {
        "date": "2012-12", "source": said("报道"), "passage": "政治/{素质}/从严",
        "remarks": [remark("素质")], "wrong": said("两边都有"),
    },
    "after": {
        "date": "2019-05", "source": said("会议"), "passage": "政治、{改革}、{科技}、从严",
        "remarks": [remark("改革"), remark("科技")], "wrong": said("早就有"),
    },
    "changes": [change("added", key=True), change("dropped", key=True), change("order")],
}  # fmt: skip


def bank(path=(), value=None):
    """Return the bank with one field changed."""
    fields = deepcopy(BANK)
    inner = fields
    for name in path[:-1]:
        inner = inner[name]
    if path:
        inner[path[-1]] = value
    return fields


ITEM = make(WordingShift, bank())
RESPONSES = st.fixed_dictionaries(
    {
        "before": st.lists(st.integers(1, 3), unique=True).map(sorted),
        "after": st.lists(st.integers(1, 4), unique=True).map(sorted),
        "changes": st.sets(st.sampled_from(["added", "dropped", "order"])).map(sorted),
    }
)


def test_what_the_browser_sees_holds_no_key_and_no_feedback():
    public = ITEM.public()
    assert set(public) == {"before", "after", "changes"}
    assert public["before"] == {
        "date": "2012-12",
        "source": {"zh": "报道", "en": ""},
        "pieces": [
            {"id": "1", "text": "政治"},
            {"id": "2", "text": "素质"},
            {"id": "3", "text": "从严"},
        ],
    }
    assert all(set(change) == {"id", "text"} for change in public["changes"])
    assert ITEM.orders() == {"changes": ("added", "dropped", "order")}
    assert make(WordingShift, bank(["shuffle"], value=False)).orders() == {}


@pytest.mark.parametrize(
    ("response", "points"),
    [
        (FULL, 5),  # three words and two kinds
        ({**FULL, "changes": []}, 3),
        ({"changes": ["dropped", "added"]}, 2),
        ({"before": [2]}, 1),
        ({**FULL, "after": [1, 2, 3]}, 4),  # three words right and one wrong, two kinds
        ({**FULL, "changes": ["added", "dropped", "order"]}, 4),
        ({"before": [1], "changes": ["added"]}, 1),  # a wrong word takes no kind away
        ({"before": [1, 2, 3], "after": [1, 2, 3, 4], "changes": ["order"]}, 0),
        ({}, 0),
    ],
)
def test_changed_words_and_kinds_of_change_are_worth_a_point_each(response, points):
    score = ITEM.score(ITEM.parse(response))
    assert (score.points, score.maximum) == (points, 5)


@given(
    RESPONSES,
    st.sampled_from([(part, value) for part, keys in FULL.items() for value in keys]),
)
def test_one_more_right_part_never_costs_and_only_all_of_them_are_full(response, right):
    part, value = right
    before = ITEM.score(ITEM.parse(response))
    after = ITEM.score(ITEM.parse({**response, part: [*response[part], value]}))
    assert after.points >= before.points
    assert (before.outcome is Outcome.CORRECT) == (response == FULL)


def test_a_response_is_put_in_order_and_completed():
    parsed = ITEM.parse({"after": [3, 2, 3], "changes": ["dropped", "added"]})
    assert parsed == {"before": [], "after": [2, 3], "changes": ["added", "dropped"]}
    assert ITEM.is_empty(ITEM.parse({}))
    assert not ITEM.is_empty(parsed)


@pytest.mark.parametrize(
    "response",
    [
        None, [], "before", {"during": []}, {"before": 2}, {"before": ["2"]}, {"before": [True]},
        {"before": [2.0]}, {"before": [4]}, {"before": [-1]}, {"after": [[2]]}, {"changes": "added"},
        {"changes": ["moved"]}, {"changes": [["added"]]}, {"before": None},
    ],
)  # fmt: skip
def test_a_response_of_another_form_is_refused(response):
    with pytest.raises(ResponseError):
        ITEM.parse(response)


@given(json_near("before", "after", "changes", 2, 3, "added"))
def test_any_json_is_refused_or_parsed_once_and_for_all(response):
    parsed(ITEM, response)


def test_feedback_says_of_what_version_it_speaks():
    remarks = ITEM.feedback(
        ITEM.parse({"before": [1, 3], "after": [2], "changes": ["order"]})
    )
    assert [(r.part, r.verdict, r.label["zh"], r.text["zh"]) for r in remarks] == [
        ("before.1", Verdict.WRONG, "2012-12：「政治」「从严」", "两边都有"),
        ("", Verdict.MISSED, "2012-12：还有该标而没标的", "漏素"),
        ("after.2", Verdict.RIGHT, "2019-05：「改革」", "改革变了"),
        ("", Verdict.MISSED, "2019-05：还有该标而没标的", "漏科"),
        ("", Verdict.MISSED, "还有一种变化没有选", "漏 added"),
        ("", Verdict.MISSED, "还有一种变化没有选", "漏 dropped"),
        ("order", Verdict.WRONG, "order", "选 order"),
    ]
    assert ITEM.extras(ITEM.parse({"before": [1], "after": [2]})) == {
        "verdicts": {"before": {"1": "wrong"}, "after": {"2": "right"}}
    }


def test_something_added_leaves_no_key_in_the_earlier_version():
    fields = bank(["before"], {**BANK["before"], "passage": "政治/从严"})
    del fields["before"]["remarks"]
    item = make(WordingShift, fields)
    assert item.solution() == {**FULL, "before": []}


def test_dates_are_compared_as_far_as_both_go():
    for before, after in (
        ("2020-01-08", "2020"),
        ("2020", "2020-01-08"),
        ("2019", "2020-01"),
    ):
        fields = bank(["before", "date"], before)
        fields["after"]["date"] = after
        assert read(WordingShift, fields)[1] == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (bank(["before", "date"], "2019-06"), fault("before/after", "dates_turned")),
        (
            bank(["before", "date"], "去年"),
            fault("before.date", "no_date", value="去年"),
        ),
        (
            bank(["after", "passage"], "{改革}/{科技}"),
            fault("after.passage", "all_marks"),
        ),
        (
            bank(["after", "remarks"], [remark("改革")]),
            fault("after.remarks", "no_remark", value="科技"),
        ),
        (bank(["after", "place"], "北京"), fault("after.place", "unknown_field")),
        (bank(["changes"], [change("a"), change("b")]), fault("changes", "keys", n=0)),
        (bank(["changes"], [change("a", key=True)]), fault("changes", "no_distractor")),
        (
            bank(["changes"], [*BANK["changes"], change("order")]),
            fault("changes", "repeated"),
        ),
        (bank(["changes"], []), fault("changes", "empty")),
    ],
)
def test_faults_are_told(fields, found):
    assert found in read(WordingShift, fields)[1]


def test_a_version_that_is_missing_is_one_fault():
    fields = bank()
    del fields["before"]
    assert read(WordingShift, fields)[1] == [fault("before", "missing")]


def test_at_least_one_word_must_have_changed():
    fields = bank(["before"], {**BANK["before"], "passage": "政治/从严", "remarks": []})
    fields["after"] |= {"passage": "政治/从严", "remarks": []}
    assert fault("before/after", "no_marks") in read(WordingShift, fields)[1]
