import json
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yandu.progress import ItemState, Note, Place, open_store

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
NOTE = Note("01-d01", "01", "一条笔记", ("01-p02", "01-p01"), False, NOON)
ANY_TEXT = st.text(st.characters(exclude_categories=()))


def test_new_store_is_saving_and_has_nothing_to_tell(path):
    store = open_store(path)
    assert store.is_saving
    assert store.notices == ()
    assert store.attempts() == ()
    assert store.state("01-q01") is None
    assert store.note("01-d01") is None
    assert store.place("01") is None
    assert store.last_lesson() is None


def test_everything_comes_back_in_another_store(path, attempt):
    first = attempt()
    state = ItemState("01-q02", {"a": "公安"}, 1, False)
    place = Place("01-p03", 14.5)
    store = open_store(path)
    assert store.record(first)
    assert store.save_state(state)
    assert store.save_note(NOTE)
    assert store.save_place("01", place)
    store.close()

    again = open_store(path)
    assert again.attempts() == (first,)
    assert again.state("01-q02") == state
    assert again.note("01-d01") == NOTE
    assert again.place("01") == place


def test_attempts_are_filtered_and_oldest_first(path, attempt):
    early, late, other = attempt(), attempt(), attempt(item_id="01-q02")
    elsewhere = attempt(item_id="02-q01", lesson_id="02")
    store = open_store(path)
    for made in (elsewhere, other, late, early):
        store.record(made)
    assert store.attempts() == (early, late, other, elsewhere)
    assert store.attempts(item_id="01-q01") == (early, late)
    assert store.attempts(lesson_id="01") == (early, late, other)
    assert store.attempts(item_id="01-q01", lesson_id="02") == ()


def test_recording_twice_records_once(path, attempt):
    store = open_store(path)
    made = attempt()
    assert store.record(made)
    assert store.record(made)
    assert store.attempts() == (made,)


def test_what_is_saved_again_replaces(path):
    store = open_store(path)
    store.save_note(NOTE)
    store.save_state(ItemState("01-q01", ["a"], 0, False))
    store.save_place("01", Place("01-p01", 0))
    # A clock that was set back must not keep the older text.
    newer = replace(NOTE, text="改过", updated_at=NOON - timedelta(days=1))
    store.save_note(newer)
    store.save_state(ItemState("01-q01", None, 3, True))
    store.save_place("01", Place("01-p09", 3.5))
    again = open_store(path)
    assert again.note("01-d01") == newer
    assert again.state("01-q01") == ItemState("01-q01", None, 3, True)
    assert again.place("01") == Place("01-p09", 3.5)


def test_last_lesson_is_where_the_learner_stopped_last(path):
    store = open_store(path)
    store.save_place("02", Place("02-p01", 0))
    store.save_place("01", Place("01-p01", 0))
    assert open_store(path).last_lesson() == "01"


def test_two_stores_see_each_other(path, attempt):
    one, other = open_store(path), open_store(path)
    first, second = attempt(), attempt()
    one.record(first)
    other.record(second)
    assert one.attempts() == other.attempts() == (first, second)


def test_threads_share_a_store(path, attempt):
    store = open_store(path)
    made = [attempt() for _ in range(40)]
    saved = []
    threads = [
        threading.Thread(
            target=lambda part=made[start::4]: saved.extend(map(store.record, part))
        )
        for start in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert saved == [True] * 40
    assert store.attempts() == tuple(made)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT, typed=ANY_TEXT)
def test_any_text_comes_back(path, text, typed):
    note = replace(NOTE, text=text)
    state = ItemState("01-q01", {"gap": typed}, 0, False)
    store = open_store(path)
    assert store.save_note(note)
    assert store.save_state(state)
    again = open_store(path)
    assert again.note("01-d01") == note
    assert again.state("01-q01") == state


def test_long_and_hostile_text_comes_back(path):
    piece = "公安\0\ud800\udc00\udc00\\u0000<script>&\u202e\u200f\U0001f468\u200d\r\n"
    text = (piece * 5000)[:100_000]
    assert len(text) == 100_000
    open_store(path).save_note(replace(NOTE, text=text))
    note = open_store(path).note("01-d01")
    assert note is not None
    assert note.text == text


def test_export_holds_everything(path, attempt):
    made = attempt(id="4c8e3c6e-6f0a-4c44-8f0b-0d7f5d1f2a10")
    store = open_store(path)
    store.record(made)
    store.save_state(ItemState("01-q02", ["b"], 1, True))
    store.save_note(NOTE)
    store.save_place("01", Place("01-p03", 14.5))
    exported = json.loads(json.dumps(store.export()))
    state, place = exported["item_states"][0], exported["places"][0]
    assert datetime.fromisoformat(state.pop("updated_at")).tzinfo is UTC
    assert datetime.fromisoformat(place.pop("updated_at")).tzinfo is UTC
    assert exported == {
        "format": "yandu-progress",
        "version": 1,
        "attempts": [made.to_dict()],
        "item_states": [
            {
                "item_id": "01-q02",
                "lesson_id": "01",
                "response": ["b"],
                "n_hints": 1,
                "is_solution_shown": True,
                "confidence": "",
                "seed": 0,
            }
        ],
        "notes": [NOTE.to_dict()],
        "places": [{"lesson_id": "01", "cell_id": "01-p03", "offset": 14.5}],
        "highlights": [],
        "saved_terms": [],
    }
