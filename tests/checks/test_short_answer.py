"""The card of a short answer, by the messages of its browser side."""

import json
from dataclasses import replace

import pytest

from tests.cards import card_of, given_away, send, synced
from tests.items.test_short_answer import ITEM, TERM


@pytest.fixture
def make(store):
    return lambda item=ITEM: card_of(item, store, {"12": "01-p12"})


def test_before_an_attempt_nothing_of_the_key_is_in_the_browser(make):
    card = make()
    send(card, "hint", response="2012")
    send(card, "draft", response="2012")
    assert given_away(synced(card), ("2018", "只有三种", "再看指示")) == []


def test_draft_wrong_retry_right(make, store):
    send(make(), "draft", response="20")
    assert make().state["response"] == "20"
    state = send(make(), "check", response="2012年")
    assert (state["outcome"], state["remarks"][0]["text"]["zh"]) == (
        "incorrect",
        "那时只有三种",
    )
    assert "2018" not in json.dumps(state["remarks"], ensure_ascii=False)
    assert send(make(), "retry")["response"] == "2012年"
    state = send(make(), "check", response="2018年")
    assert state["outcome"] == "correct"
    assert state["remarks"][0]["allowances"][0]["zh"] == "（单位写不写都算对）"
    assert [attempt.response for attempt in store.attempts()] == ["2012年", "2018年"]


def test_the_solution_is_the_key(make):
    card = make(TERM)
    send(card, "check", response="第一位")
    assert send(card, "solution")["solution"] == "首位"


def test_an_empty_answer_is_no_attempt(make, store):
    assert "problem" in send(make(), "check", response="　")
    assert store.attempts() == ()


@pytest.mark.parametrize(
    "response", [None, 2018, ["2018"], {"text": "2018"}, "年" * 201]
)
def test_what_is_refused_leaves_the_draft(make, store, response):
    send(make(), "draft", response="20")
    for act in ("draft", "check"):
        assert "problem" in send(make(), act, response=response)
    assert store.state("01-q06").response == "20"
    assert store.attempts() == ()


def test_on_paper_there_is_a_line_as_wide_for_every_key(make):
    before = {"zh": "至迟<在>", "en": ""}
    data, _ = make(replace(ITEM, before=before))._repr_mimebundle_()
    assert f"<p>至迟&lt;在&gt;{'＿' * 12}年</p>" in data["text/html"]
    assert "2018" not in data["text/html"]


def test_script_and_style_travel_in_four_kilobytes(make):
    card = make()
    assert len((card._esm + card._css).encode()) <= 4_000
