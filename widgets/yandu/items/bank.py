"""Reading an item bank: ``lessons/items/NN_….toml``, a list of ``[[item]]``."""

from dataclasses import dataclass
from pathlib import Path

from yandu.content import NoSuchEntryError
from yandu.content.tables import Table, read_entries, read_toml
from yandu.faults import Fault
from yandu.items.categorising import Categorising
from yandu.items.choice import MultipleChoice, SingleChoice, TrueFalseNotGiven
from yandu.items.cloze import Cloze
from yandu.items.cloze_bank import ClozeBank
from yandu.items.evidence import Evidence
from yandu.items.item import Item
from yandu.items.mark_tokens import MarkTokens
from yandu.items.open_response import OpenResponse
from yandu.items.ordering import Ordering
from yandu.items.pairing import Matching
from yandu.items.punctuation import Punctuation
from yandu.items.segmentation import Segmentation
from yandu.items.short_answer import ShortAnswer
from yandu.items.wording_shift import WordingShift

#: Every kind of item, by the name that a bank gives it.
KINDS: dict[str, type[Item]] = {
    "single_choice": SingleChoice,
    "multiple_choice": MultipleChoice,
    "true_false_not_given": TrueFalseNotGiven,
    "cloze": Cloze,
    "cloze_bank": ClozeBank,
    "short_answer": ShortAnswer,
    "ordering": Ordering,
    "matching": Matching,
    "categorising": Categorising,
    "evidence": Evidence,
    "mark_tokens": MarkTokens,
    "segmentation": Segmentation,
    "punctuation": Punctuation,
    "wording_shift": WordingShift,
    "open_response": OpenResponse,
}


@dataclass(frozen=True)
class Bank:
    """The items of one lesson.

    Attributes:
        name: File name without ending, ``01_mission``.
        items: The sound ones, by id, in the order of the file.
        broken: Ids of those left out because of faults.
        faults: All that is wrong in the file.
    """

    name: str
    items: dict[str, Item]
    broken: tuple[str, ...]
    faults: tuple[Fault, ...]

    def item(self, item_id: str) -> Item:
        """Return one item.

        Raises:
            NoSuchEntryError: There is none with this id; the nearest are named.
        """
        if item_id not in self.items:
            raise NoSuchEntryError(item_id, self.items, "content.no_item")
        return self.items[item_id]

    def faults_of(self, item_id: str) -> tuple[Fault, ...]:
        """Return what is wrong with one item."""
        return tuple(fault for fault in self.faults if fault.entry == item_id)


def read_bank(lessons: Path, name: str) -> Bank:
    """Read a bank. Items with faults are left out and named; the rest can be used."""
    file = f"items/{name}.toml"
    faults: list[Fault] = []
    tables = read_toml(lessons / file, file, faults)
    read = read_entries(tables, "item", file, faults, _read_item)
    items = {item_id: item for item_id, item in read.items() if item is not None}
    named = dict.fromkeys(fault.entry for fault in faults if fault.entry)
    broken = tuple(entry for entry in named if entry not in items)
    return Bank(name, items, broken, tuple(faults))


def _read_item(table: Table) -> Item | None:
    kind = table.peek("kind")
    if kind not in KINDS:
        table.fault("kind", "not_allowed", value=kind, allowed=", ".join(KINDS))
        return None
    before = len(table.faults)
    item = KINDS[kind].read(table)
    table.finish()
    return None if len(table.faults) > before else item
