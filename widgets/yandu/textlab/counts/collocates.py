"""Collocates: which words stand near a node more often than chance would put them."""

from collections import Counter
from math import nan
from typing import TYPE_CHECKING, NamedTuple

from yandu.messages import Bilingual, both
from yandu.textlab.counts.frequency import each, places_of
from yandu.textlab.counts.ngrams import check_number
from yandu.textlab.counts.notes import collocate_notes
from yandu.textlab.results.made import made_by
from yandu.textlab.search.nodes import checked_node, find, within
from yandu.textlab.statistics.association import log_dice, pmi, t_score
from yandu.textlab.statistics.evidence import (
    FEW,
    Cells,
    Evidence,
    corrected,
    evidence,
    remark,
)
from yandu.textlab.texts.text import Counts, Text, in_full

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from yandu.textlab.results.table import Table

_COLUMNS = (
    *("token", "count", "expected", "note", "log_dice"),
    *("g2", "p", "q", "fisher_p", "pmi", "t_score"),
)
_KINDS = {"token": "head", "p": "p", "q": "p", "fisher_p": "p", "note": "note"}


def collocates(
    text: Text | Counts,
    node: str,
    window: int = 5,
    section: str | int | None = None,
    least: int = 2,
) -> "Table":
    """List the words that stand within some words of a node.

    The node is found by characters, as `kwic` finds it: all its occurrences count,
    also those inside a longer word or across two. Every word within the window is
    counted once, even where the windows of two occurrences overlap; the words that
    hold the node itself are not counted. Punctuation is skipped, and a window ends
    with its sentence. (Surface co-occurrence: Evert 2008, Corpora and collocations.)

    q is corrected over every word that occurs five times or more outside the node,
    whether it stands near the node or not.

    Args:
        text: A text in full, cut into words.
        node: What to look for.
        window: How many words on each side, 1 or more.
        section: One section only; by default the whole text.
        least: Leave out what stands near the node fewer times than this, 1 or more.

    Returns:
        A table: words that stand near the node fewer than five times last, then by
        logDice, the highest first, by G², by count and by Unicode order. Its columns
        are

        - ``token``; ``count``: how often it stands in a window;
        - ``expected``: how often by chance: its occurrences times the share of all
          words that lie in a window;
        - ``note``: ``too few`` (fewer than five near the node), ``more``, ``fewer``,
          or ``chance``;
        - ``log_dice``: strength, 14 at most where windows do not overlap;
        - ``g2``, ``p``, ``q``, ``fisher_p``: evidence, as in `keyness`; p, q and
          fisher_p are missing where the word occurs fewer than five times;
        - ``pmi``: mutual information, which favours rare words;
        - ``t_score``: which favours frequent ones.

    Raises:
        EmptyNodeError: If the node holds no character.
        LongNodeError: If it has more than 60.
        UnknownSectionError: If the text has no such section.
        UnknownChoiceError: If `window` or `least` is something else.
        CountsOnlyError: If only counts of the text are known.
        UncutTextError: If the text is not cut.
    """
    text = in_full(text)
    node = checked_node(node)
    check_number("window", window, 1)
    check_number("least", least, 1)
    section = None if section is None else str(section)
    places_of(text, section)
    near = _look(text, node, window, section)
    made = made_by(
        "collocates",
        text,
        node,
        window=None if window == 5 else window,
        section=section,
        least=None if least == 2 else least,
    )
    where: Bilingual = {"zh": "", "en": ""}
    if section is not None:
        where = both("textlab.place", **each(text.section_title(section)))
    caption = both(
        "textlab.collocates",
        **each(text.title),
        **each(where, "where"),
        node=node,
        n=near.n_nodes,
        window=window,
        inside=near.inside_size,
        least=least,
    )
    return _table(near, least, caption, made)


class Near(NamedTuple):
    """The words of a text, parted by whether they stand near a node.

    Attributes:
        n_nodes: How often the node occurs.
        inside: How often each word stands in a window.
        whole: How often each occurs, the words that hold the node left out.
        inside_size: All places in the windows.
        whole_size: All places outside the node.
    """

    n_nodes: int
    inside: Counter[str]
    whole: Counter[str]
    inside_size: int
    whole_size: int

    def cells(self, token: str) -> Cells:
        """Return the four numbers of one word: in the windows, and outside them."""
        count = self.inside[token]
        return Cells(
            count,
            self.whole[token] - count,
            self.inside_size,
            self.whole_size - self.inside_size,
        )


