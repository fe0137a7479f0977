"""How a learner sorts entries into bins: with the mouse, and by keys alone."""

from typing import Any


def give(card: Any, response: dict[str, str]) -> None:
    """Click a bin for each entry that the response sorts."""
    for entry, bin_ in response.items():
        if bin_:
            card.root.locator(f'[data-entry="{entry}"] input[value="{bin_}"]').click()


def give_by_keyboard(page: Any, card: Any, response: dict[str, str]) -> None:
    """Tab from row to row, arrows within one; the first row has the focus."""
    bins = [bin_["id"] for bin_ in card.item.public()["bins"]]
    rows = card.root.locator("[data-entry]")
    order = rows.evaluate_all("nodes => nodes.map(node => node.dataset.entry)")
    for place, entry in enumerate(order):
        if place:
            page.keyboard.press("Tab")
        if wanted := response.get(entry):
            page.keyboard.press("Space")  # the bin that has the focus
            on = page.evaluate("document.activeElement.value")
            steps = bins.index(wanted) - bins.index(on)
            for _ in range(abs(steps)):
                page.keyboard.press("ArrowRight" if steps > 0 else "ArrowLeft")
