"""Pieces and slots with a pointer: dragged on, from slot to slot, off again; by touch."""

import pytest

from tests.browser.course import LessonPage
from tests.browser.kinds.assign import (
    drag,
    empty,
    filled,
    give,
    give_by_drag,
    piece_of,
    slot_of,
)
from tests.browser.lab import until

pytestmark = pytest.mark.browser

KINDS = ("cloze_bank", "matching", "punctuation")


@pytest.fixture(scope="module")
def visit(gallery_page) -> LessonPage:
    """One page for all: each test begins by emptying the slots of its card."""
    return gallery_page.begin_again()


@pytest.mark.parametrize("kind", KINDS)
def test_pieces_are_dragged_on_and_off_again(visit, kind):
    card = visit.first(kind)
    full = card.item.solution()
    give_by_drag(card, full)
    assert filled(card) == full
    empty(card, is_dragged=True)
    assert not any(filled(card).values())


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_dragged_from_slot_to_slot_changes_places(visit, kind):
    card = visit.first(kind)
    full = card.item.solution()
    give(card, full)
    first, *_, last = full
    drag(card, slot_of(card, first), slot_of(card, last))
    assert filled(card) == {**full, first: full[last], last: full[first]}


@pytest.mark.parametrize("kind", ["cloze_bank", "matching"])
def test_a_piece_that_is_used_once_moves_and_is_marked(visit, kind):
    card = visit.first(kind)
    (first, piece), (second, _), *_ = card.item.solution().items()
    give(card, {first: piece})
    assert "已用" in piece_of(card, piece).inner_text()
    option = slot_of(card, second).locator(f'option[value="{piece}"]')
    assert option.is_disabled()
    slot_of(card, second).click()
    piece_of(card, piece).click()
    assert filled(card) == {**dict.fromkeys(filled(card), ""), second: piece}
    empty(card)
    assert "已用" not in piece_of(card, piece).inner_text()


@pytest.mark.parametrize("kind", KINDS)
def test_a_finger_does_it_all(visit, tap, kind):
    card = visit.first(kind)
    empty(card)

    def stand_in_slots(**pieces):
        wanted = {**dict.fromkeys(filled(card), ""), **pieces}
        assert until(visit.page, lambda: filled(card) == wanted), filled(card)

    (first, one), (second, two), *_ = card.item.solution().items()
    for part in (piece_of(card, one), slot_of(card, first)):
        tap(part)
    for part in (slot_of(card, second), piece_of(card, two)):
        tap(part)
    stand_in_slots(**{first: one, second: two})
    tap(slot_of(card, first))
    stand_in_slots(**{second: two})
