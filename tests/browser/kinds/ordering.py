"""How a learner puts elements in order: by tapping, and by keys alone."""

from typing import Any


def shown(card: Any) -> list[str]:
    """Return the ids of the elements as they stand."""
    pieces = card.root.locator(".yd-order .yd-element")
    ids: list[str] = pieces.evaluate_all("nodes => nodes.map(node => node.value)")
    return ids


def give(card: Any, response: list[str]) -> None:
    """Tap each element, then the place where it belongs."""
    stood_so = shown(card) == response
    for place, wanted in enumerate(response):
        if shown(card)[place] != wanted:
            _tap(card, wanted)
            _tap(card, shown(card)[place])
    if stood_so:  # what was not touched is no answer: move one and move it back
        for element in (response[0], response[1], response[0], response[1]):
            _tap(card, element)


def give_by_keyboard(page: Any, card: Any, response: list[str]) -> None:
    """Space picks up, arrows move, Space drops; the first element has the focus."""
    focused = 0
    if shown(card) == response:
        for key in ("Space", "ArrowDown", "ArrowUp", "Space"):
            page.keyboard.press(key)
    for place, wanted in enumerate(response):
        order = shown(card)
        at = order.index(wanted)
        if at == place:
            continue
        _press(page, "ArrowDown" if at > focused else "ArrowUp", abs(at - focused))
        page.keyboard.press("Space")
        _press(page, "ArrowUp", at - place)
        page.keyboard.press("Space")
        focused = place


def _tap(card: Any, element: str) -> None:
    card.root.locator(f'.yd-element[value="{element}"]').click()


def _press(page: Any, key: str, times: int) -> None:
    for _ in range(times):
        page.keyboard.press(key)
