"""What a lesson costs in the browser: opening it, and five of its items."""

import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.page import Row
from tests.browser.course import BANK, NOTEBOOK, LessonPage, running_course
from tests.browser.lab import PATIENCE_MS, Lab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

N_OPENINGS = 7
#: What jupyterquiz 2.9.6.4 writes into a notebook for five questions (measured before).
JUPYTERQUIZ_BYTES = 43_348
KERNELSPEC = {"name": "python3", "display_name": "Python 3", "language": "python"}
EMPTY = {
    "cells": [],
    "metadata": {"kernelspec": KERNELSPEC},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def browser_figures(browser: "Browser") -> list[Row]:
    """Measure the course as `yandu open` starts it."""
    with tempfile.TemporaryDirectory() as base, running_course(Path(base)) as lab:
        return [opening(browser, lab), *five_items(browser, lab)]


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
    """Weigh five items of the lesson in the saved notebook."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    lesson = LessonPage(page, lab).open()
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
    ratio = grown / JUPYTERQUIZ_BYTES
    return [
        ("5 items, widget models", str(n_models), "<= 12"),
        (
            "5 items in the saved notebook : jupyterquiz",
            f"{ratio:.2f}  ({grown:,} : {JUPYTERQUIZ_BYTES:,} bytes)",
            "<= 0.33",
        ),
    ]


#: The widgets and whatever other models their states refer to, each once.
COUNT_MODELS = (
    "len({{model for i in {five} for card in [lesson.check(i)] for model in"
    " ['IPY_MODEL_' + card.model_id, *map(str, card.get_state().values())]"
    " if model.startswith('IPY_MODEL_')}})"
)
