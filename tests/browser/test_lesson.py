"""Lesson 01 as a learner meets it: opened, answered, discussed, left and found again."""

import json
import os
import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import page_at_home
from tests.browser.course import (
    BANK,
    NOTEBOOK,
    LessonPage,
    forget,
    learner_folder,
    running_course,
    stop_kernels,
)
from tests.browser.gallery import bring
from tests.browser.kinds import hands_of
from tests.browser.lab import Lab, until, wait_for_kernel
from tests.conftest import LESSONS
from yandu.content import read_course

pytestmark = pytest.mark.browser

PROMPTS = read_course(LESSONS).lesson("01").prompts


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Iterator[Lab]:
    base = tmp_path_factory.mktemp("course")
    with running_course(base) as lab:
        yield lab
    log = base / "network.log"
    assert not log.exists(), log.read_text()


@pytest.fixture(scope="module")
def opened(course: Lab, browser) -> Iterator[LessonPage]:
    """Lesson 01, opened by a learner who was never there."""
    with page_at_home(browser) as page:
        yield LessonPage(page, course).begin_again()


@pytest.fixture
def lesson(opened) -> LessonPage:
    """Lesson 01, for a learner who was never there."""
    return opened.begin_again()


@pytest.fixture
def alone(course: Lab, opened, page) -> Iterator[LessonPage]:
    """A page of the test's own, not open yet, for a learner who was never there."""
    opened.leave()
    forget(course)
    yield LessonPage(page, course)
    stop_kernels(course)


def attempts_on_disk(course: Lab) -> list[tuple[str, str]]:
    """Read the learner's file as another program would, beside the running kernel."""
    file = learner_folder(course) / "progress.sqlite3"
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        rows = database.execute("SELECT item_id, outcome FROM attempts ORDER BY rowid")
        return list(rows)


def kernel_pid(course: Lab) -> int:
    """Return the process of the one kernel, by the connection file it was given."""
    (kernel,) = course.kernels()
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                command = (process / "cmdline").read_text()
            except OSError:
                continue
            if kernel["id"] in command:
                return int(process.name)
    raise AssertionError(kernel)


def test_the_lesson_is_live_without_a_touch(opened):
    page = opened.page
    assert page.locator(".yd-check").count() == len(BANK.items)
    assert page.locator(".yd-discussion").count() == len(PROMPTS)
    assert page.locator(".yd-desk").count() == 1
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    assert page.get_by_role("menuitem", name="文件").is_visible()
    assert not page.locator(".jp-Dialog").count()
    # Code is not in the way; the text lab's cells alone show theirs.
    written = json.loads((LESSONS / NOTEBOOK).read_text(encoding="utf-8"))
    n_lab = sum("lab" in cell["metadata"].get("tags", ()) for cell in written["cells"])
    shown = page.locator(".jp-InputArea-editor:visible")
    shown.nth(n_lab - 1).wait_for()
    assert shown.count() == n_lab > 2


def test_opening_does_not_mark_the_lesson_as_unsaved(opened):
    wait_for_kernel(opened.page)
    assert opened.page.locator(".jp-mod-dirty").count() == 0


def test_lab_cells_show_their_stored_table_and_load_nothing(opened):
    assert "人民" in opened.cell("01-a01").locator("table").inner_text()
    heavy = "sorted({'numpy', 'pandas', 'jieba'} & set(__import__('sys').modules))"
    assert opened.ask_kernel(heavy) == "[]"


def test_every_item_answered_right_is_recorded(lesson, course):
    for item in BANK.items.values():
        card = lesson.item(item.id)
        assert bring(card, "correct") == "correct"
        assert card.root.locator(".yd-rationale").is_visible()
    assert attempts_on_disk(course) == [(item_id, "correct") for item_id in BANK.items]
    # The progress card hears of an attempt after the card that shows its verdict.
    done = f"做过 {len(BANK.items)} 题"
    lesson.page.locator(".yd-progress").get_by_text(done).first.wait_for()


