import sqlite3
from contextlib import closing

import pytest

from yandu.progress.database import connect, transaction


@pytest.fixture
def db(tmp_path):
    with closing(connect(tmp_path / "x.sqlite3")) as db:
        db.execute("CREATE TABLE t (x UNIQUE)")
        yield db


def test_a_commit_is_on_disk(db):
    """FULL syncs the end of a TRUNCATE journal too; no WAL on synced folders."""
    (synchronous,) = db.execute("PRAGMA synchronous").fetchone()
    (journal,) = db.execute("PRAGMA journal_mode").fetchone()
    assert (synchronous, journal) == (2, "truncate")


def test_what_is_deleted_is_overwritten(db):
    assert db.execute("PRAGMA secure_delete").fetchone() == (1,)


def test_a_transaction_is_whole_or_nothing(db):
    def insert_twice():
        with transaction(db):
            db.execute("INSERT INTO t VALUES (1)")
            db.execute("INSERT INTO t VALUES (1)")

    with pytest.raises(sqlite3.IntegrityError):
        insert_twice()
    assert db.execute("SELECT * FROM t").fetchall() == []
    with transaction(db):
        db.execute("INSERT INTO t VALUES (2)")
    assert db.execute("SELECT * FROM t").fetchall() == [(2,)]
    assert not db.in_transaction
