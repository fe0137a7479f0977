"""Keyness: which words a section or a text has more or fewer of than another."""

from collections.abc import Sequence
from math import nan
from typing import TYPE_CHECKING, NamedTuple

from yandu.messages import Bilingual, both
from yandu.textlab.counts.frequency import each, places_of
from yandu.textlab.counts.notes import keyness_notes
from yandu.textlab.counts.pairs import Pair, each_section, every_pair, one_pair
from yandu.textlab.errors import UnknownChoiceError
from yandu.textlab.results.made import made_by
from yandu.textlab.statistics.association import log_ratio, percent_diff
from yandu.textlab.statistics.evidence import (
    FEW,
    MEASURES,
    Cells,
    Evidence,
    Measure,
    corrected,
    evidence,
    remark,
)
from yandu.textlab.texts.text import Counts, Text

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table

_COLUMNS = (
    "token",
    "count",
    "reference",
    "note",
    "per_thousand",
    "reference_per_thousand",
    "g2",
    "p",
    "q",
    "fisher_p",
    "log_ratio",
    "percent_diff",
)
_KINDS = {
    "section": "head",
    "token": "head",
    "p": "p",
    "q": "p",
    "fisher_p": "p",
    "note": "note",
}


def keyness(
    study: Text | Counts,
    reference: Text | Counts | None = None,
    section: str | int | None = None,
    against: str | int | None = None,
    measure: Measure = "g2",
) -> "Table":
    """Compare the words of a section or a text with those of another.

    What is compared with what:

    - ``keyness(text, section="1")``: a section with the rest of its text;
    - ``keyness(text, section="1", against="4")``: two sections of one text;
    - ``keyness(text)``: each section with the rest, in one table of tested words;
    - ``keyness(text, other)``: two texts, or sections of them if `section` (of the
      first) or `against` (of the second) is given.

    A word is marked as ``more`` or ``fewer`` only if its q is at most 0.05. When a
    section is compared with the rest, q is corrected over the words of *all* sections,
    also those that are not shown, and when two sections are compared, over those of all
    pairs: a reader turns from section to section, and six tables have six chances to
    show something that is not there.

    Args:
        study: The text that is asked about.
        reference: The text that it is compared with; by default the same text.
        section: A section of `study`.
        against: A section of `reference`; without `section` it needs `reference`.
        measure: ``"g2"``, over four cells, or ``"g2_two_cell"``, as Wmatrix has it.

    Returns:
        A table of the words that occur here or are tested. Those that occur fewer than
        five times in both together come last; then by G², the highest first, by count
        and by Unicode order. Its columns are

        - ``section``: only where all sections are compared;
        - ``token``; ``count`` and ``reference``: its occurrences here and there;
        - ``note``, what may be concluded: ``too few`` (not tested: p, q and fisher_p
          are missing), ``more``, ``fewer``, or ``chance``;
        - ``per_thousand`` and ``reference_per_thousand``: in a thousand tokens;
        - ``g2``; ``p``: its probability under chance, by χ²;
        - ``q``: p after Benjamini-Hochberg; made from ``fisher_p`` where that is given;
        - ``fisher_p``: p of Fisher's exact test where an expected count is below 5;
        - ``log_ratio``, ``percent_diff``: how large the difference is.

    Raises:
        UnknownSectionError: If a text has no such section.
        UnknownChoiceError: If `measure` is another word, or `against` names the same
            section as `section`, or stands alone.
        UncutTextError: If a text is not cut.
    """
    if measure not in MEASURES:
        raise UnknownChoiceError(
            name="measure", value=measure, known="、".join(MEASURES)
        )
    section = None if section is None else str(section)
    against = None if against is None else str(against)
    if reference is None and against is None:
        family = each_section(study)
        places_of(study, section)
        shown = [pair for pair in family if section in (None, pair.section)]
    else:
        pair = one_pair(study, reference, section, against)
        shown = family = [pair]
        if reference is None:
            family = every_pair(study, pair, (section or "", against or ""))
    made = made_by(
        "keyness",
        *[text for text in (study, reference) if text is not None],
        section=section,
        against=against,
        measure=None if measure == "g2" else measure,
    )
    return _table(study, shown, family, measure, made)


