"""Reading a bank: every fault is reported with its place, and the rest is usable."""

import pytest

from tests.banks import FILE, NAME, entry, read_toy
from yandu.content import NoSuchEntryError
from yandu.items import read_bank

OWN = """
options = [
  { id = "a", key = true, text = { zh = "甲" }, chosen = { zh = "对" } },
  { id = "b", text = { zh = "乙" }, chosen = { zh = "不对" } },
]
accept = [["a"]]
reject = [["b"], []]
"""


def good(item_id):
    return entry(item_id, "single_choice", OWN)


def test_a_sound_bank_has_no_faults(tmp_path):
    bank = read_toy(tmp_path, good("01-q01"), good("01-q02"))
    assert (list(bank.items), bank.broken, bank.faults) == (
        ["01-q01", "01-q02"],
        (),
        (),
    )


def test_ten_different_faults_are_all_reported_with_their_place(tmp_path):
    spoilt = [
        good("01-q01").replace("single_choice", "guessing"),
        good("01-q02").replace("stem =", "stam ="),  # unknown, and stem missing
        good("01-q03").replace('claims = ["1.01"]', "claims = 3"),
        good("01-q04").replace("key = true, ", ""),  # no key; and accept proves nothing
        good("01-q05").replace('zh = "甲"', 'zh = " "'),
        good("01-q06").replace(', en = "stem"', ""),
        good("01-q07").replace('accept = [["a"]]', "accept = 1"),
        good("01-q08").replace('reject = [["b"], []]', "reject = []"),
        good("01-q09").replace('id = "b"', 'id = "a"'),
        good("01-q10").replace(', chosen = { zh = "不对" }', ""),
        good("01-q11"),
        good("01-q11"),  # the id is taken
    ]
    bank = read_toy(tmp_path, *spoilt)
    places = {(fault.entry, fault.field) for fault in bank.faults}
    assert places >= {
        ("01-q01", "kind"),
        ("01-q02", "stam"),
        ("01-q02", "stem"),
        ("01-q03", "claims"),
        ("01-q04", "options"),
        ("01-q05", "options.a.text.zh"),
        ("01-q06", "stem.en"),
        ("01-q07", "accept"),
        ("01-q08", "reject"),
        ("01-q09", "options"),
        ("01-q10", "options.b.chosen"),
        ("01-q11", "id"),
    }
    assert {fault.file for fault in bank.faults} == {FILE}
    assert list(bank.items) == ["01-q11"]
    assert set(bank.broken) == {f"01-q{n:02}" for n in range(1, 11)}


def test_a_file_that_is_no_toml_is_one_fault(tmp_path):
    bank = read_toy(tmp_path, "[[item]\nid = ")
    (fault,) = bank.faults
    assert (fault.file, fault.entry) == (FILE, "")
    assert "TOML" in fault.message


def test_a_missing_file_is_one_fault(tmp_path):
    (fault,) = read_bank(tmp_path, NAME).faults
    assert fault.file == FILE


def test_an_unknown_item_is_answered_with_the_nearest_known(tmp_path):
    bank = read_toy(tmp_path, good("01-q01"), good("01-q12"))
    with pytest.raises(NoSuchEntryError, match=r"01-q21.*01-q12"):
        bank.item("01-q21")
