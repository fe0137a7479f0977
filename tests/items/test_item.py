"""What all kinds share: order of parts, feedback by score."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from tests.items.test_choice import make
from yandu.content.tables import Table
from yandu.items import Score
from yandu.items.choice import MultipleChoice, SingleChoice
from yandu.items.item import _bands


def bands(*given_bands):
    faults = []
    table = Table({"bands": list(given_bands)}, "x.toml", "01-q01", faults)
    return _bands(table), [(fault.field, fault.message) for fault in faults]


def band(start, zh):
    return {"start": start, "text": {"zh": zh}}


def test_the_order_of_the_options_comes_from_the_seed_alone():
    # random.Random(1).random() gives 0.134, 0.847, 0.764, 0.255 (Python's documented
    # Mersenne Twister): a, d, c, b in rising order.
    item = make(SingleChoice, "b")
    assert item.arrange(1) == {"options": ["a", "d", "c", "b"]}


@given(st.integers(min_value=1, max_value=2**31))
def test_an_order_holds_every_option_once(seed):
    item = make(MultipleChoice, "ab", n_options=6)
    order = item.arrange(seed)["options"]
    assert sorted(order) == list("abcdef")
    assert item.arrange(seed)["options"] == order


def test_every_place_is_as_likely_for_the_key():
    item = make(SingleChoice, "b")
    places = [item.arrange(seed)["options"].index("b") for seed in range(1, 4001)]
    for place in range(4):
        # 4000 draws of one in four: 1000, give or take five standard deviations of 27.
        assert abs(places.count(place) - 1000) < 137


def test_an_order_that_has_meaning_is_left_alone():
    item = dataclasses.replace(make(SingleChoice, "b"), is_shuffled=False)
    assert item.arrange(7) == {}


def test_the_highest_band_that_was_reached_speaks():
    read, faults = bands(band(0, "低"), band(50, "中"), band(100, "满"))
    assert faults == []
    item = dataclasses.replace(make(MultipleChoice, "ab"), bands=read)
    said = [item.comment(Score(points, 4))["zh"] for points in (0, 1.9, 2, 3.9, 4)]
    assert said == ["低", "低", "中", "中", "满"]


def test_below_the_first_band_nothing_is_said():
    read, _ = bands(band(60, "过半"))
    item = dataclasses.replace(make(MultipleChoice, "ab"), bands=read)
    assert item.comment(Score(1, 2)) is None


def test_bands_out_of_order_are_a_fault():
    for wrong in ([50, 0], [0, 0], [0, 101]):
        _, faults = bands(*(band(start, "话") for start in wrong))
        assert [field for field, _ in faults] == ["bands"]
