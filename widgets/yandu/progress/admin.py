"""What the command line does with a learner's data: where, erase, export."""

import json
import re
from pathlib import Path

from yandu import paths
from yandu.progress.files import STORE_NAME
from yandu.progress.notices import Notice
from yandu.progress.store import Store, open_store

_SURROGATE = re.compile("[\ud800-\udfff]")


class DataError(OSError):
    """The data can be neither read nor changed now; its text says why."""


def where() -> Path:
    """Return the present learner's data folder."""
    return paths.data_path()


def erase(data_path: Path, lesson_id: str | None = None) -> None:
    """Erase everything in a learner's data folder, or one lesson to do it again.

    The backups and the damaged files that were set aside go as well; after erasing a
    lesson one new backup is made, without it.

    Raises:
        DataError: Not all of it could be erased.
    """
    store = open_store(data_path / STORE_NAME)
    if not store.erase(lesson_id):
        raise DataError(_reason(store))


def export_json(data_path: Path, **more: object) -> str:
    """Return everything of a learner as JSON text, in any encoding's reach.

    Args:
        data_path: The learner's data folder.
        more: What is kept in it beside the store, by name.

    Raises:
        DataError: The data cannot be read.
    """
    store = open_store(data_path / STORE_NAME)
    content = store.export() | more
    if not store.is_readable:
        raise DataError(_reason(store))
    text = json.dumps(content, ensure_ascii=False, indent=2)
    # Only what UTF-8 cannot hold is escaped, so that Chinese stays readable.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _reason(store: Store) -> str:
    notice: Notice = store.notices[-1]
    return notice.text
