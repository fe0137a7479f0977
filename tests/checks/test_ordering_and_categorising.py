"""An ordering and a categorising in their cards, by the messages of the browser side."""

import json

import pytest

from tests.banks import entry, sound_bank
from tests.cards import card_of, given_away, send, synced

ORDERING = """
hints = [{ zh = "提示一" }]
ties = [["east", "south"]]
elements = [
  { id = "west", text = { zh = "甲<b>" }, follows = { zh = "甲说" }, note = { zh = "注甲" } },
  { id = "east", text = { zh = "乙" }, follows = { zh = "乙说" }, near = { north = { zh = "近乙" } } },
  { id = "south", text = { zh = "丙" }, follows = { zh = "丙说" } },
  { id = "north", text = { zh = "丁" }, follows = { zh = "丁说" }, missed = { zh = "漏丁" } },
]
accept = [["west", "east", "south", "north"], ["west", "south", "east", "north"]]
reject = [[], ["east", "west", "south", "north"]]
"""
CATEGORISING = """
hints = [{ zh = "提示一" }]
bins = [
  { id = "fact", text = { zh = "断言" }, meaning = { zh = "说是什么" } },
  { id = "demand", text = { zh = "要求" } },
]
entries = [
  { id = "a", text = { zh = "甲<b>" }, bin = "fact", chosen = { zh = "甲说" }, missed = { zh = "漏甲" } },
  { id = "b", text = { zh = "乙" }, bin = "demand", chosen = { zh = "乙说" }, missed = { zh = "漏乙" }, near.fact = { zh = "近乙" } },
]
accept = [{ a = "fact", b = "demand" }]
reject = [{}, { a = "fact" }]
"""
BANK = (
    entry("01-q01", "ordering", ORDERING, why="理由在第 1 段")
    + entry("01-q02", "categorising", CATEGORISING, why="理由在第 1 段")
)  # fmt: skip
PLACES = {"1": "01-p01"}
SECRETS = (
    "甲说",
    "乙说",
    "丙说",
    "丁说",
    "漏甲",
    "漏乙",
    "漏丁",
    "近乙",
    "注甲",
    "理由",
)
RIGHT = {
    "01-q01": ["west", "east", "south", "north"],
    "01-q02": {"a": "fact", "b": "demand"},
}
PARTLY = {
    "01-q01": ["south", "north", "east", "west"],
    "01-q02": {"a": "fact", "b": "fact"},
}
NOTHING = {"01-q01": [], "01-q02": {"a": "", "b": ""}}
both_kinds = pytest.mark.parametrize("item_id", ["01-q01", "01-q02"])


@pytest.fixture
def make(tmp_path, store):
    bank = sound_bank(tmp_path, BANK)
    return lambda item_id: card_of(bank.item(item_id), store, PLACES)


def secrets(value):
    return given_away(value, SECRETS)


@both_kinds
def test_before_an_attempt_nothing_of_the_key_is_in_the_browser(make, item_id):
    card = make(item_id)
    send(card, "draft", response=PARTLY[item_id])
    send(card, "hint", response=PARTLY[item_id])
    send(card, "solution")
    assert secrets(synced(card)) == []
    assert not {"ties", "notes", "overview"} & card.state.keys()
    assert '"ties"' not in json.dumps(card.content)


@both_kinds
def test_what_was_not_touched_is_no_attempt(make, store, item_id):
    state = send(make(item_id), "check", response=NOTHING[item_id])
    assert state["problem"]["zh"] == "请先作答，再核对。"
    assert store.attempts() == ()


def test_the_first_order_stays_as_long_as_the_card_is_open(make):
    card = make("01-q01")
    first = card.state["order"]["elements"]
    assert sorted(first) == ["east", "north", "south", "west"]
    state = send(card, "draft", response=[])
    assert state["order"]["elements"] == first
    assert make("01-q01").state["order"]["elements"] == first


@both_kinds
def test_a_draft_is_there_again(make, item_id):
    send(make(item_id), "draft", response=PARTLY[item_id])
    state = make(item_id).state
    assert (state["response"], state["is_open"]) == (PARTLY[item_id], True)


