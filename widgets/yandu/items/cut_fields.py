"""The fields of a bank that hold cuts: the gold, stored cuts, feedback of places."""

from dataclasses import dataclass

from yandu.content.tables import EMPTY, Table
from yandu.items.cuts import Cut, read_cut
from yandu.messages import Bilingual

#: Characters of a string: what can still be taken in at one look.
LONGEST = 40


@dataclass(frozen=True)
class Place:
    """A place between two characters and what is said of it.

    Attributes:
        id: Number of characters before it.
        cut: Said if it was cut; may be empty at a border.
        uncut: Said if it is a border and was not cut; else empty.
    """

    id: int
    cut: Bilingual
    uncut: Bilingual


def read_gold(table: Table) -> Cut:
    """Take the gold; a faulty one is noted once and read as an empty string."""
    written = table.text("gold")
    cut = read_cut(written)
    if cut is None:
        if written.strip():
            table.fault("gold", "cut_form")
        return Cut("", (), ())
    if not cut.places:
        table.fault("gold", "cut_nowhere")
    if len(cut.text) > LONGEST:
        table.fault("gold", "cut_long", n=len(cut.text), longest=LONGEST)
    return cut


def read_machine(table: Table, field: str, gold: Cut) -> tuple[int, ...]:
    """Take the stored cut of a segmenter, which must be one of the gold's string."""
    written = table.text(field)
    cut = read_cut(written)
    if cut is None or cut.optional or cut.text != gold.text:
        if written.strip() and gold.text:
            table.fault(field, "cut_differs", text=gold.text)
        return ()
    return cut.places


def read_place(table: Table, gold: Cut) -> Place | None:
    """Take the feedback of one place, or note that there is no such place."""
    at = table.raw("at")
    number = at if type(at) is int else _find(gold.text, at)
    is_known = number is not None and 0 < number < len(gold.text)
    is_border = number in gold.places
    if gold.text and not is_known:
        table.fault("at", "no_cut_place", at=at, text=gold.text)
    cut = table.bilingual("cut", required=is_known and not is_border, en=False)
    uncut = table.bilingual("uncut", required=is_border, en=False)
    if is_known and not is_border and uncut != EMPTY:
        table.fault("uncut", "uncut_elsewhere")
    table.finish()
    return Place(number, cut, uncut) if number is not None and is_known else None


def _find(text: str, at: object) -> int | None:
    """Return the one place that ``政治|安全`` names, if it is one."""
    if not isinstance(at, str) or at.count("|") != 1:
        return None
    left, right = at.split("|")
    start = text.find(left + right)
    if not left or not right or start < 0 or text.find(left + right, start + 1) >= 0:
        return None
    return start + len(left)
