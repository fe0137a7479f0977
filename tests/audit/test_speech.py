from dataclasses import replace

import pytest

from tests.audit.banks import single, told
from tests.banks import sound_bank
from tests.conftest import LESSONS
from yandu.audit.speech import speech_faults
from yandu.audit.texts import paragraphs_in, texts_of
from yandu.content import read_course
from yandu.items import Bank

LESSON = read_course(LESSONS).lesson("01")  # it has 12 paragraphs


def faults(bank):
    return told(speech_faults(LESSON, bank))


def test_an_item_that_says_all_it_must_has_no_fault(tmp_path):
    assert faults(sound_bank(tmp_path, single())) == []


@pytest.mark.parametrize("hints", ["", '{ zh = "看第 2 段。" }'])
def test_fewer_than_two_hints(tmp_path, hints):
    ((entry, field, message),) = faults(sound_bank(tmp_path, single(hints=hints)))
    assert (entry, field) == ("01-q01", "hints")
    assert "少于 2 条" in message


def test_a_part_of_which_nothing_is_said(tmp_path):
    bank = sound_bank(tmp_path, single())
    (item,) = bank.items.values()
    silent = replace(item.options[1], chosen={"zh": " ", "en": ""})
    spoiled = replace(item, options=(item.options[0], silent))
    ((entry, part, message),) = faults(replace(bank, items={item.id: spoiled}))
    assert (entry, part) == ("01-q01", "b")
    assert "没有反馈" in message


def test_feedback_in_one_language_is_feedback(tmp_path):
    bank = sound_bank(tmp_path, single())
    (item,) = bank.items.values()
    english = replace(item.options[1], chosen={"zh": "", "en": "See again."})
    changed = replace(item, options=(item.options[0], english))
    assert faults(replace(bank, items={item.id: changed})) == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"said": "见（段 2），又见（段 13）。"}, "options.a.chosen"),
        ({"why": "第 2 段和第 13 段。"}, "rationale"),
        ({"hints": '{ zh = "看第 13 段。" }, { zh = "比较。" }'}, "hints.1"),
        ({"stem": "第13段说什么？"}, "stem"),
    ],
)
def test_a_link_to_a_paragraph_that_is_not_there(tmp_path, changed, field):
    ((entry, found, message),) = faults(sound_bank(tmp_path, single(**changed)))
    assert (entry, found) == ("01-q01", field)
    assert "第 13 段" in message
    assert "12 段" in message


def test_feedback_and_rationale_that_cite_nothing(tmp_path):
    bank = sound_bank(tmp_path, single(said="无据。", why="无据。"))
    (item,) = bank.items.values()
    assert faults(bank) == []  # the other option still cites （段 2）
    bare = tuple(replace(o, chosen={"zh": "无据。", "en": ""}) for o in item.options)
    bank = Bank(bank.name, {item.id: replace(item, options=bare)}, (), ())
    ((entry, field, message),) = faults(bank)
    assert (entry, field) == ("01-q01", "")
    assert "（段 2）" in message


def test_a_citation_of_some_other_paragraph_is_not_enough(tmp_path):
    bank = sound_bank(tmp_path, single(said="见（段 3）。", why="第 3 段。"))
    (item,) = bank.items.values()
    moved = replace(item, paragraphs=("01-p04", "01-p05"))
    ((_, _, message),) = faults(replace(bank, items={item.id: moved}))
    assert "4、5" in message


@pytest.mark.parametrize(
    ("zh", "en", "numbers"),
    [
        ("第 3 段", "", {3}),
        ("第12段和段 7", "", {12, 7}),
        ("第 2、4、10 段", "", {2, 4, 10}),
        ("三段话，2019年5月", "", set()),
        ("", "Paragraph 3 and (paragraph 11)", {3, 11}),
        ("", "paragraphs 2 and 7", {2, 7}),
        ("", "paragraphs 1, 2, and 12", {1, 2, 12}),
        ("", "paragraph 3, 2019", {3}),
        ("", "in 2 paragraphs", set()),
    ],
)
def test_what_points_to_a_paragraph(zh, en, numbers):
    assert paragraphs_in({"zh": zh, "en": en}) == numbers


def test_every_text_is_found_with_its_place(tmp_path):
    (item,) = sound_bank(tmp_path, single()).items.values()
    found = {field: text["zh"] for field, text in texts_of(item)}
    assert found == {
        "stem": "甲乙丙丁",
        "hints.1": "看第 2 段。",
        "hints.2": "比较。",
        "rationale": "第 2 段说了。",
        "options.a.text": "一个说法",
        "options.a.chosen": "依据在（段 2）。",
        "options.a.missed": "",
        "options.b.text": "另一说法",
        "options.b.chosen": "再看（段 2）。",
        "options.b.missed": "",
    }
