import pytest

from yandu.progress import Highlight, ItemState, Note, Place, SavedTerm, open_store
from yandu.progress.files import backup_files, set_aside_files
from yandu.progress.records import now

SECRET = "只给自己看的话"


def fill(store, attempt, lesson_id):
    item_id = f"{lesson_id}-q01"
    store.record(attempt(item_id=item_id, lesson_id=lesson_id, response=[SECRET]))
    store.save_state(ItemState(item_id, {"a": SECRET}, 0, False))
    store.save_note(Note(f"{lesson_id}-d01", lesson_id, SECRET * 999, (), False, now()))
    store.save_place(lesson_id, Place(f"{lesson_id}-p01", 0))
    store.save_highlight(
        Highlight(lesson_id, f"{lesson_id}-p01", "doubt", 3, SECRET, note=SECRET)
    )
    store.save_term(SavedTerm(f"term-{lesson_id}", lesson_id))


def names_left(path):
    return sorted(
        file.relative_to(path.parent).as_posix()
        for file in path.parent.rglob("*")
        if file.is_file()
    )


def files_with(path, text):
    return [
        file.name
        for file in path.parent.rglob("*")
        if file.is_file() and text.encode() in file.read_bytes()
    ]


def make_copies(path):
    """Leave a damaged file beside the backups, with what the learner wrote in it."""
    path.write_bytes(path.read_bytes()[:-100])
    open_store(path)
    path.with_name("progress.sqlite3.tmp").write_bytes(SECRET.encode())
    assert len(set_aside_files(path)) == 1


def test_erasing_everything_leaves_nothing(path, attempt):
    fill(open_store(path), attempt, "01")
    make_copies(path)
    store = open_store(path)
    assert files_with(path, SECRET) != []
    assert store.erase() is True
    assert store.attempts() == ()
    assert store.note("01-d01") is None
    assert store.is_saving
    assert files_with(path, SECRET) == []
    assert backup_files(path) == {}
    assert names_left(path) == ["progress.lock", "progress.mark", "progress.sqlite3"]


def test_erasing_a_lesson_leaves_the_others(path, attempt):
    store = open_store(path)
    fill(store, attempt, "02")
    kept = store.export()
    fill(store, attempt, "01")
    assert store.export() != kept
    assert store.erase("01") is True
    assert store.export() == kept
    assert open_store(path).export() == kept


def test_an_erased_lesson_is_gone_from_every_file(path, attempt):
    fill(open_store(path), attempt, "01")
    make_copies(path)
    store = open_store(path)
    store.save_place("02", Place("02-p01", 0))
    assert store.erase("01") is True
    assert files_with(path, SECRET) == []
    assert files_with(path, "01-q01") == []
    assert set_aside_files(path) == []
    assert len(backup_files(path)) == 1
    # What comes back after damage is a store without it.
    path.write_bytes(b"")
    again = open_store(path)
    assert again.attempts() == ()
    assert again.place("02") == Place("02-p01", 0)


@pytest.mark.parametrize("lesson_id", [None, "01"])
def test_what_one_process_erases_the_others_forget(path, attempt, lesson_id):
    ours, theirs = open_store(path), open_store(path)
    fill(ours, attempt, "01")
    theirs.erase(lesson_id)
    assert ours.attempts() == ()
    # Not even a repair, after which each session writes again what it knows.
    path.write_bytes(b"")
    late = attempt(item_id="02-q01", lesson_id="02")
    ours.record(late)
    assert ours.attempts() == (late,)
    assert ours.note("01-d01") is None
    assert files_with(path, SECRET) == []


def test_what_was_written_after_erasing_stays(path, attempt):
    store = open_store(path)
    fill(store, attempt, "01")
    store.erase("01")
    again = attempt()
    assert store.record(again)
    path.write_bytes(b"")
    assert store.attempts() == (again,)
