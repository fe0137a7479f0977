"""A text, then a group of radio buttons for each criterion, once the text is committed.

Both functions write, press the main button to open the references, and mark: what is
left is to press it again. On a card whose references are open the first press is spared.
"""

TEXT = "段 8 说报告用「使人民」，文章用「让人民群众」；讲话把三个「更」归给一项，文章沿用报告的配法。"
#: What stands for each outcome: the marks are the learner's own.
RESPONSES = {
    outcome: {
        "text": TEXT,
        "marks": dict(zip(("words", "kept", "limits"), marks, strict=True)),
    }
    for outcome, marks in {
        "correct": ("full", "full", "full"),
        "partial": ("full", "partial", "none"),
        "incorrect": ("none", "none", "none"),
    }.items()
}
MARKS = ("full", "partial", "none")
GROUP = "[role=radiogroup]"


def _groups(card, response):
    """Yield each criterion's group with the mark that it is to have."""
    groups = card.root.locator(GROUP)
    for place, row in enumerate(card.item.rubric):
        if row.id in response["marks"]:
            yield groups.nth(place), response["marks"][row.id]


def give(card, response):
    card.root.locator("textarea").fill(response["text"])
    if not card.root.locator(GROUP).count():
        card.root.locator(".yd-main").click()
        card.root.locator(GROUP).first.wait_for()
    for group, mark in _groups(card, response):
        group.locator(f"input[value={mark}]").click()


def give_by_keyboard(page, card, response):
    page.keyboard.insert_text(response["text"])
    if not card.root.locator(GROUP).count():
        _tab_to(page, card.root.locator(".yd-main"))
        page.keyboard.press("Enter")
        card.root.locator(GROUP).first.wait_for()
    for group, mark in _groups(card, response):
        _tab_to(page, group.locator("input").first)
        page.keyboard.press("Space")
        for _ in range(MARKS.index(mark)):
            page.keyboard.press("ArrowDown")


def _tab_to(page, target):
    for _ in range(40):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(target)
