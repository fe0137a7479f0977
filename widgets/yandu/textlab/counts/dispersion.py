"""Dispersion: how evenly words are spread over the sections of a text."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import nan
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from yandu.messages import both
from yandu.textlab.counts.frequency import (
    Sections,
    character_counts,
    each,
    token_counts,
)
from yandu.textlab.counts.ngrams import check_choice
from yandu.textlab.errors import CountsOnlyError
from yandu.textlab.results.made import made_by
from yandu.textlab.results.render import shown
from yandu.textlab.search.nodes import checked_node, occurrences
from yandu.textlab.statistics.chance import N_THROWS, binomial_band, dp_bands
from yandu.textlab.statistics.evidence import FEW
from yandu.textlab.statistics.spread import spread_of
from yandu.textlab.texts.text import Counts, Text

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table

By = Literal["token", "character"]
BYS: tuple[By, ...] = get_args(By)

_COLUMNS = (
    *("node", "count", "range", "note", "dp", "dp_norm", "juilland_d"),
    *("chance_low", "chance_high"),
)
_KINDS = {
    "node": "head",
    **dict.fromkeys(
        ("dp", "dp_norm", "juilland_d", "chance_low", "chance_high"), "share"
    ),
    "note": "note",
}


def dispersion(
    text: Text | Counts,
    nodes: str | Sequence[str] | None = None,
    by: By = "token",
) -> "Table":
    """Say how evenly words are spread over the sections of a text.

    A rare word is always spread unevenly: it cannot be everywhere. So each measure
    stands beside the band that chance alone gives to a word of that count in sections
    of these sizes; only what lies outside says something about the text.

    Args:
        text: A text, or counts such as ``article()``; its sections are the parts.
        nodes: What to look at, one string or several; by default every word, or every
            Chinese character, that occurs five times or more.
        by: ``"token"``; or ``"character"``, by which a node of any length is found
            inside words and across them, and sizes are counted in characters.

    Returns:
        A table: the nodes in the order that was asked for, or by count, the highest
        first, and by Unicode order. Its columns are

        - ``node``; ``count``: its occurrences; ``range``: in how many sections;
        - ``note``: ``absent``, ``too few`` (under five), ``clumped``, ``even`` (outside
          the band), or ``chance``;
        - ``dp``: Gries' deviation of proportions, 0 (even) to 1 (in one place);
        - ``dp_norm``: the same over its greatest value;
        - ``juilland_d``: 1 (even) to 0, for comparison with older studies;
        - ``chance_low``, ``chance_high``: between these lie 95 % of the values of
          ``dp_norm`` that chance alone gives (see `chance`).

    Raises:
        UnknownChoiceError: If `by` is another word.
        EmptyNodeError: If a node holds no character.
        LongNodeError: If one has more than 60.
        CountsOnlyError: If a node of several characters is to be found by characters
            in a text of which only counts are known.
        UncutTextError: If tokens are asked of a text that is not cut.
    """
    check_choice("by", by, BYS)
    if isinstance(nodes, str):
        nodes = [nodes]
    listed = None if nodes is None else [*dict.fromkeys(map(checked_node, nodes))]
    units, sizes = _count(text, listed, by)
    if listed is None:
        whole: Counter[str] = Counter()
        for counts in units.values():
            whole.update(counts)
        frequent = [node for node, count in whole.items() if count >= FEW]
        listed = sorted(frequent, key=lambda node: (-whole[node], node))
    rows = _rows(listed, units, sizes)
    made = made_by("dispersion", text, nodes=nodes, by=None if by == "token" else by)
    return _table(text, rows, sizes, made)


def strip(text: Text | Counts, node: str, by: By | None = None) -> "Table":
    """Say how often a node stands in each section, and how often by chance.

    Args:
        text: A text, or counts such as ``article()``.
        node: What to look at.
        by: ``"token"`` or ``"character"``, as in `dispersion`; by default characters
            for a text in full and tokens for counts.

    Returns:
        A table, the sections in the order of the text, with the columns

        - ``section``; ``size``: its words, or its Chinese characters;
        - ``count``; ``per_thousand``: occurrences, and those in a thousand of them;
        - ``expected``: the node's occurrences by the section's share of the text;
        - ``chance_low``, ``chance_high``: between these, both included, lie at least
          95 % of the counts that chance alone gives (binomial, exact);
        - ``note``: ``absent`` or ``too few`` (under five in the whole text), ``more``,
          ``fewer``, or ``chance``. Of twenty sections one lies outside by chance.

    Raises:
        As `dispersion` does.
    """
    by = by or ("token" if isinstance(text, Counts) else "character")
    check_choice("by", by, BYS)
    node = checked_node(node)
    units, sizes = _count(text, [node], by)
    counts = [units[section][node] for section in text.sections]
    made = made_by("strip", text, node)
    return _strip_table(text, node, counts, sizes, made)


class Row(NamedTuple):
    """One row of a table of dispersion."""

    node: str
    n: int
    range: int
    note: str
    dp: float
    dp_norm: float
    juilland_d: float
    chance_low: float
    chance_high: float


def _count(
    text: Text | Counts, nodes: Sequence[str] | None, by: By
) -> tuple[Sections, tuple[int, ...]]:
    """Return the counts of each section, and the sizes of the sections."""
    units = token_counts(text) if by == "token" else character_counts(text)
    sizes = tuple(counts.total() for counts in units.values())
    if by == "token" or nodes is None or all(len(node) == 1 for node in nodes):
        return units, sizes
    if isinstance(text, Counts):
        raise CountsOnlyError(title=text.title["zh"], title_en=text.title["en"])
    found: Sections = {section: Counter() for section in text.sections}
    for sentence in text.sentences:
        for node in nodes:
            n = sum(1 for _ in occurrences(sentence.text, node))
            found[sentence.section][node] += n
    return found, sizes


def _rows(nodes: Sequence[str], units: Sections, sizes: tuple[int, ...]) -> list[Row]:
    sections = [*units.values()]
    spread = {node: [counts.get(node, 0) for counts in sections] for node in nodes}
    has_parts = sum(map(bool, sizes)) > 1
    numbers = frozenset(filter(None, map(sum, spread.values())))
    bands = dp_bands(numbers, sizes) if has_parts else {}
    rows = []
    for node, counts in spread.items():
        whole, measured = sum(counts), _measured(tuple(counts), sizes)
        low, high = bands.get(whole, (nan, nan))
        note = _remark(whole, measured.dp_norm, low, high)
        n_parts = sum(map(bool, counts))
        rows.append(Row(node, whole, n_parts, note, *measured, low, high))
    return rows


_measured = lru_cache(maxsize=1 << 14)(spread_of)


def _remark(count: int, dp_norm: float, low: float, high: float) -> str:
    if count < FEW:
        return "too few" if count else "absent"
    if dp_norm > high:
        return "clumped"
    return "even" if dp_norm < low else "chance"


def _table(
    text: Text | Counts, rows: list[Row], sizes: tuple[int, ...], made: str
) -> "Table":
    from yandu.textlab.results.table import Table

    columns = [*zip(*rows, strict=True)] or [()] * len(_COLUMNS)
    top = next((row for row in rows if row.n), None)
    n_judged = sum(row.n >= FEW for row in rows)
    notes = []
    if top is not None:
        values = (
            top._asdict()
            | {"count": top.n}
            | {
                name: shown(getattr(top, name), 3)
                for name in ("dp", "dp_norm", "juilland_d", "chance_low", "chance_high")
            }
        )
        whole = sum(sizes)
        values |= {
            "sizes": ", ".join(str(size) for size in sizes),
            "least": shown(min(size for size in sizes if size) / whole, 3),
            "parts": sum(map(bool, sizes)),
        }
        notes = [
            both("textlab.formula_dp", **values),
            both("textlab.formula_dp_norm", **values),
            both("textlab.formula_juilland_d", **values),
            both("textlab.formula_band", **values | {"n": n_judged}, throws=N_THROWS),
        ]
    return Table(
        dict(zip(_COLUMNS, columns, strict=True)),
        caption=both(
            "textlab.dispersion",
            **each(text.title),
            sections=len(text.sections),
            n=len(rows),
        ),
        kinds=_KINDS,
        notes=[*notes, both("textlab.few_occurrences", least=FEW)],
        made=made,
    )


def _strip_table(
    text: Text | Counts,
    node: str,
    counts: list[int],
    sizes: tuple[int, ...],
    made: str,
) -> "Table":
    from yandu.textlab.results.table import Table

    whole, size = sum(counts), sum(sizes)
    shares = [part / size if size else 0.0 for part in sizes]
    bands = [binomial_band(whole, share) for share in shares]
    rates = zip(counts, sizes, strict=True)
    data = {
        "section": text.sections,
        "size": sizes,
        "count": counts,
        "per_thousand": [1000 * count / part if part else nan for count, part in rates],
        "expected": [whole * share for share in shares],
        "chance_low": [low for low, _ in bands],
        "chance_high": [high for _, high in bands],
        "note": [
            _place_remark(whole, count, *band)
            for count, band in zip(counts, bands, strict=True)
        ],
    }
    return Table(
        data,
        caption=both("textlab.strip", **each(text.title), node=node, n=whole),
        kinds={"section": "head", "count": "bar", "note": "note"},
        notes=[both("textlab.formula_strip", sections=len(counts))],
        made=made,
    )


def _place_remark(whole: int, count: int, low: int, high: int) -> str:
    if whole < FEW:
        return "too few" if whole else "absent"
    if low <= count <= high:
        return "chance"
    return "more" if count > high else "fewer"
