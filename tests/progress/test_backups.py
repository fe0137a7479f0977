import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.progress import backups, open_store
from yandu.progress.backups import is_due, kept, newest_good
from yandu.progress.files import backup_file, backup_files

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)  # a Sunday
TIMES = st.sets(st.datetimes(datetime(2025, 1, 1), datetime(2026, 1, 1)), max_size=40)  # noqa: DTZ001


@pytest.fixture
def clock(monkeypatch):
    """Set the time that backups go by; return a function that moves it on."""
    time = [NOON]
    monkeypatch.setattr(backups, "now", lambda: time[0])

    def move(**by):
        time[0] += timedelta(**by)

    return move


def n_attempts(file):
    with closing(sqlite3.connect(file)) as db:
        return db.execute("SELECT count(*) FROM attempts").fetchone()[0]


def test_ladder_by_hand():
    # Two a day for 40 days, back from a Sunday: 5 last, 7 days, 4 weeks.
    times = [NOON - timedelta(hours=12 * n) for n in range(80)]
    expected = {
        *(NOON - timedelta(hours=12 * n) for n in range(5)),  # 1 March .. 27 Feb
        *(NOON - timedelta(days=n) for n in range(7)),  # 1 March .. 23 Feb
        *(NOON - timedelta(weeks=n) for n in range(4)),  # Sundays to 8 Feb
    }
    assert kept(times) == expected
    assert len(expected) == 12


@given(TIMES)
def test_ladder_keeps_the_newest_and_stays_short(naive):
    times = {time.replace(tzinfo=UTC) for time in naive}
    left = kept(times)
    assert left <= times
    assert len(left) <= 5 + 7 + 4
    assert set(sorted(times)[-5:]) <= left
    assert kept(left) == left


def test_first_attempt_makes_the_first_backup(path, attempt, clock):
    store = open_store(path)
    assert backup_files(path) == {}
    store.record(attempt())
    assert list(backup_files(path)) == [NOON]
    assert backup_file(path, NOON).name == "progress-20260301T120000Z.sqlite3"
    assert n_attempts(backup_file(path, NOON)) == 1


def test_a_backup_is_made_at_open_when_the_newest_is_old(path, attempt, clock):
    open_store(path).record(attempt())
    clock(minutes=29)
    open_store(path)
    assert list(backup_files(path)) == [NOON]
    clock(minutes=1)
    open_store(path)
    assert list(backup_files(path)) == [NOON + timedelta(minutes=30), NOON]


def test_a_backup_is_made_every_25_attempts(path, attempt, clock):
    store = open_store(path)
    for _ in range(76):
        store.record(attempt())
        clock(seconds=1)
    found = backup_files(path)
    assert [n_attempts(file) for file in found.values()] == [76, 51, 26, 1]


def test_a_backup_from_the_future_does_not_stop_backups(path, attempt, clock):
    open_store(path).record(attempt())
    clock(days=-1)
    assert is_due(path)


def test_old_backups_go(path, attempt, clock):
    store = open_store(path)
    for _ in range(9):
        store.record(attempt())
        clock(hours=1)  # all on the same day: the last five are kept
    assert len(backup_files(path)) == 5
    assert [n_attempts(file) for file in backup_files(path).values()] == [9, 8, 7, 6, 5]


def test_nothing_half_made_stands_beside_the_backups(path, attempt):
    open_store(path).record(attempt())
    assert {file.name for file in (path.parent / "backups").iterdir()} == {
        file.name for file in backup_files(path).values()
    }


def test_newest_good_passes_over_what_is_damaged(path, attempt, clock):
    store = open_store(path)
    for _ in range(4):
        store.record(attempt())
        clock(hours=1)
    newest, second, middle, oldest = backup_files(path).values()
    newest.write_bytes(b"")
    second.write_bytes(second.read_bytes().replace(b"correct", b"corr\xffct"))
    middle.write_bytes(middle.read_bytes()[:9000])
    assert newest_good(path) == (NOON, oldest)
    oldest.write_bytes(b"no database" * 500)
    assert newest_good(path) is None


def test_damage_is_not_backed_up(path, attempt, clock):
    """A copy of a damaged store must not push out a good one."""
    store = open_store(path)
    first = attempt()
    store.record(first)
    damage_last_page(path)
    clock(hours=1)
    second = attempt()
    assert store.record(second)
    assert store.attempts() == (first, second)
    for file in backup_files(path).values():
        with closing(sqlite3.connect(file)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert [notice.key for notice in store.notices] == ["store.restored"]


def damage_last_page(path):
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xff" * 4096
    path.write_bytes(content)


def test_an_attempt_is_saved_even_if_its_backup_is_not(path, attempt):
    path.parent.mkdir(parents=True)
    (path.parent / "backups").write_text("a file stands where the folder should be")
    store = open_store(path)
    made = attempt()
    assert store.record(made)
    assert store.is_saving
    assert open_store(path).attempts() == (made,)
