"""The discussion widget: a note with citations; model readings open after it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import traitlets

from yandu.card import Card, html_pair, load_css, load_esm
from yandu.content import Prompt
from yandu.messages import both, shown
from yandu.progress import Note, Store


class Discussion(Card):
    """A prompt's notebook page: the learner writes, cites, and only then compares.

    The model readings and the rubric stay in the kernel until the learner has written
    something and cited a paragraph. A note is never scored and never leaves the store.
    `marks` returns the learner's highlights in the lesson, with their places.
    """

    _esm = load_esm("discussion/quoting.js", "discussion/discussion.js")
    _css = load_css("discussion/discussion.css")
    label_section = traitlets.Unicode("discussion").tag(sync=True)

    def __init__(
        self,
        prompt: Prompt,
        lesson_id: str,
        places: dict[str, str],
        store: Store,
        on_note: Callable[[], None],
        marks: Callable[[], list[dict[str, Any]]] = list,
    ) -> None:
        self._prompt = prompt
        self._on_note = on_note
        self._marks = marks
        self._lesson_id = lesson_id
        self._store = store
        self._is_saved = True
        content = {
            "id": prompt.id,
            "number": int(prompt.id.partition("-d")[2]),
            "places": places,
            "suggested": [n for n, cell in places.items() if cell in prompt.paragraphs],
        }
        super().__init__(prompt.id, content)
        self.refresh()

    def refresh(self) -> None:
        """Show the note as the store has it."""
        self.state = self._view()

    def act_draft(self, message: dict[str, Any]) -> dict[str, Any]:
        """Save the note as it is typed."""
        return self._save(message, is_committed=self._note().is_committed)

    def act_commit(self, message: dict[str, Any]) -> dict[str, Any]:
        """Open the readings, if something is written and a paragraph cited."""
        text, citations = self._parse(message)
        if not text.strip():
            return {**self._save(message), "problem": shown("discussion.no_text")}
        if not citations:
            return {**self._save(message), "problem": shown("discussion.no_citation")}
        return self._save(message, is_committed=True)

    def act_marks(self, message: dict[str, Any]) -> dict[str, Any]:
        """List what the learner has marked in the lesson's text, to be quoted."""
        marks = [
            {
                "kind": shown(f"extension.kind_{mark['kind']}"),
                **{key: mark[key] for key in ("quotation", "note", "number")},
                "paragraph": mark["paragraph"],
            }
            for mark in self._marks()
            if mark["paragraph"]  # else it cannot be cited
        ]
        return {**self._view(), "marks": marks}

    def acted(self, act: str) -> None:
        """Tell the lesson that a note may be new."""
        self._on_note()

    def fallback(self) -> str:
        """Return what there is to do, without a field to write in."""
        title = both("discussion.title", number=self.content["number"])["zh"]
        return (
            f"<p><strong>{title}</strong></p>{html_pair(both('discussion.how'))}"
            f"{super().fallback()}"
        )

    def _save(
        self, message: dict[str, Any], *, is_committed: bool = False
    ) -> dict[str, Any]:
        text, citations = self._parse(message)
        note = Note(
            prompt_id=self._prompt.id,
            lesson_id=self._lesson_id,
            text=text,
            citations=citations,
            is_committed=is_committed or self._note().is_committed,
            updated_at=datetime.now(UTC),
        )
        self._is_saved = self._store.save_note(note)
        return self._view()

    def _parse(self, message: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
        """Return the text and the cited paragraphs' ids in the order of the text."""
        cited = message.get("citations") or ()
        known = self.content["places"].values()
        return str(message.get("text") or ""), tuple(c for c in known if c in cited)

    def _note(self) -> Note:
        empty = Note(
            prompt_id=self._prompt.id,
            lesson_id=self._lesson_id,
            text="",
            citations=(),
            is_committed=False,
            updated_at=datetime.now(UTC),
        )
        return self._store.note(self._prompt.id) or empty

    def _view(self) -> dict[str, Any]:
        note = self._note()
        view: dict[str, Any] = {
            "text": note.text,
            "citations": list(note.citations),
            "is_committed": note.is_committed,
            "is_saved": self._is_saved,
        }
        if note.is_committed:
            view["readings"] = [
                {
                    "title": reading.title,
                    "text": reading.text,
                    "paragraphs": [
                        number
                        for number, cell in self.content["places"].items()
                        if cell in reading.paragraphs
                    ],
                }
                for reading in self._prompt.readings
            ]
            view["rubric"] = [
                {"criterion": row.criterion, "full": row.full, "partial": row.partial}
                for row in self._prompt.rubric
            ]
        return view
