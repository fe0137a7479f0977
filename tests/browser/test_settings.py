"""The desk's settings in a page: all of it changes at once, and nothing is lost."""

from collections.abc import Iterator

import pytest

from tests.browser.course import (
    LessonPage,
    forget,
    learner_folder,
    running_course,
    stop_kernels,
)
from tests.browser.lab import Lab
from yandu.settings import erase_settings

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Iterator[Lab]:
    with running_course(tmp_path_factory.mktemp("settings")) as lab:
        yield lab


@pytest.fixture
def lesson(course: Lab, page) -> Iterator[LessonPage]:
    """Lesson 01, opened by a learner who has set nothing."""
    forget(course)
    erase_settings(learner_folder(course))
    yield LessonPage(page, course).open()
    stop_kernels(course)


def choose(lesson: LessonPage, language: str) -> None:
    select = lesson.page.locator(".yd-desk select")
    if not select.is_visible():
        lesson.page.locator(".yd-desk button[name=more]").click()
    lesson.page.locator(".yd-desk select").select_option(language)
    title = {
        "en": "Where you are",
        "zh": "学到哪里了",
        "both": "学到哪里了 Where you are",
    }
    lesson.page.wait_for_function(
        "text => document.querySelector('.yd-progress h3')?.innerText === text",
        arg=title[language],
    )


def test_the_page_speaks_one_language_and_both_again(lesson):
    page = lesson.page
    commit = lesson.note("01-d01").locator("button.yd-main")
    assert commit.inner_text() == "写好了，打开参考解读 Done: open the model readings"
    choose(lesson, "en")
    assert commit.inner_text() == "Done: open the model readings"
    check = lesson.item("01-q01").root
    assert check.get_by_role("button", name="Check", exact=True).is_visible()
    assert page.get_by_role("button", name="Open the text lab", exact=True).is_visible()
    run = page.locator(".yd-run").first
    assert run.inner_text().strip() == "Run"
    assert (
        page.get_by_role("combobox", name="Language of the interface").input_value()
        == "en"
    )
    # What is asked stays in both languages.
    stem = check.locator(".yd-stem")
    assert stem.locator(".yd-en").is_visible()
    assert lesson.item("01-q01").item.stem["zh"] in stem.inner_text()
    choose(lesson, "zh")
    assert commit.inner_text() == "写好了，打开参考解读"
    assert run.inner_text().strip() == "运行"
    lesson.reload()
    assert commit.inner_text() == "写好了，打开参考解读"
    page.locator(".yd-lesson.yd-only-zh").wait_for()
    choose(lesson, "both")
    assert run.inner_text().split() == ["运行", "Run"]


def test_nothing_is_lost_and_the_focus_stays(lesson):
    page = lesson.page
    page.locator(".yd-desk").get_by_role("button", name="术语表").click()
    page.locator(".yd-desk details").nth(2).locator("summary").click()
    page.locator(".yd-desk").get_by_role("button", name="英文").click()
    page.locator(".yd-desk").get_by_role("button", name="设置").click()
    note = lesson.note("01-d01")
    note.locator("textarea").fill("写到一半")
    note.locator("input[type=checkbox]").nth(1).check()
    page.locator(".yd-desk select").focus()
    page.locator(".yd-desk select").scroll_into_view_if_needed()
    top = page.locator(".yd-desk select").bounding_box()["y"]
    choose(lesson, "en")  # before the draft was sent, by its own timer
    assert note.locator("textarea").input_value() == "写到一半"
    assert note.locator("input:checked").count() == 1
    assert page.evaluate("document.activeElement.name") == "language"
    assert page.locator(".yd-desk .yd-more").is_visible()
    opened = page.locator(".yd-desk details").evaluate_all(
        "nodes => nodes.flatMap((node, place) => node.open ? [place] : [])"
    )
    assert opened == [2]
    english = page.locator(".yd-desk").get_by_role("button", name="English: below")
    assert english.get_attribute("aria-pressed") == "true"
    now = page.locator(".yd-desk select").bounding_box()["y"]
    assert abs(now - top) < 16  # nor does the page jump, but for a line of the bar
    kept = "lesson.store.note('01-d01')"
    lesson.wait_until_kept(f"{kept}.text == '写到一半' and {kept}.citations")
    lesson.reload()
    assert note.locator("textarea").input_value() == "写到一半"
    assert note.locator("input:checked").count() == 1


def test_a_learner_need_not_say_how_sure_they_are(lesson):
    page = lesson.page
    sure = lesson.item("01-q01").root.locator(".yd-confidence")
    assert sure.is_visible()
    page.locator(".yd-desk").get_by_role("button", name="设置").click()
    toggle = page.locator(".yd-desk").get_by_role("button", name="把握")
    assert toggle.get_attribute("aria-pressed") == "true"
    toggle.focus()
    page.keyboard.press("Enter")
    sure.wait_for(state="hidden")
    toggle.and_(page.locator('[aria-pressed="false"]')).wait_for()
    page.wait_for_function("document.activeElement.name === 'confidence'")
    lesson.reload()
    assert sure.is_hidden()
    assert page.locator(".yd-confidence:visible").count() == 0
