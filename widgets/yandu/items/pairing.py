"""Matching: find for each term on the left its counterpart on the right.

Bank fields::

    left = [
      { id = "consciousnesses", text = { zh, en }, key = "y2016", also = [],
        chosen = { zh, en }, near = [ { right = "y2018", chosen = { zh, en } } ],
        missed = { zh, en } },
    ]
    right = [
      { id = "y2016", text = { zh, en } },
      { id = "y2020", text = { zh, en }, chosen = { zh, en } },
    ]
    reuse = false           # true: a counterpart may serve several terms

There may be more on the right than on the left. `chosen` of a term is said of its right
counterpart, `near` foresees wrong ones, `chosen` of a counterpart is said wherever else
it stands wrongly (it is required of one that serves no term), and `missed` of all else
and of a term without counterpart. Left stands in the bank's order; right is shuffled.

A response is a table: left id to right id. Scoring: see `assign`.
"""

from dataclasses import dataclass
from typing import Any

from yandu.content.tables import Table
from yandu.items.assign import Assign, Piece, Slot, by_text, check_slots, read_slot
from yandu.items.parts import check_repeated


@dataclass(frozen=True, kw_only=True)
class Matching(Assign):
    """Give each term on the left its counterpart."""

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take both sides, whose ids must not tell what belongs together."""
        is_reused = table.flag("reuse")
        slots = tuple(map(_left, table.tables("left", required=True)))
        right = {key for slot in slots for key in slot.keys}
        pieces = by_text(
            _right(inner, right) for inner in table.tables("right", required=True)
        )
        ids = [slot.id for slot in slots]
        for name, side in (("left", ids), ("right", [piece.id for piece in pieces])):
            check_repeated(table, name, side)
        if same := {*ids} & {piece.id for piece in pieces}:
            table.fault("right", "id_tells", ids="、".join(sorted(same)))
        if len(pieces) < 2:
            table.fault("right", "no_spare_word")
        check_slots(table, "left", slots, pieces, is_reused=is_reused)
        return {"slots": slots, "pieces": pieces, "is_reused": is_reused}

    def public(self) -> dict[str, Any]:
        """Return the terms, a row for each, and the counterparts."""
        rows = [{"slot": slot.id, "text": slot.label} for slot in self.slots]
        return {**super().public(), "rows": rows}


def _left(table: Table) -> Slot:
    text = table.bilingual("text", en=False)
    return read_slot(table, "right", label=text, chosen_required=True)


def _right(table: Table, right: set[str]) -> Piece:
    id_ = table.text("id")
    piece = Piece(
        id=id_,
        text=table.bilingual("text", en=False),
        chosen=table.bilingual("chosen", required=id_ not in right, en=False),
    )
    table.finish()
    return piece
