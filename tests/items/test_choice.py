"""Scores are worked out by hand from the rules in `yandu.items.choice`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.items import Outcome, ResponseError, Verdict
from yandu.items.choice import (
    MultipleChoice,
    Option,
    SingleChoice,
    TrueFalseNotGiven,
)

BLANK = {"zh": "", "en": ""}


def pair(zh):
    return {"zh": zh, "en": zh.upper()}


def make(kind, keys, n_options=4):
    options = tuple(
        Option(
            id=name,
            text=pair(f"选项 {name}"),
            is_key=name in keys,
            chosen=pair(f"选了 {name}"),
            missed=pair(f"漏了 {name}") if name in keys else BLANK,
        )
        for name in "abcdef"[:n_options]
    )
    return kind(
        id="01-q01",
        kind="",
        paragraphs=("01-p01",),
        claims=("1.01",),
        objective="01-o1",
        stem=pair("题干"),
        hints=(),
        rationale=pair("理由"),
        accept=(),
        reject=(),
        options=options,
    )


@pytest.mark.parametrize(
    ("response", "points", "outcome"),
    [
        (["b"], 1, Outcome.CORRECT),
        (["a"], 0, Outcome.INCORRECT),
        ([], 0, Outcome.INCORRECT),
        (["a", "b"], 0, Outcome.INCORRECT),
    ],
)
def test_single_choice_is_all_or_nothing(response, points, outcome):
    item = make(SingleChoice, "b")
    score = item.score(item.parse(response))
    assert (score.points, score.maximum, score.outcome) == (points, 1, outcome)


@pytest.mark.parametrize(
    ("response", "points"),
    [
        ("abc", 3),  # all three keys
        ("ab", 2),
        ("a", 1),
        ("abd", 1),  # two right, one wrong
        ("ad", 0),  # one right, one wrong
        ("de", 0),  # never below zero
        ("abcde", 1),  # three right, two wrong: choosing everything earns little
        ("", 0),
    ],
)
def test_multiple_choice_is_right_minus_wrong(response, points):
    item = make(MultipleChoice, "abc", n_options=5)
    score = item.score(item.parse(list(response)))
    assert (score.points, score.maximum) == (points, 3)


@given(
    keys=st.sets(st.sampled_from("abcdef"), min_size=1, max_size=5),
    chosen=st.sets(st.sampled_from("abcdef")),
)
def test_one_more_right_choice_never_costs_anything(keys, chosen):
    item = make(MultipleChoice, keys, n_options=6)
    before = item.score(item.parse(sorted(chosen)))
    for key in keys - chosen:
        after = item.score(item.parse(sorted(chosen | {key})))
        assert after.points >= before.points
    assert 0 <= before.points <= before.maximum
    assert (before.outcome is Outcome.CORRECT) == (chosen == keys)


def test_response_order_does_not_matter_and_repetition_counts_once():
    item = make(MultipleChoice, "ac")
    assert item.parse(["c", "a", "c"]) == ["a", "c"]


@pytest.mark.parametrize("response", [None, "a", ["z"], [["a"]], {"a": 1}, [1]])
def test_a_response_of_another_form_is_refused(response):
    with pytest.raises(ResponseError, match="a、b、c、d"):
        make(SingleChoice, "b").parse(response)


def test_feedback_speaks_of_chosen_options_and_of_keys_left_out():
    item = make(MultipleChoice, "ac")
    remarks = [(r.part, r.verdict, r.text["zh"]) for r in item.feedback(["a", "b"])]
    assert remarks == [
        ("a", Verdict.RIGHT, "选了 a"),
        ("b", Verdict.WRONG, "选了 b"),
        ("", Verdict.MISSED, "漏了 c"),
    ]


def test_a_wrong_single_choice_does_not_name_the_key():
    remarks = make(SingleChoice, "b").feedback(["a"])
    assert [(r.part, r.verdict) for r in remarks] == [("a", Verdict.WRONG)]


@pytest.mark.parametrize("kind", [SingleChoice, MultipleChoice, TrueFalseNotGiven])
def test_what_the_browser_sees_holds_no_key_and_no_feedback(kind):
    public = make(kind, "b").public()
    assert set(public) == {"is_multiple", "options"}
    assert all(set(option) == {"id", "text"} for option in public["options"])
