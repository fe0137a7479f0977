"""The words, or the Chinese characters, of a text as numbers in a row.

This module imports numpy. It is itself imported by what counts strings and windows,
when it counts the first ones. A text keeps the row that has been made of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from yandu.textlab.texts.text import Text, is_han, is_word

By = Literal["token", "character"]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Units:
    """The units of a text in a row, its punctuation left out.

    Attributes:
        names: Number to unit; the numbers follow the Unicode order of the units.
        numbers: The number of each unit in the row.
        starts: Where each begins in the string of the text's index.
        ends: Where each ends.
        sentence: In which sentence each stands.
        place: In which section: its place among the sections of the text.
        at: Which unit of the text each is, punctuation counted, and one more at the
            end of each sentence: two units stand side by side where this differs by 1.
    """

    names: list[str]
    numbers: Numbers
    starts: Numbers
    ends: Numbers
    sentence: Numbers
    place: Numbers
    at: Numbers

    def strings(self, starts: Numbers, n: int, glue: str) -> list[str]:
        """Return the strings of `n` units that begin at some places of the row."""
        rows = self.numbers[starts[:, None] + np.arange(n)].tolist()
        name = self.names.__getitem__
        return [glue.join(map(name, row)) for row in rows]


def units_of(text: Text, by: By) -> Units:
    """Return the units of a text.

    Raises:
        UncutTextError: If tokens are asked of a text that is not cut.
    """
    # As a cached property would, which cannot take `by`.
    kept: dict[str, Units] = vars(text).setdefault("_units", {})
    if by not in kept:
        kept[by] = _tokens(text) if by == "token" else _characters(text)
    return kept[by]


def _tokens(text: Text) -> Units:
    tokens = text.index.tokens
    names = [*tokens.codes]
    numbers = tokens.numbers.astype(np.int64)
    spans = tokens.starts.astype(np.int64), tokens.ends.astype(np.int64)
    return _units(text, names, numbers, spans, is_word)


def _characters(text: Text) -> Units:
    string = text.index.string
    points = np.frombuffer(string.encode("utf-32-le", "surrogatepass"), np.uint32)
    known, numbers = np.unique(points, return_inverse=True)
    starts = np.arange(len(points))
    return _units(
        text, [*map(chr, known.tolist())], numbers, (starts, starts + 1), is_han
    )


def _units(
    text: Text,
    names: list[str],
    numbers: Numbers,
    spans: tuple[Numbers, Numbers],
    is_unit: Callable[[str], bool],
) -> Units:
    starts, ends = spans
    sentence = text.index.sentences_of(starts)
    order = {section: place for place, section in enumerate(text.sections)}
    place = np.fromiter(
        (order[each.section] for each in text.sentences), np.int64, len(text.sentences)
    )
    is_kept = np.fromiter(map(is_unit, names), bool, len(names))
    kept = is_kept[numbers] if len(numbers) else np.zeros(0, bool)
    renumbered = np.cumsum(is_kept) - 1
    at = np.arange(len(numbers)) + sentence
    return Units(
        names=[name for name, is_one in zip(names, is_kept, strict=True) if is_one],
        numbers=renumbered[numbers[kept]],
        starts=starts[kept],
        ends=ends[kept],
        sentence=sentence[kept],
        place=place[sentence[kept]] if len(place) else sentence[kept],
        at=at[kept],
    )


@dataclass(frozen=True, eq=False)
class Ngrams:
    """The strings of n units in a row.

    Attributes:
        first: For each different string, where in the row of units one begins.
        counts: How often each occurs.
        which: For each place where one begins, which it is.
        places: For each such place, in which section it lies.
    """

    first: Numbers
    counts: Numbers
    which: Numbers
    places: Numbers

    def ranges(self, n_sections: int) -> Numbers:
        """Return in how many sections each string occurs."""
        here = np.sort(self.which * n_sections + self.places)
        here = here[np.diff(here, prepend=-1) != 0]
        return np.bincount(here // max(1, n_sections), minlength=len(self.counts))


def ngrams_of(units: Units, n: int, place: int | None = None) -> Ngrams:
    """Count the strings of n units; none reaches over punctuation or a sentence.

    Args:
        units: The row.
        n: How many units, 1 or more.
        place: One section only.
    """
    n_starts = max(0, len(units.numbers) - n + 1)
    is_solid = units.at[n - 1 :][:n_starts] - units.at[:n_starts] == n - 1
    if place is not None:
        is_solid &= units.place[:n_starts] == place
    starts = np.flatnonzero(is_solid)
    codes, top, base = units.numbers[starts], len(units.names), len(units.names)
    for shift in range(1, n):
        if (
            base and top > _MOST // base
        ):  # the numbers would no longer fit: give smaller ones
            known, codes = np.unique(codes, return_inverse=True)
            top = len(known)
        codes = codes * base + units.numbers[starts + shift]
        top *= base
    _, first, which, counts = np.unique(
        codes, return_index=True, return_inverse=True, return_counts=True
    )
    return Ngrams(starts[first], counts, which, units.place[starts])


_MOST = 1 << 62
