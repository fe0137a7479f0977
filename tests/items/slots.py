"""Items with slots, their own fields read from a dictionary that a test may spoil."""

from yandu.content.tables import Table


def _read(kind, fields):
    faults = []
    table = Table(fields, "toy.toml", "01-q05", faults)
    own = kind.read_own(table)
    table.finish()
    return own, [(fault.field, fault.message) for fault in faults]


def faults_of(kind, fields, **changes):
    """Return the faults of an item's own fields, as field and message."""
    return _read(kind, {**fields, **changes})[1]


def read(kind, fields, **changes):
    """Return an item's own fields, which must be sound."""
    own, faults = _read(kind, {**fields, **changes})
    assert faults == []
    return own
