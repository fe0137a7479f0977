import pytest

from yandu.content.tables import Table, entries


def read(fields, *takes):
    """Take fields from a table; return the values and the fields with faults."""
    faults = []
    table = Table(fields, "items/x.toml", "01-q01", faults)
    values = [take(table) for take in takes]
    table.finish()
    return values, [fault.field for fault in faults]


@pytest.mark.parametrize(
    ("fields", "take", "value", "faulty"),
    [
        ({"a": "字"}, lambda t: t.text("a"), "字", []),
        ({}, lambda t: t.text("a"), "", ["a"]),
        ({}, lambda t: t.text("a", required=False), "", []),
        ({"a": "  "}, lambda t: t.text("a"), "  ", ["a"]),
        ({"a": 3}, lambda t: t.text("a"), "", ["a"]),
        ({"a": 3}, lambda t: t.number("a"), 3, []),
        ({"a": 0}, lambda t: t.number("a", default=7), 0, []),
        ({}, lambda t: t.number("a", default=7), 7, []),
        ({"a": -1}, lambda t: t.number("a"), -1, ["a"]),
        ({"a": True}, lambda t: t.number("a"), 0, ["a"]),
        ({"a": "2019-05"}, lambda t: t.date("a"), "2019-05", []),
        ({"a": "May 2019"}, lambda t: t.date("a"), "May 2019", ["a"]),
        ({"a": ["x", "y"]}, lambda t: t.strings("a"), ("x", "y"), []),
        ({"a": ["x", "x"]}, lambda t: t.strings("a"), ("x", "x"), ["a"]),
        ({"a": ["x", 1]}, lambda t: t.strings("a"), ("x",), ["a"]),
        ({"a": []}, lambda t: t.strings("a", required=True), (), ["a"]),
        ({"a": "x"}, lambda t: t.choice("a", ("x", "y")), "x", []),
        ({"a": "z"}, lambda t: t.choice("a", ("x", "y")), "z", ["a"]),
        ({"a": {"zh": "字"}}, lambda t: t.bilingual("a")["zh"], "字", ["a.en"]),
        ({"a": {"zh": "字"}}, lambda t: t.bilingual("a", en=False)["en"], "", []),
        (
            {"a": {"zh": "字", "de": "x"}},
            lambda t: t.bilingual("a", en=False)["zh"],
            "字",
            ["a.de"],
        ),
        ({}, lambda t: t.choice("a", ("x",), required=False), "", []),
        ({"b": 1}, lambda t: t.flag("a"), False, ["b"]),
        ({}, lambda t: t.flag("a", default=True), True, []),
        ({"a": False}, lambda t: t.flag("a", default=True), False, []),
        ({"a": 1}, lambda t: t.flag("a", default=True), True, ["a"]),
    ],
)
def test_a_field_gives_its_value_and_its_faults(fields, take, value, faulty):
    assert read(fields, take) == ([value], faulty)


def test_nested_tables_are_named_by_their_id_or_place():
    fields = {"a": [{"id": "x", "b": 1}, {"b": 2}, 3]}

    def take(table):
        for inner in table.tables("a"):
            inner.text("id", required=False)
            inner.finish()

    assert read(fields, take)[1] == ["a.3", "a.x.b", "a.2.b"]


def test_entries_without_id_are_named_by_number_and_doubles_passed_over():
    faults = []
    tables = {"item": [{"id": "a"}, {}, {"id": "a"}], "itme": []}
    found = [table.entry for table in entries(tables, "item", "x.toml", faults)]
    assert found == ["a", "#2"]
    assert [(f.entry, f.field) for f in faults] == [("", "itme"), ("a", "id")]
