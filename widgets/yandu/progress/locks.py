"""The lock file: one process at a time, by the system's advisory locks.

The system gives a lock back when its holder ends, however it ends, so none is ever left
over. Each act of the store, reading too, is done under it: a repair therefore never
meets a reader or a writer.
"""

import errno
import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

elif sys.platform == "emscripten":

    def _try_lock(descriptor: int) -> bool:
        return True  # Pyodide: a page's file system has one process

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


_UNWRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS)


class BusyError(OSError):
    """Another process has held the lock for too long."""


@contextmanager
def exclusive(file: Path, seconds: float) -> Iterator[bool]:
    """Hold the lock on `file`, waiting at most `seconds` for it.

    Yields:
        True; False if no lock can be made because the folder cannot be written. It may
        be read then, but not repaired.

    Raises:
        BusyError: Another process held it all the time.
        OSError: The file cannot be made, or the file system has no locks.
    """
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        yield False
        return
    try:
        _wait(descriptor, file, seconds)
        yield True
    finally:
        os.close(descriptor)  # closing gives the lock back


def _wait(descriptor: int, file: Path, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not _try_lock(descriptor):
        if time.monotonic() > deadline:
            raise BusyError(errno.EAGAIN, "held by another process", str(file))
        # Uneven steps, so that two who wait do not keep missing their turn together.
        time.sleep(random.uniform(0.0005, 0.003))
