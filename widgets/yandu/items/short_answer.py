"""Short answer: type a term, a number, a year or a date.

Bank fields::

    key = "2018"
    also = []                                     # other answers that are right
    near = [ { text = "2012", chosen = { zh, en } } ]
    missed = { zh, en }
    policy = { purpose = "year" }                 # term (default), year, date, exact
    before = { zh = "至迟在" }                     # optional text beside the blank
    after = { zh = "年" }
    size = 6                                      # width in characters, default 12

They are those of one gap and told in `gap`; but the blank is as wide as `size` says,
not as the key is long, which would tell. A response is a text. It is worth one point or
none: half an answer to one question is another answer.
"""

from dataclasses import dataclass
from typing import Any

from yandu.content.tables import Table
from yandu.items.gap import Gap
from yandu.items.item import Item, Remark, Score
from yandu.items.matching import Policy
from yandu.items.typed import typed_text
from yandu.messages import Bilingual, shown

#: The one part of such an item.
PART = "answer"
#: Width of the blank in characters, whatever the key.
WIDTH = 12


@dataclass(frozen=True, kw_only=True)
class ShortAnswer(Item):
    """Type one answer.

    Attributes:
        gap: What is right, and what is said.
        before: What stands before the blank; may be empty.
        after: What stands behind it; may be empty.
    """

    gap: Gap
    before: Bilingual
    after: Bilingual

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take the one gap and the words beside it."""
        policy = Policy.read(table.table("policy", required=False))
        return {
            "gap": Gap.read(table, PART, policy, size=WIDTH),
            "before": table.bilingual("before", required=False, en=False),
            "after": table.bilingual("after", required=False, en=False),
        }

    def public(self) -> dict[str, Any]:
        """Return the blank and the words beside it.

        A key of digits asks for the keypad on a telephone; that it is a number, the
        stem has said.
        """
        return {
            "part": self.gap.id,
            "size": self.gap.size,
            "is_number": all(map(_is_digits, self.gap.forms)),
            "before": self.before,
            "after": self.after,
        }

    def parse(self, response: object) -> str:
        """Return the typed text."""
        return typed_text(response)

    def is_empty(self, response: str) -> bool:
        """Return whether nothing was typed."""
        return not response.strip()

    def score(self, response: str) -> Score:
        """Return one point for a right answer, else none."""
        return Score(float(self.gap.match(response) is not None), 1.0)

    def feedback(self, response: str) -> tuple[Remark, ...]:
        """Return the one remark."""
        return (self.gap.remark(response, shown("check.answer")),)

    def solution(self) -> str:
        """Return the key."""
        return self.gap.key


def _is_digits(form: str) -> bool:
    return form.isascii() and form.isdigit()
