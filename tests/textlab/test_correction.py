"""Correction for many tests, against the paper's own example and scipy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from yandu.textlab import benjamini_hochberg

#: The fifteen p of the example in Benjamini and Hochberg (1995), section 4.
EXAMPLE = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
]


def test_the_papers_example_rejects_four():
    assert sum(q <= 0.05 for q in benjamini_hochberg(EXAMPLE)) == 4


def test_a_hand_sum():
    # 4 tests: .01·4/1 = .04; .02·4/2 = .04; .04·4/3 = .16/3; .5·4/4 = .5
    assert benjamini_hochberg([0.5, 0.01, 0.04, 0.02]) == pytest.approx(
        [0.5, 0.04, 0.16 / 3, 0.04], rel=1e-12
    )
    assert benjamini_hochberg([]) == []
    assert benjamini_hochberg([0.03]) == [0.03]


probabilities = st.lists(st.floats(0, 1), min_size=1, max_size=50)


@given(probabilities)
def test_it_agrees_with_scipy(p_values):
    assert benjamini_hochberg(p_values) == pytest.approx(
        list(stats.false_discovery_control(p_values)), rel=1e-9
    )


@given(probabilities)
def test_q_rises_with_p_and_is_never_smaller(p_values):
    pairs = sorted(zip(p_values, benjamini_hochberg(p_values), strict=True))
    assert [q for _, q in pairs] == sorted(q for _, q in pairs)
    assert all(p <= q * (1 + 1e-12) and q <= 1 for p, q in pairs)
    assert len({*pairs}) == len({*p_values})  # equal p, equal q


@pytest.mark.parametrize("p", [-0.1, 1.1, float("nan")])
def test_what_is_no_probability_is_refused(p):
    with pytest.raises(ValueError, match="p"):
        benjamini_hochberg([0.5, p])
