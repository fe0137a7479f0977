"""Self-checks: item kinds, banks, answer matching, scoring. Pure; knows no Jupyter.

Grading has one implementation, here, in Python. A browser only shows what it is told
(`Item.public` before an attempt, `Item.feedback` after one), so the key stays with us.
"""

from yandu.items.bank import Bank, read_bank
from yandu.items.item import (
    Item,
    Outcome,
    Remark,
    Response,
    ResponseError,
    Score,
    Verdict,
)

__all__ = [
    "Bank",
    "Item",
    "Outcome",
    "Remark",
    "Response",
    "ResponseError",
    "Score",
    "Verdict",
    "read_bank",
]
