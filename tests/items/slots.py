"""Banks of one item with slots, read from fields that a test may spoil."""

from yandu.content.tables import Table


def faults_of(kind, fields, **changes):
    """Return the faults of an item's own fields, as field and message."""
    faults = []
    table = Table({**fields, **changes}, "toy.toml", "01-q05", faults)
    kind.read_own(table)
    table.finish()
    return [(fault.field, fault.message) for fault in faults]


def read(kind, fields, **changes):
    """Return an item's own fields, which must be sound."""
    faults = []
    table = Table({**fields, **changes}, "toy.toml", "01-q05", faults)
    own = kind.read_own(table)
    table.finish()
    assert faults == []
    return own
