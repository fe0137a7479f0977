"""The fields of the lab's tasks: what a learner may choose besides text and section."""

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets as ipw

from yandu.lab.labels import label, options

WINDOWS = ("5", "8", "12", "20", "30", "sentence")
SORTS = ("", "left", "right", "L1", "L2", "L3", "R1", "R2", "R3")
WIDE = "23em"
NARROW = "9em"


def _choice(
    name: str, names: tuple[str, ...], value: str, width: str = "13em"
) -> ipw.Dropdown:
    return ipw.Dropdown(
        options=options(name, names),
        value=value,
        description=label(name),
        layout={"width": width},
    )


def _word(name: str) -> ipw.Text:
    return ipw.Text(
        description=label(name),
        placeholder=label(f"{name}_example"),
        continuous_update=False,
        layout={"width": WIDE},
    )


def _number(name: str, value: int, least: int, most: int) -> ipw.BoundedIntText:
    return ipw.BoundedIntText(
        value=value,
        min=least,
        max=most,
        description=label(name),
        layout={"width": NARROW},
    )


def _list(name: str) -> ipw.Dropdown:
    """Return a choice whose options are known only with the text."""
    return ipw.Dropdown(options=[], description=label(name), layout={"width": WIDE})


def _views(name: str, names: tuple[str, ...]) -> ipw.Dropdown:
    return _choice(name, names, names[0], WIDE)


#: Field name to what makes its control. Names are those of textlab's parameters where
#: there is one.
FIELDS: Mapping[str, Callable[[], Any]] = {
    "cut_view": lambda: _views("cut_view", ("cut", "modes", "corrections")),
    "formula_view": lambda: _views("formula_view", ("listed", "suggested")),
    "node": lambda: _word("node"),
    "nodes": lambda: _word("nodes"),
    "unit": lambda: _choice(
        "unit",
        ("token", "character", "formula", "ngram_token", "ngram_character"),
        "token",
        "16em",
    ),
    "n": lambda: _number("n", 2, 2, 6),
    "least": lambda: _number("least", 2, 1, 99),
    "by": lambda: _choice("by", ("character", "token", "regex"), "character"),
    "window": lambda: _choice("window", WINDOWS, "12", "11em"),
    "window_unit": lambda: _choice("window_unit", ("character", "token"), "character"),
    "sort": lambda: _choice("sort", SORTS, ""),
    "reach": lambda: _number("reach", 5, 1, 20),
    "against": lambda: _list("against"),
    "measure": lambda: _choice("measure", ("g2", "g2_two_cell"), "g2", WIDE),
    "spread_by": lambda: _choice("spread_by", ("token", "character"), "token"),
    "other": lambda: _list("other"),
    "reuse_by": lambda: _choice("reuse_by", ("character", "token"), "character"),
    "run": lambda: _number("run_length", 4, 2, 20),
}
