"""Punctuation: put its marks back into a passage of the course's own.

Bank fields::

    passage = { zh = "防、控、打三个动词各带一个「严」字；……", en = "…" }
    marks = ["，", "、", "；"]   # default: ， 、 ； ： 。
    slots = [
      { at = "防、", also = [], chosen = { zh, en },
        near = [ { mark = "，", chosen = { zh, en } } ], missed = { zh, en } },
    ]

The author writes the passage with its marks. Every mark of the set becomes a slot, and
everything else stays as it is, quotation marks too unless they are listed. An entry of
`slots` says something of one slot. `at` is a piece of the passage that ends in its mark
and stands there only once; `also` lists other marks that are right too. `chosen` is
said of a right mark, `near` of a foreseen wrong one, `missed` of all else and of none.
There must be an entry for each slot at which readers may well differ, one at least.
Where an entry, or one of its fields, is left out, a right mark gets its tick and no
word, and of a wrong one the course says what it is for; a mark that the course has no
rule for needs entries that say it all.

A response is a table: slot number, from "1", to mark; or, shorter for `accept` and
`reject`, one text with a mark for each slot, ``＿`` where one is left empty. Marks are
always used again. Scoring: see `assign`.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from yandu.content.tables import EMPTY, Table
from yandu.items.assign import Assign, Piece, Slot, check_near
from yandu.items.item import Remark, ResponseError, Verdict
from yandu.items.parts import read_near_list
from yandu.messages import Bilingual, shown

#: Marks whose rule the course can state, shortest pause first: GB/T 15834-2011.
RULES = {
    "、": "mark.enumeration",
    "，": "mark.comma",
    "；": "mark.semicolon",
    "：": "mark.colon",
    "。": "mark.stop",
    "？": "mark.question",
    "！": "mark.exclamation",
}
MARKS = ("，", "、", "；", "：", "。")
EMPTY_SLOT = "＿"
LONGEST_MARK = 2
#: Stands in for a slot that an entry does not find, so that the rest of it is read.
NOWHERE = Slot("", (), EMPTY, {}, EMPTY)


@dataclass(frozen=True, kw_only=True)
class Punctuation(Assign):
    """Restore the marks of a passage.

    Attributes:
        parts: The passage in pieces: text, slot id, text, slot id, …, text.
        en: English of the passage; may be empty.
    """

    parts: tuple[str, ...]
    en: str

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take the passage apart at its marks, and what is said of some of them."""
        passage = table.bilingual("passage", en=False)
        marks = _marks(table)
        pattern = pattern_of(marks)
        found = list(pattern.finditer(passage["zh"]))
        if passage["zh"] and not found:
            table.fault("passage", "no_mark", marks="".join(marks))
        slots = _slots(table, passage["zh"], found, marks)
        _check_rules(table, slots, marks)
        parts = pattern.split(passage["zh"])
        parts[1::2] = [str(place + 1) for place in range(len(found))]
        return {
            "parts": tuple(parts),
            "en": passage["en"],
            "slots": slots,
            "pieces": tuple(Piece(mark, {"zh": mark, "en": ""}) for mark in marks),
            "is_reused": True,
        }

    def public(self) -> dict[str, Any]:
        """Return the passage in parts, with slots in place of marks, and the marks."""
        parts = [
            {"slot": part} if place % 2 else {"text": part}
            for place, part in enumerate(self.parts)
        ]
        return {**super().public(), "parts": parts, "en": self.en, "is_marks": True}

    def orders(self) -> dict[str, tuple[str, ...]]:
        """Return nothing: marks stand in one order, in which a hand finds them."""
        return {}

    def parse(self, response: object) -> dict[str, str]:
        """Return a mark for every slot; a text counts as its marks in order."""
        if not isinstance(response, str):
            return super().parse(response)
        most = LONGEST_MARK * len(self.slots)
        marks = pattern_of([*(piece.id for piece in self.pieces), EMPTY_SLOT])
        given = marks.findall(response[: most + 1])
        if "".join(given) != response or len(given) != len(self.slots):
            raise ResponseError("item.n_marks", n=len(self.slots))
        return {
            slot.id: "" if mark == EMPTY_SLOT else mark
            for slot, mark in zip(self.slots, given, strict=True)
        }

    def feedback(self, response: dict[str, str]) -> tuple[Remark, ...]:
        """Return one remark on each slot, but none where a right mark needs no word.

        A passage has a dozen slots; to repeat at each what a comma is for would bury
        what there is to say.
        """
        silent = {slot.id for slot in self.slots if not slot.chosen["zh"]}
        return tuple(
            remark
            for remark in super().feedback(response)
            if remark.verdict is not Verdict.RIGHT or remark.part not in silent
        )

    def say_wrong(self, slot: Slot, piece: Piece | None) -> Bilingual:
        """Return what is said of a wrong mark: by default what it is for."""
        said = super().say_wrong(slot, piece)
        if said["zh"]:
            return said
        return shown("mark.none" if piece is None else RULES[piece.id])


