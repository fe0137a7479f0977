"""The gallery, one item of each kind, live in a JupyterLab; and the states of an item."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests import gallery
from tests.browser import course
from tests.browser.course import ItemCard, LessonPage, running_course
from tests.browser.kinds import hands_of
from tests.browser.lab import Lab
from yandu.items import Bank, Item, read_bank

if TYPE_CHECKING:
    from playwright.sync_api import Page

STATES = ("fresh", "incorrect", "partial", "solution", "correct")
#: Everything that a control of ours holds, and everything that is said, in order.
SNAPSHOT = """root => [...root.querySelectorAll(
    "input, textarea, select, [aria-pressed], [aria-checked], .yd-verdict, li, legend")]
  .filter(node => !node.closest("[hidden], .yd-pens"))  // a pen is held, not written
  .map(node => [node.tagName, node.value ?? "", node.checked ?? "",
    node.getAttribute("aria-pressed") ?? "", node.getAttribute("aria-checked") ?? "",
    node.matches("input, textarea, select") ? "" : node.textContent].join("|"))"""


@contextlib.contextmanager
def running_gallery(base: Path) -> Iterator[tuple[Lab, Bank]]:
    """Run `yandu open` on the gallery's lessons folder."""
    lessons = base / "lessons"
    notebook = gallery.build(lessons)
    bank = read_bank(lessons, notebook.stem)
    with running_course(base, YANDU_LESSONS=str(lessons)) as lab:
        yield lab, bank


def open_gallery(page: "Page", lab: Lab, bank: Bank) -> LessonPage:
    """Open the gallery in a page and wait until it is live."""
    return LessonPage(page, lab, f"{bank.name}.ipynb", bank).open()


def forget(lab: Lab) -> None:
    """Erase all that was learned and stop the kernels: the next visit is the first."""
    course.stop_kernels(lab)
    course.forget(lab)


def responses(item: Item) -> dict[str, Any]:
    """Return a response for each outcome that the item's own proofs have."""
    if not item.accept:  # nobody marks it but its learner
        return dict(hands_of(item.kind).responses(item))
    found: dict[str, Any] = {}
    for response in (*item.accept, *item.reject):
        parsed = item.parse(response)
        if not item.is_empty(parsed):
            found.setdefault(item.score(parsed).outcome.value, response)
    return found


def bring(card: ItemCard, state: str) -> str:
    """Bring a fresh card into a state; return the outcome that it must then show."""
    given = responses(card.item)
    outcome = "incorrect" if state == "solution" else state
    if state == "fresh" or outcome not in given:
        return ""
    hands_of(card.item.kind).give(card, given[outcome])
    card.root.locator(".yd-main").click()
    card.root.locator(f'.yd-verdict[data-outcome="{outcome}"]').wait_for()
    solution = card.root.get_by_role("button", name="看答案")
    if state == "solution" and solution.is_visible():  # an open response has none
        solution.click()
        card.root.locator(".yd-rationale").wait_for()
    return outcome
