"""An empty lesson names its slots; with these filled nothing is wrong with it."""

import json
import re
import tomllib
from collections import Counter

import pytest

from yandu.audit import audit
from yandu.audit.unfilled import SLOT
from yandu.content import read_course
from yandu.items import read_bank
from yandu.new_lesson import new_lesson
from yandu.render import render

NOTEBOOK, BANK, GUIDE = "01_try.ipynb", "items/01_try.toml", "prompts/01_try.toml"
FILES = (NOTEBOOK, BANK, GUIDE)
TITLE = '试「读」一课 "甲" \\ 乙'
SOURCE = """
[[source]]
id = "S01"
title = { zh = "题目", en = "Title" }
publisher = { zh = "某社", en = "Publisher" }
date = "2020-01"
supports = { zh = "支持一句话。", en = "Supports one sentence." }
"""


@pytest.fixture
def lessons(tmp_path):
    """The folder of a course on another text: twelve claims, a source, no lesson."""
    folder = tmp_path / "lessons"
    folder.mkdir()
    rows = [f"1.{n:02}\t主题\t论点\tclaim\t\tdemand" for n in range(1, 13)]
    head = "id\ttheme\tclaim_zh\tclaim_en\tfixed_expressions\tkind"
    (folder / "claims.tsv").write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    (folder / "sources.toml").write_text(SOURCE, encoding="utf-8")
    (folder / "glossary.toml").write_text("", encoding="utf-8")
    return folder


@pytest.fixture
def empty(lessons):
    """The same with an empty lesson."""
    new_lesson(lessons, "01", "try", TITLE)
    return lessons


def fill(lessons, file):
    """Write into each slot what an author might; the same slot, the same words."""
    words: dict[str, str] = {}

    def written(slot):
        claims = re.search(r"第 (\d+) 段所涉论点", slot[0])
        if claims:
            return f"1.{int(claims[1]):02}"
        if "资料，一行一条" in slot[0]:
            return "[S01] 某社，《题目》，2020年1月。"
        # Numbers in Chinese digits share no pair of characters that matters.
        number = "".join("零一二三四五六七八九"[int(d)] for d in f"{len(words):03}")
        word = words.setdefault(slot[0], f"样{number}例")
        return f"{word}有据[S01]。" if "第 1 段课文" in slot[0] else word

    path = lessons / file
    path.write_text(SLOT.sub(written, path.read_text("utf-8")), "utf-8")


def test_it_is_a_lesson_of_the_course_with_its_title(empty):
    lesson = read_course(empty).lesson("01")
    assert (lesson.name, lesson.title) == ("01_try", TITLE)
    assert lesson.faults == ()  # the guide can be read as it is
    assert len(lesson.paragraphs) == 12
    assert list(lesson.prompts) == ["01-d01", "01-d02", "01-d03"]
    bank = read_bank(empty, "01_try")
    assert (len(bank.items), bank.faults) == (6, ())
    assert len({item.kind for item in bank.items.values()}) == 6


def test_no_place_of_the_template_is_left(empty):
    for file in FILES:
        text = (empty / file).read_text(encoding="utf-8")
        assert "NN" not in text
        assert "TITLE" not in text
        assert b"\r" not in (empty / file).read_bytes()


def texts_in(part):
    """Every text in data, keys of tables apart."""
    if isinstance(part, str):
        return [part]
    parts = part.values() if isinstance(part, dict) else part
    return [
        text
        for inner in (parts if isinstance(part, dict | list) else ())
        for text in texts_in(inner)
    ]


