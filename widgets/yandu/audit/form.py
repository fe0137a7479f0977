"""The form of a lesson's notebook (design, section 6)."""

import re
from collections.abc import Iterator

from yandu.content import Lesson
from yandu.content.notebook import Cell
from yandu.faults import Fault
from yandu.messages import say

#: Cells that every lesson has, in this order.
SLOTS = ("title", "setup", "read", "h1", "p01", "lab", "summary", "sources", "next")
N_LAB_LINES = 6
HAN = re.compile(r"[\u4e00-\u9fff]")
CELL_ID = re.compile(
    r"\d\d-(title|setup|read|h\d|p\d\d|q\d\d|d\d\d|d\d\d-note|a\d\d|a\d\d-notes"
    r"|punctuate|lab|summary|sources|next)"
)


def form_faults(lesson: Lesson) -> list[Fault]:
    """Return where a notebook departs from the form of a lesson."""
    file = f"{lesson.name}.ipynb"
    notebook = lesson.notebook
    faults = [Fault(file, cell, "", text) for cell, text in _cell_faults(lesson)]
    if notebook.lesson != lesson.id or not notebook.is_live:
        wanted = say("form.metadata", lesson=lesson.id)
        faults.append(Fault(file, "", "metadata.yandu", wanted))
    ids = [cell.id for cell in notebook.cells]
    slots = [f"{lesson.id}-{slot}" for slot in SLOTS]
    faults += [
        Fault(file, slot, "", say("form.no_cell")) for slot in slots if slot not in ids
    ]
    if [cell_id for cell_id in ids if cell_id in slots] != [
        s for s in slots if s in ids
    ]:
        wanted = say("form.order", order="、".join(slots))
        faults.append(Fault(file, "", "cells", wanted))
    return faults


def _cell_faults(lesson: Lesson) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for cell in lesson.notebook.cells:
        if cell.id in seen:
            yield cell.id, say("fault.duplicate_id")
        seen.add(cell.id)
        if not CELL_ID.fullmatch(cell.id) or not cell.id.startswith(f"{lesson.id}-"):
            yield cell.id, say("form.id", lesson=lesson.id)
        yield from ((cell.id, text) for text in _one_cell(cell))


def _one_cell(cell: Cell) -> Iterator[str]:
    lines = cell.source.splitlines()
    if "lab" in cell.tags:
        if len(lines) > N_LAB_LINES:
            yield say("form.lab_lines", n=N_LAB_LINES)
    elif cell.kind == "code":
        if not cell.is_hidden:
            yield say("form.hidden")
        if not lines or not lines[0].startswith("#") or not HAN.search(lines[0]):
            yield say("form.comment")
    elif "text" in cell.tags:
        if not cell.claims:
            yield say("form.claims")
        if '<details class="en">' not in cell.source:
            yield say("form.english")
    elif "discussion" in cell.tags and 'lang="en"' not in cell.source:
        yield say("fault.no_prompt_english")
