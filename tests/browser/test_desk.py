"""The reading desk as a learner uses it: by mouse and by keyboard, in place on the text."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import page_at_home
from tests.browser.course import (
    LessonPage,
    forget,
    learner_folder,
    running_course,
    stop_kernels,
)
from tests.browser.lab import Lab
from tests.browser.test_accessibility import AXE, assert_axe_finds_nothing
from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.content.notebook import CITATION
from yandu.items import read_bank
from yandu.progress import STORE_NAME, Highlight, open_store
from yandu.settings import Settings, erase_settings, read_settings
from yandu.textlab.texts.text import compact

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

NAME = "03_institutions"
COURSE = read_course(LESSONS)
PARAGRAPHS = COURSE.lesson("03").paragraphs
TERM = COURSE.glossary.terms["anti-gang-campaign"]
KEYS = LESSONS.parent / "widgets/yandu/labextension/static/keys.js"
ACTIVE_CELL = "document.activeElement.closest('.jp-Cell')?.dataset.ydCell"
SELECTED = "document.getSelection().toString()"
#: The texts of what is painted under a name, without the pinyin over it.
PAINTED = """name => [...(CSS.highlights.get(name) ?? [])].map(range => {
  const piece = range.cloneContents();
  piece.querySelectorAll("rt").forEach(node => node.remove());
  return piece.textContent;
})"""


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Iterator[Lab]:
    with running_course(tmp_path_factory.mktemp("desk")) as lab:
        yield lab


@pytest.fixture
def fresh(course: Lab) -> Iterator[Lab]:
    """The course for a learner who has done and set nothing."""
    forget(course)
    erase_settings(learner_folder(course))
    yield course
    stop_kernels(course)


def open_desk(course: Lab, page: "Page") -> LessonPage:
    """Open lesson 03 and wait until its layers are laid."""
    bank = read_bank(LESSONS, NAME)
    lesson = LessonPage(page, course, f"{NAME}.ipynb", bank).open(alone=True)
    return settled(lesson)


def settled(lesson: LessonPage) -> LessonPage:
    lesson.page.locator(".yd-cell-text .yd-term").first.wait_for(state="attached")
    return lesson


@pytest.fixture
def lesson(fresh: Lab, page) -> LessonPage:
    return open_desk(fresh, page)


@pytest.fixture(scope="class")
def shared(course: Lab, browser: "Browser") -> Iterator[LessonPage]:
    """One page for tests that keep nothing and leave all as it was."""
    forget(course)
    erase_settings(learner_folder(course))
    with page_at_home(browser) as page:
        yield open_desk(course, page)
    stop_kernels(course)


def bar(lesson: LessonPage, name: str) -> "Locator":
    return lesson.page.locator(f'.yd-desk button[name="{name}"]')


def text_of(lesson: LessonPage, number: int) -> "Locator":
    return lesson.cell(f"03-p{number:02}").locator(".jp-MarkdownOutput")


def has_class(lesson: LessonPage, name: str) -> bool:
    return lesson.page.locator(f".yd-lesson.{name}").count() == 1


def focus(lesson: LessonPage, number: int) -> None:
    text_of(lesson, number).focus()


def keys(lesson: LessonPage, *pressed: str) -> None:
    for key in pressed:
        lesson.page.keyboard.press(key)


def selected(lesson: LessonPage) -> str:
    """Return what is selected as the kernel would have it."""
    return compact(CITATION.sub("", lesson.page.evaluate(SELECTED)))


def marks_on_disk(course: Lab) -> tuple[Highlight, ...]:
    return open_store(learner_folder(course) / STORE_NAME).highlights()


# ---------------------------------------------------------------- reading


class TestReading:
    """What a learner looks at; each test leaves the page as it found it."""

    @pytest.mark.parametrize("way", ["mouse", "keys"])
    def test_each_toggle_changes_the_text_in_place_and_back(self, shared, course, way):
        focus(shared, 3)
        before = text_of(shared, 3).inner_text()

        def press(name: str, key: str) -> None:
            if way == "mouse":
                bar(shared, name).click()
            else:
                focus(shared, 3)
                keys(shared, key)

        term = text_of(shared, 3).locator(".yd-term").first
        line = "node => getComputedStyle(node).borderBottomStyle"
        assert term.evaluate(line) == "dotted"
        press("shows_terms", "t")
        assert term.evaluate(line) == "none"
        assert term.get_attribute("tabindex") is None
        for name, key, of in [
            ("shows_formulas", "f", "yd-shows-formulas"),
            ("shows_structure", "s", "yd-shows-structure"),
            ("shows_claims", "c", "yd-shows-claims"),
        ]:
            assert bar(shared, name).get_attribute("aria-pressed") == "false"
            press(name, key)
            assert has_class(shared, of)
            shared.page.wait_for_function(
                "node => node.getAttribute('aria-pressed') === 'true'",
                arg=bar(shared, name).element_handle(),
            )
        words = shared.cell("03-p03").locator(".yd-claim").all_inner_texts()
        assert words[0].startswith("要求")
        assert len(words) == len(PARAGRAPHS[2].claims)
        for name, key in [("shows_formulas", "f"), ("shows_structure", "s")]:
            press(name, key)
        press("shows_claims", "c")
        rt = text_of(shared, 3).locator("rt")
        press("pinyin", "p")
        in_terms = text_of(shared, 3).locator(".yd-term rt")
        assert in_terms.first.is_visible()
        assert rt.first.is_hidden()
        press("pinyin", "p")
        assert rt.first.is_visible()
        press("pinyin", "p")
        assert rt.first.is_hidden()
        english = text_of(shared, 3).locator("details.en > p")
        assert english.is_hidden()
        press("english", "e")
        assert english.is_visible()
        below = english.bounding_box()["y"]
        press("english", "e")
        beside = english.bounding_box()
        assert beside["y"] < below
        chinese = text_of(shared, 3).locator("p").first.bounding_box()
        assert beside["x"] >= chinese["x"] + chinese["width"]
        press("english", "e")
        assert text_of(shared, 3).inner_text() == before
        shared.page.wait_for_timeout(400)
        assert read_settings(learner_folder(course)) == Settings(shows_terms=False)
        assert not shared.page.evaluate(
            "jupyterapp.shell.currentWidget.context.model.dirty"
        )
        press("shows_terms", "t")
        assert term.evaluate(line) == "dotted"

    def test_copied_text_has_no_pinyin(self, shared):
        page = shared.page
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        for name in ("shows_formulas", "shows_structure", "pinyin", "pinyin"):
            bar(shared, name).click()
        text_of(shared, 3).locator("rt").first.wait_for()
        page.evaluate(
            "node => getSelection().selectAllChildren(node)",
            text_of(shared, 3).locator("p").first.element_handle(),
        )
        page.evaluate("document.execCommand('copy')")
        copied = page.evaluate("navigator.clipboard.readText()")
        source = COURSE.lesson("03").notebook.cell("03-p03").source
        assert copied.strip() == source.partition("\n")[0]
        for name in ("shows_formulas", "shows_structure", "pinyin"):
            bar(shared, name).click()

    def test_a_card_opens_by_mouse_and_by_enter_and_gives_the_focus_back(self, shared):
        page = shared.page
        term = text_of(shared, 3).locator(f'[data-term="{TERM.id}"]').first
        term.click()
        card = page.get_by_role("dialog")
        card.get_by_text(TERM.explanation["zh"]).wait_for()
        for text in (TERM.zh, TERM.pinyin, TERM.en, TERM.origin.date, TERM.variants[0]):
            assert text in card.inner_text()
        keys(shared, "Escape")
        assert card.count() == 0
        term.focus()
        keys(shared, "Enter")
        card.get_by_text(TERM.explanation["en"]).wait_for()
        assert page.evaluate("document.activeElement.getAttribute('role')") == "dialog"
        keys(shared, "Escape")
        assert term.evaluate("node => node === document.activeElement")
        assert term.get_attribute("role") == "button"

    def test_places_in_this_lesson_go_and_mark_and_bring_back(self, shared):
        page = shared.page
        focus(shared, 4)
        keys(shared, "ArrowRight", "w")
        box = page.get_by_role("dialog")
        box.locator(".yd-hits a").first.wait_for()
        words = box.locator("strong").first.inner_text()
        box.locator(".yd-hits a").first.click()
        page.locator('[data-yd-cell="03-p04"].yd-marked').wait_for()
        page.wait_for_function(f"({PAINTED})('yd-found').length === 1")
        assert compact(page.evaluate(PAINTED, "yd-found")[0]) == words
        page.get_by_role("button", name="返回").click()
        assert page.evaluate(ACTIVE_CELL) == "03-p04"

    def test_the_keys_are_listed_where_a_question_mark_opens_them(self, shared):
        focus(shared, 2)
        keys(shared, "?")
        listed = shared.page.locator(".yd-keys")
        listed.wait_for()
        shown = " ".join(listed.locator("kbd").all_inner_texts())
        source = KEYS.read_text(encoding="utf-8")
        for letter in "tfscope":
            assert f"{letter}: " in source
            assert letter.upper() in shown.split()

    def test_keys_are_for_the_text_and_the_bar_alone(self, shared):
        """What is typed elsewhere is typed; nothing that JupyterLab does is done."""
        note = shared.note("03-d01").locator("textarea")
        note.fill("")
        note.focus()
        shared.page.keyboard.type("tfscpe1")
        assert note.input_value() == "tfscpe1"
        radio = shared.first("single_choice").root.locator("input").first
        radio.focus()
        keys(shared, "f", "c")
        assert not has_class(shared, "yd-shows-formulas")
        n_cells = shared.page.locator(".jp-Cell").count()
        focus(shared, 2)
        keys(shared, "d", "d", "a", "b", "x", "Control+f")
        assert shared.page.locator(".jp-Cell").count() == n_cells
        assert shared.page.locator(".jp-DocumentSearch-overlay").count() == 1  # its own


def test_what_is_shown_is_there_again_after_a_reload(lesson):
    bar(lesson, "shows_claims").click()
    bar(lesson, "pinyin").click()
    bar(lesson, "pinyin").click()
    bar(lesson, "english").click()
    lesson.page.wait_for_timeout(500)
    settled(lesson.reload())
    text_of(lesson, 1).locator("rt").first.wait_for()
    assert has_class(lesson, "yd-shows-claims")
    assert text_of(lesson, 1).locator("details.en > p").is_visible()
    assert "全文" in bar(lesson, "pinyin").inner_text()
    assert bar(lesson, "shows_claims").get_attribute("aria-pressed") == "true"


# ---------------------------------------------------------------- what is kept, places elsewhere


def test_a_word_is_saved_listed_and_taken_off(lesson, fresh):
    page = lesson.page
    term = text_of(lesson, 3).locator(f'[data-term="{TERM.id}"]').first
    term.click()
    page.get_by_role("dialog").get_by_role("button", name="加入复习").click()
    page.get_by_role("dialog").get_by_role("button", name="已加入复习").wait_for()
    store = open_store(learner_folder(fresh) / STORE_NAME)
    assert [one.term_id for one in store.saved_terms()] == [TERM.id]
    keys(lesson, "Escape")
    bar(lesson, "marks").click()
    words = page.locator(".yd-words li")
    words.wait_for()
    assert TERM.zh in words.inner_text()
    words.get_by_role("button", name="移出").click()
    words.wait_for(state="detached")
    assert store.saved_terms() == ()


def test_a_place_in_another_lesson_opens_it_there(lesson):
    page = lesson.page
    text_of(lesson, 3).locator(f'[data-term="{TERM.id}"]').first.click()
    card = page.get_by_role("dialog")
    card.locator("summary", has_text="还在哪里").click()
    link = card.locator('.yd-hits a:not([href^="#03"])').first
    node, cell = link.locator("strong").inner_text(), link.get_attribute("href")[1:]
    link.click()
    there = page.locator(f'[data-yd-cell="{cell}"]')
    page.locator(f'[data-yd-cell="{cell}"].yd-marked').wait_for()
    page.wait_for_function(f"({PAINTED})('yd-found').length === 1", timeout=30_000)
    assert compact(page.evaluate(PAINTED, "yd-found")[0]) == node
    page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .yd-progress").wait_for()
    page.wait_for_timeout(1500)  # the lesson has run; the place is still there
    assert 0 < there.bounding_box()["y"] < 700


# ---------------------------------------------------------------- marks and notes


def drag(lesson: LessonPage, number: int) -> None:
    """Select part of a paragraph's second line with the mouse."""
    words = text_of(lesson, number).locator("p").first
    words.scroll_into_view_if_needed()
    box = words.bounding_box()
    mouse = lesson.page.mouse
    mouse.move(box["x"] + 60, box["y"] + 46)
    mouse.down()
    mouse.move(box["x"] + 300, box["y"] + 46, steps=4)
    mouse.up()


