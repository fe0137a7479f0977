"""The one file of a learner's copy, in the learner's data folder and nowhere else."""

import os
from contextlib import suppress
from pathlib import Path

from yandu.original.copy import Original, read_copy
from yandu.original.decode import decode
from yandu.original.errors import NoOriginalError, OriginalError
from yandu.progress.files import put_in_place

ORIGINAL_NAME = "article.txt"
#: The article has some 3,000 characters; a file beyond this is another one.
LARGEST_BYTES = 1_000_000


def add_original(path: Path, folder: Path, lessons: Path) -> Original:
    """Check a learner's file and keep its text.

    Whatever is wrong, what was kept before stays as it was.

    Args:
        path: The learner's file; it is only read.
        folder: The learner's data folder.
        lessons: The course's lessons: they say how the article is recognised.

    Returns:
        The copy.

    Raises:
        OriginalError: It is no text file, not the whole article, or cannot be kept.
        ContentError: The course's own outline is faulty.
    """
    original = read_copy(decode(_bytes_of(path)), lessons)
    try:
        _keep(original.text, folder)
    except OSError as error:
        raise OriginalError("not_kept", folder=folder, error=_reason(error)) from error
    return original


def has_original(folder: Path) -> bool:
    """Tell whether a learner has added a copy; it is not read."""
    return (folder / ORIGINAL_NAME).is_file()


def read_original(folder: Path, lessons: Path) -> Original:
    """Return the copy in a learner's data folder.

    Raises:
        NoOriginalError: There is none.
        OriginalError: It cannot be read, or is not what was added.
        ContentError: The course's own outline is faulty.
    """
    path = folder / ORIGINAL_NAME
    if not path.exists():
        raise NoOriginalError
    try:
        return read_copy(decode(_bytes_of(path)), lessons)
    except OriginalError as error:
        raise OriginalError("spoilt", path=path) from error


def remove_original(folder: Path) -> bool:
    """Remove the copy and what adding may have left half made.

    Returns:
        Whether there was one.

    Raises:
        OSError: It cannot be removed.
    """
    was_there = has_original(folder)
    for path in [*folder.glob(f"{ORIGINAL_NAME}*")]:
        path.unlink(missing_ok=True)
    return was_there


def _bytes_of(path: Path) -> bytes:
    """Return the content of an ordinary file that is not too large.

    Raises:
        OriginalError: It is not there, no ordinary file, too large or locked.
    """
    try:
        if not path.exists():
            raise OriginalError("no_file", path=path)
        if not path.is_file():
            # Not opened at all: a pipe would wait for ever.
            raise OriginalError("not_a_file", path=path)
        with path.open("rb") as file:
            # One more than allowed: what a file system says of a size may be untrue.
            data = file.read(LARGEST_BYTES + 1)
            size = max(len(data), path.stat().st_size)
    except OSError as error:
        raise OriginalError("not_read", path=path, error=_reason(error)) from error
    if size > LARGEST_BYTES:
        megabytes, most = f"{size / 1e6:.1f}", f"{LARGEST_BYTES / 1e6:g}"
        raise OriginalError("too_large", size=megabytes, most=most)
    return data


def _keep(text: str, folder: Path) -> None:
    """Write the copy, whole or not at all, for nobody but its owner to read."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = folder / f"{ORIGINAL_NAME}.{os.getpid()}.tmp"
    try:
        half.unlink(missing_ok=True)
        descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123 - a descriptor
            file.write(text)
        put_in_place(half, folder / ORIGINAL_NAME)
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
