"""Check boxes: Tab goes from one to the next, Space ticks."""

from tests.browser.kinds.single_choice import give

__all__ = ["give", "give_by_keyboard"]


def give_by_keyboard(page, card, response):
    for box in card.root.locator(".yd-option input").all():
        if box.get_attribute("value") in response:
            page.keyboard.press("Space")
        page.keyboard.press("Tab")
