"""One text box."""


def give(card, response):
    card.root.locator(".yd-typed input").fill(response)


def give_by_keyboard(page, card, response):
    page.keyboard.insert_text(response)
