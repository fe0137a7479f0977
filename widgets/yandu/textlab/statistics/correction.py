"""Correction for many tests: of a hundred words, five look special by chance alone."""

from collections.abc import Sequence

#: The share of chance findings that is put up with among what is marked.
LEVEL = 0.05


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """Return the corrected p of each test, called q: p · n / rank, made monotone.

    Of the tests whose q is at most 0.05, no more than five in a hundred are expected to
    be chance findings; where all are chance, the probability of any is at most 0.05.

    Source: Benjamini and Hochberg (1995), Controlling the false discovery rate, Journal
    of the Royal Statistical Society B 57(1), 289-300.

    Args:
        p_values: p of every test that was made, also of those that showed nothing.

    Returns:
        The q values in the same order.

    Raises:
        ValueError: If a p is not between 0 and 1.
    """
    if not all(0 <= p <= 1 for p in p_values):
        msg = "a p must be between 0 and 1"
        raise ValueError(msg)
    n = len(p_values)
    corrected = [1.0] * n
    least = 1.0
    order = sorted(range(n), key=p_values.__getitem__, reverse=True)
    for rank, at in zip(range(n, 0, -1), order, strict=True):
        least = min(least, p_values[at] * n / rank)
        corrected[at] = least
    return corrected
