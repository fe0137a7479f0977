"""One process's dealings with the store file, and its memory of them.

Each act opens the file, alone under the lock file, and closes it again. What this
session has written stays in memory as well: what could not be saved is tried again with
each later act that can write, and after a repair by any process, what the restored file
lacks is written once more.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from threading import RLock
from typing import TypeVar

from yandu.progress import database
from yandu.progress.backups import MAX_ATTEMPTS, is_due, make_backup
from yandu.progress.database import is_damage, open_existing, transaction
from yandu.progress.erasing import erase_everything, erase_lesson
from yandu.progress.files import lock_file
from yandu.progress.locks import exclusive
from yandu.progress.marks import EVERYTHING, Mark, read_mark
from yandu.progress.migrations import migrate, pending, verify
from yandu.progress.notices import Notice, trouble
from yandu.progress.repair import repair
from yandu.progress.tables import (
    ATTEMPTS,
    TABLES,
    Key,
    Row,
    Table,
    escape,
    merge,
    put,
    select,
)

T = TypeVar("T")

_TROUBLE = (OSError, sqlite3.Error)


class Session:
    """Rows on disk if at all possible, else in memory; it never raises for the disk.

    Attributes:
        told: What repairs have to tell the learner.
        trouble: Why the last write did not reach the disk; None if it did.
        is_readable: Whether the last reading reached the disk.
    """

    def __init__(self, store: Path) -> None:
        self.told: list[Notice] = []
        self.trouble: Notice | None = None
        self.is_readable = True
        self._file = store
        self._guard = RLock()  # callbacks may run in a subshell's thread
        self._rows: dict[Key, Row] = {}
        self._unsaved: set[Key] = set()
        self._seen: tuple[str, int, int] | None = None
        self._erasures: dict[str, str] | None = None
        self._n_since_backup = 0

    def check(self) -> None:
        """Check the whole file, repairing it if need be, and make a backup if due."""
        self._write(self._inspect)

    def flush(self) -> bool:
        """Write what is not on disk; return whether all is."""
        return self._write(lambda db: None)

    def save(self, row: Row) -> bool:
        """Write `row` over what stood there; return whether it is on disk."""
        with self._guard:
            is_saved = self._write(partial(self._put, row))
            self._rows[row.key] = row
            if not is_saved:
                self._unsaved.add(row.key)
            return is_saved

    def rows(self, table: Table, **texts: str) -> list[Row]:
        """Return the rows of `table`, oldest first, with what only memory holds.

        Args:
            table: Which one.
            texts: What some of its columns must hold.
        """
        equal = {name: escape(text) for name, text in texts.items()}

        def read(db: sqlite3.Connection) -> list[Row]:
            return list(select(db, table, equal))

        with self._guard:
            try:
                found = self._act(read)
                if self._unsaved and self.flush():
                    found = self._act(read)
            except _TROUBLE:
                self.is_readable = False
                found, in_memory = [], set(self._rows)
            else:
                self.is_readable = True
                in_memory = self._unsaved
            rows = {row.key: row for row in found}
            for row in (self._rows[key] for key in in_memory):
                if row.table is table and row.has(equal):
                    rows[row.key] = row
        return sorted(rows.values(), key=lambda row: (str(row.time), str(row.key)))

    def erase(self, lesson_id: str | None) -> bool:
        """Erase a lesson, or everything; return whether it is gone from the disk."""
        with self._guard:
            self._forget(EVERYTHING if lesson_id is None else lesson_id)
            try:
                if lesson_id is None:
                    with self._alone():
                        erase_everything(self._file)
                else:
                    self._act(partial(erase_lesson, self._file, lesson_id))
            except _TROUBLE as error:
                self.trouble = trouble(error, self._file)
                return False
            return self.flush()

    # What is done to the file

    def _put(self, row: Row, db: sqlite3.Connection) -> None:
        with transaction(db):
            put(db, row)
        self._unsaved.discard(row.key)
        if row.table is ATTEMPTS:
            self._n_since_backup += 1
        if self._n_since_backup >= MAX_ATTEMPTS or is_due(self._file):
            self._back_up(db)

    def _inspect(self, db: sqlite3.Connection) -> None:
        verify(db)
        # A read-only disk refuses this, though there is nothing to delete.
        db.execute(f"DELETE FROM {ATTEMPTS.name} WHERE 0")
        has_rows = any(next(select(db, table), None) for table in TABLES)
        if has_rows and is_due(self._file):
            self._back_up(db)

    def _back_up(self, db: sqlite3.Connection) -> None:
        try:
            make_backup(db, self._file)
        except _TROUBLE as error:
            # Damage found while copying is damage of the store. But a backup that the
            # disk does not take must not make a saved attempt look unsaved.
            if isinstance(error, sqlite3.Error) and is_damage(error):
                raise
        else:
            self._n_since_backup = 0

    def _write(self, work: Callable[[sqlite3.Connection], None]) -> bool:
        """Write what is unsaved, then do `work`; return whether all is on disk."""

        def catch_up_and_work(db: sqlite3.Connection) -> None:
            if self._unsaved:
                with transaction(db):
                    for key in self._unsaved:
                        merge(db, self._rows[key])
                self._unsaved.clear()
            work(db)

        with self._guard:
            try:
                self._act(catch_up_and_work)
            except _TROUBLE as error:
                self.trouble = trouble(error, self._file)
                return False
            self.trouble = None
            return True

    # One act on the file

    def _act(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work` on the open file, repairing it first if it turns out damaged.

        `work` may be done twice, the second time on the repaired file.

        Raises:
            OSError, sqlite3.Error: It cannot be done now.
        """
        with self._guard, self._alone() as is_alone:
            try:
                return self._on_file(work)
            except sqlite3.Error as error:
                if not (is_damage(error) and is_alone):
                    raise
            repair(self._file)
            return self._on_file(work)

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with exclusive(lock_file(self._file), self._patience) as is_alone:
            yield is_alone

    @property
    def _patience(self) -> float:
        # Who has waited in vain once does not let the learner wait at each step.
        has_hope = self.trouble is None and self.is_readable
        return database.BUSY_SECONDS if has_hope else database.BUSY_SECONDS / 30

    def _on_file(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with closing(open_existing(self._file, self._patience)) as db:
            if pending(db):
                make_backup(db, self._file)
                migrate(db)
            self._look()
            return work(db)

    def _look(self) -> None:
        """Notice what other processes have done: erasures, and a store replaced."""
        mark = read_mark(self._file)
        self._forget_erased(mark)
        # The file's identity tells of what is not our doing, such as a sync client
        # that put an older copy in its place.
        status = self._file.stat()
        seen = (mark.generation, status.st_dev, status.st_ino)
        if seen != self._seen:
            self._unsaved.update(self._rows)
            if mark.news and mark.news not in self.told:
                self.told.append(mark.news)
        self._seen = seen

    def _forget_erased(self, mark: Mark) -> None:
        if self._erasures is not None:
            for lesson_id, token in mark.erasures.items():
                if token != self._erasures.get(lesson_id):
                    self._forget(lesson_id)
        self._erasures = mark.erasures

    def _forget(self, lesson_id: str) -> None:
        self.told.clear()  # what it spoke of is erased as well
        for key, row in list(self._rows.items()):
            if lesson_id in (EVERYTHING, row.lesson_id):
                del self._rows[key]
                self._unsaved.discard(key)
