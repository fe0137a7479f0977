"""Measures of association against scipy, nltk, and numbers printed in the papers."""

from itertools import product
from math import inf, isnan, log2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics import BigramAssocMeasures
from scipy import stats

from yandu.textlab import (
    chi_squared_p,
    expected_counts,
    fisher_exact,
    g2_four_cell,
    g2_two_cell,
    log_dice,
    log_ratio,
    percent_diff,
    pmi,
    t_score,
)

#: Sizes of the article's sections against the rest, of each other, of large corpora.
SIZES = [(144, 1353), (271, 1226), (353, 205), (1000, 1000), (40, 90_000)]
COUNTS = [0, 1, 2, 5, 13, 40]
REFERENCES = [0, 1, 4, 9, 39, 200]
TABLES = [
    (count, reference, *sizes)
    for count, reference, sizes in product(COUNTS, REFERENCES, SIZES)
    if count + reference
]
#: joint, first, second, size; the smallest, the greatest and zeros among them.
PAIRS = [
    (joint, first, second, size)
    for joint, first, second, size in product(
        [0, 1, 2, 5, 30], [1, 5, 30, 50], [1, 7, 30, 400], [1000, 1_000_000]
    )
    if joint <= min(first, second)
]


def same(value):
    return pytest.approx(value, rel=1e-9, abs=1e-11)


def cells(count, reference, size, reference_size):
    return [[count, reference], [size - count, reference_size - reference]]


def test_there_are_two_hundred_cases_and_more():
    assert len(TABLES) + len(PAIRS) >= 200
    assert sum(0 in table for table in TABLES) >= 50  # zero cells


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_keyness_agrees_with_scipy(table):
    count, reference, *_ = table
    found = stats.chi2_contingency(
        cells(*table), correction=False, lambda_="log-likelihood"
    )
    assert expected_counts(*table) == same(tuple(found.expected_freq.ravel()))
    assert g2_four_cell(*table) == same(found.statistic)
    assert chi_squared_p(found.statistic) == same(found.pvalue)
    two = stats.power_divergence(
        [count, reference], list(expected_counts(*table)[:2]), lambda_="log-likelihood"
    )
    assert g2_two_cell(*table) == same(two.statistic)
    assert fisher_exact(*table) == pytest.approx(
        stats.fisher_exact(cells(*table)).pvalue, rel=1e-9
    )


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_effect_sizes_agree_with_scipy(table):
    count, reference, size, reference_size = table
    if count and reference:
        ratio = stats.contingency.relative_risk(
            count, size, reference, reference_size
        ).relative_risk
        assert log_ratio(*table) == same(log2(ratio))
        assert percent_diff(*table) == same(100 * (ratio - 1))
    elif count:
        assert log_ratio(*table) == same(log2(count / size / 0.5 * reference_size))
        assert percent_diff(*table) == inf
    else:
        assert log_ratio(*table) == same(log2(0.5 / size / reference * reference_size))
        assert percent_diff(*table) == -100


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_collocation_agrees_with_nltk(pair):
    joint, first, second, size = pair
    margins = joint, (first, second), size
    if joint:
        assert pmi(*pair) == same(BigramAssocMeasures.pmi(*margins))
        dice = BigramAssocMeasures.dice(*margins)
        assert log_dice(joint, first, second) == same(14 + log2(dice))
        expected = first * second / size
        assert t_score(joint, expected) == same(BigramAssocMeasures.student_t(*margins))
    else:
        assert pmi(*pair) == log_dice(joint, first, second) == -inf
        assert t_score(joint, 0.5) == -inf
    if first + second - joint <= size:
        table = (joint, second - joint, first, size - first)
        assert g2_four_cell(*table) == pytest.approx(
            BigramAssocMeasures.likelihood_ratio(*margins), rel=1e-9, abs=1e-9
        )


@pytest.mark.parametrize(
    ("ab", "a", "b", "neither", "printed"),
    [
        (110, 2442, 111, 29114, 270.72),  # the swiss
        (29, 13, 123, 31612, 263.90),  # can be
        (31, 23, 139, 31584, 256.84),  # previous year
        (10, 0, 3, 31764, 167.23),  # mineral water
    ],
)
def test_the_table_of_dunning_1993(ab, a, b, neither, printed):
    """Table 1 of the paper: bigrams of a Swiss bank's reports, G² to two decimals."""
    assert g2_four_cell(ab, b, ab + a, b + neither) == pytest.approx(printed, abs=0.005)


