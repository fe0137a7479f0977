"""The text lab as a learner uses it: by keyboard and by mouse, read aloud, looked at."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import page_at_home
from tests.browser.course import LessonPage, running_course
from tests.browser.test_accessibility import AXE, VIOLATIONS, assert_axe_finds_nothing

pytestmark = pytest.mark.browser

LAB = '[data-yd-cell="01-lab"] .jp-OutputArea-output'
TASKS = ("分词", "频次", "索引行", "搭配词", "主题词", "分布", "提法追踪", "沿用与改动")
ANSWERED = "共 "
# What is said stays until the next answer is there: it cannot be waited for.
ANSWER_MS = 400


@pytest.fixture(scope="module")
def lesson(browser, tmp_path_factory) -> Iterator[LessonPage]:
    """Lesson 01 with the lab open, opened by keyboard."""
    base = tmp_path_factory.mktemp("textlab")
    with running_course(base) as lab, page_at_home(browser) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        lesson = LessonPage(page, lab).open()
        cell = lesson.cell("01-lab")
        cell.get_by_role("button").focus()
        page.keyboard.press("Enter")
        cell.locator("table").wait_for()
        page.evaluate(AXE.read_text(encoding="utf-8"))
        yield lesson


@pytest.fixture
def cell(lesson):
    """The lab's cell, as it is just after opening."""
    cell = lesson.cell("01-lab")
    choose(cell, "方法", "频次")
    cell.get_by_label("文本", exact=False).first.select_option(index=0)
    cell.get_by_role("button", name="查看").click()
    expect_said(cell, ANSWERED)
    return cell


def choose(cell, label, words):
    field = cell.get_by_label(label, exact=False).first
    listed = field.locator("option").all_inner_texts()
    field.select_option(next(option for option in listed if words in option))
    cell.page.wait_for_timeout(ANSWER_MS)


def expect_said(cell, words):
    cell.get_by_role("status").filter(has_text=words).first.wait_for()


def write(cell, label, words):
    field = cell.get_by_label(label, exact=False).first
    field.fill(words)
    field.press("Enter")
    cell.page.wait_for_timeout(ANSWER_MS)


def test_every_task_by_keyboard_and_jupyterlab_s_shortcuts_stay_out(lesson, cell):
    page = lesson.page
    n_cells = page.locator(".jp-Notebook .jp-Cell").count()
    write(cell, "选中的词", "公安")
    tasks = cell.get_by_label("方法").first
    tasks.focus()
    page.keyboard.press("Home")
    seen = []
    for _ in TASKS:
        page.wait_for_timeout(150)
        seen.append(tasks.evaluate("node => node.selectedOptions[0].textContent"))
        assert tasks.evaluate("node => node === document.activeElement")  # focus stays
        page.keyboard.press("ArrowDown")
    assert [name.split()[0] for name in seen] == [*TASKS]
    for key in "abdm":
        page.keyboard.press(key)
    assert page.locator(".jp-Notebook .jp-Cell").count() == n_cells


@pytest.mark.parametrize("task", TASKS)
def test_every_task_answers_or_says_what_it_needs(cell, task):
    choose(cell, "方法", task)
    if task in ("索引行", "搭配词"):
        write(cell, "节点词", "公安")
    if task == "分布":
        write(cell, "词（留空", "公安")
    expect_said(cell, ANSWERED)
    assert cell.locator(".yd-notice").count() == 0
    made = cell.locator(".yd-made code").inner_text()
    assert "lesson.text()" in made


def test_a_word_that_is_pressed_goes_from_table_to_concordance_and_text(lesson, cell):
    word = cell.locator(".yd-lab-words .yd-pick").nth(4)
    text = word.inner_text()
    word.click()
    assert cell.get_by_label("选中的词").input_value() == text
    focused = "document.activeElement.textContent"
    assert lesson.page.evaluate(focused).startswith("看索引行")
    lesson.page.keyboard.press("Enter")
    cell.locator(".yd-table .yd-node").first.wait_for()
    assert {*cell.locator(".yd-table td.yd-node").all_inner_texts()} == {text}
    assert lesson.page.evaluate(focused).startswith("看索引行")  # the focus is not lost
    link = cell.locator(".yd-lab-lines .yd-pick").first
    paragraph = link.inner_text().split(".")[0]
    link.focus()
    lesson.page.keyboard.press("Enter")
    lesson.page.locator(f'.yd-marked[data-yd-cell="{paragraph}"]').wait_for()


