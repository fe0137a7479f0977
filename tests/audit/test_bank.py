"""A bank by itself: the authors' examples, spoiled in one place each."""

import pytest

from tests.banks import read_toy
from tests.conftest import LESSONS
from yandu.audit import audit_bank
from yandu.content import read_claims, read_course
from yandu.preview.draft import toml_blocks

COURSE = read_course(LESSONS)
EXAMPLES = toml_blocks((LESSONS / "items" / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("（段 6）", "（段 60）", ("01-q01", "options.a.chosen")),
        ('claims = ["1.18"]', 'claims = ["1.17"]', ("01-q03", "claims")),
        ('text = "更有保证"', 'text = "更有 保障"', ("01-q04", "gaps.a")),
        (
            'begins = "2019年5月"',
            'begins = "2020年5月"',
            ("01-q10", "sentences.01-p03.2"),
        ),
        ('jieba = "国家/政治', 'jieba = "国家政治', ("01-q12", "jieba")),
        ("此前没有人用过", "选项 b 不对", ("01-q01", "options.a.text")),
    ],
)
def test_each_lint_is_asked(tmp_path, old, new, place):
    assert old in EXAMPLES
    bank = read_toy(tmp_path, EXAMPLES.replace(old, new, 1))
    faults = audit_bank(COURSE, COURSE.lesson("01"), bank, read_claims(LESSONS))
    assert [(fault.entry, fault.field) for fault in faults] == [place]