def test_wrong_retry_hint_solution(lesson, course):
    card = lesson.first("single_choice")
    wrong = next(o.id for o in card.item.options if not o.is_key)
    assert not card.root.get_by_role("button", name="看答案").is_visible()
    card.choose(wrong)
    card.press("核对")
    card.verdict.get_by_text("还不对").wait_for()
    assert card.root.locator(".yd-remarks li").count() == 1
    assert not card.root.locator(".yd-rationale").count()
    assert card.root.locator(f'input[value="{wrong}"]').is_disabled()
    card.press("再试一次")
    card.press("提示")
    card.root.locator(".yd-hints li").first.wait_for()
    assert card.root.locator(".yd-hints li").count() == 1
    card.press("核对")
    card.root.get_by_role("button", name="看答案").click()
    card.root.locator(".yd-rationale").wait_for()
    key = card.root.locator(
        ".yd-option",
        has=lesson.page.locator(f'input[value="{card.item.solution()[0]}"]'),
    )
    assert "答案" in key.inner_text()
    assert [outcome for _, outcome in attempts_on_disk(course)] == ["incorrect"] * 2


def test_partly_right_names_what_was_left_out(lesson):
    card = lesson.first("multiple_choice")
    first, *rest = card.item.solution()
    card.choose(first)
    card.press("核对")
    card.verdict.get_by_text("部分正确").wait_for()
    remarks = card.root.locator(".yd-remarks li")
    assert remarks.count() == 1 + len(rest)
    assert "漏了" in remarks.last.inner_text()


def test_nothing_chosen_is_no_attempt(lesson, course):
    card = lesson.first("single_choice")
    card.press("核对")
    card.verdict.get_by_text("请先作答").wait_for()
    assert attempts_on_disk(course) == []


def test_by_keyboard_alone(lesson, course):
    """Arrows choose, Tab moves on, Enter checks; no cell is touched by it."""
    page = lesson.page
    card = lesson.first("single_choice")
    n_cells = page.locator(".jp-Cell").count()
    card.root.locator("input").first.focus()
    hands_of("single_choice").give_by_keyboard(page, card, card.item.solution())
    page.keyboard.press("d")
    page.keyboard.press("d")
    page.keyboard.press("a")
    page.keyboard.press("Tab")
    page.keyboard.press("1")  # how sure: one key
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("核对")
    page.keyboard.press("Enter")
    card.verdict.get_by_text("正确。").first.wait_for()
    # The focus stayed where it was, on the button that now offers to begin again.
    assert page.evaluate("document.activeElement.textContent").startswith("重做一遍")
    assert page.locator(".jp-Cell").count() == n_cells
    assert len(attempts_on_disk(course)) == 1


def test_enter_in_a_gap_checks(lesson):
    card = lesson.first("cloze")
    card.fill(card.item.accept[0])
    card.root.locator("input").first.focus()
    lesson.page.keyboard.press("Enter")
    card.verdict.get_by_text("正确。").first.wait_for()


def test_enter_that_confirms_a_candidate_of_an_input_method_does_not_check(
    lesson, course
):
    """The browser's own composition events, as an input method causes them."""
    page = lesson.page
    card = lesson.first("cloze")
    gap = card.root.locator("input").first
    gap.focus()
    client = page.context.new_cdp_session(page)
    client.send(
        "Input.imeSetComposition",
        {"text": "fu'wu", "selectionStart": 5, "selectionEnd": 5},
    )
    assert gap.input_value() == "fu'wu"
    # While a candidate is open the key says so: 229, and isComposing.
    client.send(
        "Input.dispatchKeyEvent",
        {
            "type": "rawKeyDown",
            "key": "Enter",
            "code": "Enter",
            "windowsVirtualKeyCode": 229,
            "nativeVirtualKeyCode": 229,
        },
    )
    client.send("Input.insertText", {"text": "服务人民"})
    assert gap.input_value() == "服务人民"
    page.wait_for_timeout(500)
    assert card.verdict.inner_text() == ""
    assert attempts_on_disk(course) == []
    page.keyboard.press("Enter")  # now it is the learner's
    card.root.locator(".yd-remarks").wait_for()
    assert len(attempts_on_disk(course)) == 1


def test_all_is_there_again_after_a_reload(lesson):
    answer_some(lesson)
    lesson.reload()
    assert_some_are_there(lesson)


def test_all_is_there_again_after_a_kernel_restart(lesson):
    answer_some(lesson)
    lesson.restart_kernel()
    assert_some_are_there(lesson)


