"""Toy items and banks: what every item has is said here, once.

`entry`, `read_toy` and `sound_bank` are for tests that read a file; `read_item` for those
that read one item from a dictionary.
"""

from yandu.content.tables import Table
from yandu.items import read_bank

NAME = "01_toy"
FILE = f"items/{NAME}.toml"
HEAD = """
[[item]]
id = "{id}"
kind = "{kind}"
paragraphs = ["{paragraph}"]
claims = ["{claim}"]
objective = "01-o1"
stem = {{ zh = "{stem}", en = "stem" }}
rationale = {{ zh = "{why}", en = "why" }}
"""
FIELDS = {
    "id": "01-q01",
    "kind": "toy",
    "paragraphs": ["01-p01"],
    "claims": ["1.01"],
    "objective": "01-o1",
    "stem": {"zh": "题", "en": "stem"},
    "rationale": {"zh": "因", "en": "why"},
    "accept": [[]],
    "reject": [[]],
}


def entry(
    item_id, kind, own, *, paragraph="01-p01", claim="1.01", stem="题干", why="理由"
):
    """Return an item of a bank: the head that all have, then the lines that are its own."""
    head = HEAD.format(
        id=item_id, kind=kind, paragraph=paragraph, claim=claim, stem=stem, why=why
    )
    return f"{head}{own.strip()}\n"


def read_toy(folder, *entries):
    """Write a bank and read it, with whatever faults it has."""
    path = folder / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(entries), encoding="utf-8")
    return read_bank(folder, NAME)


def sound_bank(folder, *entries):
    """Write a bank and read it: it has no fault."""
    bank = read_toy(folder, *entries)
    assert bank.faults == ()
    return bank


def read_item(kind, fields):
    """Return an item and its faults, as field and message; None takes a field away."""
    faults = []
    given = {k: v for k, v in {**FIELDS, **fields}.items() if v is not None}
    table = Table(given, FILE, given["id"], faults)
    item = kind.read(table)
    table.finish()
    return item, [(fault.field, fault.message) for fault in faults]
