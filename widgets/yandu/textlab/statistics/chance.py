"""Chance bands: what a measure does where nothing but size is at work.

The chance is this: each occurrence falls into a part with the probability that the
part's size gives it, whatever the others do (a multinomial distribution).
"""

from functools import lru_cache
from math import exp, lgamma, log, log1p

#: What lies within a band: 95 of 100 chance results.
LEVEL = 0.95
#: How many texts are thrown for a band, always from the same seed.
N_THROWS = 2000
_SEED = 2020
# Up to here the occurrences are thrown one by one, and every smaller number is had on
# the way; above, all at once.
_ONE_BY_ONE = 128


def dp_bands(
    counts: frozenset[int], sizes: tuple[int, ...]
) -> dict[int, tuple[float, float]]:
    """Return the band of normalised DP for units that occur so many times.

    By simulation with a fixed seed, so that the same question has the same answer; a
    band that was made is kept.

    Args:
        counts: Numbers of occurrences, each 1 or more.
        sizes: Sizes of the parts, two or more that are not 0.

    Returns:
        For each number the lower and the upper end: 2.5 % of the chance results lie
        below the one, 2.5 % above the other.
    """
    made = _made(sizes)
    missing = sorted(counts - made.keys())
    if missing:
        made.update(_throw(missing, sizes))
    return {count: made[count] for count in counts}


@lru_cache(maxsize=64)
def _made(sizes: tuple[int, ...]) -> dict[int, tuple[float, float]]:
    return {}


def _throw(counts: list[int], sizes: tuple[int, ...]) -> dict[int, tuple[float, float]]:
    import numpy as np

    shares = np.array([size for size in sizes if size]) / sum(sizes)
    n_parts, tail = len(shares), round(N_THROWS * (1 - LEVEL) / 2)
    one_by_one = np.random.default_rng(_SEED)
    columns = n_parts * np.arange(N_THROWS)
    held = np.zeros((N_THROWS, n_parts), np.int64)
    bands, thrown = {}, 0
    for count in counts:
        if count > _ONE_BY_ONE:
            held = np.random.default_rng((_SEED, count)).multinomial(
                count, shares, N_THROWS
            )
        else:
            draws = one_by_one.random((count - thrown, N_THROWS))
            fell = np.searchsorted(np.cumsum(shares)[:-1], draws, "right") + columns
            held += np.bincount(fell.ravel(), minlength=held.size).reshape(held.shape)
            thrown = count
        gaps = np.sort(np.abs(held / count - shares).sum(axis=1)) / 2
        ends = gaps[[tail, -1 - tail]] / (1 - shares.min())
        bands[count] = (float(ends[0]), float(ends[1]))
    return bands


def binomial_band(count: int, share: float) -> tuple[int, int]:
    """Return how many of `count` occurrences chance puts into one part.

    Exact: of the binomial distribution, at most 2.5 % lies below the lower end, and at
    most 2.5 % above the upper one.

    Args:
        count: Occurrences in the whole text, 0 or more.
        share: The share of the text that the part makes up, 0 to 1.
    """
    if share in (0, 1):
        return (0, 0) if share == 0 else (count, count)
    tail = (1 - LEVEL) / 2
    terms = [_binomial(at, count, share) for at in range(count + 1)]
    below, low = 0.0, 0
    while below + terms[low] <= tail:
        below += terms[low]
        low += 1
    above, high = 0.0, count
    while above + terms[high] <= tail:
        above += terms[high]
        high -= 1
    return low, high


def _binomial(at: int, count: int, share: float) -> float:
    ways = lgamma(count + 1) - lgamma(at + 1) - lgamma(count - at + 1)
    return exp(ways + at * log(share) + (count - at) * log1p(-share))
