import errno
import random
import re
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from yandu.progress import Note, marks, open_store
from yandu.progress.files import backup_files, remove, set_aside_files
from yandu.progress.migrations import verify
from yandu.progress.records import now


def flip_attempt_text(content):
    """Damage one record's text so that SQLite's own check finds nothing."""
    return content.replace(b"correct", b"corr\xffct", 1)


def change_an_index(content):
    """Change an id in the index only: a leaf of one begins with 10."""
    pages = [content[start : start + 4096] for start in range(0, len(content), 4096)]
    old, new = b"8000-000000000003", b"8000-000000000999"
    changed = [
        page.replace(old, new) if page[0] == 10 and old in page else page
        for page in pages
    ]
    return b"".join(changed)


NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

DAMAGES = {
    "empty": lambda content: b"",
    "cut in the header": lambda content: content[:60],
    "cut after the first page": lambda content: content[:4096],
    "cut in the middle": lambda content: content[: len(content) // 2],
    "no database": lambda content: b"<html>not found</html>" * 400,
    "zeros": lambda content: bytes(len(content)),
    "later file format": lambda content: content[:18] + b"\x63" + content[19:],
    "later schema format": lambda content: content[:47] + b"\x09" + content[48:],
    "garbage schema": lambda content: content.replace(
        b"CREATE TABLE", b"CREATE \xffABLE"
    ),
    "text that is no UTF-8": flip_attempt_text,
    "record that makes no sense": lambda content: content.replace(
        b"correct", b"cormect"
    ),
    "index that disagrees": change_an_index,
}


def ids(attempts):
    return {each.id for each in attempts}


@pytest.fixture
def recorded(path, attempt):
    """Make a store of 30 attempts; the newest backup holds the first 26."""
    store = open_store(path)
    made = [
        attempt(item_id="01-q1010", id=f"00000000-0000-4000-8000-{n:012d}")
        for n in range(30)
    ]
    for each in made:
        assert store.record(each)
    store.close()
    return tuple(made)


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_store_is_set_aside_and_the_backup_restored(path, recorded, damage):
    damaged = damage(path.read_bytes())
    assert damaged != path.read_bytes()
    path.write_bytes(damaged)

    store = open_store(path)
    assert store.is_saving
    assert ids(recorded[:26]) <= ids(store.attempts()) <= ids(recorded)
    assert all(each in recorded for each in store.attempts())
    (aside,) = set_aside_files(path)
    assert aside.read_bytes() == damaged
    assert re.fullmatch(r"progress\.damaged-\d{8}T\d{6}Z\.sqlite3", aside.name)
    (notice,) = store.notices
    newest = next(iter(backup_files(path))).astimezone()
    assert notice.key == "store.restored"
    assert notice.values == {"date": f"{newest:%Y-%m-%d %H:%M}"}


def test_a_repair_is_told_for_a_day(path, recorded, monkeypatch):
    running = open_store(path)
    path.write_bytes(b"damaged")
    (notice,) = open_store(path).notices  # by a command, perhaps: nobody looks
    assert open_store(path).notices == (notice,)
    assert running.notices == ()
    running.attempts()
    assert running.notices == (notice,)
    later = now() + timedelta(hours=25)
    monkeypatch.setattr(marks, "now", lambda: later)
    assert open_store(path).notices == ()


def test_what_can_still_be_read_of_a_damaged_store_is_kept(path, recorded):
    path.write_bytes(flip_attempt_text(path.read_bytes()))
    # One record is hurt. The backup has it or the file has it, but for the newest.
    assert len(ids(recorded) - ids(open_store(path).attempts())) <= 1


def test_without_a_backup_the_readable_part_is_all_there_is(path, recorded):
    for file in backup_files(path).values():
        file.unlink()
    path.write_bytes(flip_attempt_text(path.read_bytes()))
    store = open_store(path)
    assert len(store.attempts()) == 29
    (aside,) = set_aside_files(path)
    (notice,) = store.notices
    assert notice.key == "store.started_anew"
    assert notice.values["file"] == aside.name


def test_without_any_good_backup_a_new_store_is_begun(path, recorded, attempt):
    for file in backup_files(path).values():
        file.write_bytes(b"damaged as well")
    path.write_bytes(b"")
    store = open_store(path)
    assert store.is_saving
    assert store.attempts() == ()
    assert [notice.key for notice in store.notices] == ["store.started_anew"]
    made = attempt()
    assert store.record(made)
    assert open_store(path).attempts() == (made,)


def test_a_missing_store_is_restored(path, recorded):
    remove(path)
    store = open_store(path)
    assert store.attempts() == recorded[:26]
    assert [notice.key for notice in store.notices] == ["store.restored_missing"]
    assert set_aside_files(path) == []


def test_a_repair_that_was_cut_off_is_done_again(path, recorded):
    """It had set the file aside, and was killed before it put the new one in place."""
    path.rename(path.with_name("progress.damaged-20260301T120000Z.sqlite3"))
    path.with_name("progress.sqlite3.tmp").write_bytes(b"half made")
    assert open_store(path).attempts() == recorded
    assert not path.with_name("progress.sqlite3.tmp").exists()


def test_damaged_files_of_the_same_second_are_all_kept(path, recorded):
    for n in range(3):
        path.write_bytes(b"damaged %d" % n)
        open_store(path)
    kept = {file.read_bytes() for file in set_aside_files(path)}
    assert kept == {b"damaged 0", b"damaged 1", b"damaged 2"}


def test_a_journal_goes_aside_with_its_store(path, recorded):
    """Else SQLite would play it into the file that was restored."""
    path.write_bytes(b"damaged")
    path.with_name("progress.sqlite3-journal").write_bytes(b"old journal")
    open_store(path)
    (aside,) = set_aside_files(path)
    journal = aside.with_name(f"{aside.name}-journal")
    assert journal.read_bytes() == b"old journal"


def test_damage_in_mid_session_loses_nothing(path, attempt):
    store = open_store(path)
    made = []
    for n in range(60):
        if n % 7 == 3:
            path.write_bytes(path.read_bytes()[: 5000 + 13 * n])
        made.append(attempt())
        assert store.record(made[-1])
    assert store.attempts() == tuple(made)
    assert {notice.key for notice in store.notices} == {"store.restored"}


def test_damage_is_found_at_close_at_the_latest(path, attempt):
    store = open_store(path)
    made = tuple(attempt() for _ in range(3))
    for each in made:
        store.record(each)
    path.write_bytes(path.read_bytes().replace(b"correct", b"corr\xffct"))
    store.close()
    assert open_store(path).attempts() == made


def test_what_is_written_again_leaves_what_is_newer(path, attempt):
    ours, theirs = open_store(path), open_store(path)
    ours.save_note(Note("01-d01", "01", "ours, older", (), False, NOON))
    newer = Note("01-d01", "01", "theirs, newer", (), False, NOON + timedelta(days=1))
    theirs.save_note(newer)
    path.write_bytes(b"")
    assert theirs.note("01-d01") == newer
    assert ours.note("01-d01") == newer
    ours.close()
    assert open_store(path).note("01-d01") == newer


@pytest.mark.parametrize(("number", "is_repaired"), [("ENOSPC", False), ("EIO", True)])
def test_a_repair_waits_for_room_to_keep_everything(
    path, recorded, monkeypatch, number, is_repaired
):
    damaged = flip_attempt_text(path.read_bytes())
    path.write_bytes(damaged)

    def fail(*args):
        raise OSError(getattr(errno, number), number)

    monkeypatch.setattr(shutil, "copyfile", fail)
    assert open_store(path).is_saving is is_repaired
    assert (path.read_bytes() == damaged) is not is_repaired
    monkeypatch.undo()
    n_lost = len(recorded) - len(open_store(path).attempts())
    # Those after the backup; with room for a copy, only the one that is hurt itself.
    assert n_lost == 4 if is_repaired else n_lost <= 1


def test_damage_found_while_reading_loses_nothing(path, attempt):
    store = open_store(path)
    made = tuple(attempt() for _ in range(30))
    for each in made:
        store.record(each)
    path.write_bytes(b"")
    assert store.attempts() == made
    assert open_store(path).attempts() == made


def test_a_store_deleted_or_replaced_in_mid_session_loses_nothing(path, attempt):
    store = open_store(path)
    made = [attempt() for _ in range(3)]
    store.record(made[0])
    older = path.with_name("older")
    older.write_bytes(path.read_bytes())
    store.record(made[1])
    older.replace(path)  # as a sync client does
    assert store.attempts() == tuple(made[:2])
    shutil.rmtree(path.parent)
    store.record(made[2])
    assert open_store(path).attempts() == tuple(made)


@pytest.mark.parametrize("seed", range(40))
def test_random_damage_is_mended_or_harmless(path, recorded, attempt, seed):
    chance = random.Random(seed)
    content = bytearray(path.read_bytes())
    start, size = chance.randrange(len(content)), chance.choice([1, 16, 500, 5000])
    content[start : start + size] = chance.randbytes(len(content[start : start + size]))
    path.write_bytes(content)

    store = open_store(path)
    assert store.is_saving
    assert ids(recorded[:26]) <= ids(store.attempts())
    assert store.record(attempt())
    with closing(sqlite3.connect(path)) as db:
        verify(db)
