"""One SQLite file: opening it, checking it, writing to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MAGIC = b"SQLite format 3\0"
_HEADER_SIZE = 100

# How long to wait for another process before giving up for this time, in seconds.
BUSY_SECONDS = 3.0

_DAMAGE_CODES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class DamagedError(sqlite3.DatabaseError):
    """A file that is no sound database."""


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether `error` says that the file is damaged, not merely out of reach."""
    code = getattr(error, "sqlite_errorcode", 0)  # its low byte is the primary code
    return isinstance(error, DamagedError) or (code & 0xFF) in _DAMAGE_CODES


def connect(file: Path, seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open `file`, making it if there is none; wait `seconds` where it is locked.

    Connections are opened for one act and closed after it: nothing then keeps a file
    that another process has replaced, and on Windows an open file cannot be replaced.
    """
    db = sqlite3.connect(file, timeout=seconds, isolation_level=None)
    db.text_factory = _decode
    try:
        # No WAL: its shared memory does not work on network drives, and a synced
        # folder may copy the file without its log. Of the rollback journals TRUNCATE
        # is the one whose end FULL also syncs, so that a commit survives a power cut.
        db.execute("PRAGMA journal_mode = TRUNCATE")
        db.execute("PRAGMA synchronous = FULL")
        # What a learner erases or rewrites is overwritten with zeros.
        db.execute("PRAGMA secure_delete = ON")
    except UnicodeDecodeError as error:
        # The module cannot put an error into words that quotes a damaged schema.
        db.close()
        raise DamagedError(*error.args) from error
    except BaseException:
        db.close()
        raise
    return db


def _decode(text: bytes) -> str:
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        raise DamagedError(*error.args) from error


def open_existing(file: Path, seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open `file`, which must be there.

    Raises:
        DamagedError: It is not there, or has no sound header. An empty one was cut
            off: the store puts its files in place whole.
    """
    try:
        with file.open("rb") as handle:
            header = handle.read(_HEADER_SIZE)
    except FileNotFoundError as error:
        raise DamagedError(*error.args) from error
    # The versions (file format, section 1.3) are looked at here because SQLite takes
    # strange ones for a read-only file or a later format, not for damage.
    is_sound = (
        len(header) == _HEADER_SIZE
        and header.startswith(_MAGIC)
        and header[18:20] in (b"\1\1", b"\2\2")
        and int.from_bytes(header[44:48]) <= 4
    )
    if not is_sound:
        msg = f"{file.name} has no sound header"
        raise DamagedError(msg)
    return connect(file, seconds)


def check(db: sqlite3.Connection) -> None:
    """Read all pages and indexes of the database.

    Raises:
        DamagedError: Something in it is not sound.
    """
    faults = [fault for (fault,) in db.execute("PRAGMA integrity_check(1)")]
    if faults != ["ok"]:
        raise DamagedError(*faults)


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Do all that is inside, or nothing of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        # SQLite has rolled back by itself after some errors (a full disk is one).
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
