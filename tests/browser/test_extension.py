"""The lab extension in a real JupyterLab: what runs, what stays, how it is reached."""

import contextlib
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import notebooks as nb
from tests.browser.conftest import page_at_home
from tests.browser.lab import (
    Lab,
    change_theme,
    running_lab,
    until,
    wait_for_kernel,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

EXTENSION_PATH = Path(__file__).parents[2] / "widgets" / "yandu" / "labextension"
STATIC = "/lab/extensions/yandu/static"
SCROLLER = ".jp-WindowedPanel-outer"
ITEMS = [f"check 01-q{n:02}" for n in range(1, 7)]
WHOLE_LESSON = ["open 01", "read", *ITEMS, "discuss 01-d01", "lab", "next"]

Write = Callable[..., Path]


@pytest.fixture(scope="module")
def stub_lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab whose kernels find the stand-in for the package `yandu`."""
    base = tmp_path_factory.mktemp("stub_lab")
    stand_in = nb.write_stand_in(base / "stand_in")
    with running_lab(base, PYTHONPATH=str(stand_in)) as lab:
        yield lab


@pytest.fixture
def write(stub_lab: Lab, request: pytest.FixtureRequest) -> Iterator[Write]:
    """Write a notebook into a folder of this test's own; its kernel ends with it."""
    name = request.node.name.replace("[", "-").replace("]", "")
    folder = stub_lab.folder / name

    def write(
        cells: list[nb.Cell] | None = None,
        *,
        trusted: bool = True,
        file: str = "01_test.ipynb",
        **options: Any,
    ) -> Path:
        # Trust goes by content: what says its test's name is no other test's twin.
        cells = [*(cells or nb.lesson_cells()), nb.markdown("01-x", name)]
        path = nb.write_notebook(folder / file, cells, **options)
        if trusted:
            stub_lab.trust(path)
        return path

    before = {kernel["id"] for kernel in stub_lab.kernels()}
    yield write
    for kernel in stub_lab.kernels():
        if kernel["id"] not in before:
            stub_lab.delete(f"kernels/{kernel['id']}")


@pytest.fixture
def live(stub_lab: Lab, page: "Page", write: Write) -> Path:
    """A trusted lesson, open and run; its folder."""
    path = write()
    stub_lab.open_notebook(page, path)
    wait_until_run(page)
    return path.parent


@contextlib.contextmanager
def opened_once(lab: Lab, browser: "Browser", name: str) -> "Iterator[Page]":
    """Open a lesson, run, for several tests that leave it as it was."""
    cells = [*nb.lesson_cells(), nb.markdown("01-x", name)]
    path = nb.write_notebook(lab.folder / name / "01_test.ipynb", cells)
    lab.trust(path)
    with page_at_home(browser) as page:
        lab.open_notebook(page, path)
        wait_until_run(page)
        yield page


@pytest.fixture(scope="module")
def read(stub_lab: Lab, browser: "Browser") -> "Iterator[Page]":
    """A page with a lesson that the tests of its look only look at."""
    with opened_once(stub_lab, browser, "read") as page:
        yield page


@pytest.fixture(scope="module")
def used(stub_lab: Lab, browser: "Browser") -> "Iterator[Page]":
    """A page with a lesson in which tests go about, and leave no trace."""
    with opened_once(stub_lab, browser, "used") as page:
        yield page


def wait_until_run(page: "Page") -> None:
    page.locator(".stub-next").wait_for()
    settle(page)


def settle(page: "Page") -> None:
    """Wait until the extension has stopped holding the place (0.7 s of quiet)."""
    page.wait_for_timeout(1200)


def is_dirty(page: "Page") -> bool:
    return bool(page.evaluate("jupyterapp.shell.currentWidget.context.model.dirty"))


def scroll_top(page: "Page") -> float:
    return float(page.evaluate(f"document.querySelector('{SCROLLER}').scrollTop"))


def cell_top(page: "Page", cell: str) -> float:
    """Return how far a cell's top is below the window's, in pixels."""
    return float(
        page.evaluate(
            f"""id => document.querySelector(`[data-yd-cell="${{id}}"]`)
                .getBoundingClientRect().top
                - document.querySelector('{SCROLLER}').getBoundingClientRect().top""",
            cell,
        )
    )


def comes_to(page: "Page", cell: str, top: float) -> bool:
    """Wait until a cell's top stands there, give or take 2 pixels."""
    return until(page, lambda: abs(cell_top(page, cell) - top) <= 2)


def n_cells(page: "Page") -> int:
    return int(page.evaluate("jupyterapp.shell.currentWidget.content.widgets.length"))


def dispatch(page: "Page", selector: str, name: str, detail: dict[str, Any]) -> None:
    """Do what a widget does: dispatch one of the course's events from its element."""
    page.locator(selector).first.evaluate(
        """(node, [name, detail]) => node.dispatchEvent(
            new CustomEvent(`yandu:${name}`, {bubbles: true, detail}))""",
        [name, detail],
    )


def open_desk(page: "Page", place: dict[str, Any] | None) -> None:
    """Report as the reading bar does, and note the places that come back."""
    page.evaluate(
        """() => {
            window.places = [];
            document.querySelector(".stub-desk").addEventListener("yandu:place",
                (event) => window.places.push(event.detail));
        }"""
    )
    dispatch(page, ".stub-desk", "desk", {"place": place})


# ---- what runs ----------------------------------------------------------------------


def test_trusted_lesson_runs_itself(page: "Page", live: Path) -> None:
    assert nb.calls(live) == WHOLE_LESSON
    assert not (live / "lab-ran.txt").exists()
    assert page.locator(".jp-Dialog").count() == 0
    assert scroll_top(page) == 0
    lesson = page.locator(".yd-lesson")
    assert lesson.get_attribute("lang") == "zh-CN"
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    assert page.locator("#jp-left-stack").is_hidden()
    assert page.locator(".yd-banner").count() == 0


def test_lesson_is_not_marked_as_unsaved(page: "Page", live: Path) -> None:
    assert not is_dirty(page)


def test_ordinary_notebook_is_left_alone(
    stub_lab: Lab, page: "Page", write: Write
) -> None:
    path = write(live=False)
    stub_lab.open_notebook(page, path)
    wait_for_kernel(page)
    page.wait_for_timeout(1500)
    assert nb.calls(path.parent) == []
    assert page.locator(".yd-lesson, .yd-banner, .yd-run").count() == 0
    cell = page.locator(".jp-CodeCell", has_text="lab cell")
    cell.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    cell.locator(".jp-OutputArea-output", has_text="lab cell").wait_for()
    assert (path.parent / "lab-ran.txt").exists()
    assert is_dirty(page)


def test_untrusted_lesson_waits_for_the_button(
    stub_lab: Lab, page: "Page", write: Write
) -> None:
    path = write(trusted=False)
    stub_lab.open_notebook(page, path)
    button = page.get_by_role("button", name="运行本课")
    button.wait_for()
    page.wait_for_timeout(1500)
    assert nb.calls(path.parent) == []
    button.click()
    wait_until_run(page)
    assert nb.calls(path.parent) == WHOLE_LESSON
    assert button.count() == 0
    assert not (path.parent / "lab-ran.txt").exists()


def hostile_cells() -> list[nb.Cell]:
    """Cells that carry our ids and are not our calls; each would leave a file."""
    mark = "open('owned-{}', 'w').close()"
    cells = [
        nb.code("01-read", mark.format("read"), hidden=True),
        nb.code("01-q01", 'lesson.check("01-q01"); ' + mark.format("semicolon")),
        nb.code("01-q02", f'# 自测\nlesson.check("01-q02")\n{mark.format("line")}'),
        nb.code("01-q03", f"# 自测\u2028{mark.format('u2028')}"),
        nb.code("01-q04", f'# 自测\x0c{mark.format("ff")}\nlesson.check("01-q04")'),
        nb.code("01-q05", '#\x85!touch owned-nel\nlesson.check("01-q05")'),
        nb.code("01-q06", f'lesson.check("01-q06" or {mark.format("argument")})'),
        nb.code("01-d01-note", "%%bash\ntouch owned-magic", hidden=True),
        nb.code("extra", mark.format("extra"), hidden=True),
        nb.code("01-next", mark.format("next"), hidden=True),
    ]
    return [*nb.lesson_cells()[:2], *cells]


@pytest.mark.parametrize("trusted", [False, True])
def test_hostile_lesson_runs_nothing_of_its_own(
    stub_lab: Lab, page: "Page", write: Write, trusted: bool
) -> None:
    path = write(hostile_cells(), trusted=trusted)
    # It would be imported in place of the course, if the folder stood on Python's path.
    beside = path.parent / "yandu.py"
    beside.write_text("open('owned-import', 'w').close()\n" + nb.STAND_IN)
    stub_lab.open_notebook(page, path)
    wait_for_kernel(page)
    if trusted:
        wait_for_calls(path.parent, 1)
    page.wait_for_timeout(2000)
    assert nb.calls(path.parent) == (["open 01"] if trusted else [])
    if not trusted:
        page.get_by_role("button", name="运行本课").click()
        wait_for_calls(path.parent, 1)
        page.wait_for_timeout(2000)
        assert nb.calls(path.parent) == ["open 01"]
    assert sorted(path.parent.glob("owned-*")) == []


MAY_RUN = [
    ("01-setup", 'from yandu import open_lesson\nlesson = open_lesson("01")', True),
    ("01-setup", '# 准备\r\nfrom yandu import open_lesson\n\nlesson = open_lesson("01")\n', True),
    ("01-setup", 'from yandu import open_lesson\nlesson = open_lesson("02")', False),
    ("01-setup", 'lesson = open_lesson("01")', False),
    ("01-read", "lesson.read()", True),
    ("01-read", " lesson.read()", False),
    ("01-lab", "lesson.lab()", True),
    ("01-next", "lesson.next()", True),
    ("06-punctuate", "# 标点练习\n# 换一节\nlesson.punctuate()", True),
    ("06-punctuate", 'lesson.punctuate("3")', False),
    ("01-q07", '# 自测 7\nlesson.check("01-q07")', True),
    ("01-q07", 'lesson.check("01-q08")', False),
    ("01-q7", 'lesson.check("01-q7")', False),
    ("x01-q07", 'lesson.check("01-q07")', False),
    ("01-q07\n", 'lesson.check("01-q07")', False),
    ("01-d02-note", 'lesson.discuss("01-d02")', True),
    ("01-d02", 'lesson.discuss("01-d02")', False),
    ("01-read", "# a\rimport os\nlesson.read()", False),
    ("01-read", "", False),
    ("01-read", "# 阅读台", False),
]  # fmt: skip


def test_which_cells_may_run(stub_lab: Lab, page: "Page") -> None:
    page.goto(f"{stub_lab.url}{STATIC}/run.js?token={stub_lab.token}")
    results = page.evaluate(
        f"""async (cells) => {{
            const {{ mayRun }} = await import("{STATIC}/run.js");
            return cells.map(([id, source]) => [
                mayRun({{ type: "code", id, tags: [], source }}),
                mayRun({{ type: "code", id, tags: ["lab"], source }}),
                mayRun({{ type: "markdown", id, tags: [], source }}),
            ]);
        }}""",
        MAY_RUN,
    )
    assert results == [[allowed, False, False] for *_, allowed in MAY_RUN]


def test_a_failing_cell_does_not_stop_the_others(
    stub_lab: Lab, page: "Page", write: Write
) -> None:
    path = write()
    (path.parent / "fail-01-q02").touch()
    (path.parent / "fail-01-q05").touch()
    stub_lab.open_notebook(page, path)
    wait_until_run(page)
    assert nb.calls(path.parent) == WHOLE_LESSON


def test_missing_kernel_falls_back_without_a_dialog(
    stub_lab: Lab, page: "Page", write: Write
) -> None:
    path = write(kernel="no-such-kernel")
    stub_lab.open_notebook(page, path)
    wait_until_run(page)
    assert nb.calls(path.parent) == WHOLE_LESSON
    assert page.locator(".jp-Dialog").count() == 0


def test_lab_cell_runs_by_its_button(page: "Page", live: Path) -> None:
    page.get_by_role("button", name="运行 Run", exact=True).click()
    page.locator(".yd-cell-lab .jp-OutputArea-output", has_text="lab cell").wait_for()
    assert (live / "lab-ran.txt").exists()
    assert nb.calls(live) == WHOLE_LESSON


# ---- restarts -------------------------------------------------------------------------


def wait_for_calls(folder: Path, n: int) -> None:
    deadline = time.monotonic() + 60
    while len(nb.calls(folder)) < n and time.monotonic() < deadline:
        time.sleep(0.1)


def test_runs_again_after_a_restart_and_stays_in_place(
    page: "Page", live: Path
) -> None:
    page.mouse.move(700, 500)
    page.mouse.wheel(0, 900)
    assert until(page, lambda: scroll_top(page) == 900)
    before = cell_top(page, "01-p03")
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
    wait_for_calls(live, 2 * len(WHOLE_LESSON))
    settle(page)
    assert nb.calls(live) == WHOLE_LESSON * 2
    assert cell_top(page, "01-p03") == pytest.approx(before, abs=2)
    assert not is_dirty(page)


def test_runs_again_after_the_kernel_was_killed(page: "Page", live: Path) -> None:
    page.evaluate(
        """() => {
            const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
            const code = "import os; open('pid', 'w').write(str(os.getpid()))";
            return kernel.requestExecute({ code }).done.then(() => null);
        }"""
    )
    os.kill(int((live / "pid").read_text()), signal.SIGKILL)
    wait_for_calls(live, 2 * len(WHOLE_LESSON))
    settle(page)
    assert nb.calls(live) == WHOLE_LESSON * 2


# ---- unsaved or not ---------------------------------------------------------------------


def test_late_output_does_not_make_it_unsaved(page: "Page", live: Path) -> None:
    page.evaluate(
        """() => {
            const { content } = jupyterapp.shell.currentWidget;
            const cell = content.widgets.find((w) => w.model.id === "01-q03");
            const data = { "text/plain": "later" };
            cell.model.outputs.add({ output_type: "display_data", data, metadata: {} });
        }"""
    )
    page.wait_for_timeout(300)
    assert not is_dirty(page)


def test_real_edit_while_it_runs_stays_unsaved(
    stub_lab: Lab, page: "Page", write: Write
) -> None:
    stub_lab.open_notebook(page, write())
    page.locator(".yd-cell-lab .cm-content").click()
    page.keyboard.type("# mine\n")
    wait_until_run(page)
    assert is_dirty(page)
    page.keyboard.press("Control+s")
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
    page.wait_for_timeout(4000)
    assert not is_dirty(page)


# ---- the place ----------------------------------------------------------------------------


def test_place_is_restored_and_held_while_the_page_grows(
    page: "Page", live: Path
) -> None:
    open_desk(page, {"cell": "01-p04", "offset": 30})
    assert comes_to(page, "01-p04", -30)
    page.evaluate("document.querySelector('.stub-desk').style.height = '400px'")
    page.wait_for_timeout(400)
    assert comes_to(page, "01-p04", -30)
    assert page.evaluate("places") == []


def test_first_input_ends_the_holding(page: "Page", live: Path) -> None:
    open_desk(page, {"cell": "01-p04", "offset": 0})
    assert comes_to(page, "01-p04", 0)
    page.mouse.move(700, 500)
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(400)
    assert comes_to(page, "01-p04", 400)


def test_first_time_opens_at_the_top(page: "Page", live: Path) -> None:
    open_desk(page, None)
    page.evaluate("document.querySelector('.stub-desk').style.height = '400px'")
    page.wait_for_timeout(300)
    assert scroll_top(page) == 0


def test_only_the_learners_own_scrolling_is_reported(page: "Page", live: Path) -> None:
    open_desk(page, None)
    settle(page)
    page.evaluate(f"document.querySelector('{SCROLLER}').scrollTop = 500")
    page.wait_for_timeout(1500)
    assert page.evaluate("places") == []
    page.mouse.move(700, 500)
    page.mouse.wheel(0, 300)
    page.mouse.wheel(0, 300)
    page.wait_for_timeout(1500)
    page.wait_for_function("places.length > 0")
    places = page.evaluate("places")
    assert len(places) == 1
    assert cell_top(page, places[0]["cell"]) == pytest.approx(
        -places[0]["offset"], abs=1
    )
    assert places[0]["cell"] != "01-title"
    page.mouse.wheel(0, -5000)
    page.wait_for_function("places.length > 1")
    assert page.evaluate("places")[1]["cell"] == "01-title"


# ---- goto, open, show ------------------------------------------------------------------------


def test_goto_marks_focuses_and_comes_back(used: "Page") -> None:
    page = used
    button = page.locator('[data-yd-cell="01-q05"] button')
    button.scroll_into_view_if_needed()
    button.focus()
    before = cell_top(page, "01-q05")
    dispatch(page, '[data-yd-cell="01-q05"] button', "goto", {"cell": "01-p02"})
    height = page.evaluate(f"document.querySelector('{SCROLLER}').clientHeight")
    assert 0 < cell_top(page, "01-p02") < height / 3
    target = page.locator('[data-yd-cell="01-p02"]')
    assert target.evaluate("node => node === document.activeElement")
    assert "yd-marked" in (target.get_attribute("class") or "")
    described_by = target.get_attribute("aria-describedby")
    assert "所指段落" in page.locator(f"#{described_by}").inner_text()
    page.get_by_role("button", name="返回").click()
    assert cell_top(page, "01-q05") == pytest.approx(before, abs=2)
    assert button.evaluate("node => node === document.activeElement")
    assert page.locator(".yd-marked, .yd-mark").count() == 0


def test_goto_is_left_by_escape(used: "Page") -> None:
    page = used
    button = page.locator('[data-yd-cell="01-q06"] button')
    button.focus()
    before = cell_top(page, "01-q06")
    dispatch(page, '[data-yd-cell="01-q06"] button', "goto", {"cell": "01-p01"})
    dispatch(page, '[data-yd-cell="01-p01"]', "goto", {"cell": "01-p02"})
    assert page.locator(".yd-marked").count() == 1
    page.keyboard.press("Escape")
    assert button.evaluate("node => node === document.activeElement")
    assert cell_top(page, "01-q06") == pytest.approx(before, abs=2)


def test_goto_an_unknown_cell_does_nothing(used: "Page") -> None:
    page = used
    settle(page)
    before = scroll_top(page)
    dispatch(page, ".stub-desk", "goto", {"cell": '"] , * { }'})
    assert page.locator(".yd-marked").count() == 0
    assert scroll_top(page) == before


def test_opens_a_lesson_of_the_same_folder(
    page: "Page", live: Path, write: Write
) -> None:
    write(file="02_next.ipynb", trusted=False)
    dispatch(page, ".stub-next", "open", {"path": "../01_test.ipynb"})
    dispatch(page, ".stub-next", "open", {"path": "http://example.org/02_x.ipynb"})
    dispatch(page, ".stub-next", "open", {"path": "02_next.ipynb"})
    page.locator(".lm-TabBar-tab", has_text="02_next.ipynb").wait_for()
    assert page.locator("#jp-main-dock-panel .lm-TabBar-tab").count() == 2
    page.wait_for_function(
        "path => jupyterapp.shell.currentWidget.context?.path === path",
        arg=f"{live.name}/02_next.ipynb",
    )


def test_shows_english_and_code(used: "Page") -> None:
    page = used
    english = page.locator(".yd-cell-text details.en")
    code = page.locator('[data-yd-cell="01-q01"] .cm-content')
    assert not code.is_visible()
    dispatch(page, ".stub-desk", "show", {"english": True, "code": True})
    assert english.evaluate_all("nodes => nodes.every((node) => node.open)")
    code.wait_for()
    assert 'lesson.check("01-q01")' in code.inner_text()
    dispatch(page, ".stub-desk", "show", {"english": False, "code": False})
    assert not english.evaluate_all("nodes => nodes.some((node) => node.open)")
    assert not code.is_visible()
    page.wait_for_timeout(200)
    assert not is_dirty(page)


# ---- the keyboard ------------------------------------------------------------------------------


def test_keys_in_a_control_are_the_controls_own(used: "Page") -> None:
    page = used
    before = n_cells(page)
    radio = page.locator('[data-yd-cell="01-q01"] input').first
    radio.focus()
    for key in ("ArrowDown", "a", "b", "x", "d", "d"):
        page.keyboard.press(key)
    second = page.locator('[data-yd-cell="01-q01"] input').nth(1)
    assert second.is_checked()
    page.locator(".stub-note textarea").focus()
    page.keyboard.type("add abc\n")
    assert page.locator(".stub-note textarea").input_value() == "add abc\n"
    assert n_cells(page) == before
    unmarked = page.locator(
        ".jp-OutputArea-output :is(input, button, select, textarea)"
        ":not([data-lm-suppress-shortcuts])"
    )
    assert unmarked.count() == 0


def test_a_text_is_read_and_not_edited(used: "Page") -> None:
    page = used
    before = n_cells(page)
    text = page.locator('[data-yd-cell="01-p01"] p').first
    text.dblclick()
    editor = page.locator('[data-yd-cell="01-p01"] .cm-content')
    assert not editor.is_visible()
    for key in ("a", "b", "d", "d", "m", "y", "Enter", "x"):
        page.keyboard.press(key)
    assert n_cells(page) == before
    assert not editor.is_visible()
    assert text.is_visible()
    top = scroll_top(page)
    page.keyboard.press("PageDown")
    assert until(page, lambda: scroll_top(page) > top + 300)


# ---- the look ------------------------------------------------------------------------------------

CONTRASTS = """() => {
    const canvas = document.createElement("canvas").getContext("2d",
        { willReadFrequently: true });
    const over = (colour, ground) => {
        canvas.fillStyle = ground; canvas.fillRect(0, 0, 1, 1);
        canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const light = (rgb) => {
        const [r, g, b] = rgb.map((v) => v / 255).map((v) =>
            v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const page = getComputedStyle(document.querySelector(".jp-WindowedPanel-outer"));
    const ground = page.backgroundColor;
    const base = light(over(ground, ground));
    const found = {};
    for (const selector of [".yd-cell-text p", "details.en summary", "details.en p",
            ".yd-cell-title [lang=en]", ".yd-run", ".yd-run .yd-act-en",
            ".yd-cell-text", "h2"]) {
        const pseudo = selector === ".yd-cell-text" ? "::before" : null;
        const node = document.querySelector(`.yd-lesson ${selector}`);
        const own = light(over(getComputedStyle(node, pseudo).color, ground));
        const [high, low] = [Math.max(own, base), Math.min(own, base)];
        found[selector] = (high + 0.05) / (low + 0.05);
    }
    return found;
}"""


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_contrast(read: "Page", theme: str) -> None:
    change_theme(read, theme)
    try:
        contrasts = read.evaluate(CONTRASTS)
    finally:
        change_theme(read, "JupyterLab Light")
    assert len(contrasts) == 8
    assert {k: round(v, 2) for k, v in contrasts.items() if v < 4.5} == {}


@pytest.mark.parametrize(("width", "most"), [(1440, 40), (800, 40), (420, 24)])
def test_line_length_and_no_sideways_scrolling(
    read: "Page", width: int, most: int
) -> None:
    read.set_viewport_size({"width": width, "height": 900})
    read.wait_for_timeout(500)
    size, line = read.evaluate(
        """() => {
            const node = document.querySelector(".yd-cell-text p");
            return [parseFloat(getComputedStyle(node).fontSize), node.clientWidth];
        }"""
    )
    assert 17 <= size <= 18
    assert 12 < line / size <= most
    sideways = read.evaluate(
        f"""() => {{
            const page = document.querySelector("{SCROLLER}");
            const edge = page.getBoundingClientRect().right;
            const cells = [...page.querySelectorAll(".jp-Cell *")];
            return page.scrollWidth > page.clientWidth
                || cells.some((n) => n.getBoundingClientRect().right > edge + 1
                    && getComputedStyle(n).visibility === "visible"
                    && !n.closest(".cm-editor, .jp-InputCollapser"));
        }}"""
    )
    assert not sideways


def test_paragraphs_are_numbered_by_position(read: "Page") -> None:
    browser_side = read.context.new_cdp_session(read)
    nodes = browser_side.send("Accessibility.getFullAXTree")["nodes"]
    texts = [n["name"]["value"] for n in nodes if n["role"]["value"] == "StaticText"]
    numbers = [text for text in texts if text.isdigit()]
    # Before them stand the status bar's: running kernels, notices.
    assert numbers[-6:] == ["1", "2", "3", "4", "5", "6"]


# ---- faults ------------------------------------------------------------------------------------------

# What is done to a file of the extension: old text (None: all of it) -> new text.
FAULTS = {
    "syntax error": ("static/plugin.js", None, "export const = ;"),
    "throws at import": ("static/plugin.js", None, "throw new Error('broken');"),
    "exports no plugin": ("static/plugin.js", None, "export const nothing = 1;"),
    "a module is gone": ("static/plugin.js", "./run.js", "./gone.js"),
    "a file is gone": ("static/plugin.js", "lesson.css", "gone.css"),
    "messages are broken": ("static/messages.js", None, "export default {"),
    "activate throws": ("static/plugin.js", "    linkStyles();", "    noSuchName();"),
    "entry is broken": ("static/remoteEntry.0.1.0.js", None, "this is no script"),
    "entry is gone": ("package.json", "remoteEntry", "gone"),
}
# JupyterLab itself puts up with these; there is nobody left to say so.
WITHOUT_NOTICE = {"a file is gone", "entry is broken", "entry is gone"}


@pytest.fixture(scope="module")
def faulty_lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab that finds a copy of the extension first, for a test to break."""
    base = tmp_path_factory.mktemp("faulty_lab")
    copy = base / "share" / "labextensions" / "yandu"
    shutil.copytree(EXTENSION_PATH, copy)
    with running_lab(base, JUPYTER_PATH=str(base / "share")) as lab:
        yield lab


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_ours_never_breaks_jupyterlab(
    faulty_lab: Lab, page: "Page", fault: str
) -> None:
    name, old, new = FAULTS[fault]
    copy = faulty_lab.folder.parent / "share" / "labextensions" / "yandu"
    shutil.copytree(EXTENSION_PATH, copy, dirs_exist_ok=True)
    text = (copy / name).read_text(encoding="utf-8")
    assert old is None or old in text
    (copy / name).write_text(new if old is None else text.replace(old, new))
    cell = nb.code("one", "print(6 * 7)")
    path = nb.write_notebook(faulty_lab.folder / "plain.ipynb", [cell], live=False)
    faulty_lab.open_notebook(page, path)
    wait_for_kernel(page)
    page.locator(".jp-CodeCell .cm-content").click()
    page.keyboard.press("Shift+Enter")
    page.locator(".jp-OutputArea-output", has_text="42").wait_for()
    notice = page.locator("#yandu-notice")
    if fault not in WITHOUT_NOTICE:
        notice.wait_for(state="attached")
    assert notice.count() == (fault not in WITHOUT_NOTICE)
    if fault not in WITHOUT_NOTICE | {"messages are broken"}:
        assert "课程扩展没有装载成功" in notice.inner_text()