def test_a_passage_is_marked_with_the_mouse_and_a_note_written(lesson, fresh):
    page = lesson.page
    drag(lesson, 4)
    chosen = selected(lesson)
    page.get_by_role("toolbar").get_by_role("button", name="疑问").click()
    box = page.get_by_role("dialog")
    box.locator("textarea").fill("由谁监督？<b>")
    box.get_by_text("已存").wait_for()
    box.get_by_role("button", name="存疑").click()
    keys(lesson, "Escape")
    page.wait_for_function(f"({PAINTED})('yd-mark-doubt').length === 1")
    assert compact(page.evaluate(PAINTED, "yd-mark-doubt")[0]) == chosen
    margin = lesson.cell("03-p04").locator(".yd-margin-note")
    assert margin.inner_text().split() == ["存疑", "由谁监督？<b>"]
    settled(lesson.reload())
    margin.wait_for()
    assert compact(page.evaluate(PAINTED, "yd-mark-doubt")[0]) == chosen
    (made,) = marks_on_disk(fresh)
    assert (made.kind, made.note, made.quotation) == ("doubt", "由谁监督？<b>", chosen)
    margin.click()
    page.get_by_role("dialog").get_by_role("button", name="删除").click()
    page.get_by_role("button", name="撤销").wait_for()
    assert marks_on_disk(fresh) == ()
    page.get_by_role("button", name="撤销").click()
    margin.wait_for()
    assert [one.quotation for one in marks_on_disk(fresh)] == [chosen]


