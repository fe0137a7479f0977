"""The notebook of a preview: a pure function of a lesson's text and a bank."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yandu.audit import audit_bank
from yandu.content import Course, Lesson, read_claims
from yandu.faults import Fault
from yandu.items import Bank, read_bank
from yandu.messages import both, catalogue

Cell = dict[str, Any]
KERNEL = {
    "display_name": "Python 3 (ipykernel)",
    "language": "python",
    "name": "python3",
}


def write_notebook(
    name: str, course: Course, lesson: Lesson | None, path: Path
) -> Path:
    """Write the notebook for the bank that stands beside it, with what is wrong in it.

    Args:
        name: What the author calls the bank.
        course: The course.
        lesson: The lesson to which the items belong, or None if there is none yet.
        path: ``NN_….ipynb``; the bank is ``items/NN_….toml`` beside it.
    """
    bank = read_bank(path.parent, path.stem)
    claims = read_claims(course.path)
    faults = audit_bank(course, lesson, bank, claims) if lesson else bank.faults
    file = path.parent / "items" / f"{path.stem}.toml"
    items = tomllib.loads(file.read_text(encoding="utf-8"))["item"]
    entries = [
        (str(item.get("id") or f"#{place}"), str(item.get("kind", "")))
        for place, item in enumerate(items, start=1)
        if isinstance(item, dict)
    ]
    lesson_id = path.stem[:2]
    notebook = preview_notebook(name, lesson_id, lesson, entries, bank, faults)
    text = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8")
    return path


def preview_notebook(
    name: str,
    lesson_id: str,
    lesson: Lesson | None,
    entries: list[tuple[str, str]],
    bank: Bank,
    faults: tuple[Fault, ...] | list[Fault],
) -> dict[str, Any]:
    """Return a notebook in the form of a lesson that shows every item of a bank.

    The items stand in the order of the bank, each after the paragraphs that it is
    about; paragraphs stand in the order of the lesson, so that their numbers are right.

    Args:
        name: What the author calls the bank.
        lesson_id: Two digits.
        lesson: The lesson whose text is read, or None.
        entries: Id and kind of each item, as the bank has them.
        bank: The items that could be read.
        faults: All that is wrong; an item that could be read shows its own beside it.
    """
    texts = _texts(lesson)
    cells = [_title(name, lesson_id, [fault for fault in faults if not fault.entry])]
    cells += [_setup(lesson_id), _call(lesson_id, "read")]
    seen: set[str] = set()
    for place, (entry, kind) in enumerate(entries, start=1):
        item = bank.items.get(entry)
        about = item.paragraphs if item else ()
        while any(cell["id"] in about for cell in texts):
            cells.append(texts.pop(0))
        is_live = entry not in seen and _is_callable(entry, lesson_id, bank)
        seen.add(entry)
        # The card of an item that could not be read names its faults itself.
        told = [] if is_live and not item else [f for f in faults if f.entry == entry]
        cells.append(_heading(f"{lesson_id}-e{place:02}", entry, kind, told))
        if is_live:
            cells.append(_check(entry))
    cells += [*texts, *_end(lesson_id, lesson)]
    own = {"lesson": lesson_id, "live": True, "preview": True}
    metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}, "yandu": own}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def _is_callable(entry: str, lesson_id: str, bank: Bank) -> bool:
    known = entry in bank.items or entry in bank.broken
    return known and re.fullmatch(rf"{lesson_id}-q\d\d", entry) is not None


def _texts(lesson: Lesson | None) -> list[Cell]:
    """Return the text cells of a lesson, in their order."""
    cells = lesson.notebook.cells if lesson else ()
    return [
        _markdown(cell.id, cell.source, tags=["text"], yandu={"claims": [*cell.claims]})
        for cell in cells
        if "text" in cell.tags
    ]


def _title(name: str, lesson_id: str, faults: list[Fault]) -> Cell:
    title, note = both("preview.title", name=name), both("preview.note")
    source = (
        f"# {title['zh']}\n{_english(title['en'])}\n\n"
        f"{note['zh']}\n\n{_english(note['en'])}{_listed(faults)}"
    )
    return _markdown(f"{lesson_id}-title", source)


def _heading(cell_id: str, entry: str, kind: str, faults: list[Fault]) -> Cell:
    names = catalogue().get(f"kind.{kind}")
    named = f" · {names['zh']} · {kind}" if names else ""
    return _markdown(cell_id, f"### {entry}{named}{_listed(faults)}")


def _listed(faults: list[Fault]) -> str:
    """Return faults as a block of code: nothing in them is taken for markup."""
    lines = [": ".join(filter(None, (f.field, f.message))) for f in faults]
    return "".join(["\n\n", *(f"    {line}\n" for line in lines)]) if lines else ""


def _end(lesson_id: str, lesson: Lesson | None) -> Iterator[Cell]:
    heading = both("preview.summary")
    yield _markdown(
        f"{lesson_id}-summary", f"## {heading['zh']}\n{_english(heading['en'])}"
    )
    sources = lesson.notebook.cell(f"{lesson_id}-sources") if lesson else None
    if sources:
        yield _markdown(sources.id, sources.source)
    yield _call(lesson_id, "next")


def _english(text: str) -> str:
    return f'<p class="en" lang="en">{text}</p>'


def _markdown(cell_id: str, source: str, **metadata: object) -> Cell:
    return {
        "cell_type": "markdown",
        "id": cell_id,
        "metadata": metadata,
        "source": source,
    }


def _setup(lesson_id: str) -> Cell:
    code = f'from yandu import open_lesson\n\nlesson = open_lesson("{lesson_id}")'
    return _code(f"{lesson_id}-setup", both("preview.setup")["zh"], code)


def _check(entry: str) -> Cell:
    comment = both("check.title", number=int(entry[-2:]))["zh"]
    return _code(entry, comment, f'lesson.check("{entry}")')


def _call(lesson_id: str, verb: str) -> Cell:
    comment = both(f"preview.{verb}")["zh"]
    return _code(f"{lesson_id}-{verb}", comment, f"lesson.{verb}()")


def _code(cell_id: str, comment: str, code: str) -> Cell:
    """Return a hidden cell with one of the course's own calls, so that it goes live."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell_id,
        "metadata": {"jupyter": {"source_hidden": True}},
        "outputs": [],
        "source": f"# {comment}\n{code}",
    }
