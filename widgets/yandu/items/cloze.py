"""Cloze: type the missing parts of a set phrase.

Bank fields::

    text = { zh = "对党忠诚、[[a]]、执法公正、[[b]]" }
    gaps = [
      { id = "a", key = "服务人民", also = [], size = 4,
        near = [ { text = "服务群众", chosen = { zh } } ], missed = { zh } },
    ]

A gap's fields are told in `gap`; so is ``policy = { … }``, one for all gaps of the
item. A response is a table: gap id to typed text. Each right gap earns one point,
because each is recalled by itself.
"""

import re
from dataclasses import dataclass
from typing import Any

from yandu.content.tables import Table
from yandu.items.gap import Gap
from yandu.items.item import Item, Remark, ResponseError, Score
from yandu.items.matching import Policy
from yandu.items.typed import typed_text
from yandu.messages import Bilingual, shown

BLANK = re.compile(r"\[\[(\w+)\]\]")


@dataclass(frozen=True, kw_only=True)
class Cloze(Item):
    """Fill the gaps of a set phrase; each right gap earns one point."""

    text: Bilingual
    gaps: tuple[Gap, ...]

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take the text and its gaps, which must belong together."""
        text = table.bilingual("text", en=False)
        policy = Policy.read(table.table("policy", required=False))
        gaps = tuple(
            _gap(inner, policy) for inner in table.tables("gaps", required=True)
        )
        if BLANK.findall(text["zh"]) != [gap.id for gap in gaps]:
            table.fault("gaps", "gaps_differ")
        return {"text": text, "gaps": gaps}

    def public(self) -> dict[str, Any]:
        """Return the text in pieces, with each gap's id and width between them."""
        sizes = {gap.id: gap.size for gap in self.gaps}
        pieces = BLANK.split(self.text["zh"])
        return {
            "pieces": [
                {"gap": piece, "size": sizes[piece]} if place % 2 else {"text": piece}
                for place, piece in enumerate(pieces)
            ],
            "en": self.text["en"],
        }

    def parse(self, response: object) -> dict[str, str]:
        """Return a typed text for every gap, empty where none was given."""
        known = [gap.id for gap in self.gaps]
        if not isinstance(response, dict) or not set(known) >= response.keys():
            raise ResponseError("item.no_such_gap", known="、".join(known))
        return {id_: typed_text(response.get(id_, "")) for id_ in known}

    def is_empty(self, response: dict[str, str]) -> bool:
        """Return whether every gap was left empty."""
        return not any(typed.strip() for typed in response.values())

    def score(self, response: dict[str, str]) -> Score:
        """Return one point for each gap filled rightly."""
        right = sum(gap.match(response[gap.id]) is not None for gap in self.gaps)
        return Score(float(right), float(len(self.gaps)))

    def feedback(self, response: dict[str, str]) -> tuple[Remark, ...]:
        """Return one remark on each gap."""
        return tuple(
            gap.remark(response[gap.id], shown("item.gap", number=number))
            for number, gap in enumerate(self.gaps, start=1)
        )

    def solution(self) -> dict[str, str]:
        """Return the key of each gap."""
        return {gap.id: gap.key for gap in self.gaps}


def _gap(table: Table, policy: Policy) -> Gap:
    gap = Gap.read(table, table.text("id"), policy)
    table.finish()
    return gap
