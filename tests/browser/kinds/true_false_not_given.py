"""As a single choice."""

from tests.browser.kinds.single_choice import give, give_by_keyboard

__all__ = ["give", "give_by_keyboard"]
