"""Rolling backups: made whole, checked, and thinned out with age."""

import sqlite3
from collections.abc import Hashable, Iterable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from yandu.progress.database import connect, open_existing
from yandu.progress.files import (
    backup_file,
    backup_files,
    put_in_place,
    remove,
    temporary_beside,
)
from yandu.progress.migrations import verify
from yandu.progress.records import now

MAX_AGE = timedelta(minutes=30)
MAX_ATTEMPTS = 25

N_LAST = 5
N_DAYS = 7
N_WEEKS = 4


def is_due(store: Path) -> bool:
    """Return whether there is no backup of the last half hour."""
    newest = next(iter(backup_files(store)), None)
    # One from the future comes of a clock that was wrong; it says nothing.
    return newest is None or not timedelta(0) <= now() - newest < MAX_AGE


def make_backup(db: sqlite3.Connection, store: Path) -> Path:
    """Copy the open store into a new backup and thin out the old ones.

    Raises:
        DamagedError: The copy is not sound, so neither is the store. No backup has
            been made then, and none removed.
        OSError, sqlite3.Error: The disk does not take it.
    """
    file = backup_file(store, now())
    file.parent.mkdir(exist_ok=True)
    temporary = temporary_beside(file)
    try:
        with closing(connect(temporary)) as copy:
            copy.execute("PRAGMA journal_mode = MEMORY")  # so that none stands beside
            db.backup(copy)
            verify(copy)
        put_in_place(temporary, file)
    except BaseException:
        remove(temporary)
        raise
    _thin_out(store)
    return file


def newest_good(store: Path) -> tuple[datetime, Path] | None:
    """Return the newest backup that is sound and of a schema known here."""
    for time, file in backup_files(store).items():
        try:
            with closing(open_existing(file)) as db:
                verify(db)
        except (OSError, sqlite3.Error):
            continue
        return time, file
    return None


def kept(times: Iterable[datetime]) -> set[datetime]:
    """Return which backups to keep: a ladder that reaches further back in wider steps.

    The last 5, the last one of each of the last 7 days, and of each of the last 4
    weeks. Days and weeks (ISO, UTC) count only if they have a backup, so a learner who
    comes back after a month still finds them all.
    """
    newest_first = sorted(times, reverse=True)
    days = _last_of_each((time.date(), time) for time in newest_first)
    weeks = _last_of_each((time.isocalendar()[:2], time) for time in newest_first)
    return {*newest_first[:N_LAST], *days[:N_DAYS], *weeks[:N_WEEKS]}


def _last_of_each(dated: Iterable[tuple[Hashable, datetime]]) -> list[datetime]:
    """Return the first time of each span; spans and times come newest first."""
    last: dict[Hashable, datetime] = {}
    for span, time in dated:
        last.setdefault(span, time)
    return list(last.values())


def _thin_out(store: Path) -> None:
    found = backup_files(store)
    for time in found.keys() - kept(found):
        remove(found[time])
