"""What a toggle of the reading desk costs: from the press to the page laid out anew."""

import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.page import Row
from tests.browser.course import LessonPage, running_course
from tests.browser.lab import PATIENCE_MS
from tests.conftest import LESSONS
from yandu.items import read_bank

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

#: The lesson with the most paragraphs and cells.
NAME = "06_synthesis"
N_ROUNDS = 5
TOGGLES = (
    "shows_terms",
    "shows_formulas",
    "shows_structure",
    "shows_claims",
    "pinyin",
    "english",
)

#: Press a toggle; return the milliseconds of script, style and layout, all that follows
#: being done before it ends. The first press counts too: it lays what is not yet there.
PRESS = """name => {
  const node = document.querySelector(`.yd-desk button[name="${name}"]`);
  const begin = performance.now();
  node.click();
  document.querySelector(".yd-lesson .jp-WindowedPanel-viewport").getBoundingClientRect();
  return performance.now() - begin;
}"""
#: The same work of a page that shows nothing new: a class without rules.
NOTHING = """() => {
  const lesson = document.querySelector(".yd-lesson");
  const begin = performance.now();
  lesson.classList.toggle("yd-bench");
  lesson.querySelector(".jp-WindowedPanel-viewport").getBoundingClientRect();
  return performance.now() - begin;
}"""


def desk_figures(browser: "Browser") -> list[Row]:
    """Measure every toggle in the largest lesson, first press and later ones."""
    with tempfile.TemporaryDirectory() as base, running_course(Path(base)) as lab:
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        LessonPage(page, lab, f"{NAME}.ipynb", read_bank(LESSONS, NAME)).open()
        page.locator(".yd-cell-text .yd-term").first.wait_for(state="attached")
        page.wait_for_timeout(1000)
        rows = [toggle(page, name) for name in TOGGLES]
        nothing = statistics.median(page.evaluate(NOTHING) for _ in range(2 * N_ROUNDS))
        context.close()
    return [*rows, ("toggle of nothing, for comparison", f"{nothing:.0f} ms", "small")]


def toggle(page: "Page", name: str) -> Row:
    """Press one toggle until it has been through all its states some times."""
    n_states = 3 if name in ("pinyin", "english") else 2
    times = [page.evaluate(PRESS, name) for _ in range(N_ROUNDS * n_states)]
    measured = f"{statistics.median(times):.0f} ms  (first {times[0]:.0f}, most {max(times):.0f})"
    return f"toggle {name}", measured, "<= 50 ms"
