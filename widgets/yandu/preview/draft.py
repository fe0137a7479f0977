"""A bank as its author has it: found by name or path, and read as text."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from yandu.content import NoSuchEntryError
from yandu.faults import ContentError, Fault
from yandu.messages import say

ITEM_ID = re.compile(r"(\d\d)-q\d\d")


@dataclass(frozen=True)
class Draft:
    """A bank as its author has it.

    Attributes:
        name: The name of its file.
        text: The TOML that it holds.
        lesson_id: The lesson that most of its items name.
    """

    name: str
    text: str
    lesson_id: str


def read_draft(wanted: str, lessons: Path) -> Draft:
    """Find a bank by its name or path and make sure that it holds items.

    Raises:
        ContentError: The file holds no items, or no valid TOML.
        NoSuchEntryError: There is no such bank and no such file.
    """
    named = lessons / "items" / f"{wanted}.toml"
    path = named if named.is_file() else Path(wanted)
    if not path.is_file():
        banks = sorted(bank.stem for bank in (lessons / "items").glob("*.toml"))
        raise NoSuchEntryError(wanted, banks, "preview.no_bank")
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix.lower() in {".md", ".markdown"}:
            text = toml_blocks(text)
        items = tomllib.loads(text).get("item")
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = say("fault.no_toml", error=error)
        raise ContentError([Fault(path.name, "", "", message)]) from error
    entries = items if isinstance(items, list) else []
    ids = [entry.get("id") for entry in entries if isinstance(entry, dict)]
    lessons_named = Counter(
        found.group(1) for id_ in ids if (found := ITEM_ID.fullmatch(str(id_)))
    )
    if not lessons_named:
        raise ContentError([Fault(path.name, "", "", say("preview.no_items"))])
    ((lesson_id, _),) = lessons_named.most_common(1)
    return Draft(path.name, text, lesson_id)


def toml_blocks(markdown: str) -> str:
    """Return the lines inside a Markdown text's ``toml`` fences that hold items.

    All others are left blank, so that a line keeps its number: a fault in the TOML is
    named by it.
    """
    kept: list[str] = []
    block: list[str] | None = None
    for line in markdown.splitlines():
        if block is None:
            block = [""] if line.strip() == "```toml" else None
            kept += [""] if block is None else []
        elif line.strip() == "```":
            has_item = any(inner.strip() == "[[item]]" for inner in block)
            kept += [*(block if has_item else [""] * len(block)), ""]
            block = None
        else:
            block.append(line)
    return "\n".join([*kept, *(block or ()), ""])
