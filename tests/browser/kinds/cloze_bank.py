"""Driving items of the kind `cloze_bank`; see `assign`."""

from tests.browser.kinds.assign import give, give_by_drag, give_by_keyboard

__all__ = ["give", "give_by_drag", "give_by_keyboard"]
