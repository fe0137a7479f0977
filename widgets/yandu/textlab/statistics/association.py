"""Association measures and effect sizes: what a difference between counts is worth.

Pure functions of numbers. Most compare two samples: a unit occurs `count` times among
the `size` tokens of the one and `reference` times among the `reference_size` tokens of
the other. Those of collocation take how often two units occur together and each alone.

*Evidence* (G², Fisher's exact test, t-score) says how badly chance alone explains a
difference, and grows with the size of the text. An *effect size* (log ratio, %DIFF)
says how large the difference is, however little of it was seen. Neither replaces the
other.
"""

from functools import lru_cache
from math import erfc, fsum, inf, log, log2, nan, sqrt

# Two outcomes of equal probability may differ by rounding: what is as likely as the
# observed outcome within this factor counts as equally likely (R's fisher.test).
_AS_LIKELY = 1 + 1e-7
# What stands for a count of zero in a log ratio (Hardie 2014).
_HALF = 0.5


def expected_counts(
    count: int, reference: int, size: int, reference_size: int
) -> tuple[float, float, float, float]:
    """Return what the four cells would hold if both samples were alike.

    Returns:
        The unit in the sample and in the reference, everything else in the sample and
        in the reference: row total times column total, by the sum of all.

    Raises:
        ValueError: If a sample holds no token, or less than its count.
    """
    _check(count, reference, size, reference_size)
    whole = size + reference_size
    unit = count + reference
    others = whole - unit
    return (
        unit * size / whole,
        unit * reference_size / whole,
        others * size / whole,
        others * reference_size / whole,
    )


def g2_four_cell(count: int, reference: int, size: int, reference_size: int) -> float:
    """Return G² over all four cells: 2 Σ O ln(O/E).

    Source: Dunning (1993), Accurate methods for the statistics of surprise and
    coincidence, Computational Linguistics 19(1), 61-74.

    Returns:
        0 or more; under chance alone it follows χ² with one degree of freedom, well
        enough where no expected count is below 5.

    Raises:
        ValueError: If a sample holds no token, or less than its count.
    """
    observed = (count, reference, size - count, reference_size - reference)
    return _g2(observed, expected_counts(count, reference, size, reference_size))


def g2_two_cell(count: int, reference: int, size: int, reference_size: int) -> float:
    """Return G² over the unit's own two cells: 2 (a ln(a/E₁) + b ln(b/E₂)).

    The form of Wmatrix and many tools. It leaves out all other tokens, and so comes out
    slightly below the four cells for a rare unit.

    Source: Rayson and Garside (2000), Comparing corpora using frequency profiling,
    Proceedings of the Workshop on Comparing Corpora, 1-6.

    Raises:
        ValueError: If a sample holds no token, or less than its count.
    """
    expected = expected_counts(count, reference, size, reference_size)
    return _g2((count, reference), expected[:2])


def chi_squared_p(statistic: float) -> float:
    """Return the probability of χ², one degree of freedom, at `statistic` or above."""
    return erfc(sqrt(statistic / 2))


@lru_cache(maxsize=1 << 16)
def fisher_exact(count: int, reference: int, size: int, reference_size: int) -> float:
    """Return p of Fisher's exact test, two-sided.

    The probability, with all margins as they are, of every outcome that is at most as
    likely as the observed one. Exact where G² is not: at small expected counts.

    Source: Fisher (1935), The logic of inductive inference, Journal of the Royal
    Statistical Society 98(1), 39-82; on word counts Pedersen (1996), Fishing for
    exactness.

    Raises:
        ValueError: If a sample holds no token, or less than its count.
    """
    _check(count, reference, size, reference_size)
    unit = count + reference
    least, most = max(0, unit - reference_size), min(unit, size)
    # Likelihoods relative to the mode, each from its neighbour: no factorial is needed.
    mode = (unit + 1) * (size + 1) // (size + reference_size + 2)
    mode = min(max(mode, least), most)
    likelihood = 1.0
    likelihoods = {mode: likelihood}
    for at in range(mode, most):
        likelihood *= (unit - at) * (size - at)
        likelihood /= (at + 1) * (reference_size - unit + at + 1)
        likelihoods[at + 1] = likelihood
    likelihood = 1.0
    for at in range(mode, least, -1):
        likelihood *= at * (reference_size - unit + at)
        likelihood /= (unit - at + 1) * (size - at + 1)
        likelihoods[at - 1] = likelihood
    top = likelihoods[count] * _AS_LIKELY
    extreme = fsum(each for each in likelihoods.values() if each <= top)
    return min(1.0, extreme / fsum(likelihoods.values()))


