"""Chance bands against scipy and against every text that there can be."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from yandu.textlab import normalised_dp
from yandu.textlab.statistics.chance import binomial_band, dp_bands

ARTICLE = (144, 271, 238, 353, 205, 286)


@pytest.mark.parametrize("sizes", [(10, 20, 30), (5, 5), (144, 271, 205)])
@pytest.mark.parametrize("count", [5, 6, 8])
def test_a_band_holds_what_chance_gives(count, sizes):
    """The exact distribution: every way to put the occurrences into the parts."""
    low, high = dp_bands(frozenset({count}), sizes)[count]
    shares = [size / sum(sizes) for size in sizes]
    below = above = 0.0
    for counts in product(range(count + 1), repeat=len(sizes)):
        if sum(counts) == count:
            p = stats.multinomial.pmf(counts, count, shares)
            value = normalised_dp(counts, sizes)
            below += p * (value < low - 1e-9)
            above += p * (value > high + 1e-9)
    assert below <= 0.025 + 0.01
    assert above <= 0.025 + 0.01


def test_bands_narrow_as_a_word_becomes_frequent():
    """The upper ends of 90 % bands, measured apart with these sizes: 0.68, 0.48, 0.35."""
    bands = dp_bands(frozenset({5, 10, 20, 200, 5000}), ARTICLE)
    tops = [bands[count][1] for count in (5, 10, 20, 200, 5000)]
    for top, within in zip(tops[:3], (0.68, 0.48, 0.35), strict=True):
        assert within < top < within + 0.08
    assert tops == sorted(tops, reverse=True)
    assert all(0 <= low < high <= 1 for low, high in bands.values())


def test_a_band_does_not_depend_on_what_else_is_asked():
    alone = dp_bands(frozenset({17}), (9, 10, 11))[17]
    sizes = (9, 10, 11, 0)  # a part of size 0 changes nothing, and is not the same key
    assert dp_bands(frozenset({3, 17, 40}), sizes)[17] == alone
    assert dp_bands(frozenset({17, 18}), (9, 10, 11))[17] == alone


@settings(deadline=None)
@given(st.integers(0, 80), st.floats(0.01, 0.99))
def test_the_band_of_one_part_is_scipys(count, share):
    low, high = binomial_band(count, share)
    law = stats.binom(count, share)
    # The last before the tail would be more than 2.5 %, to rounding.
    assert law.cdf(low - 1) <= 0.025 + 1e-9
    assert law.cdf(low) > 0.025 - 1e-9
    assert law.sf(high) <= 0.025 + 1e-9
    assert law.sf(high - 1) > 0.025 - 1e-9


def test_a_part_that_is_nothing_or_all():
    assert binomial_band(7, 0.0) == (0, 0)
    assert binomial_band(7, 1.0) == (7, 7)
    assert binomial_band(0, 0.5) == (0, 0)
