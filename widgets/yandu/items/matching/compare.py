"""Comparing a typed answer with the forms of the bank, allowance by allowance."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from yandu.items.matching.dates import fold_dates
from yandu.items.matching.numerals import fold_numerals
from yandu.items.matching.policy import DEFAULT, Policy
from yandu.items.matching.script import could_be_traditional, fold_script
from yandu.items.matching.signs import (
    drop_punctuation,
    drop_spaces,
    fold_case,
    fold_codes,
    fold_width,
    is_mark,
)

Fold = Callable[[str], str]
#: A fold and the message key, under ``allowance``, that tells of it.
Folds = tuple[tuple[str, Fold], ...]

#: In the order in which they must be made: a numeral is known once 萬 is 万, a date
#: once its numbers are digits, and its points must stand until then.
FOLDS: Folds = (
    ("spaces", drop_spaces),
    ("codes", fold_codes),
    ("width", fold_width),
    ("case", fold_case),
    ("script", fold_script),
    ("numerals", fold_numerals),
    ("date", fold_dates),
    ("punctuation", drop_punctuation),
)
#: Fields of a policy whose allowance has another name.
FIELDS = {"date": "dates"}
#: The folds that look at single signs only.
SIGNS = ("spaces", "codes", "width", "case")
#: Those that are made before any number is read.
EARLY = (*SIGNS, "script")
#: What a unit may stand behind.
NUMERALS = "零〇一二三四五六七八九两十百千万亿"
#: How much longer than a form a typed answer may be that can still meet it, in letters:
#: 九千九百九十九万 has nine for eight digits. A long paste is refused unread.
LONGER = 8


@dataclass(frozen=True)
class Match:
    """A typed answer and the form that it matches.

    Attributes:
        form: The form of the bank that was met.
        allowances: What had to be overlooked, each a message key under ``allowance``;
            empty for the same characters. None of them could be spared.
    """

    form: str
    allowances: tuple[str, ...]


def match(typed: str, forms: Iterable[str], policy: Policy = DEFAULT) -> Match | None:
    """Return the form that `typed` meets with the fewest allowances, or None."""
    found = [
        Match(form, allowances)
        for form in forms
        if (allowances := _allowances(typed, form, policy)) is not None
    ]
    return min(found, key=lambda made: len(made.allowances), default=None)


def _allowances(typed: str, form: str, policy: Policy) -> tuple[str, ...] | None:
    """Return what must be overlooked for two texts to meet, or None if they do not."""
    if typed == form:
        return ()
    longest = max((len(word) for group in policy.synonyms for word in group), default=4)
    if _letters(typed) > LONGER * (_letters(form) + longest):
        return None
    for folds in _ways(policy, could_be_traditional(typed + form)):
        if _meet(typed, form, folds):
            return _needed(typed, form, folds)
    return None


def _letters(text: str) -> int:
    """Return the number of characters that no fold drops."""
    return sum(
        text.count(char)
        for char in set(text)
        if drop_spaces(char) and not is_mark(char)
    )


def _meet(typed: str, form: str, folds: Folds) -> bool:
    typed, form = _fold(typed, folds), _fold(form, folds)
    # Two texts of nothing but marks would meet as two empty ones.
    return typed == form != ""


def _needed(typed: str, form: str, folds: Folds) -> tuple[str, ...]:
    """Return the keys of those folds that cannot be spared.

    The later are spared first: 统筹,协调 meets 统筹，协调 by width as well as by
    punctuation, and the smaller one is told.
    """
    for made in reversed(folds):
        fewer = tuple(fold for fold in folds if fold is not made)
        if _meet(typed, form, fewer):
            folds = fewer
    return tuple(key for key, _ in folds)


@cache
def _ways(policy: Policy, has_script: bool) -> tuple[Folds, ...]:
    """Return the folds to be tried, the smaller before the larger.

    Signs alone come first, so that a key of marks can be met. Script comes after what
    does without it, because it loads OpenCC. A unit may be left out but not exchanged
    for another one, so each is tried by itself.
    """
    made = tuple(
        (key, fold) for key, fold in FOLDS if getattr(policy, FIELDS.get(key, key))
    )
    signs = tuple(pair for pair in made if pair[0] in SIGNS)
    plain = tuple(pair for pair in made if pair[0] != "script")
    ways = [signs]
    early = tuple(pair for pair in made if pair[0] in EARLY)
    for folds in [plain, made] if has_script else [plain]:
        full = _with_synonyms(folds, policy.synonyms, early)
        ways += [full, *(_with_unit(full, unit, early) for unit in policy.units)]
    return tuple(dict.fromkeys(ways))


def _with_synonyms(
    folds: Folds, groups: tuple[tuple[str, ...], ...], early: Folds
) -> Folds:
    """Put in the fold that writes each listed word as the first of its group.

    It stands before numerals, so that 两会 may be listed; the listed words are folded
    as a text has been by then. Longer words are looked for first: nothing is done for
    民警 within 人民警察.
    """
    if not groups:
        return folds
    first = {
        _fold(word, early): _fold(group[0], early) for group in groups for word in group
    }
    words = sorted(filter(None, first), key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, words)))

    def fold_synonyms(text: str) -> str:
        return pattern.sub(lambda found: first[found.group()], text)

    return _put(folds, ("synonym", fold_synonyms))


def _with_unit(folds: Folds, unit: str, early: Folds) -> Folds:
    """Put in the fold that drops a unit behind the number that ends a text.

    It stands after numerals, so that 百分之八十 has its %; but a unit with a numeral of
    its own (万人) must be dropped before that becomes part of the number.
    """
    end = re.compile(
        rf"(?<=[0-9{NUMERALS}]){re.escape(_fold(unit, early))}(?=[^\w%‰]*\Z)"
    )
    fold: tuple[str, Fold] = ("unit", lambda text: end.sub("", text))
    if set(unit).isdisjoint(NUMERALS):
        return (*folds, fold)
    return _put(folds, fold)


def _put(folds: Folds, new: tuple[str, Fold]) -> Folds:
    """Return `folds` with a new one before those of numbers."""
    keys = [key for key, _ in folds]
    later = ("numerals", "date", "punctuation", "unit")
    place = next((keys.index(key) for key in later if key in keys), len(keys))
    return (*folds[:place], new, *folds[place:])


def _fold(text: str, folds: Folds) -> str:
    for _, fold in folds:
        text = fold(text)
    return text
