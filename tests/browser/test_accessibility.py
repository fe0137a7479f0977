"""axe-core on our outputs, in every state of a card, in both themes, wide and narrow.

In notebook content axe cannot tell contrast: the cells' CSS containment hides the page
behind them, and axe passes over a text or takes the grey of JupyterLab's frame for its
background. So contrast is tested on a copy of the outputs that stands alone in the page,
whose body, of no height in JupyterLab, must not hide it in turn. And axe alone is no
proof: names of groups and what is announced are asserted by hand.
"""

from collections.abc import Iterator
from importlib.resources import files

import pytest

from tests.browser.course import LessonPage, running_course
from tests.browser.lab import change_theme

pytestmark = pytest.mark.browser

AXE = files("axe_playwright_python") / "axe.min.js"
OUTPUTS = ".yd-lesson .jp-OutputArea-output"
THEMES = ("JupyterLab Light", "JupyterLab Dark")

VIOLATIONS = """async where => {
  const rules = { "color-contrast": { enabled: false } };
  const found = await axe.run(where, { rules });
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}"""

#: Copy all outputs, with what is typed and chosen, to a plain node under body, and
#: return what axe finds of contrast there, and how often it looked. The padding is for
#: what stands in the margin beside a paragraph.
CONTRAST = """async selector => {
  const copy = document.createElement("div");
  copy.className = document.querySelector(".yd-lesson").className;
  copy.style.cssText = "position: absolute; inset: 0 auto auto 0; z-index: 99999;"
    + "width: 560px; padding-right: 160px; background: var(--jp-layout-color0)";
  copy.append(...[...document.querySelectorAll(selector)].map(n => n.cloneNode(true)));
  document.body.append(copy);
  document.body.style.overflow = "visible";
  const options = { runOnly: { type: "rule", values: ["color-contrast"] } };
  const { violations, passes } = await axe.run(copy, options);
  document.body.style.overflow = "";
  copy.remove();
  const said = violations.flatMap(({ nodes }) =>
    nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`));
  return { said, n_looked: passes.flatMap(({ nodes }) => nodes).length };
}"""


def assert_contrast(page, selector: str) -> None:
    """See that every text of some outputs stands out from its background."""
    found = page.evaluate(CONTRAST, selector)
    assert found["n_looked"] > 20
    assert found["said"] == []


def assert_axe_finds_nothing(
    page, selector: str, widths=(800, 1440), copied: str = ""
) -> None:
    """Look at the structure at each width, and at contrast in both themes.

    A theme changes nothing but colours, and the copy for contrast has its own width.

    Args:
        page: The page, with axe in it.
        selector: What is looked at.
        widths: Of the window, in pixels.
        copied: What is copied to see its contrast, if not just that.
    """
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)
        assert page.evaluate(VIOLATIONS, selector) == []
    for theme in THEMES:
        change_theme(page, theme)
        assert_contrast(page, copied or selector)
    change_theme(page, THEMES[0])


@pytest.fixture(scope="module")
def worked_through(browser, tmp_path_factory) -> Iterator[LessonPage]:
    """Lesson 01 with cards in every state: untouched, right, wrong, partly, solved."""
    with running_course(tmp_path_factory.mktemp("axe")) as lab:
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        lesson = LessonPage(page, lab).open()
        right = lesson.item("01-q01")
        right.give(right.item.accept[0])
        right.press("核对")
        right.root.locator(".yd-rationale").wait_for()
        partly = lesson.first("multiple_choice")
        partly.choose(partly.item.solution()[0])
        partly.press("核对")
        partly.root.locator(".yd-remarks").wait_for()
        wrong = lesson.first("cloze")
        wrong.press("提示")
        wrong.root.locator(".yd-hints li").wait_for()
        wrong.root.locator("input").first.fill("别的")
        wrong.press("核对")
        wrong.press("看答案")
        wrong.root.locator(".yd-rationale").wait_for()
        empty = lesson.item("01-q04")
        empty.press("核对")
        note = lesson.note("01-d01")
        note.locator("textarea").fill("看法")
        note.locator("input[type=checkbox]").first.check()
        note.get_by_role("button", name="写好了").click()
        note.locator(".yd-rubric").wait_for()
        page.locator(".yd-desk button", has_text="术语表").click()
        page.locator(".yd-entry summary").first.click()
        lesson.cell("01-lab").get_by_role("button").click()
        lesson.cell("01-lab").locator("table").wait_for()
        page.evaluate(AXE.read_text(encoding="utf-8"))
        yield lesson
        page.context.close()


def test_axe_finds_nothing_in_our_outputs(worked_through):
    assert_axe_finds_nothing(worked_through.page, OUTPUTS)


def test_an_item_is_a_named_group_and_its_verdict_is_announced(worked_through):
    card = worked_through.item("01-q05")
    stem = card.item.stem["zh"]
    group, sure = card.root.get_by_role("group").all()
    assert "把握" in sure.aria_snapshot().splitlines()[0]
    assert stem[:10] in group.aria_snapshot().splitlines()[0]
    radios = group.get_by_role("radio")
    assert radios.count() == 3
    assert len({radio.get_attribute("name") for radio in radios.all()}) == 1
    assert card.root.get_by_role("status").count() == 1
    assert card.root.get_attribute("lang") == "zh-CN"


def test_gaps_have_names(worked_through):
    card = worked_through.first("cloze")
    names = [
        gap.get_attribute("aria-label")
        for gap in card.root.get_by_role("textbox").all()
    ]
    assert names == [f"第 {n} 空" for n in range(1, len(names) + 1)]


def test_every_control_keeps_jupyterlab_s_shortcuts_away(worked_through):
    bare = worked_through.page.evaluate(
        """selector => [...document.querySelectorAll(selector)]
          .flatMap(output => [...output.querySelectorAll("a, input, button, select, textarea, summary")])
          .filter(node => !node.hasAttribute("data-lm-suppress-shortcuts"))
          .map(node => node.outerHTML.slice(0, 80))""",
        OUTPUTS,
    )
    assert bare == []


def test_the_focus_can_be_seen(worked_through):
    page = worked_through.page
    card = worked_through.item("01-q06")
    card.root.locator("input").first.focus()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert float(outline.removesuffix("px")) >= 2
