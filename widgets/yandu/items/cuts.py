"""Cuts of a string into words: how they are written, and how far two of them agree.

A cut is the sorted numbers of the characters before each place that is cut:
国家/安全/观 is ``(2, 4)``.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

CUT, OPTIONAL = "/", "~"
WRITTEN = re.compile(r"[^\s/~]+(?:[/~][^\s/~]+)*")


@dataclass(frozen=True)
class Cut:
    """A string with its cuts, as an author writes it: ``国家/安全~观``.

    Attributes:
        text: The string alone.
        places: Where it is cut.
        optional: Where it may be cut or not.
    """

    text: str
    places: tuple[int, ...]
    optional: tuple[int, ...]


@dataclass(frozen=True)
class Agreement:
    """How far a cut agrees with a reference, counted in words.

    A word is right if both its borders are borders of the reference and none of the
    reference lies between them.

    Source: Sproat and Emerson, "The First International Chinese Word Segmentation
    Bakeoff", Proceedings of the Second SIGHAN Workshop, 2003, pp. 133-143: recall,
    precision, and F as their balanced harmonic mean.

    Attributes:
        n_words: Words of the cut, at least 1.
        n_reference: Words of the reference, at least 1.
        n_right: Words that are right.
    """

    n_words: int
    n_reference: int
    n_right: int

    @property
    def precision(self) -> float:
        """Right words over words of the cut, 0 to 1."""
        return self.n_right / self.n_words

    @property
    def recall(self) -> float:
        """Right words over words of the reference, 0 to 1."""
        return self.n_right / self.n_reference

    @property
    def f1(self) -> float:
        """2PR / (P + R), which is 2 * right / (words + words of the reference)."""
        return 2 * self.n_right / (self.n_words + self.n_reference)


def read_cut(written: str) -> Cut | None:
    """Return a written cut, or None if it has not the form ``国家/安全~观``."""
    if not WRITTEN.fullmatch(written):
        return None
    n_before = 0
    places: dict[str, list[int]] = {CUT: [], OPTIONAL: []}
    for char in written:
        if char in places:
            places[char].append(n_before)
        else:
            n_before += 1
    text = written.replace(CUT, "").replace(OPTIONAL, "")
    return Cut(text, tuple(places[CUT]), tuple(places[OPTIONAL]))


def spans(length: int, places: Sequence[int]) -> list[tuple[int, int]]:
    """Return start and end of each word of a string that is cut at sorted `places`."""
    return list(pairwise([0, *places, length]))


def words(text: str, places: Sequence[int]) -> list[str]:
    """Return the words of a string that is cut at sorted `places`."""
    return [text[start:end] for start, end in spans(len(text), places)]


def reference_for(
    places: Collection[int], gold: Collection[int], optional: Collection[int]
) -> list[int]:
    """Return the reference to which a cut is held.

    An optional place is taken as the cut has it: whoever cuts 放/在 is held to 放/在,
    whoever does not to 放在. So neither is a fault, and neither a merit.
    """
    return sorted({*gold, *(set(places) & set(optional))})


def agreement(
    length: int, places: Sequence[int], reference: Sequence[int]
) -> Agreement:
    """Return how far a cut of a string of `length` agrees with a reference."""
    given, wanted = spans(length, places), spans(length, reference)
    return Agreement(len(given), len(wanted), len(set(given) & set(wanted)))
