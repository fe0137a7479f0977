"""Items answered by putting pieces into slots: what their kinds share.

A slot has one key, and perhaps other pieces that are right there too. A piece may be
used once, unless the item says otherwise. A response is a table: slot id to piece id,
``""`` or nothing where a slot stays empty.

Every slot filled rightly earns one point. Nothing is taken off for a wrong piece: a
slot takes only one, so that filling it at random gains no more than it should.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from yandu.content.tables import EMPTY, Table
from yandu.items.item import Item, Remark, ResponseError, Score, Verdict
from yandu.items.parts import check_repeated, read_near_list
from yandu.messages import Bilingual, shown


@dataclass(frozen=True)
class Piece:
    """What can be put into a slot.

    Attributes:
        id: Stable under any order in which pieces are shown.
        text: What the learner sees.
        chosen: Said where it is wrong and the slot has nothing of its own to say of it.
    """

    id: str
    text: Bilingual
    chosen: Bilingual = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True)
class Slot:
    """One place to be filled.

    Attributes:
        id: As in the text or row that it stands in.
        keys: Ids of the pieces that are right; the first is the solution.
        chosen: Said when it is filled rightly; empty for "that is it".
        near: Foreseen wrong pieces, by id, and what is said of each.
        missed: Said of any other wrong piece, and of none.
        label: What the learner knows it by; empty for its number.
    """

    id: str
    keys: tuple[str, ...]
    chosen: Bilingual
    near: dict[str, Bilingual]
    missed: Bilingual
    label: Bilingual = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True, kw_only=True)
class Assign(Item):
    """Put pieces into slots; each slot filled rightly earns one point.

    Attributes:
        slots: In the order of the text or the rows.
        pieces: In an order that says nothing of the slots.
        is_reused: Whether a piece may stand in several slots.
    """

    slots: tuple[Slot, ...]
    pieces: tuple[Piece, ...]
    is_reused: bool = False

    def public(self) -> dict[str, Any]:
        """Return the pieces, and whether they may be used again."""
        return {
            "pieces": [{"id": piece.id, "text": piece.text} for piece in self.pieces],
            "is_reused": self.is_reused,
        }

    def orders(self) -> dict[str, tuple[str, ...]]:
        """Return the pieces."""
        return {"pieces": tuple(piece.id for piece in self.pieces)}

    def parse(self, response: object) -> dict[str, str]:
        """Return a piece for every slot, empty where none was given."""
        slots = [slot.id for slot in self.slots]
        pieces = {"", *(piece.id for piece in self.pieces)}
        if not isinstance(response, dict) or not set(slots) >= response.keys():
            raise ResponseError("item.no_such_slot", known="、".join(slots))
        given = response.values()
        if not all(isinstance(id_, str) and id_ in pieces for id_ in given):
            known = "、".join(piece.id for piece in self.pieces)
            raise ResponseError("item.no_such_piece", known=known)
        for id_, n_uses in Counter(id_ for id_ in given if id_).items():
            if n_uses > 1 and not self.is_reused:
                raise ResponseError("item.piece_twice", piece=id_)
        return {id_: response.get(id_, "") for id_ in slots}

    def is_empty(self, response: dict[str, str]) -> bool:
        """Return whether every slot was left empty."""
        return not any(response.values())

    def score(self, response: dict[str, str]) -> Score:
        """Return one point for each slot filled rightly."""
        right = sum(response[slot.id] in slot.keys for slot in self.slots)
        return Score(float(right), float(len(self.slots)))

    def feedback(self, response: dict[str, str]) -> tuple[Remark, ...]:
        """Return one remark on each slot."""
        return self._remarks(response)

    def extras(self, response: dict[str, str]) -> dict[str, Any]:
        """Return the verdict on each slot: not of each is there need to speak."""
        return {"verdicts": {r.part: r.verdict.value for r in self._remarks(response)}}

    def solution(self) -> dict[str, str]:
        """Return the key of each slot."""
        return {slot.id: slot.keys[0] for slot in self.slots}

    def say_right(self, slot: Slot, piece: Piece) -> Bilingual:
        """Return what is said of a right piece."""
        text = shown("item.gap_right", key=piece.text["zh"] or piece.text["en"])
        return slot.chosen if slot.chosen["zh"] else text

    def say_wrong(self, slot: Slot, piece: Piece | None) -> Bilingual:
        """Return what is said of a wrong piece, or of an empty slot."""
        if piece is None:
            return slot.missed
        own = piece.chosen if piece.chosen["zh"] else slot.missed
        return slot.near.get(piece.id, own)

    def _remarks(self, response: dict[str, str]) -> tuple[Remark, ...]:
        pieces = {piece.id: piece for piece in self.pieces}
        return tuple(
            self._remark(slot, number, pieces.get(response[slot.id]))
            for number, slot in enumerate(self.slots, start=1)
        )

    def _remark(self, slot: Slot, number: int, piece: Piece | None) -> Remark:
        label = slot.label if slot.label["zh"] else shown("item.gap", number=number)
        if piece is not None and piece.id in slot.keys:
            said = self.say_right(slot, piece)
            return Remark(slot.id, label, Verdict.RIGHT, said)
        verdict = Verdict.MISSED if piece is None else Verdict.WRONG
        return Remark(slot.id, label, verdict, self.say_wrong(slot, piece))


def read_slot(
    table: Table,
    named: str,
    *,
    label: Bilingual = EMPTY,
    chosen_required: bool = False,
) -> Slot:
    """Take ``id``, ``key``, ``also``, ``chosen``, ``near`` and ``missed`` of a slot.

    Args:
        table: The slot's table.
        named: How an entry of ``near`` names its piece: ``text``.
        label: What the learner knows the slot by, if not by its number.
        chosen_required: Whether something of its own must be said of the key.
    """
    key, also = table.text("key"), table.strings("also")
    slot = Slot(
        id=table.text("id"),
        keys=(key, *also),
        chosen=table.bilingual("chosen", required=chosen_required, en=False),
        near=read_near_list(table, named),
        missed=table.bilingual("missed", en=False),
        label=label,
    )
    check_near(table, slot)
    table.finish()
    return slot


def check_near(table: Table, slot: Slot) -> None:
    """Note pieces that are called right twice, or both right and wrong."""
    check_repeated(table, "also", slot.keys)
    for piece in slot.near.keys() & set(slot.keys):
        table.fault("near", "near_is_right", piece=piece)


def check_slots(
    table: Table,
    name: str,
    slots: Iterable[Slot],
    pieces: Iterable[Piece],
    *,
    is_reused: bool,
) -> None:
    """Note what slots ask for that no piece is, and keys that are asked for twice."""
    known = {piece.id for piece in pieces}
    keys: set[str] = set()
    for slot in slots:
        for piece in dict.fromkeys([*slot.keys, *slot.near]):
            if piece and piece not in known:
                table.fault(f"{name}.{slot.id}", "no_piece", piece=piece)
        if slot.keys[0] in keys and not is_reused:
            table.fault(f"{name}.{slot.id}", "key_taken", piece=slot.keys[0])
        keys.add(slot.keys[0])


def by_text(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces in the order of their texts, which says nothing of the slots."""
    return tuple(sorted(pieces, key=lambda piece: piece.text["zh"]))