class Row(NamedTuple):
    """One word of one pair, sorted as the table is.

    A word that is too rare to be tested is listed only where it occurs.
    """

    is_few: bool
    descending_g2: float
    descending_count: int
    token: str
    section: str
    cells: Cells


def _rows(pair: Pair, measure: Measure, with_rare: bool) -> list[Row]:
    if not (pair.size and pair.reference_size):
        return []
    tokens = pair.frequent | pair.counts.keys() if with_rare else pair.frequent
    rows = []
    for cells, words in pair.cells(tokens).items():
        is_few = cells.observed + cells.reference < FEW
        # Equal numbers that were summed in another order stay equal.
        g2 = round(evidence(cells, measure).g2, 9)
        rows += [
            Row(is_few, -g2, -cells.observed, word, pair.section, cells)
            for word in words
        ]
    return rows


def _table(
    study: Text | Counts,
    shown: Sequence[Pair],
    family: Sequence[Pair],
    measure: Measure,
    made: str,
) -> "Table":
    from yandu.textlab.results.table import Table

    q_of, n_tests = _corrected(study, family, measure)
    is_one = len(shown) == 1
    rows = sorted(row for pair in shown for row in _rows(pair, measure, is_one))
    n_shown = sum(not row.is_few for row in rows)
    # Many words have the same numbers: those of rare words are all alike.
    lines = {
        cells: _line(cells, measure, q_of) for cells in {row.cells for row in rows}
    }
    columns = [*zip(*(lines[row.cells] for row in rows), strict=True)]
    data: dict[str, Sequence[object]] = {"token": [row.token for row in rows]}
    data |= zip(_COLUMNS[1:], columns or [()] * (len(_COLUMNS) - 1), strict=True)
    if not is_one:
        data = {"section": [row.section for row in rows]} | data
    top = rows[0] if n_shown else None
    return Table(
        data,
        caption=_caption(study.title, shown, n_shown),
        kinds=_KINDS,
        notes=keyness_notes(
            measure,
            None if top is None else (top.token, top.cells),
            (n_shown, n_tests, len(family)),
            shown,
        ),
        made=made,
    )


def _corrected(
    study: Text | Counts, family: Sequence[Pair], measure: Measure
) -> tuple[dict[float, float], int]:
    """Return q for each p in a family of comparisons, and how many tests it holds."""
    # A text keeps what concerns all its sections, as with a cached property.
    kept: dict[Measure, tuple[dict[float, float], int]]
    kept = vars(study).setdefault("_corrected", {})
    is_rest = bool(family) and family[0].is_rest
    if is_rest and measure in kept:
        return kept[measure]
    tests: list[Evidence] = []
    for pair in family:
        for cells, words in pair.cells(pair.frequent).items():
            tests += [evidence(cells, measure)] * len(words)
    result = corrected(tests), len(tests)
    if is_rest:
        kept[measure] = result
    return result


def _line(
    cells: Cells, measure: Measure, q_of: dict[float, float]
) -> tuple[object, ...]:
    test = evidence(cells, measure)
    if cells.observed + cells.reference < FEW:
        p = q = fisher_p = nan
        note = "too few"
    else:
        p, fisher_p = test.p, test.fisher_p
        q = q_of[test.valid_p]
        note = remark(q, is_more=cells.observed > test.expected)
    return (
        cells.observed,
        cells.reference,
        note,
        1000 * cells.observed / cells.size,
        1000 * cells.reference / cells.reference_size,
        test.g2,
        p,
        q,
        fisher_p,
        log_ratio(*cells),
        percent_diff(*cells),
    )


def _caption(title: Bilingual, shown: Sequence[Pair], n_tests: int) -> Bilingual:
    if len(shown) != 1:
        return both(
            "textlab.keyness_all", **each(title), sections=len(shown), n=n_tests
        )
    [pair] = shown
    return both(
        "textlab.keyness",
        **each(pair.title),
        **each(pair.reference_title, "reference"),
        size=pair.size,
        reference_size=pair.reference_size,
        n=n_tests,
    )
