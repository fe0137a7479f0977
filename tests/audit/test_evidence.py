"""Sentences that evidence items name, against lesson 01 as it stands."""

import pytest

from tests.conftest import LESSONS
from tests.items.marked import make, said
from yandu.audit.evidence import evidence_faults
from yandu.content import read_course
from yandu.items import Bank
from yandu.items.evidence import Evidence

LESSON = read_course(LESSONS).lesson("01")
FIRST, SECOND = LESSON.paragraphs[0].sentences[:2]


def faults(id_, begins):
    key = {
        "id": FIRST.id,
        "begins": FIRST.text[:4],
        "key": True,
        "chosen": said("对"),
        "missed": said("漏"),
    }
    item = make(
        Evidence,
        {"sentences": [key, {"id": id_, "begins": begins, "chosen": said("错")}]},
    )
    bank = Bank("01_mission", {item.id: item}, (), ())
    return [
        (f.file, f.entry, f.field, f.message) for f in evidence_faults(LESSON, bank)
    ]


@pytest.mark.parametrize("n", [4, 7, len(SECOND.text)])
def test_a_sentence_that_begins_so_is_no_fault(n):
    assert faults(SECOND.id, SECOND.text[:n]) == []


def test_a_sentence_that_does_not_exist_is_named():
    where = ("items/01_mission.toml", "01-q01", "sentences.01-p01.99")
    assert faults("01-p01.99", "这是断言") == [(*where, "“01-p01.99”不存在。")]


def test_a_sentence_that_now_begins_otherwise_is_told_with_its_beginning():
    ((*_, message),) = faults(SECOND.id, "原先的开头")
    assert SECOND.text[:8] in message