def test_all_is_there_again_after_the_kernel_was_killed(lesson, course):
    answer_some(lesson)
    old = lesson.cards()
    os.kill(kernel_pid(course), signal.SIGKILL)
    lesson.wait_for_others(old)
    assert_some_are_there(lesson)


def test_all_is_there_again_tomorrow(alone, course, browser):
    """Another browser, another kernel: nothing is kept in the page."""
    today = alone.open()
    answer_some(today)
    today.read_on_to("01-p06")
    today.wait_until_kept("lesson.store.place('01').cell_id == '01-p06'")
    today.page.context.close()
    stop_kernels(course)
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tomorrow = LessonPage(context.new_page(), course).open()
    assert_some_are_there(tomorrow)
    paragraph = tomorrow.cell("01-p06")
    is_back = until(tomorrow.page, lambda: -300 < paragraph.bounding_box()["y"] < 500)
    assert is_back, "the page is back where the learner stopped"
    context.close()


def answer_some(lesson: LessonPage) -> None:
    card = lesson.item("01-q01")
    card.give(card.item.accept[0])
    card.press("核对")
    card.verdict.get_by_text("正确。").first.wait_for()
    cloze = lesson.first("cloze")  # typed and not checked
    cloze.root.locator("input").first.fill("写了一半")
    first_gap = cloze.item.gaps[0].id
    note = lesson.note("01-d01")
    note.locator("textarea").fill("我的看法 <b>不是</b>标记")
    note.locator('input[value="01-p05"]').check()
    note.get_by_text("笔记已存").wait_for()
    drafted = f"lesson.store.state({cloze.item.id!r}).response[{first_gap!r}]"
    lesson.wait_until_kept(f"{drafted} == '写了一半'")
    lesson.wait_until_kept("lesson.store.note('01-d01').citations")


def assert_some_are_there(lesson: LessonPage) -> None:
    card = lesson.item("01-q01")
    assert "正确" in card.verdict.inner_text()
    assert (
        card.root.locator("input:checked").get_attribute("value")
        == card.item.accept[0][0]
    )
    assert lesson.first("cloze").root.locator("input").first.input_value() == "写了一半"
    note = lesson.note("01-d01")
    assert note.locator("textarea").input_value() == "我的看法 <b>不是</b>标记"
    assert note.locator('input[value="01-p05"]').is_checked()


def test_readings_open_only_after_writing_and_citing(lesson):
    note = lesson.note("01-d02")
    commit = note.get_by_role("button", name="写好了")
    commit.click()
    note.get_by_text("还没有写").wait_for()
    note.locator("textarea").fill("看法")
    commit.click()
    note.get_by_text("还没有引用").wait_for()
    assert note.locator(".yd-reading").count() == 0
    note.locator("input[type=checkbox]").first.check()
    commit.click()
    note.locator(".yd-reading").first.wait_for()
    assert note.locator(".yd-reading").count() >= 2
    assert note.locator(".yd-rubric tbody tr").count() >= 3
    assert note.locator("textarea").is_editable()


def test_what_a_learner_writes_is_never_html(lesson):
    dialogs = []
    lesson.page.on("dialog", lambda dialog: (dialogs.append(dialog), dialog.dismiss()))
    hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
    note = lesson.note("01-d01")
    note.locator("textarea").fill(hostile)
    cloze = lesson.first("cloze")
    cloze.root.locator("input").first.fill(hostile)
    cloze.press("核对")
    cloze.root.locator(".yd-remarks").wait_for()
    lesson.note("01-d01").get_by_text("笔记已存").wait_for()
    lesson.reload()
    assert lesson.note("01-d01").locator("textarea").input_value() == hostile
    assert lesson.page.locator(".yd-card img, .yd-card script").count() == 0
    assert dialogs == []


def test_a_link_goes_to_its_paragraph_and_back(lesson):
    card = lesson.item("01-q05")
    card.give(card.item.accept[0])
    card.press("核对")
    link = card.root.locator(".yd-back .yd-link").first
    link.click()
    paragraph = lesson.cell("01-p03")
    lesson.page.wait_for_function(
        "node => node.contains(document.activeElement) || node === document.activeElement",
        arg=paragraph.element_handle(),
    )
    box = paragraph.bounding_box()
    assert 0 <= box["y"] < 600
    lesson.page.keyboard.press("Escape")
    lesson.page.wait_for_function(
        "node => node === document.activeElement", arg=link.element_handle()
    )