class Row(NamedTuple):
    """One collocate, sorted as the table is."""

    is_few: bool
    descending_log_dice: float
    descending_g2: float
    descending_count: int
    token: str
    cells: Cells
    test: Evidence


def _look(text: Text, node: str, window: int, section: str | None) -> Near:
    import numpy as np

    from yandu.textlab.texts.units import units_of

    words = units_of(text, "token")
    starts, ends = find(text, node, "character")
    if section is not None:
        starts, ends = within(text, starts, ends, [section])
    # The words that end before a node, and those that begin before its end: those
    # between the two numbers hold it.
    before = np.searchsorted(words.ends, starts, "right")
    after = np.searchsorted(words.starts, ends, "left")
    sentence = text.index.sentences_of(starts)
    first = np.searchsorted(words.sentence, sentence, "left")
    last = np.searchsorted(words.sentence, sentence, "right")

    n_words = len(words.numbers)
    is_node, is_near = np.zeros(n_words + 1, bool), np.zeros(n_words + 1, bool)
    for shift in range(int((after - before).max(initial=0))):
        is_node[np.where(before + shift < after, before + shift, n_words)] = True
    # One place more than there are words takes what lies outside a sentence.
    for shift in range(min(window, int((last - first).max(initial=0)))):
        left, right = before - 1 - shift, after + shift
        is_near[np.where(left >= first, left, n_words)] = True
        is_near[np.where(right < last, right, n_words)] = True
    is_here = ~is_node[:n_words]
    if section is not None:
        is_here &= words.place == text.sections.index(section)
    is_inside = is_here & is_near[:n_words]

    def count(kept: "NDArray[np.bool_]") -> Counter[str]:
        counts = np.bincount(words.numbers[kept], minlength=len(words.names))
        pairs = zip(words.names, counts.tolist(), strict=True)
        return Counter({name: n for name, n in pairs if n})

    inside, whole = count(is_inside), count(is_here)
    return Near(len(starts), inside, whole, inside.total(), whole.total())


def _table(near: Near, least: int, caption: Bilingual, made: str) -> "Table":
    from yandu.textlab.results.table import Table

    can_test = 0 < near.inside_size < near.whole_size
    tested = [token for token, count in near.whole.items() if count >= FEW and can_test]
    q_of = corrected([evidence(near.cells(token)) for token in tested])
    rows = sorted(
        _row(near, token)
        for token, count in near.inside.items()
        if count >= least and can_test
    )
    lines = [_line(row, near, q_of) for row in rows]
    columns = [*zip(*lines, strict=True)] or [()] * len(_COLUMNS)
    top = (rows[0].token, rows[0].cells) if rows else None
    return Table(
        dict(zip(_COLUMNS, columns, strict=True)),
        caption=caption,
        kinds=_KINDS,
        notes=collocate_notes(top, near.n_nodes, len(tested)),
        made=made,
    )


def _row(near: Near, token: str) -> Row:
    cells = near.cells(token)
    test = evidence(cells)
    count = cells.observed
    strength = log_dice(count, near.n_nodes, near.whole[token])
    # Equal numbers that were summed in another order stay equal.
    g2 = round(test.g2, 9)
    return Row(count < FEW, -strength, -g2, -count, token, cells, test)


def _line(row: Row, near: Near, q_of: dict[float, float]) -> tuple[object, ...]:
    cells, test = row.cells, row.test
    total = cells.observed + cells.reference
    p = q = fisher_p = nan
    if total >= FEW:
        p, fisher_p, q = test.p, test.fisher_p, q_of[test.valid_p]
    return (
        row.token,
        cells.observed,
        test.expected,
        "too few" if row.is_few else remark(q, cells.observed > test.expected),
        -row.descending_log_dice,
        test.g2,
        p,
        q,
        fisher_p,
        pmi(cells.observed, cells.size, total, cells.size + cells.reference_size),
        t_score(cells.observed, test.expected),
    )
