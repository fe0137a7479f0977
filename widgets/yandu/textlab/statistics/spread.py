"""Measures of dispersion: how evenly a unit is spread over the parts of a text.

Pure functions of two lists: `counts`, how often the unit occurs in each part, and
`sizes`, how large each part is. Parts of size 0 are left out.
"""

from collections.abc import Sequence
from math import fsum, nan, sqrt
from typing import NamedTuple


def gries_dp(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """Return Gries' deviation of proportions: ½ Σ |vᵢ - sᵢ|.

    vᵢ is the share of the unit's occurrences that lie in part i, sᵢ the share of the
    text that part i makes up.

    Source: Gries (2008), Dispersions and adjusted frequencies in corpora, International
    Journal of Corpus Linguistics 13(4), 403-437.

    Returns:
        0 (spread exactly as the sizes are) to less than 1 (all in the smallest part);
        not a number for a unit that does not occur.

    Raises:
        ValueError: If the lists differ in length, or a number is negative.
    """
    return spread_of(counts, sizes).dp


def normalised_dp(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """Return DP over its greatest value, 1 - the share of the smallest part.

    Source: Lijffijt and Gries (2012), Correction to "Dispersions and adjusted
    frequencies in corpora", International Journal of Corpus Linguistics 17(1), 147-149.

    Returns:
        0 to 1; not a number for a unit that does not occur, or a single part.

    Raises:
        ValueError: If the lists differ in length, or a number is negative.
    """
    return spread_of(counts, sizes).dp_norm


def juilland_d(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """Return Juilland's D: 1 - V / √(n - 1), V = standard deviation / mean.

    Both are of the relative frequencies in the n parts; the deviation is that of a
    whole population. For comparison with older studies only: with many parts nearly
    every word comes near 1 (Biber et al. 2016).

    Source: Juilland, Brodin and Davidovitch (1970), Frequency dictionary of French
    words; for parts of different sizes Gries (2020), Analyzing dispersion, in Paquot
    and Gries (eds.), A practical handbook of corpus linguistics, 99-118.

    Returns:
        0 (all in one part) to 1; not a number for a unit that does not occur, or a
        single part.

    Raises:
        ValueError: If the lists differ in length, or a number is negative.
    """
    return spread_of(counts, sizes).juilland_d


class Spread(NamedTuple):
    """The three measures of one unit."""

    dp: float
    dp_norm: float
    juilland_d: float


def spread_of(counts: Sequence[int], sizes: Sequence[int]) -> Spread:
    """Return all three measures at once.

    Raises:
        ValueError: If the lists differ in length, or a number is negative.
    """
    parts = [pair for pair in zip(counts, sizes, strict=True) if pair[1]]
    if counts and sizes and min(*counts, *sizes) < 0:
        msg = "counts and sizes must be 0 or more"
        raise ValueError(msg)
    n, whole, size = len(parts), sum(counts), sum(sizes)
    if not whole:
        return Spread(nan, nan, nan)
    # Over one denominator, so that equal shares differ by exactly nothing.
    gaps = sum([abs(count * size - part * whole) for count, part in parts])
    dp = gaps / (2 * whole * size)
    if n < 2:
        return Spread(dp, nan, nan)
    smallest = min(part for _, part in parts)
    rates = [count / part for count, part in parts]
    mean = fsum(rates) / n
    deviation = sqrt(fsum([(rate - mean) ** 2 for rate in rates]) / n)
    return Spread(
        dp,
        min(1.0, gaps / (2 * whole * (size - smallest))),
        max(0.0, 1 - deviation / mean / sqrt(n - 1)),
    )