def test_an_order_is_told_what_each_seam_is_worth(make):
    state = send(make("01-q01"), "check", response=PARTLY["01-q01"])
    assert (state["outcome"], state["is_saved"]) == ("partial", True)
    # Nearest: west, east, south, north; of its three seams only the first one given is there.
    assert state["verdict"]["zh"] == "部分正确。得 1 分，满分 3 分。"
    assert [(r["part"], r["verdict"], r["text"]["zh"]) for r in state["remarks"]] == [
        ("north", "right", "丁说"),
        ("east", "wrong", "近乙"),
        ("west", "wrong", "甲说"),
    ]
    assert not {"rationale", "solution", "notes", "ties"} & state.keys()


def test_sorting_is_told_entry_by_entry_and_by_bin(make):
    state = send(make("01-q02"), "check", response=PARTLY["01-q02"])
    assert state["outcome"] == "partial"
    assert [(r["part"], r["verdict"], r["text"]["zh"]) for r in state["remarks"]] == [
        ("b", "wrong", "近乙"),
        ("a", "right", "甲说"),
    ]
    assert [(line["n"], line["right"]) for line in state["overview"]] == [(2, 1)]
    assert not {"rationale", "solution"} & state.keys()


@both_kinds
def test_a_right_response_brings_the_rationale(make, item_id):
    state = send(make(item_id), "check", response=RIGHT[item_id])
    assert state["outcome"] == "correct"
    assert state["rationale"]["zh"] == "理由在第 1 段"


def test_notes_and_ties_come_with_a_right_order_or_with_the_solution(make):
    told = {"notes": {"west": {"zh": "注甲", "en": ""}}, "ties": [["east", "south"]]}
    card = make("01-q01")
    send(card, "check", response=PARTLY["01-q01"])
    state = send(card, "solution")
    assert state["solution"] == RIGHT["01-q01"]
    assert {name: state[name] for name in told} == told
    state = send(card, "retry")
    assert not told.keys() & state.keys()
    state = send(card, "check", response=["west", "south", "east", "north"])
    assert {name: state[name] for name in told} == told


@both_kinds
def test_again_begins_with_the_last_response(make, item_id):
    card = make(item_id)
    send(card, "check", response=PARTLY[item_id])
    assert make(item_id).state["outcome"] == "partial"
    state = send(card, "retry")
    assert (state["is_open"], state["response"]) == (True, PARTLY[item_id])


@both_kinds
@pytest.mark.parametrize(
    "response", [None, "a", ["west"], [["west"]] * 4, {"z": 1}, {"a": ["fact"]}, 3]
)
def test_a_damaged_message_stores_nothing(make, store, item_id, response):
    card = make(item_id)
    for act in ("draft", "check"):
        assert "problem" in send(card, act, response=response)
    assert store.attempts() == ()
    assert make(item_id).state["response"] is None


def test_without_a_kernel_elements_stand_in_no_order(make):
    html = make("01-q01")._repr_mimebundle_()[0]["text/html"]
    # By id: east, north, south, west.
    assert (
        "<ul><li>＿＿ 乙</li><li>＿＿ 丁</li><li>＿＿ 丙</li><li>＿＿ 甲&lt;b&gt;</li></ul>"
        in html
    )
    assert secrets(html) == []


def test_without_a_kernel_entries_are_a_table_to_tick(make):
    html = make("01-q02")._repr_mimebundle_()[0]["text/html"]
    assert '<th scope="col">断言</th><th scope="col">要求</th>' in html
    assert '<tr><th scope="row">乙</th><td>□</td><td>□</td></tr>' in html
    assert "甲&lt;b&gt;" in html
    assert "<li>断言：说是什么</li>" in html
    assert secrets(html) == []


@both_kinds
def test_the_stored_output_says_nothing_of_the_learner(make, item_id):
    before, _ = make(item_id)._repr_mimebundle_()
    send(make(item_id), "check", response=PARTLY[item_id])
    after, _ = make(item_id)._repr_mimebundle_()
    for mime in ("text/plain", "text/html"):
        assert before[mime] == after[mime]


@both_kinds
def test_script_and_style_travel_in_twelve_kilobytes(make, item_id):
    card = make(item_id)
    assert len((card._esm + card._css).encode()) <= 12_000
