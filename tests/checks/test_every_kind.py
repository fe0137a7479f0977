"""What holds for the card of every kind, on the gallery's items."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cards import send, synced
from yandu.items.bank import KINDS
from yandu.paths import data_path
from yandu.progress import STORE_NAME, Attempt, open_store
from yandu.settings import Settings

#: Whatever JSON can hold, and what a page may make of a response.
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)
ACTS = ("check", "draft", "hint", "retry", "solution", "commit", "no_such_act")
HUGE = [
    "字" * 100_000,
    ["a"] * 100_000,
    {str(n): "a" for n in range(100_000)},
    [[[[["a"]]]]],
    {"text": {"text": ["a"]}},
]


@pytest.fixture
def make(gallery_lesson, gallery_card):
    _, items = gallery_lesson
    return lambda kind, **more: gallery_card(items[kind], **more)


def right(card):
    """Bring a card to its full score, as its learner would."""
    item = card._item
    state = send(card, "check", response=item.solution())
    if "outcome" not in state:  # an open response is committed first, then marked
        state = send(card, "check", response=item.solution())
    return state


def feedback_of(item):
    """Everything that an item may say only after an attempt, in Chinese."""
    said = {item.rationale["zh"], *(band.text["zh"] for band in item.bands)}
    for response in (*item.accept, *item.reject):
        said |= {remark.text["zh"] for remark in item.feedback(item.parse(response))}
    return {text for text in said if len(text) > 6}


@pytest.mark.parametrize("kind", KINDS)
def test_before_an_attempt_the_browser_holds_no_feedback(make, kind):
    card = make(kind)
    for act in ("hint", "draft", "solution", "retry"):
        send(card, act, response=None)
    held = json.dumps(synced(card), ensure_ascii=False)
    assert card.state["has_attempt"] is False
    assert [text for text in feedback_of(card._item) if text in held] == []
    assert "solution" not in card.state
    assert "rationale" not in card.state


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_left_on_paper_has_the_stem_and_no_feedback(make, kind):
    card = make(kind)
    before, _ = card._repr_mimebundle_()
    right(card)
    after, _ = make(kind)._repr_mimebundle_()
    assert before["text/html"] == after["text/html"]
    assert card._item.stem["zh"][:6] in before["text/html"]
    assert [t for t in feedback_of(card._item) if t in before["text/html"]] == []


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=8, suppress_health_check=list(HealthCheck), deadline=None)
@given(response=JSON)
def test_any_message_leaves_a_card_that_still_takes_an_answer(
    make, store, kind, response
):
    card = make(kind)
    for act in ACTS:
        card._receive(
            card, {"act": act, "response": response, "confidence": response}, []
        )
    assert {"response", "is_open", "order"} <= card.state.keys()
    send(card, "retry")
    assert right(card)["outcome"] == "correct"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "response", HUGE, ids=["text", "list", "table", "deep", "mixed"]
)
def test_a_huge_or_deep_response_is_refused_and_nothing_is_stored(
    make, store, kind, response
):
    card = make(kind)
    for act in ("draft", "check"):
        state = send(card, act, response=response)
        assert state["problem"]["zh"]
        assert "outcome" not in state
    assert store.attempts() == ()
    assert store.state(card._item.id) is None
    assert right(card)["outcome"] == "correct"


@pytest.mark.parametrize("kind", KINDS)
def test_a_response_to_an_older_version_is_passed_over_and_the_learner_told(
    make, store, kind
):
    item_id = make(kind)._item.id
    for old in (["no such part"], {"no": "such part"}, 3):
        store.record(Attempt(item_id, "01", old, 1, 1, "correct", 0, datetime.now(UTC)))
        card = make(kind)
        assert (card.state["is_open"], card.state["response"]) == (True, None)
        assert "改过" in card.state["changed"]["zh"]
    assert right(card)["outcome"] == "correct"
    assert "changed" not in card.state


@pytest.mark.parametrize("kind", KINDS)
def test_two_kernels_on_one_item_show_what_was_checked_last(make, store, kind):
    with_other = open_store(data_path() / STORE_NAME)
    here, there = make(kind), make(kind, store=with_other)
    right(here)
    send(here, "retry")
    assert right(there)["outcome"] == "correct"
    here.refresh()
    assert here.state["is_open"] is False or here.state["response"] is not None
    assert len(store.attempts()) == len(with_other.attempts()) == 2
    with_other.close()


@pytest.mark.parametrize("kind", KINDS)
def test_the_order_is_recorded_restored_and_new_with_each_attempt(make, store, kind):
    orders = []
    for _ in range(5):
        card = make(kind)
        send(card, "draft", response=card._item.solution())
        assert make(kind).state["order"] == card.state["order"]
        at_check = right(card)["order"]
        assert make(kind).state["order"] == at_check
        assert store.attempts()[-1].seed > 0
        orders.append(json.dumps(at_check))
        send(card, "retry")
    has_order = bool(make(kind)._item.orders())
    assert (len(set(orders)) > 1) is has_order


@pytest.mark.parametrize("kind", KINDS)
def test_confidence_is_kept_with_draft_and_attempt(make, store, kind):
    card = make(kind)
    solution = card._item.solution()
    send(card, "draft", response=solution, confidence="guessing")
    assert make(kind).state["confidence"] == "guessing"
    send(card, "check", response=solution, confidence="sure")
    send(card, "check", response=solution, confidence="sure")
    assert store.attempts()[0].confidence == "sure"
    send(card, "retry")
    assert card.state["confidence"] == ""


def test_a_learner_who_does_not_want_to_be_asked_is_not(make):
    card = make("single_choice", settings=lambda: Settings(asks_confidence=False))
    assert card.state["asks_confidence"] is False


def test_something_else_as_confidence_counts_as_not_stated(make, store):
    card = make("single_choice")
    for stated in ("certain", 3, ["sure"], None, {"sure": 1}):
        send(card, "check", response=card._item.solution(), confidence=stated)
        send(card, "retry")
    assert {attempt.confidence for attempt in store.attempts()} == {""}
