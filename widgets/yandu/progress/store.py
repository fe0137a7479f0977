"""The store: what a learner has done, on disk if at all possible."""

from pathlib import Path
from typing import Any

from yandu.progress.highlights import Highlight, SavedTerm
from yandu.progress.notices import Notice
from yandu.progress.records import Attempt, ItemState, Note, Place
from yandu.progress.session import Session
from yandu.progress.tables import (
    ATTEMPTS,
    HIGHLIGHTS,
    NOTES,
    PLACES,
    SAVED_TERMS,
    STATES,
    Row,
    Table,
    place_row,
    state_row,
)

EXPORT_FORMAT = "yandu-progress"
EXPORT_VERSION = 1


def open_store(path: Path) -> "Store":
    """Open the store in the file `path`, making it and its folder if need be.

    It never raises for trouble with the disk. A damaged file is set aside and the
    newest sound backup restored; a store that cannot save keeps everything in memory.
    `Store.notices` says which of this has happened.
    """
    session = Session(path)
    session.check()
    return Store(session)


class Store:
    """A learner's attempts, states, notes, places and marks; `open_store` makes it.

    What is written can be read back in any case. What the disk did not take is tried
    again with each later step. Safe to use from several threads, and from several
    processes at once.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def is_saving(self) -> bool:
        """Whether the last write reached the disk."""
        return self._session.trouble is None

    @property
    def is_readable(self) -> bool:
        """Whether the last reading reached the disk, not only this session's memory."""
        return self._session.is_readable

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the learner should know now: repairs; that nothing is being saved."""
        trouble = self._session.trouble
        return (*self._session.told, *([trouble] if trouble else ()))

    def record(self, attempt: Attempt) -> bool:
        """Record an attempt.

        Returns:
            True if it is on disk (committed with ``synchronous=FULL``), False if it is
            only in memory.
        """
        return self._session.save(ATTEMPTS.row(attempt.to_dict()))

    def attempts(
        self, item_id: str | None = None, lesson_id: str | None = None
    ) -> tuple[Attempt, ...]:
        """Return the attempts, of one item or lesson if asked, oldest first."""
        wanted = {"item_id": item_id, "lesson_id": lesson_id}
        equal = {name: value for name, value in wanted.items() if value is not None}
        rows = self._session.rows(ATTEMPTS, **equal)
        return tuple(Attempt.from_dict(row.to_dict()) for row in rows)

    def save_state(self, state: ItemState) -> bool:
        """Save what stands in an item's card; return whether it is on disk."""
        return self._session.save(state_row(state))

    def state(self, item_id: str) -> ItemState | None:
        """Return what stands in an item's card, None if nothing was saved."""
        row = self._row(STATES, item_id)
        return ItemState.from_dict(row.to_dict()) if row else None

    def save_note(self, note: Note) -> bool:
        """Save a note; return whether it is on disk."""
        return self._session.save(NOTES.row(note.to_dict()))

    def note(self, prompt_id: str) -> Note | None:
        """Return the note on a prompt, None if there is none."""
        row = self._row(NOTES, prompt_id)
        return Note.from_dict(row.to_dict()) if row else None

    def save_highlight(self, highlight: Highlight) -> bool:
        """Save a highlight, or that it was removed; return whether it is on disk."""
        return self._session.save(HIGHLIGHTS.row(highlight.to_dict()))

    def highlights(self, lesson_id: str | None = None) -> tuple[Highlight, ...]:
        """Return the highlights, of one lesson if asked, oldest change first."""
        equal = {} if lesson_id is None else {"lesson_id": lesson_id}
        rows = self._session.rows(HIGHLIGHTS, **equal)
        made = (Highlight.from_dict(row.to_dict()) for row in rows)
        return tuple(highlight for highlight in made if not highlight.is_removed)

    def save_term(self, term: SavedTerm) -> bool:
        """Save a term for review, or that it was removed; return whether on disk."""
        return self._session.save(SAVED_TERMS.row(term.to_dict()))

    def saved_terms(self) -> tuple[SavedTerm, ...]:
        """Return the terms that were saved for review, oldest first."""
        rows = self._session.rows(SAVED_TERMS)
        made = (SavedTerm.from_dict(row.to_dict()) for row in rows)
        return tuple(term for term in made if not term.is_removed)

    def save_place(self, lesson_id: str, place: Place) -> bool:
        """Save where the learner stopped in a lesson; return whether it is on disk."""
        return self._session.save(place_row(lesson_id, place))

    def place(self, lesson_id: str) -> Place | None:
        """Return where the learner stopped in a lesson, None if never in it."""
        row = self._row(PLACES, lesson_id)
        return Place.from_dict(row.to_dict()) if row else None

    def last_lesson(self) -> str | None:
        """Return the lesson in which the learner stopped last, None if in none yet."""
        rows = self._session.rows(PLACES)
        return str(rows[-1].lesson_id) if rows else None

    def erase(self, lesson_id: str | None = None) -> bool:
        """Erase one lesson, or everything: in the store, all backups and damaged files.

        Other processes forget it before they next read or write.

        Returns:
            True if it is gone from the disk.
        """
        return self._session.erase(lesson_id)

    def export(self) -> dict[str, Any]:
        """Return everything of this learner, as JSON can hold it."""
        return {
            "format": EXPORT_FORMAT,
            "version": EXPORT_VERSION,
            "attempts": self._all(ATTEMPTS),
            "item_states": self._all(STATES),
            "notes": self._all(NOTES),
            "places": self._all(PLACES),
            "highlights": [one.to_dict() for one in self.highlights()],
            "saved_terms": [one.to_dict() for one in self.saved_terms()],
        }

    def close(self) -> None:
        """Write what is still unsaved.

        The file is checked once more: what only this session remembers is not to go
        before damage is seen.
        """
        self._session.check()

    def _row(self, table: Table, key: str) -> Row | None:
        rows = self._session.rows(table, **{table.key: key})
        return rows[0] if rows else None

    def _all(self, table: Table) -> list[dict[str, Any]]:
        booleans = ("is_solution_shown", "is_committed")
        return [
            {
                name: bool(value) if name in booleans else value
                for name, value in row.to_dict().items()
            }
            for row in self._session.rows(table)
        ]
