"""Putting a sound file in the place of a damaged one."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from yandu.progress.backups import newest_good
from yandu.progress.database import connect, transaction
from yandu.progress.files import (
    COMPANIONS,
    put_in_place,
    remove,
    set_aside_files,
    temporary_beside,
    unused_aside,
)
from yandu.progress.marks import begin_generation
from yandu.progress.migrations import migrate
from yandu.progress.notices import Notice, date_text
from yandu.progress.records import now
from yandu.progress.tables import TABLES, Row, Table, merge, select


def repair(store: Path) -> None:
    """Replace a damaged or missing store; the caller holds the lock.

    The new file is made ready beside the old one: the newest sound backup, or an empty
    store, and what can still be read of the old file. Only then the old one is set
    aside and the new one put in its place. A repair that is cut off between these two
    leaves no store but all backups, and the next process repairs again.

    The mark holds what to tell the learner.

    Raises:
        OSError, sqlite3.Error: The disk does not take it. The damaged file is still
            where it was, or set aside.
    """
    is_damaged = store.exists()
    backup = newest_good(store)
    temporary = temporary_beside(store)
    try:
        _make_ready(store, temporary, backup[1] if backup else None)
    except BaseException:
        remove(temporary)
        raise
    aside = unused_aside(store, now())
    # Before the exchange: a process that looks too early merely looks twice.
    begin_generation(store, _notice(backup, aside if is_damaged else None))
    _set_aside(store, aside)
    put_in_place(temporary, store)


def _notice(backup: tuple[datetime, Path] | None, aside: Path | None) -> Notice | None:
    if backup:
        key = "store.restored" if aside else "store.restored_missing"
        return Notice(key, {"date": date_text(backup[0])})
    if aside:
        values = {"date": date_text(now()), "file": aside.name}
        return Notice("store.started_anew", values)
    return None  # there was nothing to lose


def _make_ready(store: Path, temporary: Path, backup: Path | None) -> None:
    with closing(connect(temporary)) as db:
        # This file is nobody's yet: no journal beside it that would have to go too.
        db.execute("PRAGMA journal_mode = MEMORY")
        if backup:
            with closing(connect(backup)) as good:
                good.backup(db)
        migrate(db)
        # A missing store may be one that a repair, cut off, had set aside already.
        for damaged in [store] if store.exists() else set_aside_files(store):
            _salvage(damaged, db)


def _set_aside(store: Path, aside: Path) -> None:
    for file, target in _companions(store, aside):
        file.rename(target)


def _copy(database: Path, copy: Path) -> None:
    remove(copy)
    for file, target in _companions(database, copy):
        shutil.copyfile(file, target)


def _companions(database: Path, target: Path) -> Iterator[tuple[Path, Path]]:
    """Yield a database and what SQLite kept beside it, each with its new name."""
    for suffix in COMPANIONS:
        file = database.with_name(database.name + suffix)
        if file.exists():
            yield file, target.with_name(target.name + suffix)


def _salvage(file: Path, db: sqlite3.Connection) -> None:
    """Copy into `db` what can still be read of a damaged file and makes sense.

    Attempts that were confirmed after the last backup by a process that has ended
    since stand nowhere else.

    Raises:
        OSError, sqlite3.Error: The disk does not take it; nothing has been changed.
    """
    # SQLite may change a file by opening it, if a journal stands beside it.
    copy = file.with_name(f"{file.name}.salvage.tmp")
    rows: list[Row] = []
    try:
        _copy(file, copy)
        with suppress(sqlite3.Error), closing(connect(copy)) as damaged:
            for table in TABLES:
                rows.extend(_readable_rows(damaged, table))
    except OSError as error:
        if error.errno != errno.EIO:  # the disk itself cannot read the file
            raise
    finally:
        remove(copy)
    with transaction(db):
        for row in rows:
            merge(db, row)


def _readable_rows(damaged: sqlite3.Connection, table: Table) -> Iterator[Row]:
    ids = set()
    # From both ends, for reading stops where the damage is.
    for order in ("ASC", "DESC"):
        with suppress(sqlite3.Error):
            for (row_id,) in damaged.execute(
                f"SELECT rowid FROM {table.name} NOT INDEXED ORDER BY rowid {order}"
            ):
                ids.add(row_id)
    for row_id in sorted(ids):
        with suppress(sqlite3.Error):
            yield from select(damaged, table, {"rowid": row_id})
