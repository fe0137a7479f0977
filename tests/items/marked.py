"""What the tests of marked words share: reading an item from a dictionary."""

from hypothesis import strategies as st

from yandu.content.tables import Table
from yandu.messages import say


def json_near(*known):
    """Return a strategy of any JSON, with what an item knows strewn in."""
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
    keys = st.text() | st.sampled_from([str(value) for value in known])
    return st.recursive(
        leaves | st.sampled_from(known),
        lambda inner: st.lists(inner) | st.dictionaries(keys, inner),
        max_leaves=12,
    )


def said(zh):
    return {"zh": zh}


def read(kind, fields):
    """Return the item and its faults as (field, message)."""
    faults = []
    common = {
        "id": "01-q01", "kind": "", "paragraphs": ["01-p01"], "claims": ["1.01"],
        "objective": "01-o1", "stem": {"zh": "题", "en": "stem"},
        "rationale": {"zh": "因", "en": "why"}, "accept": [[]], "reject": [[]],
    }  # fmt: skip
    table = Table(
        {**common, "kind": "toy", **fields}, "items/01_toy.toml", "01-q01", faults
    )
    item = kind.read(table)
    table.finish()
    return item, [(fault.field, fault.message) for fault in faults]


def make(kind, fields):
    item, faults = read(kind, fields)
    assert faults == []
    return item


def fault(field, key, **values):
    return field, say(f"fault.{key}", **values)