def _marks(table: Table) -> tuple[str, ...]:
    """Take the set of marks, in an order that says nothing of the passage."""
    marks = table.strings("marks") or MARKS
    for mark in marks:
        is_mark = all(unicodedata.category(char)[0] in "PS" for char in mark)
        if not mark or len(mark) > LONGEST_MARK or not is_mark or EMPTY_SLOT in mark:
            table.fault("marks", "bad_mark", mark=mark)
    if len(marks) == 1:
        table.fault("marks", "no_spare_word")
    order = list(RULES)
    return tuple(
        sorted(marks, key=lambda m: (order.index(m) if m in RULES else len(order), m))
    )


def pattern_of(marks: Iterable[str]) -> re.Pattern[str]:
    """Return what finds a mark, the longest first."""
    longest_first = sorted(filter(None, marks), key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, longest_first))})")


def _slots(
    table: Table, passage: str, found: list[re.Match[str]], marks: tuple[str, ...]
) -> tuple[Slot, ...]:
    """Return a slot for each mark found, with what its entry says."""
    slots = {
        match.end(): Slot(str(number), (match.group(),), EMPTY, {}, EMPTY)
        for number, match in enumerate(found, start=1)
    }
    spoken: set[int] = set()
    for inner in table.tables("slots", required=True):
        end = _end(inner, passage, slots.keys())
        if end in spoken:
            inner.fault("at", "repeated")
        slot = _spoken(inner, slots.get(end, NOWHERE), marks)
        if end in slots:
            spoken.add(end)
            slots[end] = slot
    return tuple(slots.values())


def _end(table: Table, passage: str, ends: Collection[int]) -> int:
    """Take `at`, and return where in the passage its mark ends; 0 if nowhere."""
    at = table.text("at")
    starts = [m.start() for m in re.finditer(f"(?={re.escape(at)})", passage)]
    end = starts[0] + len(at) if len(starts) == 1 else 0
    if at and end not in ends:
        table.fault("at", "no_place", at=at, n=len(starts))
    return end


def _spoken(table: Table, slot: Slot, marks: tuple[str, ...]) -> Slot:
    """Return a slot with what its entry says; `missed` then goes for every mark."""
    keys = (*slot.keys, *table.strings("also"))
    missed = table.bilingual("missed", required=False, en=False)
    near = read_near_list(table, "mark")
    others = [mark for mark in marks if mark not in keys] if missed["zh"] else []
    said = replace(
        slot,
        keys=keys,
        chosen=table.bilingual("chosen", required=False, en=False),
        near=dict.fromkeys(others, missed) | near,
        missed=missed,
    )
    for mark in sorted({*keys, *near} - {*marks, ""}):
        table.fault("also" if mark in keys else "near", "no_piece", piece=mark)
    check_near(table, said)
    table.finish()
    return said


def _check_rules(table: Table, slots: Iterable[Slot], marks: Iterable[str]) -> None:
    """Note marks on which nothing could be said somewhere."""
    for mark in marks:
        if mark not in RULES and any(
            mark not in slot.keys and mark not in slot.near for slot in slots
        ):
            table.fault("marks", "no_rule", mark=mark)
