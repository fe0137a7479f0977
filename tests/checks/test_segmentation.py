"""A segmentation card, by the messages of its browser side."""

import pytest

from tests.banks import sound_bank
from tests.cards import card_of, given_away, send, synced
from tests.items.test_segmentation import BANK, GOLD

SECRETS = ("名称不切", "修饰语", "动宾", "政治安全/", "/政治", '"optional"', "[2, 6")


@pytest.fixture
def make(tmp_path, store):
    item = sound_bank(tmp_path, BANK).item("01-q12")
    return lambda: card_of(item, store, {"10": "01-p10"})


def secrets(value):
    return given_away(value, SECRETS)


def test_before_an_attempt_nothing_of_the_key_is_in_the_browser(make):
    card = make()
    send(card, "draft", response=[1])
    assert "solution" not in send(card, "solution")
    assert secrets(synced(card)) == []
    assert card.content["text"] == "国家政治安全要始终放在首位"


def test_what_is_cut_and_not_checked_is_there_again(make):
    send(make(), "draft", response=[6, 2])
    state = make().state
    assert (state["response"], state["is_open"]) == ([2, 6], True)


def test_an_attempt_brings_marks_and_figures_but_no_cut(make):
    state = send(make(), "check", response=[4, 6])
    assert (state["outcome"], state["is_saved"]) == ("incorrect", True)
    assert state["marks"] == {"4": "wrong", "6": "right"}
    assert [row["f1"] for row in state["measures"]] == ["0.00", "0.50", "1.00"]
    assert not any("cut" in row for row in state["measures"])
    assert "optional" not in state
    assert make().state["marks"] == state["marks"]


def test_the_solution_brings_the_cuts_of_jieba(make):
    card = make()
    send(card, "check", response=[4, 6])
    state = send(card, "solution")
    assert state["solution"] == GOLD
    assert state["optional"] == [10]
    assert state["measures"][2]["cut"] == "国家/政治安全/要/始终/放在/首位"
    assert make().state["measures"] == state["measures"]


def test_a_right_response_has_earned_them(make):
    state = send(make(), "check", response=[*GOLD, 10])
    assert state["outcome"] == "correct"
    assert state["measures"][1]["cut"] == "国家/政治/安全/要/始终/放在首位"


def test_another_attempt_starts_from_the_last(make):
    card = make()
    send(card, "check", response=[4, 6])
    state = send(card, "retry")
    assert (state["is_open"], state["response"]) == (True, [4, 6])
    assert "marks" not in state
    assert "measures" not in state


@pytest.mark.parametrize("response", [None, "x", [0], [99], {"a": 1}, [[1]], 3])
def test_a_damaged_message_changes_nothing(make, store, response):
    assert "problem" in send(make(), "check", response=response)
    assert store.attempts() == ()


def test_no_cut_is_no_attempt(make, store):
    state = send(make(), "check", response=[])
    assert state["problem"]["zh"] == "请先作答，再核对。"
    assert store.attempts() == ()


def test_on_paper_there_is_a_dot_at_each_place(make):
    before, _ = make()._repr_mimebundle_()
    send(make(), "check", response=GOLD)
    after, _ = make()._repr_mimebundle_()
    assert before["text/html"] == after["text/html"]
    assert "国 · 家 · 政 · 治 · 安 · 全" in before["text/html"]
    assert secrets(before["text/html"]) == []
    assert repr(make()) == "SegmentationCheck('01-q12')"


def test_script_and_style_are_within_twelve_kilobytes(make):
    card = make()
    assert len((card._esm + card._css).encode()) <= 12_000
