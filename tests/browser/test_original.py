"""The punctuation exercise of lesson 06, with a copy and without one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.course import ItemCard, LessonPage, running_course
from tests.browser.kinds import hands_of
from tests.browser.lab import Lab
from tests.browser.test_accessibility import AXE, VIOLATIONS
from tests.browser.test_kinds import START
from tests.conftest import LESSONS
from tests.original.conftest import write_lessons
from tests.original.copies import FULL
from yandu.items import read_bank
from yandu.original import add_original, read_original, remove_original
from yandu.original.exercise import exercise

pytestmark = pytest.mark.browser

CELL = "06-punctuate"


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Iterator[Lab]:
    """The course, its article the small one of the tests."""
    base = tmp_path_factory.mktemp("original")
    shutil.copytree(LESSONS, base / "lessons")
    write_lessons(base / "lessons")
    with running_course(base, YANDU_LESSONS=str(base / "lessons")) as lab:
        yield lab


def folder_of(course: Lab) -> Path:
    return Path(course.environment["YANDU_DATA"]) / "learners" / "default"


def open_06(page, course: Lab) -> LessonPage:
    bank = read_bank(LESSONS, "06_synthesis")
    return LessonPage(page, course, "06_synthesis.ipynb", bank).open()


def test_the_exercise_runs_by_itself_and_is_solved_by_the_keyboard(page, course):
    lessons = Path(course.environment["YANDU_LESSONS"])
    file = lessons.parent / "copy.txt"
    file.write_text(FULL, encoding="utf-8")
    add_original(file, folder_of(course), lessons)
    lesson = open_06(page, course)
    item = exercise(read_original(folder_of(course), lessons), "06")
    card = ItemCard(lesson.cell(CELL).locator(".yd-check"), item)
    card.root.scroll_into_view_if_needed()
    assert "标点练习：你的全文" in card.root.locator("legend").first.inner_text()
    assert card.root.locator(".yd-slot").count() == len(item.slots)
    card.root.evaluate(START)
    page.keyboard.press("Tab")
    hands_of("punctuation").give_by_keyboard(page, card, item.solution())
    card.press("核对")
    card.root.locator(".yd-rationale").wait_for()
    assert card.verdict.get_attribute("data-outcome") == "correct"
    page.evaluate(AXE.read_text(encoding="utf-8"))
    where = f'.jp-Cell[data-yd-cell="{CELL}"] .yd-check'
    assert page.evaluate(VIOLATIONS, where) == []
    page.reload()
    lesson.wait()
    card.root.locator(".yd-rationale").wait_for()


def test_without_a_copy_the_cell_says_how_to_add_one(page, course):
    remove_original(folder_of(course))
    for kernel in course.kernels():
        course.delete(f"kernels/{kernel['id']}")
    lesson = open_06(page, course)
    notice = lesson.cell(CELL).locator(".yd-card")
    assert "yandu original add" in notice.inner_text()
    assert lesson.cell(CELL).locator(".yd-check").count() == 0
