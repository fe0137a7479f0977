import re

import pytest

from tests.audit.banks import single
from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.items import read_bank
from yandu.lesson import open_lesson
from yandu.preview import Draft, read_draft, write_preview

COURSE = read_course(LESSONS)


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Make the scratch lessons of a bank; return their lesson as it would be opened."""

    def make(*items, draft=None):
        draft = draft or Draft("稿.toml", "".join(items), "01")
        write_preview(draft, COURSE, tmp_path / "lessons")
        monkeypatch.setenv("YANDU_LESSONS", str(tmp_path / "lessons"))
        return open_lesson(draft.lesson_id)

    return make


def ids(lesson):
    return [cell.id for cell in lesson.content.notebook.cells]


def cell(lesson, cell_id):
    return lesson.content.notebook.cell(cell_id)


def test_a_bank_of_the_course_is_shown_with_its_lesson_s_text(made):
    lesson = made(draft=read_draft("01_mission", LESSONS))
    assert lesson.content.faults == ()
    original = COURSE.lesson("01")
    assert lesson.content.paragraphs == original.paragraphs
    shown = [id_ for id_ in ids(lesson) if re.fullmatch(r"01-q\d\d", id_)]
    assert shown == list(read_bank(LESSONS, "01_mission").items)
    assert ids(lesson)[:7] == [
        "01-title",
        "01-setup",
        "01-read",
        "01-p01",
        "01-e01",
        "01-q01",
        "01-e02",
    ]
    assert ids(lesson)[-3:] == ["01-summary", "01-sources", "01-next"]
    assert cell(lesson, "01-e01").source == "### 01-q01 · 单选 · single_choice"
    lesson.close()


def test_the_cells_are_the_course_s_own_calls(made):
    """As `run.js` demands: comments apart, these lines and no others."""
    lesson = made(single(1), single(2))
    calls = {
        cell.id: [line for line in cell.source.splitlines() if line and line[0] != "#"]
        for cell in lesson.content.notebook.cells
        if cell.kind == "code"
    }
    assert calls == {
        "01-setup": ["from yandu import open_lesson", 'lesson = open_lesson("01")'],
        "01-read": ["lesson.read()"],
        "01-q01": ['lesson.check("01-q01")'],
        "01-q02": ['lesson.check("01-q02")'],
        "01-next": ["lesson.next()"],
    }
    assert lesson.content.notebook.is_live
    lesson.close()


def test_an_item_stands_after_all_its_paragraphs_and_the_bank_s_order_holds(made):
    far = single(1).replace('["01-p02"]', '["01-p09", "01-p11"]')
    lesson = made(far, single(2))
    order = ids(lesson)
    assert order.index("01-p11") < order.index("01-q01") < order.index("01-q02")
    assert order.index("01-q02") < order.index("01-p12")
    assert [id_ for id_ in order if "-p" in id_] == [
        f"01-p{n:02}" for n in range(1, 13)
    ]
    lesson.close()


def test_what_the_lints_find_stands_under_the_item_s_heading(made):
    lesson = made(single(1, said="见（段 99）。", text_b="以上都对"), single(2))
    lines = cell(lesson, "01-e01").source.splitlines()
    assert lines[0].startswith("### 01-q01")
    assert [line.split(": ")[0] for line in lines[2:] if line] == [
        "    options.a.chosen",
        "    options.b.text",
    ]
    assert cell(lesson, "01-e02").source.splitlines() == [
        "### 01-q02 · 单选 · single_choice"
    ]
    lesson.close()


def test_what_is_wrong_with_the_whole_bank_stands_at_the_top(made):
    lesson = made(*(single(number, "b") for number in range(1, 5)))
    assert "4 次排在同一位置" in cell(lesson, "01-title").source
    lesson.close()


def test_a_broken_item_shows_its_faults_in_place_of_its_card(made):
    broken = single(1).replace("stem =", "stam =").replace('["b"]', '["<b>"]')
    lesson = made(broken, single(2))
    html = lesson.check("01-q01")._repr_html_()
    assert "<li>stem: " in html
    assert "<li>stam: " in html
    assert "<b>" not in html
    assert cell(lesson, "01-e01").source.count("\n") == 0
    lesson.close()


def test_a_learner_is_told_no_faults(lessons_copy, monkeypatch):
    bank = lessons_copy / "items" / "01_mission.toml"
    text = bank.read_text(encoding="utf-8").replace("stem =", "stam =", 1)
    bank.write_text(text, encoding="utf-8")
    monkeypatch.setenv("YANDU_LESSONS", str(lessons_copy))
    lesson = open_lesson("01")
    html = lesson.check("01-q01")._repr_html_()
    assert "stam" not in html
    assert "<ul>" not in html
    lesson.close()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace('"01-q01"', '"q1"'),  # no id that could be called
        lambda text: text.replace('id = "01-q01"', ""),
        lambda text: text.replace('"01-q01"', '"01-q02"'),  # taken by the other item
    ],
)
def test_an_entry_that_no_cell_can_call_is_named_with_its_faults(made, spoil):
    lesson = made(single(2), spoil(single(1)))
    assert [id_ for id_ in ids(lesson) if re.search(r"-q", id_)] == ["01-q02"]
    heading = cell(lesson, "01-e02").source
    assert re.search(r"\n    id: ", heading), heading
    assert len(set(ids(lesson))) == len(ids(lesson))
    lesson.close()


def test_a_bank_whose_lesson_is_not_written_yet_can_be_shown(made):
    draft = Draft("77.toml", single(1).replace("01-", "77-"), "77")
    lesson = made(draft=draft)
    assert lesson.content.paragraphs == ()
    assert lesson.check("77-q01").content["number"] == 1
    lesson.close()


def test_an_author_s_markup_in_a_fault_is_shown_and_not_used(made):
    lesson = made(
        single(1, said="见（段 2）。", text_b="<img src=x> 选项 <b> 以上都对")
    )
    for line in cell(lesson, "01-e01").source.splitlines()[1:]:
        assert line == "" or line.startswith("    ")
    lesson.close()
