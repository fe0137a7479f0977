"""What a learner without a mouse finds: the same keys are pressed for every tool."""

from typing import TYPE_CHECKING, Any

from tests.bench.five import Entry
from tests.bench.tools import OUTPUTS, Tool

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAUSE_MS = 600  # a kernel has answered
MAX_TABS = 200


def tab_findings(page: "Page") -> tuple[str, str]:
    """Press Tab from the first control on; say what is reached, and whether it leaves."""
    n_stops: int = page.evaluate("bench.markStops()")
    reached: set[str] = set()
    n_outside = 0
    for _ in range(MAX_TABS):
        at: dict[str, Any] = page.evaluate("bench.stop()")
        if at["stop"] is not None:
            reached.add(at["stop"])
        # Between two outputs a few stops are JupyterLab's own.
        n_outside = 0 if at["is_inside"] else n_outside + 1
        if n_outside > 8:
            break
        page.keyboard.press("Tab")
    return f"{len(reached)} of {n_stops}", "yes" if n_outside else "no"


def arrow_findings(page: "Page", tool: Tool) -> str:
    """Press arrows in the first single choice; say whether they move and whether they mark."""
    option = page.locator(f"{OUTPUTS} {tool.question}").first.locator(tool.option).first
    inner = option.locator("input")
    (inner.first if inner.count() else option).focus()
    words, place = page.evaluate("[bench.words(), bench.focused()]")
    for key in ("ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
        page.wait_for_timeout(PAUSE_MS)
    words_now, place_now = page.evaluate("[bench.words(), bench.focused()]")
    moves = "move" if place_now != place else "do nothing"
    return f"{moves}, submit" if words_now != words else moves


def group_findings(page: "Page", tool: Tool, five: list[Entry]) -> str:
    """Say how many of the items with options are groups with a name."""
    named, places = 0, [n for n, entry in enumerate(five) if entry.options]
    for place in places:
        root = page.locator(f"{OUTPUTS} {tool.question}").nth(place)
        named += root.locator(tool.option).first.evaluate("node => bench.isNamed(node)")
    return f"{named} of {len(places)}"


def shortcut_findings(page: "Page", tool: Tool) -> str:
    """Press d twice on an option; say whether JupyterLab takes it as its own."""
    count = "jupyterapp.shell.currentWidget.content.widgets.length"
    before = page.evaluate(count)
    page.locator(f"{OUTPUTS} {tool.question}").first.locator(tool.option).first.click()
    page.keyboard.press("d")
    page.keyboard.press("d")
    page.wait_for_timeout(PAUSE_MS)
    return "yes: cell deleted" if page.evaluate(count) < before else "no"
