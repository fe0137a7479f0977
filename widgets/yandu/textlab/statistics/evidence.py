"""The test of one difference between counts."""

from collections.abc import Sequence
from functools import lru_cache
from math import nan
from typing import Literal, NamedTuple

from yandu.textlab.statistics.association import (
    chi_squared_p,
    expected_counts,
    fisher_exact,
    g2_four_cell,
    g2_two_cell,
)
from yandu.textlab.statistics.correction import LEVEL, benjamini_hochberg

Measure = Literal["g2", "g2_two_cell"]
MEASURES: tuple[Measure, ...] = ("g2", "g2_two_cell")
#: Below this many occurrences nothing is said of a unit but its counts.
FEW = 5
#: Below this expected count χ² is no good approximation (Cochran 1954).
SMALL = 5


class Cells(NamedTuple):
    """Four numbers of which a difference is tested (see `association`).

    Attributes:
        observed: How often the unit occurs in the sample.
        reference: How often in the reference.
        size: Tokens of the sample.
        reference_size: Tokens of the reference.
    """

    observed: int
    reference: int
    size: int
    reference_size: int


class Evidence(NamedTuple):
    """What tells a difference from chance.

    Attributes:
        expected: The expected count in the sample.
        g2: G².
        p: Its p by χ².
        fisher_p: p of Fisher's exact test where an expected count is below 5, else not
            a number.
    """

    expected: float
    g2: float
    p: float
    fisher_p: float

    @property
    def valid_p(self) -> float:
        """The p that holds: exact where the approximation does not."""
        return self.p if self.fisher_p != self.fisher_p else self.fisher_p


@lru_cache(maxsize=1 << 16)
def evidence(cells: Cells, measure: Measure = "g2") -> Evidence:
    """Test one difference.

    Whichever G² is asked for, four cells decide whether the exact test is needed.
    """
    expected = expected_counts(*cells)
    g2 = (g2_four_cell if measure == "g2" else g2_two_cell)(*cells)
    exact = fisher_exact(*cells) if min(expected) < SMALL else nan
    return Evidence(expected[0], g2, chi_squared_p(g2), exact)


def corrected(tests: Sequence[Evidence]) -> dict[float, float]:
    """Return q for each p that holds in a family of tests."""
    p_values = [test.valid_p for test in tests]
    return dict(zip(p_values, benjamini_hochberg(p_values), strict=True))


def remark(q: float, is_more: bool) -> str:
    """Return the note of a tested row: ``more``, ``fewer`` or ``chance``."""
    if q > LEVEL:
        return "chance"
    return "more" if is_more else "fewer"
