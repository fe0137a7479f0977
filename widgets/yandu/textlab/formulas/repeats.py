"""Maximal repeats: strings that come again, and that are no mere part of a longer one.

A repeat is maximal if what stands before it varies, and what stands after it, too: the
boundary freedom of Harris (From phoneme to morpheme, Language 31, 1955, pp. 190-222) in
its plainest form, two different neighbours on each side. So 群众满意 that always stands
in 人民群众满意 is not told twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yandu.textlab.texts.text import is_han

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

INSIDE = "、"


@dataclass(frozen=True)
class Repeat:
    """A string that occurs several times.

    Attributes:
        string: The string.
        places: Offsets of its occurrences, in order; they may overlap.
    """

    string: str
    places: tuple[int, ...]


def maximal_repeats(
    string: str, shortest: int = 4, longest: int = 40, least: int = 2
) -> Iterator[Repeat]:
    """Yield the maximal repeats of a text, the shorter first.

    A repeat is of Chinese characters; 、 may stand inside it, all other characters end
    it. Two neighbours that are no Chinese character count as different: there the
    repeat is free.

    Args:
        string: The text.
        shortest: How many characters it has at least.
        longest: How many it has at most.
        least: How many times it must occur.
    """
    import numpy as np

    codes = np.array([_code(char) for char in string] + [0], dtype=np.int64)
    places = np.nonzero(codes)[0]
    groups = codes[places]
    for length in range(1, longest + 1):
        if length > 1:
            places, groups = _longer(places, groups)
        _, groups, counts = np.unique(groups, return_inverse=True, return_counts=True)
        enough = counts[groups] >= least
        places, groups = places[enough], groups[enough]
        if not len(places):
            return
        if length >= shortest:
            yield from _free(string, codes, places, groups, length)


def _code(char: str) -> int:
    return ord(char) if is_han(char) or char == INSIDE else 0


def _longer(places: "Numbers", groups: "Numbers") -> tuple["Numbers", "Numbers"]:
    """Join strings of n characters that overlap in all but one, to n + 1.

    Both are frequent if the longer one is, so that nothing else need be looked at.
    """
    import numpy as np

    follows = np.nonzero(np.diff(places) == 1)[0]
    width = int(groups.max()) + 1
    return places[follows], groups[follows] * width + groups[follows + 1]


def _free(
    string: str, codes: "Numbers", places: "Numbers", groups: "Numbers", length: int
) -> Iterator[Repeat]:
    """Yield the groups whose neighbours differ on both sides, but for 、 at an end."""
    import numpy as np

    order = np.argsort(groups, kind="stable")
    borders = np.nonzero(np.diff(groups[order]))[0] + 1
    for group in np.split(places[order], borders):
        if INSIDE in (string[group[0]], string[group[0] + length - 1]):
            continue
        if _varies(codes, group - 1) and _varies(codes, group + length):
            start = int(group[0])
            yield Repeat(string[start : start + length], tuple(group.tolist()))


def _varies(codes: "Numbers", places: "Numbers") -> bool:
    neighbours = codes[places]  # -1 is the last code, which is that of no character
    return bool((neighbours != neighbours[0]).any()) or not neighbours[0]
