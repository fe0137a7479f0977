from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.progress import Attempt, ItemState, Note, Place
from yandu.progress.records import time_to_text
from yandu.progress.tables import ATTEMPTS, escape, unescape

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
NOTE = Note("01-d01", "01", "一条笔记", ("01-p02", "01-p01"), False, NOON)

# Every character that Python can hold, surrogates (which UTF-8 cannot) among them.
ANY_TEXT = st.text(st.characters(exclude_categories=()))
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
    max_leaves=8,
)


def test_attempt_to_dict(attempt):
    given_attempt = attempt(id="4c8e3c6e-6f0a-4c44-8f0b-0d7f5d1f2a10")
    assert given_attempt.to_dict() == {
        "item_id": "01-q01",
        "lesson_id": "01",
        "response": ["a"],
        "score": 1.0,
        "maximum": 1.0,
        "outcome": "correct",
        "n_hints": 0,
        "confidence": "",
        "seed": 0,
        "at": "2026-03-01T12:00:00.000000+00:00",
        "id": "4c8e3c6e-6f0a-4c44-8f0b-0d7f5d1f2a10",
    }


def test_records_come_back_from_their_dicts(attempt):
    state = ItemState("01-q01", {"a": "公安"}, 2, True)
    place = Place("01-p03", -12.5)
    assert ItemState.from_dict(state.to_dict()) == state
    assert Note.from_dict(NOTE.to_dict()) == NOTE
    assert Place.from_dict(place.to_dict()) == place
    made = attempt()
    assert Attempt.from_dict(made.to_dict()) == made


def test_attempts_have_ids_of_their_own(attempt):
    assert attempt().id != attempt().id


@pytest.mark.parametrize(
    "change",
    [
        {"outcome": "right"},
        {"at": datetime(2026, 3, 1, 12, 0)},  # noqa: DTZ001 - the fault under test
        {"id": "1"},
    ],
)
def test_attempt_refuses(attempt, change):
    with pytest.raises(ValueError, match=r"outcome|time zone|UUID"):
        attempt(**change)


def test_note_refuses_naive_time():
    with pytest.raises(ValueError, match="time zone"):
        replace(NOTE, updated_at=datetime(2026, 3, 1))  # noqa: DTZ001


def test_times_sort_as_texts():
    beijing = timezone(timedelta(hours=8))
    earlier = datetime(2026, 3, 1, 19, 59, 59, 999_999, tzinfo=beijing)
    assert time_to_text(earlier) == "2026-03-01T11:59:59.999999+00:00"
    assert time_to_text(earlier) < time_to_text(NOON)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("公安", "公安"),
        ("a\0b", r"a\u0000b"),
        ("\ud83d", r"\ud83d"),
        (r"\ud83d", r"\u005cud83d"),
        ("\U0001f600", "\U0001f600"),
    ],
)
def test_escape(text, escaped):
    assert escape(text) == escaped


@given(ANY_TEXT)
def test_escaped_text_is_utf8_and_comes_back(text):
    escaped = escape(text)
    assert b"\0" not in escaped.encode("utf-8")
    assert unescape(escaped) == text


@given(ANY_JSON)
def test_response_comes_back_from_its_row(response):
    values = dict.fromkeys(ATTEMPTS.columns, "") | {"response": response}
    assert ATTEMPTS.row(values).to_dict()["response"] == response


@pytest.mark.parametrize("value", [None, float("nan"), float("inf"), b"x"])
def test_row_refuses_what_sqlite_would(attempt, value):
    with pytest.raises(ValueError, match="score cannot be"):
        ATTEMPTS.row(attempt().to_dict() | {"score": value})


def test_row_refuses_a_response_that_is_no_json(attempt):
    with pytest.raises(TypeError):
        ATTEMPTS.row(attempt(response={1, 2}).to_dict())
