"""The schema, as the ordered list of the steps that lead to it.

A step that has been released is never changed: what comes later is a new step. Each is
done in a transaction together with the record that it was done.
"""

import sqlite3

from yandu.progress.database import check, transaction
from yandu.progress.records import now, time_to_text
from yandu.progress.tables import check_rows

MIGRATIONS = {
    "m001_attempts": """
        CREATE TABLE attempts (
            id TEXT PRIMARY KEY,
            lesson_id TEXT NOT NULL,
            item_id TEXT NOT NULL,
            response TEXT NOT NULL,
            score REAL NOT NULL,
            maximum REAL NOT NULL,
            outcome TEXT NOT NULL,
            n_hints INTEGER NOT NULL,
            at TEXT NOT NULL
        )""",
    "m002_item_states": """
        CREATE TABLE item_states (
            item_id TEXT PRIMARY KEY,
            lesson_id TEXT NOT NULL,
            response TEXT NOT NULL,
            n_hints INTEGER NOT NULL,
            is_solution_shown INTEGER NOT NULL,
            updated_at TEXT NOT NULL
        )""",
    "m003_notes": """
        CREATE TABLE notes (
            prompt_id TEXT PRIMARY KEY,
            lesson_id TEXT NOT NULL,
            text TEXT NOT NULL,
            citations TEXT NOT NULL,
            is_committed INTEGER NOT NULL,
            updated_at TEXT NOT NULL
        )""",
    "m004_places": """
        CREATE TABLE places (
            lesson_id TEXT PRIMARY KEY,
            cell_id TEXT NOT NULL,
            offset REAL NOT NULL,
            updated_at TEXT NOT NULL
        )""",
    "m005_attempt_confidence": """
        ALTER TABLE attempts ADD COLUMN confidence TEXT NOT NULL DEFAULT ''""",
    "m006_attempt_seed": """
        ALTER TABLE attempts ADD COLUMN seed INTEGER NOT NULL DEFAULT 0""",
    "m007_state_confidence": """
        ALTER TABLE item_states ADD COLUMN confidence TEXT NOT NULL DEFAULT ''""",
    "m008_state_seed": """
        ALTER TABLE item_states ADD COLUMN seed INTEGER NOT NULL DEFAULT 0""",
    "m009_highlights": """
        CREATE TABLE highlights (
            id TEXT PRIMARY KEY,
            lesson_id TEXT NOT NULL,
            paragraph_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            start INTEGER NOT NULL,
            quotation TEXT NOT NULL,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            note TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            is_removed INTEGER NOT NULL
        )""",
    "m010_saved_terms": """
        CREATE TABLE saved_terms (
            term_id TEXT PRIMARY KEY,
            lesson_id TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            is_removed INTEGER NOT NULL
        )""",
}


class NewerSchemaError(sqlite3.DatabaseError):
    """A file written by a newer version of the course; it must not be touched."""


def pending(db: sqlite3.Connection) -> list[str]:
    """Return the names of the migrations that are still to be done, in order.

    Raises:
        NewerSchemaError: The file has migrations that this version does not know.
    """
    has_record = db.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'"
    ).fetchone()
    done = set()
    if has_record:
        done = {name for (name,) in db.execute("SELECT name FROM migrations")}
    if unknown := done - MIGRATIONS.keys():
        msg = f"unknown migrations: {', '.join(sorted(unknown))}"
        raise NewerSchemaError(msg)
    return [name for name in MIGRATIONS if name not in done]


def migrate(db: sqlite3.Connection) -> None:
    """Bring the schema up to date.

    Raises:
        NewerSchemaError: It is beyond what this version knows.
    """
    for name in pending(db):
        with transaction(db):
            db.execute(
                "CREATE TABLE IF NOT EXISTS migrations "
                "(name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)"
            )
            db.execute(MIGRATIONS[name])
            db.execute(
                "INSERT INTO migrations (name, applied_at) VALUES (?, ?)",
                (name, time_to_text(now())),
            )


def verify(db: sqlite3.Connection) -> None:
    """Read everything in the database, and see that it makes sense.

    Raises:
        DamagedError: It does not.
        NewerSchemaError: A newer version of the course must judge.
    """
    check(db)
    if not pending(db):
        check_rows(db)
