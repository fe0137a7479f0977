"""What the kinds share whose words or sentences are marked."""

FOCUSED = "selector => document.activeElement.matches(selector)"


def tab_to(page, selector, key="Tab"):
    """Press Tab until the focus is on what `selector` names."""
    for _ in range(20):
        if page.evaluate(FOCUSED, selector):
            return
        page.keyboard.press(key)
    raise AssertionError(selector)


def press_marks(page, places):
    """Mark the parts at `places`, in order, of the passage that has the focus."""
    page.keyboard.press("Home")
    at = 0
    for place in places:
        for _ in range(place - at):
            page.keyboard.press("ArrowRight")
        at = place
        page.keyboard.press("Space")