@pytest.mark.parametrize(
    ("joint", "first", "second", "printed"),
    [
        (12, 111, 621, 11.3),  # honorary doctor
        (8, 1105, 44, 11.3),  # doctors dentists
        (30, 1105, 241, 10.7),  # doctors nurses
        (8, 1105, 154, 9.4),  # doctors treating
        (6, 275, 621, 9.0),  # examined doctor
    ],
)
def test_the_table_of_church_and_hanks_1990(joint, first, second, printed):
    """Their table of words near "doctor", one decimal.

    The size of the corpus is itself given as 15 million: a tenth either way.
    """
    assert pmi(joint, first, second, 15_000_000) == pytest.approx(printed, abs=0.1)


def test_hand_sums():
    # 3 of 10 against 1 of 20: 4 of 30 in all. p: outcomes 3 and 4 of 4 in the 10.
    # C(10,3) C(20,1) + C(10,4) = 2400 + 210 of C(30,4) = 27405; 0 has C(20,4) = 4845.
    assert fisher_exact(3, 1, 10, 20) == same((2400 + 210) / 27405)
    assert percent_diff(3, 1, 10, 20) == 500
    assert log_ratio(4, 1, 10, 20) == same(3)  # eight times as often
    assert log_ratio(1, 0, 10, 20) == same(2)  # 1/10 against half of 1/20
    assert log_dice(5, 5, 5) == 14
    assert log_dice(5, 10, 10) == 13
    assert pmi(1, 1, 1, 1024) == 10
    assert t_score(4, 1) == 1.5
    assert isnan(percent_diff(0, 0, 10, 20))
    assert fisher_exact(0, 0, 10, 20) == 1
    assert g2_four_cell(1, 2, 10, 20) == same(0)


tables = st.tuples(st.integers(1, 2000), st.integers(1, 2000)).flatmap(
    lambda sizes: st.tuples(
        st.integers(0, min(60, sizes[0])),
        st.integers(0, min(60, sizes[1])),
        *map(st.just, sizes),
    )
)


@given(tables)
def test_any_table_of_counts(table):
    count, reference, size, reference_size = table
    swapped = (reference, count, reference_size, size)
    assert g2_four_cell(*table) >= g2_two_cell(*table) - 1e-9 >= -1e-9
    assert g2_four_cell(*table) == pytest.approx(g2_four_cell(*swapped), abs=1e-9)
    assert 0 <= fisher_exact(*table) <= 1
    assert fisher_exact(*table) == pytest.approx(fisher_exact(*swapped))
    assert log_ratio(*table) == pytest.approx(-log_ratio(*swapped))
    assert sum(expected_counts(*table)) == pytest.approx(size + reference_size)
    if count and reference:
        is_more = count * reference_size > reference * size
        assert (log_ratio(*table) > 1e-12) == is_more
        assert (percent_diff(*table) > 0) == is_more


@settings(deadline=None)
@given(tables)
def test_the_exact_test_agrees_with_scipy_on_any_table(table):
    assert fisher_exact(*table) == pytest.approx(
        stats.fisher_exact(cells(*table)).pvalue, rel=1e-9
    )


@pytest.mark.parametrize("table", [(-1, 0, 5, 5), (6, 0, 5, 5), (0, 1, 5, 0)])
@pytest.mark.parametrize(
    "measure",
    [expected_counts, g2_four_cell, g2_two_cell, fisher_exact, log_ratio, percent_diff],
)
def test_impossible_counts_are_refused(measure, table):
    with pytest.raises(ValueError, match=r"count|sample"):
        measure(*table)


def test_impossible_pairs_are_refused():
    for ask in (
        lambda: pmi(1, 0, 1, 10),
        lambda: pmi(-1, 1, 1, 10),
        lambda: log_dice(0, 0, 1),
        lambda: t_score(-1, 1),
    ):
        with pytest.raises(ValueError, match="counts"):
            ask()
