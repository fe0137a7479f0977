"""A disk that does not take it: the lesson goes on, and says so."""

import errno
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime

import pytest

from yandu.progress import ItemState, Note, Place, database, open_store
from yandu.progress.locks import exclusive

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def a_file_for_a_folder(path):
    path.parent.parent.mkdir(exist_ok=True)
    path.parent.write_text("no folder")


def a_folder_for_the_store(path):
    path.mkdir(parents=True)


@pytest.mark.parametrize("obstacle", [a_file_for_a_folder, a_folder_for_the_store])
def test_where_nothing_can_be_saved_the_session_goes_on(path, attempt, obstacle):
    obstacle(path)
    store = open_store(path)
    made, place = attempt(), Place("01-p01", 2.0)
    state = ItemState("01-q01", ["a"], 0, False)
    note = Note("01-d01", "01", "一条笔记", (), False, NOON)

    assert not store.is_saving
    (notice,) = store.notices
    assert notice.key == "store.not_saving"
    assert notice.values == {"folder": str(path.parent)}
    assert store.record(made) is False
    assert store.save_state(state) is False
    assert store.save_note(note) is False
    assert store.save_place("01", place) is False
    assert store.attempts(item_id="01-q01") == (made,)
    assert store.attempts(item_id="01-q02") == ()
    assert store.state("01-q01") == state
    assert store.note("01-d01") == note
    assert store.place("01") == place
    assert store.export()["attempts"] == [made.to_dict()]
    assert store.erase() is False
    store.close()


def test_when_the_obstacle_goes_all_is_saved(path, attempt):
    a_folder_for_the_store(path)
    store = open_store(path)
    kept = attempt()
    store.record(kept)
    path.rmdir()
    late = attempt()
    assert store.record(late) is True
    assert store.is_saving
    assert store.notices == ()
    assert open_store(path).attempts() == (kept, late)


def test_closing_saves_what_waited(path, attempt):
    a_folder_for_the_store(path)
    store = open_store(path)
    kept = attempt()
    store.record(kept)
    path.rmdir()
    store.close()
    assert open_store(path).attempts() == (kept,)


# Root may write anywhere, but not beyond a limit on the size of files.
FULL_DISK = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from yandu.progress import Note, open_store

path = Path(sys.argv[1])
store = open_store(path)

def save(size):
    return store.save_note(
        Note("01-d01", "01", "x" * size, (), False, datetime.now(UTC))
    )

assert save(10)
unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, unlimited))
for size in (50_000, 60_000):
    assert save(size) is False
    assert not store.is_saving
    assert [notice.key for notice in store.notices] == ["store.not_saving"]
    assert len(store.note("01-d01").text) == size
    assert store.is_readable
resource.setrlimit(resource.RLIMIT_FSIZE, (unlimited, unlimited))
store.close()
assert store.is_saving
assert store.notices == ()
assert len(open_store(path).note("01-d01").text) == 60_000
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_disk_that_takes_no_more_and_then_does(path):
    subprocess.run([sys.executable, "-c", FULL_DISK, str(path)], check=True)


def test_a_full_disk_is_called_full(path, attempt, monkeypatch):
    store = open_store(path)
    first = attempt()
    store.record(first)
    connect = database.connect

    def connect_full(*args):
        db = connect(*args)
        (n_pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count = {n_pages}")
        return db

    monkeypatch.setattr(database, "connect", connect_full)
    long = attempt(response=["x" * 50_000])
    assert store.record(long) is False
    assert [notice.key for notice in store.notices] == ["store.disk_full"]
    assert store.attempts() == (first, long)
    monkeypatch.undo()
    last = attempt()
    assert store.record(last) is True
    assert open_store(path).attempts() == (first, long, last)


def test_a_lock_that_is_held_too_long(path, attempt, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    store = open_store(path)
    made = attempt()
    with exclusive(path.with_suffix(".lock"), 1):
        assert store.record(made) is False
        assert [notice.key for notice in store.notices] == ["store.busy"]
        assert store.attempts() == (made,)
    store.close()
    assert store.is_saving
    assert open_store(path).attempts() == (made,)


def test_who_has_waited_in_vain_does_not_wait_at_each_step(path, attempt, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.6)
    store = open_store(path)
    with exclusive(path.with_suffix(".lock"), 1):
        store.record(attempt())
        started = time.monotonic()
        for _ in range(5):
            store.state("01-q01")
        assert time.monotonic() - started < 5 * 0.6 / 2


def test_another_program_that_keeps_the_file_to_itself(path, attempt, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    store = open_store(path)
    made = attempt()
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert store.record(made) is False
        assert [notice.key for notice in store.notices] == ["store.busy"]
    assert store.attempts() == (made,)
    assert store.is_saving
    assert open_store(path).attempts() == (made,)


def test_a_folder_that_cannot_be_written_may_be_read(path, attempt, monkeypatch):
    made = attempt()
    open_store(path).record(made)

    def refuse(*args):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "open", refuse)
    connect = database.connect

    def connect_read_only(*args):
        db = connect(*args)
        db.execute("PRAGMA query_only = ON")
        return db

    monkeypatch.setattr(database, "connect", connect_read_only)
    store = open_store(path)
    assert not store.is_saving
    assert store.attempts() == (made,)
    assert store.is_readable


def test_nothing_is_repaired_without_the_lock(path, attempt, monkeypatch):
    open_store(path).record(attempt())
    path.write_bytes(b"damaged")

    def refuse(*args):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "open", refuse)
    store = open_store(path)
    assert not store.is_saving
    assert path.read_bytes() == b"damaged"