def test_a_passage_is_marked_by_keyboard_alone(lesson, fresh):
    page = lesson.page
    lesson.cell("03-title").click()
    for _ in range(60):
        keys(lesson, "Tab")
        if page.evaluate(ACTIVE_CELL) == "03-p01":
            break
    assert (
        page.evaluate("document.activeElement.getAttribute('aria-label')") == "第 1 段"
    )
    sentences = [compact(one.text) for one in PARAGRAPHS[0].sentences]
    keys(lesson, "ArrowRight")
    assert selected(lesson).startswith(sentences[0][:20])
    keys(lesson, "ArrowRight")
    second = selected(lesson)
    keys(lesson, "Shift+ArrowDown")
    assert selected(lesson).startswith(second)
    assert len(selected(lesson)) > len(second)
    keys(lesson, "Shift+ArrowUp", "Shift+ArrowLeft", "]", "]", "[")
    assert selected(lesson) == second[1:-1]
    keys(lesson, "2")
    page.get_by_role("dialog").locator("textarea").wait_for()
    page.keyboard.type("一个术语")
    keys(lesson, "Escape")
    assert page.evaluate(ACTIVE_CELL) == "03-p01"
    lesson.cell("03-p01").get_by_text("一个术语").wait_for()
    (made,) = marks_on_disk(fresh)
    assert (made.kind, made.note) == ("term", "一个术语")
    assert made.paragraph_id == "03-p01"


