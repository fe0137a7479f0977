"""One place to type into: what is right there, what was foreseen, what is said.

Bank fields, of each gap of a cloze and of a short answer::

    key = "服务人民"
    also = []                                    # other wordings that are right
    size = 4                                     # width of the blank in characters
    near = [ { text = "服务群众", chosen = { zh, en } } ]
    missed = { zh, en }

`near` lists foreseen wrong answers, each with feedback of its own; `missed` is said of
any other. ``policy = { … }`` (optional, one for the whole item) says what is overlooked
in how an answer is typed: see `matching.Policy`.
"""

from dataclasses import dataclass
from typing import Self

from yandu.content.tables import Table
from yandu.items.item import Remark, Verdict
from yandu.items.matching import DEFAULT, Match, Policy, match
from yandu.messages import Bilingual, shown

#: Widest blank, in characters: a line of the card.
WIDEST = 40


@dataclass(frozen=True)
class Near:
    """A foreseen wrong answer and what is said of it."""

    text: str
    chosen: Bilingual


@dataclass(frozen=True)
class Gap:
    """One blank.

    Attributes:
        id: What remarks name it by.
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

    @classmethod
    def read(
        cls, table: Table, gap_id: str, policy: Policy, size: int | None = None
    ) -> Self:
        """Take the fields of a gap; without a default `size` it is that of the key."""
        key = table.text("key")
        also = table.strings("also")
        if not all(form.strip() for form in also):
            table.fault("also", "blank")
        width = table.number("size", default=size or min(len(key) or 1, WIDEST))
        if not 1 <= width <= WIDEST:
            table.fault("size", "out_of_range", lowest=1, highest=WIDEST)
        return cls(
            id=gap_id,
            key=key,
            also=also,
            size=width,
            near=tuple(map(_near, table.tables("near"))),
            missed=table.bilingual("missed", en=False),
            policy=policy,
        )

    @property
    def forms(self) -> tuple[str, ...]:
        """All fillings that are right."""
        return (self.key, *self.also)

    def match(self, typed: str) -> Match | None:
        """Return what `typed` meets, if it is right."""
        return match(typed, self.forms, self.policy)

    def remark(self, typed: str, label: Bilingual) -> Remark:
        """Return what is said of a filling; `label` is what the gap is known by."""
        found = self.match(typed)
        if found is not None:
            text = shown("item.gap_right", key=found.form)
            return Remark(self.id, label, Verdict.RIGHT, text, found.allowances)
        for near in self.near:
            if match(typed, (near.text,), self.policy):
                return Remark(self.id, label, Verdict.WRONG, near.chosen)
        verdict = Verdict.WRONG if typed.strip() else Verdict.MISSED
        return Remark(self.id, label, verdict, self.missed)


def _near(table: Table) -> Near:
    near = Near(table.text("text"), table.bilingual("chosen", en=False))
    table.finish()
    return near
