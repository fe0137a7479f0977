"""Moved and marked by hand: elements dragged, tapped and put back, words in a run."""

import pytest

from tests.browser.course import ItemCard, LessonPage
from tests.browser.kinds.assign import centre
from tests.browser.kinds.ordering import shown
from tests.browser.lab import until

pytestmark = pytest.mark.browser

MARKED_KINDS = ("mark_tokens", "evidence", "wording_shift")
PRESSED = "nodes => nodes.map(node => node.getAttribute('aria-pressed') === 'true')"
FOCUSED = "nodes => nodes.indexOf(document.activeElement)"
#: The middle of the first line that a part stands on: a sentence may take several.
POINT = """node => {
  const { x, y, width, height } = node.getClientRects()[0];
  return [x + width / 2, y + height / 2];
}"""


@pytest.fixture(scope="module")
def visit(gallery_page) -> LessonPage:
    """One page for all: each test goes on from how it finds its card."""
    return gallery_page.begin_again()


# ---------------------------------------------------------------- ordering


@pytest.fixture
def ordering(visit) -> ItemCard:
    card = visit.first("ordering")
    centre(card.root.locator(".yd-order"))
    return card


def element(card, id_):
    return card.root.locator(f'.yd-element[value="{id_}"]')


def row(card, id_):
    return card.root.locator("li", has=card.root.page.locator(f'[value="{id_}"]'))


def stands_as(card, order) -> bool:
    return until(card.root.page, lambda: shown(card) == order)


def test_an_element_is_dragged_up_and_down_again(visit, ordering):
    first, *between, last = shown(ordering)
    grip = ".yd-grip"
    above = {"x": 60, "y": 2}
    row(ordering, last).locator(grip).drag_to(
        row(ordering, first), target_position=above
    )
    assert stands_as(ordering, [last, first, *between]), shown(ordering)
    focused = element(ordering, last)
    assert focused.evaluate("node => node === document.activeElement")
    end = row(ordering, between[-1])
    below = {"x": 60, "y": end.bounding_box()["height"] - 2}
    row(ordering, last).locator(grip).drag_to(end, target_position=below)
    assert stands_as(ordering, [first, *between, last]), shown(ordering)
    assert ordering.root.locator(".yd-line, .yd-line-below").count() == 0
    # What was moved is a response, though it stands as it stood at first.
    kept = f"lesson.store.state({ordering.item.id!r}).response"
    visit.wait_until_kept(f"{kept} == {shown(ordering)!r}")


def test_a_tap_picks_up_and_the_next_puts_down(ordering, tap):
    first, second, third, *others = shown(ordering)
    tap(element(ordering, first))
    picked = ordering.root.locator('.yd-element[aria-pressed="true"]')
    picked.wait_for()
    assert picked.get_attribute("value") == first
    tap(element(ordering, third))
    assert stands_as(ordering, [second, third, first, *others]), shown(ordering)
    assert picked.count() == 0


def test_escape_puts_back_what_was_picked_up_and_moved(visit, ordering):
    order = shown(ordering)
    first, second, third, *others = order
    element(ordering, first).click()
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("ArrowDown")
    assert stands_as(ordering, [second, third, first, *others]), shown(ordering)
    visit.page.keyboard.press("Escape")
    assert stands_as(ordering, order), shown(ordering)
    assert element(ordering, first).get_attribute("aria-pressed") == "false"
    assert element(ordering, first).evaluate("node => node === document.activeElement")


# ---------------------------------------------------------------- marks


@pytest.fixture
def parts(visit, request):
    """The words or sentences of a passage, none of which is marked."""
    passage = visit.first(request.param).root.locator(".yd-passage").first
    centre(passage)
    parts = passage.locator(".yd-markable")
    for place in marked(parts):
        parts.nth(place).click()
    assert marked(parts) == []
    return parts


def marked(parts) -> list[int]:
    """Return the places of the parts that are marked."""
    return [n for n, is_so in enumerate(parts.evaluate_all(PRESSED)) if is_so]


def go_to(parts, place) -> None:
    x, y = parts.nth(place).evaluate(POINT)
    parts.page.mouse.move(x, y, steps=4)


@pytest.mark.parametrize("parts", MARKED_KINDS, indirect=True)
def test_dragging_marks_a_run_and_lets_go_of_what_it_leaves(parts):
    mouse = parts.page.mouse
    go_to(parts, 0)
    mouse.down()
    go_to(parts, 2)
    assert until(parts.page, lambda: marked(parts) == [0, 1, 2]), marked(parts)
    go_to(parts, 1)
    assert until(parts.page, lambda: marked(parts) == [0, 1]), marked(parts)
    mouse.up()
    parts.nth(2).click()  # the run is over: a click is a click again
    assert marked(parts) == [0, 1, 2]


@pytest.mark.parametrize("parts", MARKED_KINDS, indirect=True)
def test_shift_and_arrows_mark_a_run_and_take_it_back(parts):
    press = parts.page.keyboard.press
    parts.first.focus()
    press("Shift+ArrowRight")
    press("Shift+ArrowRight")
    assert (marked(parts), parts.evaluate_all(FOCUSED)) == ([0, 1, 2], 2)
    press("Shift+ArrowLeft")
    assert (marked(parts), parts.evaluate_all(FOCUSED)) == ([0, 1], 1)
    press("ArrowRight")  # moves and marks nothing
    assert (marked(parts), parts.evaluate_all(FOCUSED)) == ([0, 1], 2)
