"""What the store has to tell the learner."""

import errno
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from yandu.messages import say
from yandu.progress.locks import BusyError
from yandu.progress.migrations import NewerSchemaError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True)
class Notice:
    """One sentence for the learner.

    Attributes:
        key: Its key in ``messages.toml``, ``store.restored``.
        values: What fills its places.
    """

    key: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The sentence in the reader's language."""
        return say(self.key, **self.values)


def date_text(time: datetime) -> str:
    """Return `time` as a learner's clock shows it, ``2026-03-01 15:45``."""
    return f"{time.astimezone():%Y-%m-%d %H:%M}"


def trouble(error: OSError | sqlite3.Error, store: Path) -> Notice:
    """Return the notice that nothing is being saved, and why."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, NewerSchemaError):
        key = "store.newer"
    elif isinstance(error, BusyError) or code == sqlite3.SQLITE_BUSY:
        key = "store.busy"
    elif number in _FULL or code == sqlite3.SQLITE_FULL:
        key = "store.disk_full"
    else:
        key = "store.not_saving"
    return Notice(key, {"folder": str(store.parent)})
