"""One Tab stop for each version; then check boxes, from one to the next by Tab."""

from tests.browser.kinds.marks import press_marks, tab_to

VERSIONS = ("before", "after")


def give(card, response):
    for place, name in enumerate(VERSIONS):
        words = card.root.locator(".yd-passage").nth(place).locator(".yd-markable")
        for number in response.get(name, []):
            words.nth(number - 1).click()
    for change in response.get("changes", []):
        card.root.locator(f'.yd-option input[value="{change}"]').click()


def give_by_keyboard(page, card, response):
    tab_to(page, ".yd-markable")
    for name in VERSIONS:
        press_marks(page, [number - 1 for number in response.get(name, [])])
        page.keyboard.press("Tab")
    for box in card.root.locator(".yd-option input").all():
        if box.get_attribute("value") in response.get("changes", []):
            page.keyboard.press("Space")
        page.keyboard.press("Tab")
