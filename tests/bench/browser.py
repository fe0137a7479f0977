"""What a lesson costs in the browser: opening it, five items, click to feedback."""

import json
import statistics
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.browser.conftest import CHROMIUM_OPTIONS, find_chromium
from tests.browser.course import BANK, NOTEBOOK, LessonPage
from tests.browser.lab import PATIENCE_MS, Lab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Row = tuple[str, str, str]
N_OPENINGS = 7
N_CLICKS = 5
#: What jupyterquiz 2.9.6.4 writes into a notebook for five questions (measured before).
JUPYTERQUIZ_BYTES = 43_348
KERNELSPEC = {"name": "python3", "display_name": "Python 3", "language": "python"}
EMPTY = {
    "cells": [],
    "metadata": {"kernelspec": KERNELSPEC},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def browser_figures(lab: Lab) -> list[Row]:
    """Measure all that needs a browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=CHROMIUM_OPTIONS
        )
        rows = [opening(browser, lab), *five_items(browser, lab)]
        browser.close()
    return rows


def opening(browser: "Browser", lab: Lab) -> Row:
    """Compare: lesson to every widget live, empty notebook to an idle kernel."""
    (lab.folder / "empty.ipynb").write_text(json.dumps(EMPTY), encoding="utf-8")
    empty, lesson = [], []
    for _ in range(N_OPENINGS + 1):  # the first of each warms the disk
        empty.append(seconds(browser, lab, open_empty))
        lesson.append(seconds(browser, lab, open_lesson))
    one, other = statistics.median(empty[1:]), statistics.median(lesson[1:])
    measured = f"{other / one:.2f}  ({other:.2f} : {one:.2f} s)"
    return "lesson, every widget live : empty notebook, idle", measured, "<= 1.5"


def seconds(browser: "Browser", lab: Lab, act: "Callable[[Page, Lab], None]") -> float:
    """Time an act in a fresh page with a cold kernel."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    begin = time.perf_counter()
    act(page, lab)
    passed = time.perf_counter() - begin
    context.close()
    for kernel in lab.kernels():
        lab.delete(f"kernels/{kernel['id']}")
    return passed


def open_empty(page: "Page", lab: Lab) -> None:
    """Open an empty notebook; done when its kernel is idle."""
    page.goto(lab.address("empty.ipynb"))
    page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').wait_for()


def open_lesson(page: "Page", lab: Lab) -> None:
    """Open the lesson; done when every widget is in the page."""
    LessonPage(page, lab).open()


def five_items(browser: "Browser", lab: Lab) -> list[Row]:
    """Weigh five items in the saved notebook, and time how soon all answer."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    lesson = LessonPage(page, lab).open()
    delays = sorted(
        milliseconds_to_feedback(lesson, item_id)
        for _ in range(N_CLICKS)
        for item_id in BANK.items
    )
    p95 = delays[round(0.95 * (len(delays) - 1))]
    five = list(BANK.items)[:5]
    n_models = int(lesson.ask_kernel(COUNT_MODELS.format(five=five)))
    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_timeout(2000)
    saved = json.loads((lab.folder / NOTEBOOK).read_text(encoding="utf-8"))
    grown = sum(
        len(json.dumps(cell["outputs"], ensure_ascii=False).encode())
        for cell in saved["cells"]
        if cell["id"] in five
    ) + len(json.dumps(saved["metadata"].get("widgets", "")))
    code = int(lesson.ask_kernel(f"max({WEIGHT} for i in {list(BANK.items)})"))
    ratio = grown / JUPYTERQUIZ_BYTES
    return [
        (f"click to feedback, p95 of {len(delays)}", f"{p95:.0f} ms", "<= 100 ms"),
        ("5 items, widget models", str(n_models), "<= 12"),
        (
            "5 items in the saved notebook : jupyterquiz",
            f"{ratio:.2f}  ({grown:,} : {JUPYTERQUIZ_BYTES:,} bytes)",
            "<= 0.33",
        ),
        ("JS and CSS of an instance, the largest", f"{code:,} bytes", "<= 12,000"),
    ]


#: A widget and whatever other models its state refers to.
COUNT_MODELS = (
    "sum(1 + sum(str(v).startswith('IPY_MODEL_') for v in lesson.check(i).get_state()"
    ".values()) for i in {five})"
)
WEIGHT = "len((lesson.check(i)._esm + lesson.check(i)._css).encode())"


def milliseconds_to_feedback(lesson: LessonPage, item_id: str) -> float:
    """Time from a press on the main button to the feedback, in the page itself."""
    card = lesson.item(item_id)
    card.root.evaluate(
        "root => { if (root.querySelector('fieldset.yd-closed'))"
        " root.querySelector('.yd-main').click(); }"
    )
    card.root.locator("fieldset:not(.yd-closed)").wait_for()
    if isinstance(card.item.accept[0], dict):
        card.fill(card.item.accept[0])
    else:
        for option in card.item.accept[0]:
            card.root.locator(f'input[value="{option}"]').check()
    lesson.page.wait_for_timeout(600)  # the draft has been kept
    passed: float = card.root.evaluate(
        """root => new Promise(resolve => {
          const closed = () => root.querySelector("fieldset.yd-closed");
          const begin = performance.now();
          const wait = () => closed()
            ? requestAnimationFrame(() => resolve(performance.now() - begin))
            : requestAnimationFrame(wait);
          root.querySelector(".yd-main").click();
          wait();
        })"""
    )
    return passed
