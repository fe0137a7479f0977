"""Erasing: what a learner erases is gone from the store and from all its copies."""

import sqlite3
from pathlib import Path

from yandu.progress.backups import make_backup
from yandu.progress.database import transaction
from yandu.progress.files import remove, remove_copies
from yandu.progress.marks import EVERYTHING, mark_erased
from yandu.progress.tables import TABLES, escape


def erase_everything(store: Path) -> None:
    """Remove the store, its backups and damaged files; the caller holds the lock.

    The lock file and the mark stay: they hold nothing of the learner, and other
    processes need them.

    Raises:
        OSError: A file cannot be removed.
    """
    # First: whatever happens next, no other process writes it down again.
    mark_erased(store, EVERYTHING)
    remove(store)
    remove_copies(store)


def erase_lesson(store: Path, lesson_id: str, db: sqlite3.Connection) -> None:
    """Erase a lesson from the open store and from all copies.

    Backups and damaged files are removed as wholes, and one new backup is made.

    Raises:
        OSError, sqlite3.Error: The disk does not take it; erase again later.
    """
    mark_erased(store, lesson_id)
    with transaction(db):
        for table in TABLES:
            db.execute(
                f"DELETE FROM {table.name} WHERE lesson_id = ?", (escape(lesson_id),)
            )
    remove_copies(store)
    make_backup(db, store)
