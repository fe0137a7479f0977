"""Measures of dispersion against fractions worked out by hand and printed tables."""

from fractions import Fraction
from math import isnan, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.textlab import gries_dp, juilland_d, normalised_dp

CASES = [
    # counts, sizes, DP, greatest DP: each a fraction by hand.
    # Shares 1/4 3/4 of a unit, 1/2 1/2 of the text: (1/4 + 1/4) / 2; 1 - 1/2.
    ([1, 3], [50, 50], Fraction(1, 4), Fraction(1, 2)),
    # Exactly as the sizes are.
    ([1, 2, 3], [10, 20, 30], Fraction(0), Fraction(5, 6)),
    # All in the smallest part, 1/6: (5/6 + 1/3 + 1/2) / 2 = 5/6, the greatest there is.
    ([4, 0, 0], [10, 20, 30], Fraction(5, 6), Fraction(5, 6)),
    # All in the largest: (1/6 + 1/3 + 1/2) / 2.
    ([0, 0, 4], [10, 20, 30], Fraction(1, 2), Fraction(5, 6)),
    # 2/3 1/3 0 of thirds: (1/3 + 0 + 1/3) / 2 = 1/3; 1 - 1/3.
    ([2, 1, 0], [7, 7, 7], Fraction(1, 3), Fraction(2, 3)),
    # A part without a token changes nothing.
    ([2, 1, 0, 0], [7, 7, 7, 0], Fraction(1, 3), Fraction(2, 3)),
    # 人民 in the article: shares 0 9/13 0 0 0 4/13 … as in the file of counts.
    (
        [0, 9, 0, 1, 0, 3],
        [144, 271, 238, 353, 205, 286],
        (Fraction(9, 13) - Fraction(271, 1497))
        + (Fraction(3, 13) - Fraction(286, 1497)),
        1 - Fraction(144, 1497),
    ),
]


@pytest.mark.parametrize(("counts", "sizes", "dp", "greatest"), CASES)
def test_dp_is_the_fraction_worked_out_by_hand(counts, sizes, dp, greatest):
    assert gries_dp(counts, sizes) == pytest.approx(float(dp), rel=1e-12, abs=0)
    normalised = float(dp / greatest)
    assert normalised_dp(counts, sizes) == pytest.approx(normalised, rel=1e-12, abs=0)


def test_the_example_of_gries_2020():
    """The small corpus of Gries (2020), Analyzing dispersion: five parts, fifty words.

    The word "a": 1 to 5 times in parts of 9, 10, 10, 10, 11 words; printed there are
    DP 0.18, its normalised form 0.22 and D 0.785.
    """
    counts, sizes = [1, 2, 3, 4, 5], [9, 10, 10, 10, 11]
    assert gries_dp(counts, sizes) == pytest.approx(0.18, abs=0.005)
    assert normalised_dp(counts, sizes) == pytest.approx(0.22, abs=0.005)
    assert juilland_d(counts, sizes) == pytest.approx(0.785, abs=0.0005)


def test_the_example_of_lijffijt_and_gries_2012():
    """Page 148: three equal parts, 2/3 and 1/3 of the occurrences; normalised 0.5."""
    assert gries_dp([2, 1, 0], [1, 1, 1]) == pytest.approx(1 / 3, rel=1e-12)
    assert normalised_dp([2, 1, 0], [1, 1, 1]) == pytest.approx(1 / 2, rel=1e-12)


def test_the_example_of_carroll_1970():
    """Page 14: Juilland's D of a word that occurs 0, 4, 3, 2, 1 times, 0.6464."""
    printed = pytest.approx(0.6464, abs=0.00005)
    assert juilland_d([0, 4, 3, 2, 1], [10, 10, 10, 10, 10]) == printed


@pytest.mark.parametrize(
    ("counts", "sizes", "d"),
    [
        # Rates 1/50 3/50: mean 2/50, deviation 1/50, V = 1/2, over √1.
        ([1, 3], [50, 50], 1 / 2),
        # Equal rates.
        ([1, 2, 3], [10, 20, 30], 1),
        # Rates 1/10 0 0: mean 1/30, deviation √(2/9)/10, V = √2, over √2.
        ([1, 0, 0], [10, 20, 30], 0),
        # Rates 2/7 1/7 0: mean 1/7, deviation √(2/3)/7, V = √(2/3), over √2.
        ([2, 1, 0], [7, 7, 7], 1 - sqrt(1 / 3)),
    ],
)
def test_juilland_d_worked_out_by_hand(counts, sizes, d):
    assert juilland_d(counts, sizes) == pytest.approx(d, rel=1e-12, abs=1e-12)


spreads = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 500)), min_size=2, max_size=12
).filter(lambda parts: any(count for count, _ in parts))


@given(spreads)
def test_measures_lie_between_0_and_1(parts):
    counts, sizes = zip(*parts, strict=True)
    assert 0 <= gries_dp(counts, sizes) < 1
    assert gries_dp(counts, sizes) <= normalised_dp(counts, sizes) <= 1
    assert 0 <= juilland_d(counts, sizes) <= 1 + 1e-12


@given(spreads, st.integers(2, 9))
def test_only_proportions_count(parts, times):
    counts, sizes = zip(*parts, strict=True)
    more = [times * count for count in counts]
    for measure in (gries_dp, normalised_dp, juilland_d):
        assert measure(more, sizes) == pytest.approx(measure(counts, sizes), abs=1e-9)
        turned = measure(counts[::-1], sizes[::-1])
        assert turned == pytest.approx(measure(counts, sizes), abs=1e-9)


def test_what_has_no_dispersion():
    for measure in (gries_dp, normalised_dp, juilland_d):
        assert isnan(measure([0, 0], [5, 5]))
        assert isnan(measure([], []))
        with pytest.raises(ValueError, match="0 or more"):
            measure([-1, 2], [5, 5])
        with pytest.raises(ValueError, match="argument"):
            measure([1], [5, 5])
    assert gries_dp([3], [5]) == 0
    assert isnan(normalised_dp([3], [5]))
    assert isnan(juilland_d([3], [5]))
