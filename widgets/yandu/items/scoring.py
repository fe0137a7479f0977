"""What a set of choices is worth: three rules for partial credit.

All of them promise the same: full points for exactly the keys and for nothing else, no
points for nothing chosen, and never fewer points for one more key or one less
distractor. They differ in what a wrong choice costs.

`right_minus_wrong`: each key chosen earns a point, each distractor takes one away, not
    below zero. Choosing everything earns little. The default.
`coverage`: the share of the keys that were chosen, times the share of the choices that
    are keys; milder towards one slip among many parts.
`all_or_nothing`: exactly the keys, or no points.

The first two are the "percent correct" and "coverage" of PrairieLearn's pl-checkbox
(its documentation, elements/pl-checkbox, "Partial credit").
"""

from collections.abc import Callable, Collection

from yandu.content.tables import Table
from yandu.items.item import Score

#: Number of keys, of keys chosen, of distractors chosen; returns points.
Rule = Callable[[int, int, int], float]


def right_minus_wrong(n_keys: int, n_right: int, n_wrong: int) -> float:
    """Return keys chosen less distractors chosen, at least 0."""
    return float(max(n_right - n_wrong, 0))


def coverage(n_keys: int, n_right: int, n_wrong: int) -> float:
    """Return n * (right / n) * (right / chosen)."""
    chosen = n_right + n_wrong
    return n_right * n_right / chosen if chosen else 0.0


def all_or_nothing(n_keys: int, n_right: int, n_wrong: int) -> float:
    """Return full points for exactly the keys."""
    return float(n_keys if n_right == n_keys and not n_wrong else 0)


RULES: dict[str, Rule] = {
    "right_minus_wrong": right_minus_wrong,
    "coverage": coverage,
    "all_or_nothing": all_or_nothing,
}


def read_rule(table: Table) -> str:
    """Take the field `scoring`: the name of a rule, `right_minus_wrong` if left out."""
    return table.choice("scoring", tuple(RULES), required=False) or "right_minus_wrong"


def score_choices(rule: str, keys: Collection[str], chosen: Collection[str]) -> Score:
    """Return what choosing `chosen` is worth where `keys` was to be chosen."""
    n_right = len(set(chosen) & set(keys))
    points = RULES[rule](len(keys), n_right, len(set(chosen)) - n_right)
    return Score(points, float(len(keys)))
