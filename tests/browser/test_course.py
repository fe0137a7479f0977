"""Every lesson, opened live by a learner; and the command that opens the right one."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.course import LessonPage, running_course, stop_kernels
from tests.browser.lab import Lab, serving, wait_for_kernel
from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.items import read_bank

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

COURSE = read_course(LESSONS)
NAMES = [lesson.name for lesson in COURSE.lessons.values()]
#: A cell's output that tells of an error, by its type.
ERRORS = (
    '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"], '
    '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"]'
)
OPENED = "/lab/workspaces/yandu/tree/{}.ipynb"
IS_DIRTY = "jupyterapp.shell.currentWidget.context.model.dirty"


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("course")


@pytest.fixture(scope="module")
def course(base) -> Iterator[Lab]:
    """One server for all lessons: `yandu open`, as it is for a newcomer."""
    with running_course(base, YANDU_LESSONS=str(LESSONS)) as lab:
        yield lab
    log = base / "network.log"
    assert not log.exists(), log.read_text()


@pytest.fixture
def complaints(page: "Page") -> list[str]:
    """What the page complains of in the browser's console, as it comes."""
    found: list[str] = []
    page.on("console", lambda m: found.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def log_of(base: Path) -> str:
    return (base / "server.log").read_text(encoding="utf-8")


def open_lesson(course: Lab, page: "Page", name: str) -> LessonPage:
    """Open a lesson, without the tabs of those opened before."""
    lesson = LessonPage(page, course, f"{name}.ipynb", read_bank(LESSONS, name))
    return lesson.open(alone=True)


def test_the_command_opens_the_first_lesson_to_a_newcomer(course, base):
    assert OPENED.format(NAMES[0]) in log_of(base)
    assert not any(OPENED.format(name) in log_of(base) for name in NAMES[1:])


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_is_live(course, page, complaints, name):
    try:
        lesson = open_lesson(course, page, name)
        wait_for_kernel(page)
        lesson.cell(f"{name[:2]}-lab").locator("button").first.wait_for()
        page.wait_for_timeout(500)  # what comes late, comes now
        shown = {
            selector: page.locator(selector).count()
            for selector in (".yd-desk", ".yd-check", ".yd-discussion", ".yd-progress")
        }
        prompts = COURSE.lesson(name[:2]).prompts
        n_items = len(lesson.bank.items)
        assert list(shown.values()) == [1, n_items, len(prompts), 1], shown
        for prompt_id in prompts:
            assert lesson.note(prompt_id).count() == 1
        assert lesson.cell(f"{name[:2]}-lab").locator("button").count() == 1
        written = json.loads((LESSONS / f"{name}.ipynb").read_text(encoding="utf-8"))
        assert page.locator(".jp-Cell").count() == len(written["cells"])
        assert page.locator(ERRORS).count() == 0
        assert page.locator(".yd-desk .yd-notice:visible").count() == 0
        assert not page.evaluate(IS_DIRTY)
        assert complaints == []
    finally:
        stop_kernels(course)


def test_the_command_comes_back_to_where_the_learner_stopped(course, base, page):
    """Last in the last lesson; then the command is given again, in a new server."""
    name = NAMES[-1]
    try:
        lesson = open_lesson(course, page, name)
        target = COURSE.lesson(name[:2]).paragraphs[2].id
        lesson.read_on_to(target)
        place = f"lesson.store.place({name[:2]!r})"
        lesson.wait_until_kept(f"{place}.cell_id == {target!r}")
    finally:
        stop_kernels(course)
    again = base / "again"
    again.mkdir()
    command = [sys.executable, "-m", "yandu", "open", "--folder", str(course.folder)]
    command += ["--no-browser"]
    with serving(command, course.folder, again, course.environment):
        assert OPENED.format(name) in log_of(again)
