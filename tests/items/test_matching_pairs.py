"""Every pair of the table is judged as it says, and the learner is told what it says."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from yandu.content.tables import Table
from yandu.items.matching import PURPOSES, Policy, match
from yandu.messages import both

TABLE = Path(__file__).with_name("matching_pairs.tsv")
COLUMNS = ["typed", "form", "policy", "expected", "allowances", "why"]
ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|([nt]))")


def plain(text):
    r"""Return a cell with ``\u200b``, ``\n`` and ``\t`` as the characters they name."""
    return ESCAPE.sub(
        lambda found: (
            chr(int(found[1], 16)) if found[1] else {"n": "\n", "t": "\t"}[found[2]]
        ),
        text,
    )


def policy(cell):
    """Return the policy of a cell: a purpose by name, or what a bank would say."""
    if not cell.startswith("{"):
        return PURPOSES[cell]
    faults = []
    fields = tomllib.loads(f"policy = {cell}")["policy"]
    made = Policy.read(Table(fields, TABLE.name, cell, faults, "policy"))
    assert not faults
    return made


LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES[1:] if not line.startswith("#")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}={row[1]}")
def test_a_pair_is_judged_as_the_table_says(row):
    typed, form, rules, expected, allowances, _ = row
    found = match(plain(typed), (plain(form),), policy(rules))
    assert (found is not None) == (expected == "pass")
    if found:
        assert list(found.allowances) == [key for key in allowances.split(",") if key]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1]}={row[0]}")
def test_a_pair_is_judged_the_same_way_round(row):
    typed, form, rules, expected, allowances, _ = row
    found = match(plain(form), (plain(typed),), policy(rules))
    assert (found is not None) == (expected == "pass")
    if found:
        assert list(found.allowances) == [key for key in allowances.split(",") if key]


def test_the_table_is_whole():
    assert LINES[0].split("\t") == COLUMNS
    assert all(len(row) == len(COLUMNS) and row[5] for row in ROWS)
    doubles = [
        row for row, n in Counter(map(tuple, (r[:3] for r in ROWS))).items() if n > 1
    ]
    assert doubles == []
    counts = Counter(row[3] for row in ROWS)
    assert set(counts) == {"pass", "fail"}
    assert min(counts.values()) >= 250


def test_every_allowance_has_a_message_and_a_pair_of_its_own():
    alone = {row[4] for row in ROWS if row[4] and "," not in row[4]}
    assert alone == {
        "spaces", "codes", "width", "case", "script",
        "synonym", "numerals", "date", "punctuation", "unit",
    }  # fmt: skip
    assert all(both(f"allowance.{key}") for key in alone)
