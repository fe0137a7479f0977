"""Slots of a new lesson that nobody has filled yet: 【填：…】 and 【fill: …】."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yandu.content import Lesson
from yandu.content.tables import read_toml
from yandu.faults import Fault
from yandu.messages import say

#: A slot, as `yandu new-lesson` leaves it.
SLOT = re.compile(r"【(?:填：|fill: )[^】]*】")


def unfilled_faults(lessons: Path, lesson: Lesson) -> Iterator[Fault]:
    """Yield a fault for each slot that is left in a lesson's three files.

    Args:
        lessons: The lessons folder. Banks and guides are read as they stand: what a
            reader rejects may be a slot.
        lesson: The lesson.
    """
    file = f"{lesson.name}.ipynb"
    for cell in lesson.notebook.cells:
        for field, text in (
            ("", cell.source),
            ("yandu.claims", "\n".join(cell.claims)),
        ):
            yield from _slots(file, cell.id, field, text)
    for folder, name in (("items", "item"), ("prompts", "prompt")):
        file = f"{folder}/{lesson.name}.toml"
        # What is wrong with the file itself is noted where it is read in earnest.
        entries = read_toml(lessons / file, file, []).get(name)
        for place, entry in enumerate(entries if isinstance(entries, list) else (), 1):
            entry_id = _name_of(entry) or f"#{place}"
            for field, text in _texts(entry, ""):
                yield from _slots(file, entry_id, field, text)


def without_echoes(faults: list[Fault], unfilled: list[Fault]) -> list[Fault]:
    """Return the faults of a lesson that do not come of its own unfilled slots.

    Whatever else is wrong with a cell or an entry that is not written yet is no news;
    it is told once its slots are filled. Sentences go with their paragraph.
    """
    waiting = {fault.entry for fault in unfilled}
    return [fault for fault in faults if fault.entry.partition(".")[0] not in waiting]


def _slots(file: str, entry: str, field: str, text: str) -> Iterator[Fault]:
    for slot in SLOT.findall(text):
        yield Fault(file, entry, field, say("fault.unfilled", slot=slot))


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - TOML
    """Yield every text of an entry with the dotted path of its field."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, f"{path}.{name}".removeprefix("."))
    elif isinstance(value, list):
        for place, inner in enumerate(value, start=1):
            yield from _texts(inner, f"{path}.{_name_of(inner) or place}")


def _name_of(part: Any) -> str:  # noqa: ANN401 - TOML
    return str(part.get("id") or "") if isinstance(part, dict) else ""
