"""The tables of the store, and how a record stands in one.

A record becomes a `Row`: its values in the order of the table's columns, ready for
SQLite. The same row is kept in memory for as long as the session lasts, so what is read
back does not depend on whether the disk took it.
"""

import json
import math
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from yandu.progress.database import DamagedError
from yandu.progress.highlights import Highlight, SavedTerm
from yandu.progress.records import Attempt, ItemState, Note, Place, now, time_to_text

Scalar: TypeAlias = str | int | float
Key: TypeAlias = tuple[str, Scalar]

JSON_COLUMNS = ("response", "citations")

# SQLite holds neither a lone surrogate (it is no UTF-8) nor, safely, a NUL (its own
# functions and many tools stop there). The backslash is escaped to keep this exact.
_UNSAFE = re.compile("[\\\\\0\ud800-\udfff]")
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")


def escape(text: str) -> str:
    r"""Return `text` with backslash, NUL and surrogates written as ``\uXXXX``."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def unescape(text: str) -> str:
    """Return the text that `escape` was given."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes:
        name: Its name in the file.
        key: The column that tells one record from another.
        time: The column that says when the record was given or last changed.
        columns: All columns, in order.
        read: Makes the record of a row's values; raises ValueError, TypeError or
            KeyError if they make none.
    """

    name: str
    key: str
    time: str
    columns: tuple[str, ...]
    read: Callable[[Mapping[str, Any]], object]

    def row(self, values: Mapping[str, Any]) -> "Row":
        """Return the row that holds `values`.

        Raises:
            ValueError: A value is no text and no finite number.
            TypeError: A response is not JSON.
        """
        return Row(self, tuple(_encode(name, values[name]) for name in self.columns))


@dataclass(frozen=True, slots=True)
class Row:
    """One record as its table holds it."""

    table: Table
    values: tuple[Scalar, ...]

    @property
    def key(self) -> Key:
        """What tells this record from all others of the store."""
        return self.table.name, self.value(self.table.key)

    @property
    def time(self) -> Scalar:
        """When the record was given or last changed; texts that sort as times do."""
        return self.value(self.table.time)

    @property
    def lesson_id(self) -> Scalar:
        """The lesson that it belongs to."""
        return self.value("lesson_id")

    def value(self, column: str) -> Scalar:
        """Return what stands in `column`, as SQLite holds it."""
        return self.values[self.table.columns.index(column)]

    def has(self, equal: Mapping[str, Scalar]) -> bool:
        """Return whether the columns that `equal` names have its values."""
        return all(self.value(name) == value for name, value in equal.items())

    def to_dict(self) -> dict[str, Any]:
        """Return the values by column, as they were before they became a row."""
        pairs = zip(self.table.columns, self.values, strict=True)
        return {name: _decode(name, value) for name, value in pairs}

    def check(self) -> None:
        """See that the values make a record; SQLite checks pages, not what they say.

        Raises:
            DamagedError: They do not.
        """
        is_sound = isinstance(self.lesson_id, str) and isinstance(self.key[1], str)
        try:
            self.table.read(self.to_dict())
        except (ValueError, TypeError, KeyError, OverflowError):
            is_sound = False
        if not is_sound:
            msg = f"a row of {self.table.name} makes no record"
            raise DamagedError(msg)


def _encode(column: str, value: Any) -> Scalar:  # noqa: ANN401 - any JSON value
    if column in JSON_COLUMNS:
        value = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if isinstance(value, str):
        return escape(value)
    # What SQLite would refuse later, with every other row that waits to be saved.
    if not isinstance(value, int | float) or not math.isfinite(value):
        msg = f"{column} cannot be {value!r}"
        raise ValueError(msg)
    return value


def _decode(column: str, value: Scalar) -> Any:  # noqa: ANN401 - any JSON value
    if not isinstance(value, str):
        return value
    text = unescape(value)
    return json.loads(text) if column in JSON_COLUMNS else text


ATTEMPTS = Table(
    name="attempts",
    key="id",
    time="at",
    columns=(
        "id",
        "lesson_id",
        "item_id",
        "response",
        "score",
        "maximum",
        "outcome",
        "n_hints",
        "confidence",
        "seed",
        "at",
    ),
    read=Attempt.from_dict,
)
STATES = Table(
    name="item_states",
    key="item_id",
    time="updated_at",
    columns=(
        "item_id",
        "lesson_id",
        "response",
        "n_hints",
        "is_solution_shown",
        "confidence",
        "seed",
        "updated_at",
    ),
    read=ItemState.from_dict,
)
NOTES = Table(
    name="notes",
    key="prompt_id",
    time="updated_at",
    columns=(
        "prompt_id",
        "lesson_id",
        "text",
        "citations",
        "is_committed",
        "updated_at",
    ),
    read=Note.from_dict,
)
PLACES = Table(
    name="places",
    key="lesson_id",
    time="updated_at",
    columns=("lesson_id", "cell_id", "offset", "updated_at"),
    read=Place.from_dict,
)
HIGHLIGHTS = Table(
    name="highlights",
    key="id",
    time="updated_at",
    columns=(
        "id",
        "lesson_id",
        "paragraph_id",
        "kind",
        "start",
        "quotation",
        "before",
        "after",
        "note",
        "updated_at",
        "is_removed",
    ),
    read=Highlight.from_dict,
)
SAVED_TERMS = Table(
    name="saved_terms",
    key="term_id",
    time="updated_at",
    columns=("term_id", "lesson_id", "updated_at", "is_removed"),
    read=SavedTerm.from_dict,
)
TABLES = (ATTEMPTS, STATES, NOTES, PLACES, HIGHLIGHTS, SAVED_TERMS)


def state_row(state: ItemState) -> Row:
    """Return the row of a state; its lesson is the one that its item id begins with."""
    lesson_id = state.item_id.partition("-")[0]
    changed = {"lesson_id": lesson_id, "updated_at": time_to_text(now())}
    return STATES.row(state.to_dict() | changed)


def place_row(lesson_id: str, place: Place) -> Row:
    """Return the row of a place in a lesson."""
    changed = {"lesson_id": lesson_id, "updated_at": time_to_text(now())}
    return PLACES.row(place.to_dict() | changed)


def put(db: sqlite3.Connection, row: Row) -> None:
    """Write `row` over what stood there."""
    columns = ", ".join(row.table.columns)
    marks = ", ".join("?" * len(row.values))
    db.execute(
        f"INSERT OR REPLACE INTO {row.table.name} ({columns}) VALUES ({marks})",
        row.values,
    )


def merge(db: sqlite3.Connection, row: Row) -> None:
    """Write `row` unless one as new, or newer, stands there."""
    table = row.table
    columns, marks = ", ".join(table.columns), ", ".join("?" * len(row.values))
    changes = ", ".join(f"{name} = excluded.{name}" for name in table.columns)
    db.execute(
        f"INSERT INTO {table.name} ({columns}) VALUES ({marks}) "
        f"ON CONFLICT ({table.key}) DO UPDATE SET {changes} "
        f"WHERE excluded.{table.time} > {table.name}.{table.time}",
        row.values,
    )


def select(
    db: sqlite3.Connection, table: Table, equal: Mapping[str, Scalar] | None = None
) -> Iterator[Row]:
    """Yield the rows of `table`; `equal` gives columns the value that is wanted.

    Raises:
        DamagedError: A row's values make no record.
    """
    columns = ", ".join(table.columns)
    condition = " AND ".join(f"{name} = ?" for name in equal or {}) or "1"
    sql = f"SELECT {columns} FROM {table.name} WHERE {condition}"
    for values in db.execute(sql, tuple((equal or {}).values())):
        row = Row(table, values)
        row.check()
        yield row


def check_rows(db: sqlite3.Connection) -> None:
    """Read all rows of all tables.

    Raises:
        DamagedError: One makes no record, or a table is not as it was made.
    """
    for table in TABLES:
        try:
            for _ in select(db, table):
                pass
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
                raise DamagedError(*error.args) from error
            raise
