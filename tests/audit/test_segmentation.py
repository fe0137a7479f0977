"""The stored cuts of an item against jieba itself."""

import sys

from tests.audit.banks import single, told
from tests.banks import sound_bank
from tests.conftest import LESSONS
from tests.items.test_segmentation import BANK
from yandu.audit.segmentation import segmentation_faults
from yandu.content import read_glossary

GLOSSARY = read_glossary(LESSONS, [])


def test_cuts_that_are_jiebas_have_no_fault(tmp_path):
    assert list(segmentation_faults(sound_bank(tmp_path, BANK), GLOSSARY)) == []


def test_a_cut_that_jieba_does_not_make_is_told_with_the_right_one(tmp_path):
    old = BANK.replace('jieba = "国家/政治/安全', 'jieba = "国家/政治安全')
    faults = told(segmentation_faults(sound_bank(tmp_path, old), GLOSSARY))
    ((entry, field, message),) = faults
    assert (entry, field) == ("01-q12", "jieba")
    assert "国家/政治/安全/要/始终/放在首位" in message


def test_a_glossary_that_has_changed_is_told(tmp_path):
    from dataclasses import replace

    without = replace(GLOSSARY, keep=(), split=(), terms={})
    faults = told(segmentation_faults(sound_bank(tmp_path, BANK), without))
    ((entry, field, message),) = faults
    assert (entry, field) == ("01-q12", "with_glossary")
    # without words it is plain jieba
    assert "国家/政治/安全/要/始终/放在首位" in message


def test_a_bank_without_such_items_does_not_load_jieba(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "jieba", None)
    assert list(segmentation_faults(sound_bank(tmp_path, single()), GLOSSARY)) == []
