"""What a check shows, as a function of the item and of what the store holds."""

import dataclasses
from datetime import UTC, datetime

import pytest

from tests.items.test_choice import make, pair
from yandu.checks.state import item_view, verdict_text
from yandu.items import Score
from yandu.items.choice import MultipleChoice
from yandu.items.item import Band
from yandu.progress import Attempt, ItemState

ITEM = dataclasses.replace(
    make(MultipleChoice, "abc", n_options=5),
    bands=(Band(0, pair("低")), Band(50, pair("过半")), Band(100, pair("满"))),
)


def attempt(response, **fields):
    return Attempt(
        "01-q01", "01", list(response), 0, 3, "partial", 0, datetime.now(UTC), **fields
    )


@pytest.mark.parametrize(
    ("response", "comment"),
    [("d", "低"), ("a", "低"), ("ab", "过半"), ("abc", "满"), ("abcd", "过半")],
)
def test_feedback_by_score_comes_with_the_verdict(response, comment):
    # right minus wrong of three: 0, 1, 2, 3 and 2 points; 50 % are 1.5
    view = item_view(ITEM, attempt(response), ItemState("01-q01"))
    assert view["comment"]["zh"] == comment


def test_no_band_speaks_before_an_attempt_or_over_a_draft():
    assert "comment" not in item_view(ITEM, None, ItemState("01-q01"))
    draft = ItemState("01-q01", response=["a"])
    assert "comment" not in item_view(ITEM, attempt("abc"), draft)


def test_a_standing_attempt_is_shown_in_its_own_order_a_draft_in_another():
    answered = item_view(ITEM, attempt("a", seed=1), ItemState("01-q01", seed=2))
    assert answered["order"] == ITEM.arrange(1)
    draft = ItemState("01-q01", response=["a"], seed=2)
    assert item_view(ITEM, attempt("a", seed=1), draft)["order"] == ITEM.arrange(2)
    assert ITEM.arrange(1) != ITEM.arrange(2)


@pytest.mark.parametrize(
    ("points", "said"), [(4 / 3, "1.33"), (1.999, "1.99"), (2.0, "2"), (0.0, "0")]
)
def test_points_are_cut_and_never_rounded_up_to_what_was_missed(points, said):
    assert f"得 {said} 分" in verdict_text(Score(points, 2))["zh"]
