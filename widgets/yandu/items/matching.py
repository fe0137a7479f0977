"""Fair to Chinese answers: what is overlooked when a typed answer is compared.

How a word was typed is not what an item asks. So the ways in which keyboards and input
methods differ are overlooked, one after the other, and the learner is told which.
"""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass


def fold_width(text: str) -> str:
    """Return `text` with full-width characters made half-width (NFKC)."""
    return unicodedata.normalize("NFKC", text)


def drop_spaces(text: str) -> str:
    """Return `text` without white space and invisible format characters."""
    return "".join(
        char
        for char in text
        if not char.isspace() and unicodedata.category(char) != "Cf"
    )


def drop_punctuation(text: str) -> str:
    """Return `text` without punctuation."""
    return "".join(char for char in text if unicodedata.category(char)[0] != "P")


#: What may be overlooked, in order; the names are message keys under ``allowance``.
ALLOWANCES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("spaces", drop_spaces),
    ("width", fold_width),
    ("punctuation", drop_punctuation),
    ("case", str.casefold),
)


@dataclass(frozen=True)
class Match:
    """A typed answer and the form that it matches.

    Attributes:
        form: The form of the bank that was met.
        allowances: What had to be overlooked; empty for the same characters.
    """

    form: str
    allowances: tuple[str, ...]


def match(typed: str, forms: Iterable[str]) -> Match | None:
    """Return the form that `typed` meets with the fewest allowances, or None."""
    found = [made for form in forms if (made := _match_one(typed, form)) is not None]
    return min(found, key=lambda made: len(made.allowances), default=None)


def _match_one(typed: str, form: str) -> Match | None:
    given, wanted = typed, form
    made: list[str] = []
    if given == wanted:
        return Match(form, ())
    for name, fold in ALLOWANCES:
        folded = fold(given), fold(wanted)
        if folded != (given, wanted):
            made.append(name)
        given, wanted = folded
        if given == wanted:
            # Two texts of nothing but marks would meet as two empty ones.
            return Match(form, tuple(made)) if given else None
    return None
