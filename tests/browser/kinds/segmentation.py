"""Toggles between characters: one stop of the Tab key, arrows walk, Space cuts."""


def give(card, response):
    for place in card.item.parse(response):
        card.root.locator(".yd-cut").nth(place - 1).click()


def give_by_keyboard(page, card, response):
    at = 1
    for place in card.item.parse(response):
        for _ in range(place - at):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Space")
        at = place
