"""A learner's highlights for the page: kept by the store, placed in the text."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from yandu.content import Course, Lesson
from yandu.progress import Highlight, Store
from yandu.progress.records import now
from yandu.reading.anchors import Anchor, Placement, anchor, place
from yandu.textlab.texts.text import compact


class Marking:
    """The highlights of one learner, seen from one lesson.

    Args:
        course: The course's content; each highlight is placed in its own lesson.
        lesson: The lesson that is open.
        store: Where they are kept.
    """

    def __init__(self, course: Course, lesson: Lesson, store: Store) -> None:
        self._course = course
        self._lesson = lesson
        self._store = store
        self._removed: dict[str, Highlight] = {}  # for as long as the kernel lives
        self._texts: dict[str, dict[str, str]] = {}

    def views(self, lesson_id: str | None = None) -> list[dict[str, Any]]:
        """Return the highlights, of all lessons or one, in the order of the texts.

        What has lost its place in the text comes last in its lesson, never left out.
        """
        made = [self._view(one) for one in self._store.highlights(lesson_id)]
        return sorted(
            made,
            key=lambda view: (
                view["lesson"],
                view["number"] or len(self._course.lessons) * 1000,
                view["start"],
                view["updated_at"],
            ),
        )

    def save(self, message: Mapping[str, Any]) -> bool:
        """Make a highlight, or change the kind and note of one; return if it is kept.

        Raises:
            ValueError: The kind is unknown, or there is no such passage.
        """
        kind, note = str(message.get("kind")), str(message.get("note") or "")
        former = self._find(message.get("id"))
        if former is not None:
            changed = replace(former, kind=kind, note=note, updated_at=now())
            return self._store.save_highlight(changed)
        start, end = message.get("start"), message.get("end")
        if not isinstance(start, int) or not isinstance(end, int):
            msg = "a passage needs its two ends"
            raise ValueError(msg)
        paragraph_id = str(message.get("paragraph"))
        text = self._texts_of(self._lesson.id).get(paragraph_id, "")
        made = anchor(paragraph_id, text, start, end)
        new_id = {"id": message["id"]} if message.get("id") else {}
        return self._store.save_highlight(
            Highlight(
                lesson_id=self._lesson.id,
                paragraph_id=paragraph_id,
                kind=kind,
                start=made.start,
                quotation=made.quotation,
                before=made.before,
                after=made.after,
                note=note,
                **new_id,
            )
        )

    def remove(self, highlight_id: object) -> bool:
        """Take a highlight away; return whether that is kept."""
        former = self._find(highlight_id)
        if former is None:
            return True
        self._removed[former.id] = former
        return self._store.save_highlight(former.removed())

    def restore(self, highlight_id: object) -> bool:
        """Bring back what was removed last under this id; return whether it is kept."""
        former = self._removed.pop(str(highlight_id), None)
        if former is None:
            return True
        return self._store.save_highlight(replace(former, updated_at=now()))

    def _find(self, highlight_id: object) -> Highlight | None:
        found = (one for one in self._store.highlights() if one.id == highlight_id)
        return next(found, None)

    def _texts_of(self, lesson_id: str) -> dict[str, str]:
        if lesson_id not in self._texts:
            lesson = self._course.lessons.get(lesson_id)
            paragraphs = lesson.paragraphs if lesson else ()
            self._texts[lesson_id] = {one.id: compact(one.text) for one in paragraphs}
        return self._texts[lesson_id]

    def _view(self, made: Highlight) -> dict[str, Any]:
        texts = self._texts_of(made.lesson_id)
        sought = Anchor(
            made.paragraph_id, made.start, made.quotation, made.before, made.after
        )
        found = place(sought, texts)
        lesson = self._course.lessons.get(made.lesson_id)
        return {
            "id": made.id,
            "lesson": made.lesson_id,
            "title": lesson.title if lesson else "",
            "path": f"{lesson.name}.ipynb" if lesson else "",
            "kind": made.kind,
            "quotation": made.quotation,
            "note": made.note,
            "updated_at": made.updated_at.isoformat(),
            **_where(found, list(texts)),
        }


def _where(found: Placement | None, ids: list[str]) -> dict[str, Any]:
    """Return where a highlight stands; a paragraph of None means nowhere now."""
    if found is None:
        nowhere = {"start": 0, "end": 0, "is_changed": False}
        return {"paragraph": None, "number": None, **nowhere}
    return {
        "paragraph": found.paragraph_id,
        "number": ids.index(found.paragraph_id) + 1,
        "start": found.start,
        "end": found.end,
        "is_changed": found.is_changed,
    }
