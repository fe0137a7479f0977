"""The card of an open response: the text is committed, then marked by its learner."""

import json
from datetime import UTC, datetime

import pytest

from tests.cards import card_of, given_away, send, synced
from tests.items.test_open_response import ITEM, marked, read
from yandu.progress import Attempt

TEXT = "字" * 20
SECRETS = ("标准a", "做到b", "部分c", "甲说", "题乙", "收尾的话")


@pytest.fixture
def make(store):
    places = {"7": "01-p07", "8": "01-p08"}
    return lambda item=ITEM: card_of(item, store, places)


def written(text=TEXT, **marks):
    return {"text": text, "marks": marks}


def secrets(card):
    return given_away(synced(card), SECRETS)


def test_before_the_text_is_committed_no_reference_is_in_the_browser(make):
    card = make()
    for response in (
        written(),
        written(a="full"),
        {"text": TEXT, "is_committed": True},
    ):
        for act in ("draft", "hint", "solution", "retry"):
            send(card, act, response=response)
    assert secrets(card) == []
    assert send(card, "check", response=written("字" * 19))["problem"]["zh"].startswith(
        "现在有 19 字"
    )
    assert secrets(card) == []
    assert secrets(make()) == []
    assert given_away(card._repr_mimebundle_()[0]["text/html"], SECRETS) == []


def test_the_first_press_opens_the_references_for_good(make, store):
    card = make()
    assert card.state["main"]["zh"] == "写好了，打开参考"
    send(
        card,
        "check",
        response={"text": TEXT, "marks": {"a": "full"}, "is_committed": True},
    )
    assert store.state("01-q15").response == {
        "text": TEXT,
        "marks": {},
        "is_committed": True,
    }
    assert store.attempts() == ()
    again = make()  # as after a restart of the kernel
    assert (again.state["is_open"], again.state["response"]["text"]) == (True, TEXT)
    assert again.state["main"]["zh"] == "记录我的评定"
    assert [row["id"] for row in again.state["rubric"]] == ["a", "b", "c"]
    assert [m["text"]["zh"] for m in again.state["models"]] == ["甲说", "乙说"]
    assert again.state["models"][0]["paragraphs"] == ["8"]
    assert "verdict" not in again.state


def test_a_text_that_is_too_short_is_kept_though_refused(make):
    card = make()
    send(card, "draft", response=written("旧"))
    assert (
        send(card, "check", response=written("新写的"))["response"]["text"] == "新写的"
    )
    assert make().state["response"]["text"] == "新写的"


def test_what_is_not_marked_is_named_and_the_marks_stay(make, store):
    card = make()
    send(card, "check", response=written())
    state = send(card, "check", response=written("改" * 25, b="partial"))
    assert state["problem"]["zh"] == "还没有评定：标准a、标准c。"
    assert state["problem"]["en"] == "Not marked yet: en 标准a, en 标准c."
    assert make().state["response"]["marks"] == {"b": "partial"}
    assert make().state["response"]["text"] == "改" * 25
    assert store.attempts() == ()


def test_the_attempt_has_the_learners_own_points_and_no_verdict_of_ours(make, store):
    card = make()
    send(card, "check", response=written())
    state = send(
        card, "check", response=written("改" * 25, a="full", b="partial", c="none")
    )
    (attempt,) = store.attempts()
    assert (attempt.score, attempt.maximum, attempt.outcome) == (3, 6, "partial")
    assert attempt.response["text"] == "改" * 25
    assert state["verdict"]["zh"] == (
        "你给自己的评定：3 分，满分 6 分。这是你自己的判断，程序不评这一题。"
    )
    assert (state["is_open"], state["is_saved"], state["sign"]) == (False, True, "※")
    assert state["rationale"]["zh"] == "收尾的话"
    assert card.labels["rationale"]["zh"] == "小结："
    assert state["models"]
    assert state["remarks"] == []


@pytest.mark.parametrize("marks", [("full",) * 3, ("none",) * 3])
def test_full_and_no_points_are_told_in_the_same_words(make, marks):
    card = make()
    send(card, "check", response=written())
    state = send(card, "check", response=marked(*marks, text=TEXT))
    said = json.dumps(
        [state["verdict"], state["sign"], state["remarks"]], ensure_ascii=False
    )
    for word in ("正确", "不对", "✓", "✗", "Correct", "Not yet"):
        assert word not in said


def test_retry_keeps_the_text_and_asks_for_new_marks(make, store):
    card = make()
    send(card, "check", response=written())
    send(card, "check", response=marked("full", "full", "full", text=TEXT))
    state = send(make(), "retry")
    assert (state["is_open"], state["main"]["zh"]) == (True, "记录我的评定")
    assert state["response"] == {"text": TEXT, "marks": {}, "is_committed": True}
    assert state["models"]
    send(make(), "draft", response=written("又改" * 10))
    assert (
        send(make(), "retry")["response"]["text"] == "又改" * 10
    )  # it is open already
    send(make(), "check", response=marked("full", "none", "none", text="又改" * 10))
    assert [attempt.score for attempt in store.attempts()] == [6, 2]


def test_a_hint_before_and_after_the_references_keeps_what_is_written(make):
    item, _ = read(hints=[{"zh": "一"}, {"zh": "二"}])
    card = make(item)
    assert send(card, "hint", response=written("写了"))["response"]["text"] == "写了"
    send(card, "check", response=written())
    state = send(card, "hint", response=written(a="full"))
    assert (len(state["hints"]), state["response"]["marks"]) == (2, {"a": "full"})
    assert state["models"]


def test_an_attempt_stands_though_a_criterion_was_added_since(make, store):
    old = {"text": TEXT, "marks": {"a": "full", "gone": "full"}}
    store.record(Attempt("01-q15", "01", old, 4, 4, "correct", 0, datetime.now(UTC)))
    state = make().state
    assert (state["is_open"], state["response"]["text"]) == (False, TEXT)
    assert state["verdict"]["zh"].startswith("你给自己的评定：2 分，满分 6 分。")


def test_confidence_is_not_asked_for(make):
    assert make().state["asks_confidence"] is False


def test_a_long_paste_is_refused_and_the_draft_stays(make, store):
    card = make()
    send(card, "draft", response=written("旧"))
    for act in ("draft", "check", "hint"):
        assert "5000" in send(card, act, response=written("字" * 5001))["problem"]["zh"]
    assert store.state("01-q15").response["text"] == "旧"


def test_on_paper_there_are_lines_to_write_on(make):
    html = make(read(size=3)[0])._repr_mimebundle_()[0]["text/html"]
    assert html.count("＿" * 20) == 3


def test_script_and_style_travel_in_six_kilobytes(make):
    card = make()
    assert len((card._esm + card._css).encode()) <= 6_000
