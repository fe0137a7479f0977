"""One Tab stop for all sentences, besides the links to their paragraphs."""

from tests.browser.kinds.marks import press_marks, tab_to


def places(card, response):
    return [
        n for n, offered in enumerate(card.item.sentences) if offered.id in response
    ]


def give(card, response):
    for place in places(card, response):
        card.root.locator(".yd-markable").nth(place).click()


def give_by_keyboard(page, card, response):
    tab_to(page, ".yd-markable")
    press_marks(page, places(card, response))
