"""Driving items answered by putting pieces into slots, as a learner would.

Three ways with a pointer: tapping (`give`), dragging (`give_by_drag`), and the keyboard.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.course import ItemCard


def piece_of(card: "ItemCard", piece: str) -> "Locator":
    """Return a piece in the bank."""
    return card.root.locator(f'.yd-chip[data-piece="{piece}"]')


def slot_of(card: "ItemCard", slot: str) -> "Locator":
    """Return a slot."""
    return card.root.locator(f'.yd-slot[data-slot="{slot}"]')


def filled(card: "ItemCard") -> dict[str, str]:
    """Return what stands in the slots."""
    return {
        slot.id: slot_of(card, slot.id).locator("select").input_value()
        for slot in card.item.slots
    }


def give(card: "ItemCard", response: object) -> None:
    """Tap a piece and then a slot, and in turn a slot and then a piece."""
    empty(card)
    for place, (slot, piece) in enumerate(card.item.parse(response).items()):
        if piece:
            two = [piece_of(card, piece), slot_of(card, slot)]
            for part in two if place % 2 else reversed(two):
                part.click()


def give_by_drag(card: "ItemCard", response: object) -> None:
    """Drag each piece onto its slot."""
    empty(card, is_dragged=True)
    for slot, piece in card.item.parse(response).items():
        if piece:
            drag(card, piece_of(card, piece), slot_of(card, slot))


def drag(card: "ItemCard", what: "Locator", where: "Locator") -> None:
    """Drag one thing onto another, both in view and not under the desk's bar."""
    centre(card.root.locator(".yd-bank"))
    what.drag_to(where)


def centre(part: "Locator") -> None:
    """Scroll a part to the middle: with the wheel, for a lesson keeps its place else."""
    part.page.mouse.wheel(0, 1)
    part.page.wait_for_timeout(50)
    part.evaluate("part => part.scrollIntoView({ block: 'center' })")
    part.page.wait_for_timeout(50)


def empty(card: "ItemCard", *, is_dragged: bool = False) -> None:
    """Take every piece out: tap its slot twice, or drag it back to the bank."""
    for slot, piece in filled(card).items():
        if piece and is_dragged:
            drag(card, slot_of(card, slot), card.root.locator(".yd-bank"))
        elif piece:
            slot_of(card, slot).click()  # takes it out, and the slot waits for another
            slot_of(card, slot).click()  # it waits no longer


def give_by_keyboard(page: "Page", card: "ItemCard", response: object) -> None:
    """Choose in each slot with the arrows, or type the mark; Tab goes to the next."""
    given = card.item.parse(response)
    for _ in given:
        page.keyboard.press("Delete")
        page.keyboard.press("Tab")
    for _ in given:
        page.keyboard.press("Shift+Tab")
    for slot, piece in given.items():
        _choose(page, card, slot, piece)
        page.keyboard.press("Tab")


def _choose(page: "Page", card: "ItemCard", slot: str, piece: str) -> None:
    select = slot_of(card, slot).locator("select")
    if piece in MARK_KEYS:
        page.keyboard.press(MARK_KEYS[piece])
    elif piece:
        for _ in range(len(card.item.pieces)):
            page.keyboard.press("ArrowDown")
            if select.input_value() == piece:
                break
    assert select.input_value() == piece


#: What a hand presses for a mark where no input method is at work.
MARK_KEYS = {
    "，": ",",
    "。": ".",
    "、": "\\",
    "；": ";",
    "：": ":",
    "？": "?",
    "！": "!",
}
