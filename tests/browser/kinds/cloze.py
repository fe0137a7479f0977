"""Text boxes: Tab goes from one to the next."""


def give(card, response):
    for place, gap in enumerate(card.item.gaps):
        card.root.locator("input[type=text]").nth(place).fill(response.get(gap.id, ""))


def give_by_keyboard(page, card, response):
    for gap in card.item.gaps:
        page.keyboard.insert_text(response.get(gap.id, ""))
        page.keyboard.press("Tab")
