"""What the tests of marked words share: reading an item from a dictionary."""

import json

from hypothesis import strategies as st

from tests.banks import read_item
from yandu.items import ResponseError
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


def parsed(item, response):
    """Return what a response becomes, the same after a way through JSON; None if refused."""
    try:
        given = item.parse(response)
    except ResponseError:
        return None
    assert item.parse(json.loads(json.dumps(given))) == given
    return given


def said(zh):
    return {"zh": zh}


def read(kind, fields):
    return read_item(kind, fields)


def make(kind, fields):
    item, faults = read(kind, fields)
    assert faults == []
    return item


def fault(field, key, **values):
    return field, say(f"fault.{key}", **values)
