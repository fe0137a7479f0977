import sqlite3
from contextlib import closing

import pytest

from yandu.progress import open_store
from yandu.progress.database import connect
from yandu.progress.files import backup_files
from yandu.progress.migrations import (
    MIGRATIONS,
    NewerSchemaError,
    migrate,
    pending,
    verify,
)


@pytest.fixture
def db(tmp_path):
    with closing(connect(tmp_path / "x.sqlite3")) as db:
        yield db


def test_migrations_are_done_in_order_and_once(db):
    assert pending(db) == list(MIGRATIONS)
    migrate(db)
    migrate(db)
    done = db.execute("SELECT name FROM migrations ORDER BY rowid").fetchall()
    assert [name for (name,) in done] == [
        "m001_attempts",
        "m002_item_states",
        "m003_notes",
        "m004_places",
        "m005_attempt_confidence",
        "m006_attempt_seed",
        "m007_state_confidence",
        "m008_state_seed",
        "m009_highlights",
        "m010_saved_terms",
    ]
    verify(db)


def test_a_migration_that_fails_leaves_no_trace(db, monkeypatch):
    migrate(db)
    monkeypatch.setitem(MIGRATIONS, "m900_broken", "CREATE TABLE broken (x, x)")
    with pytest.raises(sqlite3.OperationalError):
        migrate(db)
    assert pending(db) == ["m900_broken"]


def test_a_migration_and_its_record_stand_or_fall_together(db, monkeypatch):
    migrate(db)
    monkeypatch.setitem(MIGRATIONS, "m900_new", "CREATE TABLE new (x)")
    db.execute(
        "CREATE TRIGGER refuse BEFORE INSERT ON migrations "
        "BEGIN SELECT RAISE(ABORT, 'refused'); END"
    )
    with pytest.raises(sqlite3.IntegrityError):
        migrate(db)
    names = db.execute("SELECT name FROM sqlite_master WHERE name = 'new'").fetchall()
    assert names == []


def test_a_newer_schema_is_refused(db):
    migrate(db)
    db.execute("INSERT INTO migrations VALUES ('m999_later', '')")
    with pytest.raises(NewerSchemaError, match="m999_later"):
        migrate(db)


def test_a_store_of_a_newer_version_is_left_alone(path, attempt):
    kept = attempt()
    open_store(path).record(kept)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT INTO migrations VALUES ('m999_later', '')")
    before = path.read_bytes()

    store = open_store(path)
    made = attempt()
    assert not store.is_saving
    assert [notice.key for notice in store.notices] == ["store.newer"]
    assert store.record(made) is False
    assert store.attempts() == (made,)
    assert not store.is_readable
    store.close()
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.glob("*damaged*")) == []


def test_a_backup_is_made_before_an_old_store_is_migrated(path, attempt, monkeypatch):
    made = attempt()
    open_store(path).record(made)
    for file in backup_files(path).values():
        file.unlink()
    monkeypatch.setitem(MIGRATIONS, "m900_new", "CREATE TABLE new (x)")
    store = open_store(path)
    assert store.is_saving
    assert store.attempts() == (made,)
    (backup,) = backup_files(path).values()
    with closing(sqlite3.connect(backup)) as db:
        assert db.execute("SELECT count(*) FROM attempts").fetchone() == (1,)
        assert pending(db) == ["m900_new"]
