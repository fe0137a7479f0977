"""The files of one learner's store, and putting one in its place safely.

Beside ``progress.sqlite3`` stand ``progress.lock``, ``progress.mark``, the folder
``backups`` and, after a repair, ``progress.damaged-<date>.sqlite3``.
"""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

STORE_NAME = "progress.sqlite3"
BACKUPS_NAME = "backups"

# SQLite keeps what it has begun in a file beside the database; WAL files are there only
# if another program has switched the database over.
COMPANIONS = ("", "-journal", "-wal", "-shm")

_STAMP = "%Y%m%dT%H%M%SZ"


def lock_file(store: Path) -> Path:
    """Return the file whose lock allows to touch the store."""
    return store.with_suffix(".lock")


def mark_file(store: Path) -> Path:
    """Return the file of the generation mark."""
    return store.with_suffix(".mark")


def backup_file(store: Path, time: datetime) -> Path:
    """Return where the backup of a time stands."""
    name = f"{store.stem}-{to_stamp(time)}{store.suffix}"
    return store.parent / BACKUPS_NAME / name


def backup_files(store: Path) -> dict[datetime, Path]:
    """Return the backups by time, newest first."""
    found = {}
    for file in (store.parent / BACKUPS_NAME).glob(f"{store.stem}-*{store.suffix}"):
        try:
            found[from_stamp(file.stem.removeprefix(f"{store.stem}-"))] = file
        except ValueError:
            continue  # not one of ours
    return dict(sorted(found.items(), reverse=True))


def set_aside_files(store: Path) -> list[Path]:
    """Return the damaged files that repairs have set aside, oldest first."""
    return sorted(store.parent.glob(f"{store.stem}.damaged-*{store.suffix}"))


def unused_aside(store: Path, time: datetime) -> Path:
    """Return a dated name, not taken yet, for a damaged file."""
    stem = f"{store.stem}.damaged-{to_stamp(time)}"
    aside = store.with_name(f"{stem}{store.suffix}")
    count = 1
    while aside.exists():
        count += 1
        aside = store.with_name(f"{stem}-{count}{store.suffix}")
    return aside


def to_stamp(time: datetime) -> str:
    """Return `time` to the second as file names hold it, ``20260301T074500Z``."""
    return time.astimezone(UTC).strftime(_STAMP)


def from_stamp(text: str) -> datetime:
    """Return the time of a stamp.

    Raises:
        ValueError: `text` is no stamp.
    """
    return datetime.strptime(text, _STAMP).replace(tzinfo=UTC)


def temporary_beside(file: Path) -> Path:
    """Return a path beside `file` where its next content can be made, empty of old."""
    temporary = file.with_name(f"{file.name}.tmp")
    remove(temporary)
    return temporary


def put_in_place(temporary: Path, file: Path) -> None:
    """Make `temporary` stand as `file`, whole or not at all, even in a power cut."""
    with temporary.open("r+b") as handle:
        os.fsync(handle.fileno())
    temporary.replace(file)
    # Windows cannot sync a folder, and has no need to.
    with suppress(OSError):
        descriptor = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remove_copies(store: Path) -> None:
    """Remove all backups, all files set aside, and what was left half made."""
    stem = store.stem
    copies = (f"{BACKUPS_NAME}/{stem}-*", f"{stem}.damaged-*", f"{stem}.*.tmp*")
    for pattern in copies:
        for file in list(store.parent.glob(pattern)):
            file.unlink()


def remove(database: Path) -> None:
    """Remove a database and what SQLite keeps beside it, as far as they are there."""
    for suffix in COMPANIONS:
        database.with_name(database.name + suffix).unlink(missing_ok=True)