def test_without_a_kernel_the_card_says_what_to_do(lesson, course):
    card = lesson.item("01-q01")
    os.kill(kernel_pid(course), signal.SIGSTOP)
    try:
        card.give(card.item.accept[0])
        card.press("核对")
        card.root.get_by_text("内核没有回应").wait_for()
    finally:
        os.kill(kernel_pid(course), signal.SIGCONT)
    card.verdict.get_by_text("正确。").first.wait_for()
    assert not card.root.get_by_text("内核没有回应").is_visible()


def test_when_nothing_can_be_saved_the_lesson_says_so_and_goes_on(alone, course):
    folder = learner_folder(course)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.rename(folder.with_name("aside")) if folder.exists() else None
    folder.write_text("a file where the folder should be", encoding="utf-8")
    try:
        lesson = alone.open()
        notices = lesson.page.locator(".yd-desk .yd-notice")
        notices.get_by_text("无法").first.wait_for()
        card = lesson.item("01-q01")
        card.give(card.item.accept[0])
        card.press("核对")
        card.verdict.get_by_text("正确。").first.wait_for()
        card.root.get_by_text("没有存盘").wait_for()
    finally:
        folder.unlink()


def test_a_damaged_file_is_restored_and_the_learner_told(alone, course, browser):
    answer_some(alone.open())
    alone.page.context.close()
    stop_kernels(course)
    file = learner_folder(course) / "progress.sqlite3"
    from yandu.progress import open_store

    open_store(file).close()
    damaged = b"not a database" * 400
    file.write_bytes(damaged)
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    again = LessonPage(context.new_page(), course).open()
    notices = again.page.locator(".yd-desk .yd-notice")
    notices.get_by_text("损坏").first.wait_for()
    context.close()
    kept = [
        p
        for p in learner_folder(course).rglob("*")
        if p.is_file() and p.read_bytes() == damaged
    ]
    assert len(kept) == 1


def test_a_lesson_whose_cells_were_deleted_still_works(alone, course):
    """The learner's copy lacks its setup's neighbours, some texts and some items."""
    page = alone.page
    path = course.folder / NOTEBOOK
    whole = path.read_text(encoding="utf-8")
    notebook = json.loads(whole)
    gone = {"01-read", "01-p01", "01-q02", "01-d01", "01-h2", "01-next"}
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] not in gone]
    path.write_text(
        json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    course.trust(path)
    try:
        page.goto(
            f"{course.url}/lab/workspaces/yandu/tree/{NOTEBOOK}?token={course.token}"
        )
        left = len(BANK.items) - 1
        page.locator(".yd-check").nth(left - 1).wait_for()
        assert page.locator(".yd-check").count() == left
        card = page.locator(".yd-check").first
        card.locator("input").first.check()
        card.locator("button", has_text="核对").click()
        card.get_by_role("status").first.get_by_text("分").first.wait_for()
    finally:
        path.write_text(whole, encoding="utf-8")


def test_the_text_lab_opens_and_searches(lesson):
    panel = lesson.cell("01-lab")
    panel.get_by_role("button", name="打开文本实验室").click()
    panel.locator("table.yd-table").wait_for()
    field = panel.get_by_label("选中的词")
    field.fill("政治安全")
    field.press("Enter")
    panel.get_by_role("button", name="看索引行").click()
    panel.locator("td.yd-node", has_text="政治安全").nth(5).wait_for()
    field.press("d")
    field.press("d")  # must not delete a cell
    assert lesson.page.locator(".jp-Cell").count() == len(
        json.loads((LESSONS / NOTEBOOK).read_text(encoding="utf-8"))["cells"]
    )


def test_a_lab_cell_runs_when_asked(lesson):
    cell = lesson.cell("01-a03")
    cell.locator(".jp-InputArea-editor").click()
    lesson.page.keyboard.press("Shift+Enter")
    lesson.page.wait_for_function(
        "node => /\\[\\d+\\]/.test(node.textContent)",
        arg=cell.locator(".jp-InputPrompt").element_handle(),
    )
    wait_for_kernel(lesson.page)
    assert "公安机关" in cell.locator("table").inner_text()
