"""What stands under a result: its formulas, their sources, and one row's numbers.

Each formula is one line, so that a learner can do the sum again by hand.
"""

from collections.abc import Sequence

from yandu.messages import Bilingual, both
from yandu.textlab.counts.pairs import Pair
from yandu.textlab.results.render import shown
from yandu.textlab.statistics.association import (
    expected_counts,
    log_dice,
    log_ratio,
    percent_diff,
    pmi,
    t_score,
)
from yandu.textlab.statistics.evidence import FEW, SMALL, Cells, Measure, evidence

#: A reference should be this many times as long as what is compared with it
#: (Berber Sardinha 2000).
LONG_ENOUGH = 5


def keyness_notes(
    measure: Measure,
    top: tuple[str, Cells] | None,
    tests: tuple[int, int, int],
    pairs: Sequence[Pair],
) -> list[Bilingual]:
    """Return the lines under a table of keyness.

    Args:
        measure: Which G².
        top: The word of the first row and its numbers; None if no word was tested.
        tests: How many tests the table shows, how many were corrected for, and in how
            many comparisons.
        pairs: What is compared in the table.
    """
    n_shown, n_tests, n_pairs = tests
    few = both("textlab.few_words", least=FEW)
    if top is None:
        return [few]
    unit, cells = top
    sizes = {"n1": cells.size, "n2": cells.reference_size}
    notes = [
        g2_note(measure, unit, cells),
        p_note(unit, cells),
        q_note(n_tests),
        both(
            "textlab.formula_effect",
            unit=unit,
            a=cells.observed,
            b=cells.reference,
            **sizes,
            log_ratio=shown(log_ratio(*cells)),
            percent_diff=shown(percent_diff(*cells)),
        ),
        few,
    ]
    if n_tests > n_shown:
        key = "textlab.family" if pairs[0].is_rest else "textlab.family_pairs"
        notes.insert(3, both(key, n=n_tests, shown=n_shown, pairs=n_pairs))
    times = min(pair.reference_size / pair.size for pair in pairs)
    if times < LONG_ENOUGH:
        notes.append(both("textlab.short_reference", times=f"{times:.1f}"))
    return notes


def collocate_notes(
    top: tuple[str, Cells] | None, node_count: int, n_tests: int
) -> list[Bilingual]:
    """Return the lines under a table of collocates.

    Args:
        top: The word of the first row and its numbers; None if there is no row.
        node_count: How often the node occurs.
        n_tests: How many tests were corrected for.
    """
    warning = both("textlab.mi_warning", least=FEW)
    if top is None:
        return [warning]
    unit, cells = top
    joint, total = cells.observed, cells.observed + cells.reference
    expected = expected_counts(*cells)[0]
    values = {"unit": unit, "joint": joint, "total": total, "window": cells.size}
    return [
        both(
            "textlab.formula_expected",
            **values,
            size=cells.size + cells.reference_size,
            expected=shown(expected),
        ),
        both(
            "textlab.formula_log_dice",
            **values,
            node=node_count,
            log_dice=shown(log_dice(joint, node_count, total)),
        ),
        g2_note("g2", unit, cells),
        *([p_note(unit, cells), q_note(n_tests)] if n_tests else []),
        both(
            "textlab.formula_pmi",
            **values,
            expected=shown(expected),
            pmi=shown(pmi(joint, cells.size, total, cells.size + cells.reference_size)),
            t_score=shown(t_score(joint, expected)),
        ),
        warning,
    ]


def g2_note(measure: Measure, unit: str, cells: Cells) -> Bilingual:
    """Return the line on G²."""
    observed = (
        cells.observed,
        cells.reference,
        cells.size - cells.observed,
        cells.reference_size - cells.reference,
    )
    n_cells = 4 if measure == "g2" else 2
    return both(
        f"textlab.formula_{measure}",
        unit=unit,
        observed=_list(observed[:n_cells]),
        expected=_list(expected_counts(*cells)[:n_cells]),
        g2=shown(evidence(cells, measure).g2),
    )


def p_note(unit: str, cells: Cells) -> Bilingual:
    """Return the line on p, with the p that holds for `unit`."""
    least = min(expected_counts(*cells))
    key = "textlab.formula_fisher" if least < SMALL else "textlab.formula_chi"
    p = evidence(cells).valid_p
    return both(
        key, unit=unit, small=SMALL, least=shown(least), p=shown(p, _precision(p))
    )


def q_note(n_tests: int) -> Bilingual:
    """Return the line on q."""
    return both("textlab.formula_q", n=n_tests)


def _precision(p: float) -> int:
    """Return how many decimals show two figures of a small number."""
    return next((n for n in range(2, 20) if p >= 0.1 ** (n - 1)), 20)


def _list(numbers: Sequence[float]) -> str:
    return ", ".join(shown(number) for number in numbers)
