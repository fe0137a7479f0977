"""Sorting concordance lines by what stands beside the node.

This module works on arrays, like `index`: tens of thousands of lines are sorted in some
milliseconds. Each unit beside a node becomes a number that follows its Unicode order;
three numbers make one key.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from yandu.textlab.texts.index import Index, Places, Unit

if TYPE_CHECKING:
    from yandu.textlab.search.concordance import Sort

# How many units of a context are looked at to sort two lines.
SORTED_UNITS = 12
# And to sort by one place: more would only be seen between repeated passages.
SIDE_UNITS = 5
# Code points and token numbers have at most 21 bits: three fit into one integer.
BITS = 21
PER_KEY = 3


def order_of(
    index: Index,
    starts: Places,
    ends: Places,
    sort: "Sort",
    unit: Unit,
    width: int,
) -> Places:
    """Return the order of lines, as the numbers of hits.

    Args:
        index: The text.
        starts: Where each hit begins.
        ends: Where it ends.
        sort: ``left``, ``right``: by the units of that side, the nearest first. ``L1``
            to ``R3``: by the unit in that place, then by the first five of its side.
        unit: What a place is counted in.
        width: How many units are shown; ``left`` and ``right`` look at no more.
    """
    is_left = sort[0] in "lL"
    by_side = sort in ("left", "right")
    depth = min(width, SORTED_UNITS) if by_side else SIDE_UNITS
    borders = starts if is_left else ends
    columns = _columns(index, borders, -depth if is_left else depth, unit)
    if not by_side:
        place = int(sort[1]) - 1
        columns = np.hstack([columns[:, place : place + 1], columns])
    keys = [
        _key(columns[:, at : at + PER_KEY])
        for at in range(0, columns.shape[1], PER_KEY)
    ]
    # The last key counts most; equal lines stay in the order of the text.
    return np.lexsort(keys[::-1]) if keys else np.arange(len(starts))


def _key(columns: NDArray[np.int64]) -> NDArray[np.int64]:
    key = np.zeros(len(columns), np.int64)
    for column in columns.T:
        key = (key << BITS) | column
    return key


def _columns(index: Index, borders: Places, n: int, unit: Unit) -> NDArray[np.int64]:
    """Return the numbers of the units beside each border, nearest first; 0 for none."""
    if not n or not len(borders):
        return np.zeros((len(borders), 0), np.int64)
    inside = index.sentences_of(borders)
    steps = np.arange(n) if n > 0 else -1 - np.arange(-n)
    if unit == "character":
        at = borders[:, None] + steps
        first, last = index.starts[inside], index.ends[inside] - 1
        codes: NDArray[np.integer[Any]] = index.characters()
    else:
        tokens = index.tokens
        at = tokens.beside(borders, n)[:, None] + (steps if n > 0 else steps + 1)
        first, last = tokens.first[inside], tokens.last[inside]
        codes = tokens.numbers
    if not len(codes):
        return np.zeros(at.shape, np.int64)
    is_there = (at >= first[:, None]) & (at <= last[:, None])
    found = codes[np.clip(at, 0, len(codes) - 1)].astype(np.int64) + 1
    columns: NDArray[np.int64] = np.where(is_there, found, 0)
    if unit == "token":
        edges = index.tokens.starts if n > 0 else index.tokens.ends
        is_whole = edges[np.clip(at[:, 0], 0, len(edges) - 1)] == borders
        if not np.all(is_whole | ~is_there[:, 0]):
            columns[:, 0] = _ranks(_nearest(index, borders, n))
    return columns


def _nearest(index: Index, borders: Places, n: int) -> list[str]:
    """Return the units beside each border, of a token the part beside it."""
    far = index.reach(borders, 1 if n > 0 else -1, "token")
    pairs = (borders, far) if n > 0 else (far, borders)
    return [index.string[start:end].strip() for start, end in zip(*pairs, strict=True)]


def _ranks(strings: Sequence[str]) -> list[int]:
    """Return the rank of each string among them; 0 for an empty one."""
    ranks = {one: rank for rank, one in enumerate(sorted({"", *strings}))}
    return [ranks[one] for one in strings]