def test_marks_are_listed_searched_edited_and_those_without_a_place_kept(fresh, page):
    store = open_store(learner_folder(fresh) / STORE_NAME)
    text = compact(PARAGRAPHS[1].text)
    store.save_highlight(Highlight("03", "03-p02", "claim", 3, text[3:12], note="甲"))
    lost = Highlight("03", "03-p02", "doubt", 0, "课文里从来没有的话", note="乙")
    store.save_highlight(lost)
    other = COURSE.lesson("01").paragraphs[0]
    words = compact(other.text)[:8]
    store.save_highlight(Highlight("01", other.id, "term", 0, words, note="丙"))
    lesson = open_desk(fresh, page)
    focus(lesson, 2)
    keys(lesson, "m")
    listed = page.locator(".yd-panel .yd-marks li")
    listed.first.wait_for()
    assert listed.count() == 2
    assert lost.quotation in page.locator(".yd-unplaced").inner_text()
    page.get_by_role("button", name="所有课").click()
    page.get_by_text("丙").wait_for()
    assert listed.count() == 3
    page.get_by_role("searchbox").fill("甲")
    assert listed.count() == 1
    listed.get_by_role("button", name="修改").click()
    listed.locator("textarea").fill("甲，改过")
    listed.get_by_role("button", name="写好了").click()
    page.locator(".yd-note-whole", has_text="改过").wait_for()
    listed.get_by_role("button", name="删除").click()
    page.get_by_role("button", name="撤销").click()
    listed.first.wait_for()
    listed.locator("a", has_text="第 2 段").click()
    page.locator('[data-yd-cell="03-p02"].yd-marked').wait_for()
    notes = sorted(one.note for one in marks_on_disk(fresh))
    assert notes == sorted(["丙", "乙", "甲，改过"])


