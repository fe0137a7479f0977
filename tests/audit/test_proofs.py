"""Responses that do not score as their bank says."""

from tests.audit.banks import told
from tests.banks import sound_bank
from tests.items.test_bank import good
from yandu.audit.proofs import proof_faults


def faults(tmp_path, *items):
    return told(proof_faults(sound_bank(tmp_path, *items)))


def test_an_item_that_proves_itself_is_sound(tmp_path):
    assert faults(tmp_path, good("01-q01")) == []


def test_what_scores_otherwise_than_declared_is_named(tmp_path):
    found = faults(
        tmp_path,
        good("01-q01").replace('accept = [["a"]]', 'accept = [["b"]]'),
        good("01-q02").replace('reject = [["b"], []]', 'reject = [["a"]]'),
        good("01-q03").replace('accept = [["a"]]', 'accept = [["z"]]'),
    )
    assert [(entry, field) for entry, field, _ in found] == [
        ("01-q01", "accept/reject"),
        ("01-q02", "accept/reject"),
        ("01-q03", "accept/reject"),
    ]
    assert "没有得满分" in found[0][2]
    assert "得了满分" in found[1][2]
    assert "a、b" in found[2][2]
