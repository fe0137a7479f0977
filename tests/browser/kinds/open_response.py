"""A text, then a group of radio buttons for each criterion, once the text is committed.

Both functions write, press the main button to open the references, and mark: what is
left is to press it again. On a card whose references are open the first press is spared.
"""

#: Long enough for any item.
TEXT = (
    "课文先说报告怎样写，再说文章怎样写；我把两处的用字逐个对照，并注明各在哪一段，最后说出哪一点只是推断。"
    * 3
)
#: What a learner marks, criterion by criterion, for each outcome; the rest is "none".
GIVEN = {"correct": ("full",) * 9, "partial": ("full", "partial"), "incorrect": ()}
MARKS = ("full", "partial", "none")
GROUP = "[role=radiogroup]"


def responses(item):
    """Return a response for each outcome: the marks are the learner's own."""
    ids = [row.id for row in item.rubric]
    return {
        outcome: {
            "text": TEXT,
            "marks": dict.fromkeys(ids, "none") | dict(zip(ids, given, strict=False)),
        }
        for outcome, given in GIVEN.items()
    }


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
