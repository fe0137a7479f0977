"""Cloze: type the missing parts of a set phrase.

Bank fields::

    text = { zh = "对党忠诚、[[a]]、执法公正、[[b]]" }
    gaps = [
      { id = "a", key = "服务人民", also = [], size = 4,
        near = [ { text = "服务群众", chosen = { zh } } ], missed = { zh } },
    ]

`also` lists other wordings that are right, `near` foreseen wrong ones with feedback of
their own, `missed` is said of any other. `size` is the width of the blank in characters
(default: that of the key). ``policy = { … }`` (optional, for all gaps of the item) says
what is overlooked in how a filling is typed: see `matching.Policy`. A response is a
table: gap id to typed text.
"""

import re
from dataclasses import dataclass
from typing import Any

from yandu.content.tables import Table
from yandu.items.item import Item, Remark, ResponseError, Score, Verdict
from yandu.items.matching import DEFAULT, Match, Policy, match
from yandu.messages import Bilingual, say

BLANK = re.compile(r"\[\[(\w+)\]\]")


@dataclass(frozen=True)
class Near:
    """A foreseen wrong answer and what is said of it."""

    text: str
    chosen: Bilingual


@dataclass(frozen=True)
class Gap:
    """One blank.

    Attributes:
        id: As in the text between double brackets.
        key: The right filling.
        also: Other fillings that are right.
        size: Width of the blank in characters.
        near: Foreseen wrong fillings.
        missed: What is said of any other filling, or of none.
        policy: What is overlooked in how a filling is typed.
    """

    id: str
    key: str
    also: tuple[str, ...]
    size: int
    near: tuple[Near, ...]
    missed: Bilingual
    policy: Policy = DEFAULT

    def match(self, typed: str) -> Match | None:
        """Return what `typed` meets, if it is right."""
        return match(typed, (self.key, *self.also), self.policy)

    def remark(self, typed: str, number: int) -> Remark:
        """Return what is said of a filling of this gap, the `number`-th."""
        label = say("item.gap", number=number)
        found = self.match(typed)
        if found is not None:
            text: Bilingual = {"zh": say("item.gap_right", key=found.form), "en": ""}
            return Remark(self.id, label, Verdict.RIGHT, text, found.allowances)
        for near in self.near:
            if match(typed, (near.text,), self.policy):
                return Remark(self.id, label, Verdict.WRONG, near.chosen)
        verdict = Verdict.WRONG if typed.strip() else Verdict.MISSED
        return Remark(self.id, label, verdict, self.missed)


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
        if not isinstance(response, dict) or not all(
            id_ in known and isinstance(typed, str) for id_, typed in response.items()
        ):
            raise ResponseError(say("item.no_such_gap", known="、".join(known)))
        return {id_: response.get(id_, "") for id_ in known}

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
            gap.remark(response[gap.id], number)
            for number, gap in enumerate(self.gaps, start=1)
        )

    def solution(self) -> dict[str, str]:
        """Return the key of each gap."""
        return {gap.id: gap.key for gap in self.gaps}


def _gap(table: Table, policy: Policy) -> Gap:
    key = table.text("key")
    gap = Gap(
        id=table.text("id"),
        key=key,
        also=table.strings("also"),
        size=table.number("size", default=len(key)),
        near=tuple(map(_near, table.tables("near"))),
        missed=table.bilingual("missed", en=False),
        policy=policy,
    )
    table.finish()
    return gap


def _near(table: Table) -> Near:
    near = Near(table.text("text"), table.bilingual("chosen", en=False))
    table.finish()
    return near
