"""Self-checks as widgets: one per family of item kinds.

`Check` does what all kinds share; a family adds how its inputs look
(``choice.js``) and what a reader without a kernel sees (`Check.fallback`).
"""

from yandu.checks.check import Check, CheckContext
from yandu.checks.choice import ChoiceCheck
from yandu.checks.cloze import ClozeCheck
from yandu.items import Item
from yandu.items.choice import Choice
from yandu.items.cloze import Cloze

__all__ = ["Check", "CheckContext", "check_widget"]

FAMILIES: dict[type[Item], type[Check]] = {Choice: ChoiceCheck, Cloze: ClozeCheck}


def check_widget(item: Item, context: CheckContext) -> Check:
    """Return the widget for an item, its state restored from the store."""
    for family, widget in FAMILIES.items():
        if isinstance(item, family):
            return widget(item, context)
    msg = f"no widget for items of kind {item.kind!r}"
    raise TypeError(msg)
