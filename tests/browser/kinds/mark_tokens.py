"""One Tab stop for the words, one for the labels; Space marks with the label in hand."""

from tests.browser.kinds.marks import press_marks, tab_to

RADIO = ".yd-pens input"


def give(card, response):
    words = card.root.locator(".yd-markable")
    for number, label in response.items():
        if len(card.item.labels) > 1:
            card.root.locator(f'{RADIO}[value="{label}"]').click()
        words.nth(int(number) - 1).click()


def give_by_keyboard(page, card, response):
    labels = list(card.item.labels)
    for place, label in enumerate(labels):
        if len(labels) > 1:
            tab_to(page, RADIO, "Shift+Tab" if place else "Tab")
            if place:
                page.keyboard.press("ArrowRight")
        tab_to(page, ".yd-markable")
        press_marks(
            page, [int(n) - 1 for n, given in response.items() if given == label]
        )