def test_the_line_of_python_can_be_copied(lesson, cell):
    cell.locator(".yd-copy").click()
    cell.locator(".yd-copy", has_text="已复制").wait_for()
    copied = lesson.page.evaluate("navigator.clipboard.readText()")
    assert copied == "textlab.frequency(lesson.text())"


def test_a_table_is_saved_beside_the_lesson(lesson, cell):
    cell.get_by_role("button", name="表格存为 CSV").click()
    expect_said(cell, "已存为")
    (path,) = lesson.lab.folder.glob("yandu-frequency-lesson*.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfrank,token,count")


def test_a_chart_can_be_pointed_at_and_asks_nobody(lesson, cell):
    choose(cell, "方法", "分布")
    write(cell, "词（留空", "公安 人民")
    cell.get_by_role("button", name="可点读的图").click()
    drawing = cell.locator(".jp-RenderedVegaCommon5 svg, .vega-embed svg").first
    drawing.wait_for()
    assert "公安" in (drawing.text_content() or "")  # labels are text
    assert lesson.page.evaluate(VIOLATIONS, LAB) == []
    cell.get_by_role("button", name="可点读的图").click()
    drawing.wait_for(state="detached")


def test_a_text_of_one_s_own_and_what_is_too_large_for_the_page(lesson, cell):
    choose(cell, "文本", "自己的文本")
    expect_said(cell, "还没有自己的文本")
    pasted = cell.get_by_label("粘贴文本")
    pasted.evaluate(
        """node => {
          node.value = "天".repeat(3_000_000);
          node.dispatchEvent(new Event("change", { bubbles: true }));
        }"""
    )
    expect_said(cell, "太大")
    pasted.fill("天下大事，必作于细。细处见精神。")
    cell.get_by_label("名称").fill("格言")
    cell.get_by_role("button", name="用这份文本").click()
    cell.locator("caption", has_text="格言").wait_for()
    assert "textlab.frequency(text)" in cell.locator(".yd-made code").inner_text()


def test_an_error_is_announced_and_the_table_stays(cell):
    choose(cell, "方法", "索引行")
    write(cell, "节点词", "公安")
    cell.locator(".yd-node").first.wait_for()
    lines = cell.locator(".yd-table tbody tr").count()
    choose(cell, "怎样查", "正则")
    write(cell, "节点词", "(公安")
    cell.get_by_role("status").locator(".yd-notice").wait_for()
    assert cell.locator(".yd-table tbody tr").count() == lines
    choose(cell, "怎样查", "按字")
    write(cell, "节点词", "公安")


def test_fields_have_names_and_the_table_scrolls_by_keyboard(lesson, cell):
    unnamed = lesson.page.evaluate(
        """selector => [...document.querySelector(selector)
            .querySelectorAll("select, input:not([type=file]), textarea")]
          .filter(node => node.offsetParent && !node.labels.length)
          .map(node => node.outerHTML)""",
        LAB,
    )
    assert unnamed == []
    region = cell.get_by_role("region", name="词频")
    assert region.get_attribute("tabindex") == "0"
    region.focus()
    lesson.page.keyboard.press("PageDown")
    lesson.page.wait_for_timeout(300)
    assert region.evaluate("node => node.scrollTop") > 0


@pytest.mark.parametrize("task", ["主题词", "分布", "索引行", "分词"])
def test_axe_finds_nothing_in_the_lab(lesson, cell, task):
    choose(cell, "方法", task)
    if task == "索引行":
        write(cell, "节点词", "公安")
    if task == "分布":
        write(cell, "词（留空", "公安")
    expect_said(cell, ANSWERED)
    assert_axe_finds_nothing(lesson.page, LAB)
