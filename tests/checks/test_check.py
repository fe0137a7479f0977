"""A check, from the first look to the solution, by the messages of its browser side."""

import json

import pytest

from tests.banks import entry, sound_bank
from tests.cards import card_of, given_away, send, synced

CHOICE = """
options = [
  { id = "a", key = true, text = { zh = "甲" }, chosen = { zh = "甲对" }, missed = { zh = "漏甲" } },
  { id = "b", key = true, text = { zh = "乙" }, chosen = { zh = "乙对" }, missed = { zh = "漏乙" } },
  { id = "c", text = { zh = "丙" }, chosen = { zh = "丙错，见第 2 段" } },
]
hints = [{ zh = "提示一" }, { zh = "提示二" }]
accept = [["a", "b"]]
reject = [["a"], ["c"], []]
"""
CLOZE = """
text = { zh = "对党忠诚、[[a]]" }
gaps = [{ id = "a", key = "服务人民", missed = { zh = "再想想" } }]
accept = [{ a = "服务人民" }]
reject = [{ a = "" }]
"""
BANK = (
    entry("01-q01", "multiple_choice", CHOICE, stem="题干<b>", why="因为第 2 段")
    + entry("01-q02", "cloze", CLOZE)
)  # fmt: skip
PLACES = {"1": "01-p01", "2": "01-p02"}
#: What of the first item nobody may see before an attempt.
SECRETS = ("甲对", "乙对", "漏甲", "丙错", "因为", 'key": true')


@pytest.fixture
def make(tmp_path, store):
    bank = sound_bank(tmp_path, BANK)
    attempts = []

    def make(item_id="01-q01"):
        def on_attempt():
            attempts.append(item_id)

        return card_of(bank.item(item_id), store, PLACES, on_attempt)

    make.attempts = attempts
    return make


def secrets(value):
    return given_away(value, SECRETS)


def test_before_an_attempt_nothing_of_the_key_is_in_the_browser(make):
    card = make()
    assert secrets(synced(card)) == []
    assert "is_key" not in json.dumps(synced(card))
    send(card, "hint", response=["c"])
    send(card, "draft", response=["a"])
    assert send(card, "solution").get("solution") is None
    assert secrets(synced(card)) == []


def test_a_cloze_does_not_send_its_key_before_an_attempt(make):
    assert "服务人民" not in json.dumps(synced(make("01-q02")), ensure_ascii=False)


def test_a_partly_right_response_gets_points_and_remarks_but_no_rationale(make):
    state = send(make(), "check", response=["b", "c", "a"][:2])
    assert state["outcome"] == "incorrect"  # one right, one wrong
    state = send(make(), "retry")
    assert (state["is_open"], state["response"]) == (True, ["b", "c"])
    state = send(make(), "check", response=["a"])
    assert (state["outcome"], state["is_saved"]) == ("partial", True)
    assert state["verdict"]["zh"] == "部分正确。得 1 分，满分 2 分。"
    assert [(r["part"], r["verdict"]) for r in state["remarks"]] == [
        ("a", "right"),
        ("", "missed"),  # spoken of, not named
    ]
    assert "rationale" not in state
    assert "solution" not in state


def test_a_right_response_brings_the_rationale(make):
    state = send(make(), "check", response=["b", "a"])
    assert (state["outcome"], state["sign"]) == ("correct", "✓")
    assert state["rationale"]["zh"] == "因为第 2 段"


def test_an_empty_response_is_no_attempt(make, store):
    state = send(make(), "check", response=[])
    assert state["problem"]["zh"] == "请先作答，再核对。"
    assert store.attempts() == ()


def test_hints_come_one_at_a_time_and_are_counted_with_the_attempt(make, store):
    card = make()
    assert [h["zh"] for h in send(card, "hint", response=[])["hints"]] == ["提示一"]
    assert len(send(card, "hint", response=[])["hints"]) == 2
    assert len(send(card, "hint", response=[])["hints"]) == 2  # there are no more
    send(card, "check", response=["a"])
    assert [attempt.n_hints for attempt in store.attempts()] == [2]


def test_the_solution_opens_only_after_an_attempt(make):
    card = make()
    send(card, "check", response=["c"])
    state = send(card, "solution")
    assert state["solution"] == ["a", "b"]
    assert state["rationale"]["en"] == "why"


def test_everything_is_there_again_when_the_lesson_is_opened_again(make):
    send(make(), "hint", response=[])
    send(make(), "check", response=["a"])
    again = make()
    assert (again.state["outcome"], again.state["response"]) == ("partial", ["a"])
    assert [hint["zh"] for hint in again.state["hints"]] == ["提示一"]


def test_an_answer_that_was_not_checked_is_there_again(make):
    send(make("01-q02"), "draft", response={"a": "服务"})
    state = make("01-q02").state
    assert (state["response"], state["is_open"]) == ({"a": "服务"}, True)


def test_a_stored_response_that_no_longer_fits_its_item_is_passed_over(make, store):
    from datetime import UTC, datetime

    from yandu.progress import Attempt

    old = Attempt("01-q01", "01", ["z"], 1, 1, "correct", 0, datetime.now(UTC))
    store.record(old)
    state = make().state
    assert (state["is_open"], state["has_attempt"]) == (True, False)


@pytest.mark.parametrize("response", [None, "a", ["z"], {"x": 1}, 3])
def test_a_damaged_message_changes_nothing(make, store, response):
    state = send(make(), "check", response=response)
    assert "problem" in state
    assert store.attempts() == ()


def test_unknown_acts_are_passed_over(make):
    card = make()
    before = card.state
    card._receive(card, {"act": "__init__"}, [])
    card._receive(card, {"act": "fallback"}, [])
    card._receive(card, {}, [])
    assert card.state is before


def test_each_attempt_is_reported_to_the_lesson(make):
    send(make(), "check", response=["a"])
    send(make(), "check", response=[])
    assert make.attempts == ["01-q01", "01-q01"]


def test_the_stored_output_is_stable_and_says_nothing_of_the_learner(make):
    before, _ = make()._repr_mimebundle_()
    send(make(), "check", response=["a", "b"])
    after, _ = make()._repr_mimebundle_()
    assert repr(make()) == "ChoiceCheck('01-q01')"
    for mime in ("text/plain", "text/html"):
        assert before[mime] == after[mime]
    assert "题干&lt;b&gt;" in before["text/html"]
    assert "<li>甲</li><li>乙</li><li>丙</li>" in before["text/html"]
    assert secrets(before["text/html"]) == []


def test_what_cannot_be_saved_is_said(make, store, monkeypatch):
    monkeypatch.setattr(store, "record", lambda attempt: False)
    assert send(make(), "check", response=["a"])["is_saved"] is False


def test_a_cloze_shows_its_gaps_as_blanks_without_a_kernel(make):
    data, _ = make("01-q02")._repr_mimebundle_()
    assert "<p>对党忠诚、＿＿＿＿</p>" in data["text/html"]


@pytest.mark.parametrize("item_id", ["01-q01", "01-q02"])
def test_script_and_style_travel_in_twelve_kilobytes(make, item_id):
    card = make(item_id)
    assert len((card._esm + card._css).encode()) <= 12_000