def test_check_names_every_slot_and_what_no_slot_explains(empty):
    """Each slot by its file, counted without the audit's help; else only coverage."""
    notebook = json.loads((empty / NOTEBOOK).read_text(encoding="utf-8"))
    cells = [("".join(c["source"]), c["metadata"]) for c in notebook["cells"]]
    slots = {NOTEBOOK: Counter(re.findall("【[^】]*】", str(cells)))}
    for file in (BANK, GUIDE):
        tables = tomllib.loads((empty / file).read_text(encoding="utf-8"))
        slots[file] = Counter(re.findall("【[^】]*】", " ".join(texts_in(tables))))
    assert sum(slots[NOTEBOOK].values()) == 83  # 11 + 6 + 36 + 6 + 15 + 8 + 1
    named = {file: Counter() for file in FILES}
    rest = []
    for fault in audit(empty):
        found = re.search("【[^】]*】", fault.message)
        if found:
            named[fault.file][found[0]] += 1
        else:
            rest.append((fault.file, fault.entry, fault.field))
    assert named == slots
    assert rest == [(NOTEBOOK, "", f"1.{n:02}") for n in range(1, 13)]


def test_with_its_slots_filled_and_rendered_nothing_is_wrong(empty):
    for file in FILES:
        fill(empty, file)
    made = {"tokens/01_try.tsv", "pinyin/01_try.tsv"}
    assert {fault.file for fault in audit(empty)} == made
    render(empty)
    assert [str(fault) for fault in audit(empty)] == []


def test_of_a_half_filled_lesson_what_is_written_is_checked(empty):
    fill(empty, BANK)
    path = empty / BANK
    text = path.read_text(encoding="utf-8")
    text = text.replace("第 1 段：样", "【填：再想】样", 1)  # one slot left, in q01
    text = text.replace('"01-o1"\nstem', '"01-o8"\nstem')  # wrong in q01 and in q02
    path.write_text(text, encoding="utf-8")
    of_items = [(f.entry, f.field) for f in audit(empty) if f.file == BANK]
    assert ("01-q01", "rationale.zh") in of_items
    assert ("01-q01", "objective") not in of_items  # told when q01 is written
    assert ("01-q02", "objective") in of_items


@pytest.mark.parametrize("text", ["item = 3", "item = [3, {}]", "x = ", "[[item]]"])
def test_a_bank_that_is_none_is_a_fault_and_no_crash(empty, text):
    (empty / BANK).write_text(text, encoding="utf-8")
    assert any(fault.file == BANK for fault in audit(empty))


@pytest.mark.parametrize("text", ["「填」：甲", "【解局】某号", "【填】", "填：甲"])
def test_other_brackets_are_no_slots(text):
    assert SLOT.findall(text) == []


def everything(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("lesson_id", "name", "title", "said"),
    [
        ("1", "try", "题", "两位数字"),
        ("001", "try", "题", "两位数字"),
        ("０１", "try", "题", "两位数字"),
        ("..", "try", "题", "两位数字"),
        ("02", "", "题", "小写英文字母"),
        ("02", "Try", "题", "小写英文字母"),
        ("02", "使命", "题", "小写英文字母"),
        ("02", "../try", "题", "小写英文字母"),
        ("02", "try\n", "题", "小写英文字母"),
        ("02", "try", " ", "标题"),
        ("02", "try", "题\n目", "标题"),
        ("02", "try", "题\u2028目", "标题"),
        ("02", "try", "题\udce9", "标题"),
        ("01", "other", "题", "01_try.ipynb"),  # one number, one lesson
        ("01", "try", "题", "items/01_try.toml"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    empty, lesson_id, name, title, said
):
    before = everything(empty.parent)
    with pytest.raises(ValueError, match=re.escape(said)):
        new_lesson(empty, lesson_id, name, title)
    assert everything(empty.parent) == before


@pytest.mark.parametrize("file", FILES)
def test_not_even_one_file_of_three_is_overwritten(empty, file):
    for other in set(FILES) - {file}:
        (empty / other).unlink()
    before = everything(empty)
    with pytest.raises(ValueError, match=file):
        new_lesson(empty, "01", "try", "题")
    assert everything(empty) == before


def test_all_that_is_wrong_is_said_at_once(tmp_path):
    with pytest.raises(ValueError, match="claims") as error:
        new_lesson(tmp_path / "nowhere", "1", "X", "")
    assert len(str(error.value).splitlines()) == 4
    assert list(tmp_path.iterdir()) == []
