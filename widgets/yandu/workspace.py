"""The learner's working folder: copies of the lessons' notebooks, signed as trusted.

``lessons/`` is never written by learning. Each time the course is opened the copies are
brought up to date: our cells as they now stand, in their order; the learner's own cells
after the cell that they followed; lab cells and their outputs as the learner left them.
"""

import json
import os
from pathlib import Path
from typing import Any

from yandu.content.course import lesson_files

Cell = dict[str, Any]
LAB = "lab"


def prepare(lessons: Path, folder: Path) -> list[Path]:
    """Make the working folder, or bring it up to date, and trust its notebooks.

    Args:
        lessons: The canonical lessons.
        folder: The working folder; made if it is not there.

    Returns:
        The notebooks in the folder, in the order of the lessons.
    """
    folder.mkdir(parents=True, exist_ok=True)
    notebooks = []
    for source in lesson_files(lessons):
        target = folder / source.name
        _write(target, merge(_read(source), _read_copy(target)))
        trust(target)
        notebooks.append(target)
    return notebooks


def merge(ours: dict[str, Any], copy: dict[str, Any] | None) -> dict[str, Any]:
    """Return a lesson's notebook with what a learner has added to a copy of it.

    Args:
        ours: The canonical notebook.
        copy: The learner's copy, or None if there is none.
    """
    theirs = copy["cells"] if copy else []
    cells = [_protected(cell) for cell in ours["cells"]]
    known = {cell["id"] for cell in cells}
    kept = {cell.get("id"): cell for cell in theirs if _is_lab(cell)}
    cells = [kept.get(cell["id"], cell) if _is_lab(cell) else cell for cell in cells]
    followed = None
    for cell in theirs:
        if cell.get("id") in known:
            followed = cell["id"]
            continue
        cells.insert(_place_after(cells, followed), cell)
        followed = cell.get("id")
    return {**ours, "cells": cells}


def trust(notebook: Path) -> None:
    """Sign a notebook in the account's Jupyter, as `jupyter trust` does."""
    # Imported here: opening the course needs it, reading a lesson does not.
    import nbformat
    from nbformat.sign import NotebookNotary

    notary = NotebookNotary()  # type: ignore[no-untyped-call]
    notary.sign(nbformat.read(notebook, as_version=4))  # type: ignore[no-untyped-call]
    notary.store.close()


def _is_lab(cell: Cell) -> bool:
    return LAB in cell.get("metadata", {}).get("tags", ())


def _protected(cell: Cell) -> Cell:
    """Return a cell that a learner cannot change or delete by accident."""
    if _is_lab(cell):
        return {**cell, "metadata": {**cell["metadata"], "deletable": False}}
    metadata = {**cell["metadata"], "editable": False, "deletable": False}
    return {**cell, "metadata": metadata}


def _place_after(cells: list[Cell], cell_id: str | None) -> int:
    """Return where a cell goes that followed `cell_id`; None means at the top."""
    for place, cell in enumerate(cells):
        if cell.get("id") == cell_id:
            return place + 1
    return 0


def _read(path: Path) -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return notebook


def _read_copy(path: Path) -> dict[str, Any] | None:
    """Return the learner's copy; one that cannot be read is set aside, not lost."""
    if not path.exists():
        return None
    try:
        copy = _read(path)
        if all(isinstance(cell, dict) for cell in copy["cells"]):
            return copy
    except (ValueError, KeyError, TypeError):
        pass
    aside = path.with_suffix(".damaged")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_suffix(f".damaged-{number}")
    path.rename(aside)
    return None


def _write(path: Path, notebook: dict[str, Any]) -> None:
    """Write a notebook in one step, and only if it has changed."""
    text = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    half = path.with_name(f".{path.name}.new")
    half.write_text(text, encoding="utf-8")
    os.replace(half, path)  # noqa: PTH105 - the name says what it does: all or nothing
