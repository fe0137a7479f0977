"""How a learner answers an item of each kind: one module a kind.

Each has `give(card, response)`, with the mouse or by tapping, and
`give_by_keyboard(page, card, response)`, which starts where the first control of the card
has the focus and uses nothing but keys. Both begin from a card that nobody has touched.
"""

from importlib import import_module
from types import ModuleType


def hands_of(kind: str) -> ModuleType:
    """Return the module of a kind."""
    return import_module(f"tests.browser.kinds.{kind}")
