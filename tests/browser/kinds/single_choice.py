"""Radio buttons: Space chooses the first, arrows go on; they wrap round at the end."""


def give(card, response):
    for option in response:
        card.root.locator(f'.yd-option input[value="{option}"]').click()


def give_by_keyboard(page, card, response):
    page.keyboard.press("Space")
    for _ in card.item.options:
        if (
            card.root.locator(".yd-option input:checked").get_attribute("value")
            in response
        ):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(response)
