"""The kit travels once; a card carries its own module and knows what it takes from it."""

import re

import pytest

from tests.conftest import LESSONS
from yandu import kit
from yandu.checks import FAMILIES
from yandu.discussion import Discussion
from yandu.home import ProgressCard
from yandu.items import read_bank
from yandu.reading import Desk

CARDS = [*dict.fromkeys(FAMILIES.values()), ProgressCard, Discussion, Desk]
TAKEN = re.compile(r"const \{ ([^}]*) \} = await \(kit\.loaded")
GIVEN = re.compile(r"export const (\w+)")


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.__name__)
def test_a_card_takes_from_the_kit_only_what_is_in_it(card):
    (taken,) = TAKEN.findall(card._esm)
    names = set(taken.split(", "))
    assert names
    assert names <= set(GIVEN.findall(kit.load_script()))


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.__name__)
def test_script_and_style_of_a_card_are_within_twelve_kilobytes(card):
    assert len((card._esm + card._css).encode()) <= 12_000


def test_what_all_cards_share_is_within_twenty_eight_kilobytes():
    shared = kit.load_script() + kit.load_css(*kit.STYLES)
    assert len(shared.encode()) <= 28_000


def test_nothing_is_left_of_imports_and_marks():
    for text in (kit.load_script(), *(card._esm for card in CARDS)):
        assert "import {" not in text
        assert "NAMES" not in text
        assert "BODY" not in text


def test_all_cards_of_a_kernel_share_one_kit():
    from yandu.lesson import open_lesson

    items = list(read_bank(LESSONS, "01_mission").items)[:3]
    lesson = open_lesson("01")
    kits = {lesson.check(item_id).kit.model_id for item_id in items}
    assert kits == {lesson.read().kit.model_id}
    lesson.close()
