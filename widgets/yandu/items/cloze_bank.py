"""Cloze with a word bank: put words into the gaps of a set phrase or a sentence.

Bank fields::

    text = { zh = "绝对忠诚、[[a]]、[[b]]", en = "…" }
    gaps = [
      { id = "a", key = "绝对纯洁", also = [], chosen = { zh, en },
        near = [ { text = "绝对服从", chosen = { zh, en } } ], missed = { zh, en } },
    ]
    distractors = [ { text = "绝对领导", chosen = { zh, en } } ]
    reuse = false           # true: a word may stand in several gaps

The word bank is made of all keys, all `also` (further words that are right in a gap)
and the distractors, of which there must be one at least unless words are used again.
`chosen` of a gap is said of a right word (may be left out), `near` foresees wrong ones,
`chosen` of a distractor is said wherever it stands, and `missed` of all else and of an
empty gap. Gaps that may be filled in either order name each other's key in `also`.

A response is a table: gap id to word. Scoring: see `assign`.
"""

from dataclasses import dataclass
from typing import Any

from yandu.content.tables import Table
from yandu.items.assign import Assign, Piece, by_text, check_slots, read_slot
from yandu.items.cloze import BLANK
from yandu.items.parts import check_repeated
from yandu.messages import Bilingual


@dataclass(frozen=True, kw_only=True)
class ClozeBank(Assign):
    """Fill gaps from a bank of words."""

    text: Bilingual

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take the text, its gaps, and the words that fit nowhere."""
        text = table.bilingual("text", en=False)
        is_reused = table.flag("reuse")
        slots = tuple(
            read_slot(inner, "text") for inner in table.tables("gaps", required=True)
        )
        if BLANK.findall(text["zh"]) != [slot.id for slot in slots]:
            table.fault("gaps", "gaps_differ")
        right = dict.fromkeys(key for slot in slots for key in slot.keys if key)
        wrong = [_distractor(inner, right) for inner in table.tables("distractors")]
        check_repeated(table, "distractors", [piece.id for piece in wrong])
        if not wrong and not is_reused:
            table.fault("distractors", "no_spare_word")
        pieces = by_text([*(Piece(key, _word(key)) for key in right), *wrong])
        check_slots(table, "gaps", slots, pieces, is_reused=is_reused)
        return {"text": text, "slots": slots, "pieces": pieces, "is_reused": is_reused}

    def public(self) -> dict[str, Any]:
        """Return the text in parts, gaps between them, and the words."""
        parts = [
            {"slot": part} if place % 2 else {"text": part}
            for place, part in enumerate(BLANK.split(self.text["zh"]))
        ]
        return {**super().public(), "parts": parts, "en": self.text["en"]}


def _word(text: str) -> Bilingual:
    return {"zh": text, "en": ""}


def _distractor(table: Table, right: dict[str, None]) -> Piece:
    word = table.text("text")
    if word in right:
        table.fault("text", "distractor_is_key", piece=word)
    piece = Piece(word, _word(word), table.bilingual("chosen", en=False))
    table.finish()
    return piece