def log_ratio(count: int, reference: int, size: int, reference_size: int) -> float:
    """Return log₂ of the ratio of the two relative frequencies; 1 is twice as often.

    A count of zero is taken as 0.5.

    Source: Hardie (2014), Log Ratio: an informal introduction, CASS, Lancaster.

    Raises:
        ValueError: If a sample holds no token, or less than its count.
    """
    _check(count, reference, size, reference_size)
    return log2(((count or _HALF) / size) / ((reference or _HALF) / reference_size))


def percent_diff(count: int, reference: int, size: int, reference_size: int) -> float:
    """Return by how many per cent the relative frequency exceeds the reference's.

    Source: Gabrielatos and Marchi (2011), Keyness: matching metrics to definitions,
    Corpus Linguistics in the South 1. They replace a reference of zero by 10⁻¹⁸, which
    makes a number of twenty digits that means nothing; here it is infinite.

    Returns:
        -100 (not in the sample at all) or more; infinite if it occurs in the sample
        only; not a number if in neither.

    Raises:
        ValueError: If a sample holds no token, or less than its count.
    """
    _check(count, reference, size, reference_size)
    if not reference:
        return inf if count else nan
    return 100 * (count * reference_size - reference * size) / (reference * size)


def pmi(joint: int, first: int, second: int, size: int) -> float:
    """Return pointwise mutual information: log₂(joint · size / (first · second)).

    How many times as often as by chance two units occur together, in powers of two. It
    favours rare words: two that occur once, together, reach the highest value there is.

    Source: Church and Hanks (1990), Word association norms, mutual information, and
    lexicography, Computational Linguistics 16(1), 22-29; there it is called the
    association ratio, and said to be unstable below counts of five.

    Returns:
        Minus infinity if the two never occur together.

    Raises:
        ValueError: If `first`, `second` or `size` is not positive.
    """
    if min(first, second, size) < 1 or joint < 0:
        msg = "pmi wants positive counts"
        raise ValueError(msg)
    return log2(joint * size / (first * second)) if joint else -inf


def log_dice(joint: int, first: int, second: int) -> float:
    """Return logDice: 14 + log₂(2 · joint / (first + second)).

    At most 14, where the two occur only together; one less is half as much. It does not
    depend on the size of the text, so that texts can be compared by it.

    Source: Rychlý (2008), A lexicographer-friendly association score, Proceedings of
    RASLAN 2008, 6-9.

    Returns:
        Minus infinity if the two never occur together.

    Raises:
        ValueError: If `first` or `second` is not positive.
    """
    if min(first, second) < 1 or joint < 0:
        msg = "log_dice wants positive counts"
        raise ValueError(msg)
    return 14 + log2(2 * joint / (first + second)) if joint else -inf


def t_score(joint: int, expected: float) -> float:
    """Return the t-score: (joint - expected) / √joint.

    Unlike MI it favours frequent words.

    Source: Church, Gale, Hanks and Hindle (1991), Using statistics in lexical analysis,
    in Zernik (ed.), Lexical Acquisition, 115-164.

    Returns:
        Minus infinity if the two never occur together.

    Raises:
        ValueError: If a count is negative.
    """
    if joint < 0 or expected < 0:
        msg = "t_score wants counts of 0 or more"
        raise ValueError(msg)
    return (joint - expected) / sqrt(joint) if joint else -inf


def _g2(observed: tuple[int, ...], expected: tuple[float, ...]) -> float:
    # An empty cell adds nothing: x ln x goes to 0 with x.
    pairs = zip(observed, expected, strict=True)
    total = 2 * fsum(cell * log(cell / wanted) for cell, wanted in pairs if cell)
    return max(0.0, total)  # rounding may leave it just below


def _check(count: int, reference: int, size: int, reference_size: int) -> None:
    if not (0 <= count <= size and 0 <= reference <= reference_size):
        msg = "a count must be between 0 and the size of its sample"
        raise ValueError(msg)
    if not (size and reference_size):
        msg = "a sample must hold a token"
        raise ValueError(msg)
