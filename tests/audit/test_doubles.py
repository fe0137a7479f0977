import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.audit.banks import single, told
from tests.banks import entry, sound_bank
from tests.conftest import LESSONS
from yandu.audit.doubles import dice, double_faults
from yandu.preview.draft import toml_blocks

CLOZE = """
text = {{ zh = "对党[[a]]" }}
gaps = [
  {{ id = "a", key = "忠诚", also = [{also}], near = [{near}], missed = {{ zh = "想想" }} }},
]
accept = [{{ a = "忠诚" }}]
reject = [{{ a = "" }}]
"""


def cloze(also, *wrong):
    return entry("01-q01", "cloze", CLOZE.format(also=also, near=near(*wrong)))


def near(*texts):
    return ", ".join(
        f'{{ text = "{text}", chosen = {{ zh = "不对" }} }}' for text in texts
    )


@pytest.mark.parametrize("same", ["一个说法", "一个 说法", "一個說法", "一个说法。"])
def test_two_options_that_read_the_same(tmp_path, same):
    bank = sound_bank(tmp_path, single(text_a="一个说法", text_b=same))
    ((entry, field, message),) = told(double_faults(bank))
    assert (entry, field) == ("01-q01", "options")
    assert "「a」与「b」" in message


def test_options_that_differ_in_one_character_are_two(tmp_path):
    assert told(double_faults(sound_bank(tmp_path, single(text_b="一个讲法")))) == []


@pytest.mark.parametrize(
    ("also", "wrong", "pair"),
    [
        ("", ["忠 诚"], "「忠诚」与「忠 诚」"),  # a distractor that is the key
        ('"忠實"', ["忠实"], "「忠實」与「忠实」"),  # or another right form
        ("", ["忠心", "忠心。"], "「忠心」与「忠心。」"),  # or one before it
        ('"忠誠"', [], "「忠诚」与「忠誠」"),  # a form that needs no listing
    ],
)
def test_forms_of_a_gap_that_meet(tmp_path, also, wrong, pair):
    bank = sound_bank(tmp_path, cloze(also, *wrong))
    ((entry, field, message),) = told(double_faults(bank))
    assert (entry, field) == ("01-q01", "gaps.a")
    assert pair in message


def test_forms_of_a_gap_that_differ(tmp_path):
    bank = sound_bank(tmp_path, cloze('"忠实"', "忠心", "诚实"))
    assert told(double_faults(bank)) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('zh = "2017年10月"', 'zh = "2019 年 5 月"', ("01-q08", "pieces")),
        (
            'zh = "「四个意识」", en = "the',
            'zh = "十六字总要求", en = "the',
            ("01-q08", "rows"),
        ),
        ("坚定「四个自信」", "增强 四个意识", ("01-q07", "elements")),
        ('text = { zh = "口号"', 'text = { zh = "断 言"', ("01-q09", "bins")),
    ],
)
def test_parts_of_other_kinds_that_read_the_same(tmp_path, old, new, place):
    examples = toml_blocks((LESSONS / "items" / "README.md").read_text("utf-8"))
    assert old in examples
    bank = sound_bank(tmp_path, examples)
    assert told(double_faults(bank)) == []
    spoiled = sound_bank(tmp_path, examples.replace(old, new, 1))
    assert [fault[:2] for fault in told(double_faults(spoiled))] == [place]


def test_stems_that_ask_nearly_the_same(tmp_path):
    bank = sound_bank(
        tmp_path,
        single(1, stem="下列哪一对是文章的用语？"),
        single(2, stem="下列哪一对，是文章用语？"),
        single(3, stem="哪些说法符合课文？"),
    )
    # The letters of the first are 11, its pairs 10; the second lacks 的 and so has 9,
    # of which all but 章用 are the first's: 2 * 8 / (10 + 9) = 0.84.
    ((entry, field, message),) = told(double_faults(bank))
    assert (entry, field) == ("01-q02", "stem")
    assert "01-q01" in message
    assert "84%" in message


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("甲乙丙", "甲乙丙", 1),
        ("甲乙丙", "甲，乙。丙？", 1),
        ("甲乙丙", "甲乙丁", 0.5),  # 甲乙 of 甲乙 乙丙 and 甲乙 乙丁: 2 * 1 / 4
        ("甲乙丙丁", "甲乙", 0.5),  # 甲乙 of three and one: 2 * 1 / 4
        ("甲乙", "丙丁", 0),
        ("题", "题", 1),
        ("题", "干", 0),
        ("题", "题干", 0),
    ],
)
def test_the_likeness_of_two_texts(one, other, likeness):
    assert dice(one, other) == likeness


@given(st.text("甲乙丙丁，", max_size=12), st.text("甲乙丙丁，", max_size=12))
def test_likeness_is_mutual_and_a_share(one, other):
    assert dice(one, other) == dice(other, one)
    assert 0 <= dice(one, other) <= 1
    assert dice(one, one) == 1