def test_a_mark_is_quoted_in_a_discussion_note(lesson):
    page = lesson.page
    focus(lesson, 4)
    keys(lesson, "ArrowRight", "1")
    page.get_by_role("dialog").locator("textarea").wait_for()
    keys(lesson, "Escape")
    note = lesson.note("03-d01")
    note.get_by_role("button", name="引用我的标记").click()
    entry = note.locator(".yd-quote")
    entry.wait_for()
    quotation = entry.locator("q").inner_text()
    entry.click()
    assert quotation in note.locator("textarea").input_value()
    assert "第 4 段" in note.locator("textarea").input_value()
    assert note.locator('input[value="03-p04"]').is_checked()
    note.get_by_text("笔记已存").wait_for()


# ---------------------------------------------------------------- not run, not ours


def test_an_untrusted_lesson_is_plain_and_its_terms_can_be_read(course, page):
    path = course.folder / f"{NAME}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["metadata"]["changed"] = True
    folder = course.folder / "foreign"
    folder.mkdir()
    copy = folder / path.name
    copy.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
    course.open_notebook(page, copy)
    page.get_by_role("button", name="运行本课").wait_for()
    page.wait_for_timeout(1500)
    assert page.locator(".yd-term, .yd-piece, .yd-margin, ruby").count() == 0
    terms = page.locator('[data-yd-cell="03-read"] details')
    terms.locator("summary").click()
    assert TERM.explanation["zh"] in terms.inner_text()
    assert TERM.pinyin in terms.inner_text()
    stop_kernels(course)


# ---------------------------------------------------------------- accessibility

BAR = ".yd-lesson .yd-desk-cell :is(.jp-OutputArea-output, .yd-panel)"
TEXTS = ".yd-lesson :is(.yd-cell-text > .yd-extra, .yd-cell-text .jp-MarkdownOutput)"


def test_axe_finds_nothing_with_all_layers_on(lesson):
    page = lesson.page
    on = ("shows_formulas", "shows_structure", "shows_claims", "pinyin", "pinyin")
    for name in (*on, "english"):
        bar(lesson, name).click()
    focus(lesson, 4)
    keys(lesson, "ArrowRight", "1")
    page.get_by_role("dialog").locator("textarea").wait_for()
    keys(lesson, "Escape")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for name in ("terms", "more", "marks"):
        bar(lesson, name).click()  # each closes the one before
        page.wait_for_timeout(300)
        assert_axe_finds_nothing(page, BAR, widths=(1440,))
    bar(lesson, "marks").click()
    text_of(lesson, 3).locator(f'[data-term="{TERM.id}"]').first.click()
    page.get_by_role("dialog").get_by_text(TERM.explanation["zh"]).wait_for()
    assert_axe_finds_nothing(page, TEXTS, copied=".yd-lesson .yd-cell-text")
