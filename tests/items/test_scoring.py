"""Points are worked out by hand from the rules in `yandu.items.scoring`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.items.scoring import RULES, score_choices

RULE = st.sampled_from(sorted(RULES))
PARTS = "abcdefgh"
KEYS = st.sets(st.sampled_from(PARTS), min_size=1)
CHOSEN = st.sets(st.sampled_from(PARTS))


@pytest.mark.parametrize(
    ("chosen", "minus", "covered", "all_or"),
    [
        # keys a b c; coverage is 3 * (right / 3) * (right / chosen) = right² / chosen
        ("abc", 3, 3, 3),
        ("ab", 2, 2, 0),
        ("abd", 1, 4 / 3, 0),
        ("abcd", 2, 9 / 4, 0),
        ("ad", 0, 1 / 2, 0),
        ("de", 0, 0, 0),
        ("", 0, 0, 0),
        ("abcdefgh", 0, 9 / 8, 0),
    ],
)
def test_three_rules(chosen, minus, covered, all_or):
    points = [score_choices(rule, "abc", chosen).points for rule in RULES]
    assert points == pytest.approx([minus, covered, all_or])
    assert {score_choices(rule, "abc", chosen).maximum for rule in RULES} == {3}


@given(RULE, KEYS, CHOSEN)
def test_full_points_for_exactly_the_keys_and_none_for_nothing(rule, keys, chosen):
    score = score_choices(rule, keys, chosen)
    assert 0 <= score.points <= score.maximum == len(keys)
    assert (score.points == score.maximum) == (chosen == keys)
    assert score_choices(rule, keys, ()).points == 0


@given(RULE, KEYS, CHOSEN)
def test_one_more_right_part_never_costs_anything(rule, keys, chosen):
    before = score_choices(rule, keys, chosen).points
    for key in keys - chosen:
        assert score_choices(rule, keys, chosen | {key}).points >= before
    for distractor in chosen - keys:
        assert score_choices(rule, keys, chosen - {distractor}).points >= before
