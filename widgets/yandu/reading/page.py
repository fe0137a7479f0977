"""What the page asks of the kernel while a lesson is read, and the answers.

The lab extension knows the cells and draws on them; the kernel knows the course and the
learner. The desk carries their questions, ``{"ask": name, …}``, and the answers.
"""

from collections.abc import Callable, Mapping
from typing import Any

from yandu.content import Course, Lesson
from yandu.original import OriginalError, passages, read_original
from yandu.paths import data_path
from yandu.progress import SavedTerm, Store
from yandu.reading.cards import term_card
from yandu.reading.layers import layers
from yandu.reading.marking import Marking
from yandu.reading.where import Place, where_else, where_term

Message = Mapping[str, Any]
Answer = dict[str, Any]


class Page:
    """Answers for one lesson.

    Args:
        course: The course's content.
        lesson: The lesson that is read.
        store: Where highlights and saved terms are kept.
        set_view: Changes what the page shows, by name; returns whether it is saved;
            raises ValueError for what is no setting.
    """

    def __init__(
        self,
        course: Course,
        lesson: Lesson,
        store: Store,
        set_view: Callable[[str, object], bool],
    ) -> None:
        self._course = course
        self._lesson = lesson
        self._store = store
        self._set_view = set_view
        self._marking = Marking(course, lesson, store)

    def answer(self, message: Message) -> Answer:
        """Return the answer to a question; ``error`` if there is none to it."""
        ask: Callable[[Message], Answer] | None = getattr(
            self, f"ask_{message.get('ask')}", None
        )
        if ask is None:
            return {"error": True}
        try:
            return ask(message)
        except (ValueError, LookupError):
            return {"error": True}

    def ask_layers(self, message: Message) -> Answer:
        """Return what lies over the lesson's paragraphs, and the learner's marks."""
        return {
            "paragraphs": layers(self._course, self._lesson),
            "saved": [term.term_id for term in self._store.saved_terms()],
            "original": self._original(),
            **self._marks(),
        }

    def ask_view(self, message: Message) -> Answer:
        """Keep what the page shows: one setting by its name."""
        name = str(message.get("name"))
        return {"is_saved": self._set_view(name, message.get("value"))}

    def ask_term(self, message: Message) -> Answer:
        """Return a term's card, with every place where it stands in the course."""
        term = self._course.glossary.terms[str(message.get("id"))]
        hits = self._with_paths(where_term(self._course, term))
        return {**term_card(self._course, self._lesson, term), "hits": hits}

    def ask_where(self, message: Message) -> Answer:
        """Return every place of a string in the texts of the course."""
        found = where_else(self._course, str(message.get("text") or ""))
        return {"hits": self._with_paths(found)}

    def ask_mark(self, message: Message) -> Answer:
        """Make or change a highlight."""
        return self._marks(is_saved=self._marking.save(message))

    def ask_unmark(self, message: Message) -> Answer:
        """Take a highlight away."""
        return self._marks(is_saved=self._marking.remove(message.get("id")))

    def ask_restore(self, message: Message) -> Answer:
        """Bring back a highlight that was taken away."""
        return self._marks(is_saved=self._marking.restore(message.get("id")))

    def ask_marks(self, message: Message) -> Answer:
        """Return the highlights of the whole course."""
        return {"marks": self._marking.views()}

    def ask_saved(self, message: Message) -> Answer:
        """Return the terms that were saved for review."""
        terms = self._course.glossary.terms
        saved = [terms[one.term_id] for one in self._saved_here()]
        keys = ("id", "zh", "pinyin", "en")
        return {"terms": [{key: getattr(term, key) for key in keys} for term in saved]}

    def ask_save_term(self, message: Message) -> Answer:
        """Put a term on the list for review, or take it off."""
        term = self._course.glossary.terms[str(message.get("id"))]
        is_removed = message.get("is_on") is not True
        made = SavedTerm(term.id, self._lesson.id, is_removed=is_removed)
        is_saved = self._store.save_term(made)
        saved = [one.term_id for one in self._store.saved_terms()]
        return {"saved": saved, "is_saved": is_saved}

    def _original(self) -> dict[str, list[dict[str, Any]]] | None:
        """Return the passages of the learner's copy by paragraph; None without one."""
        try:
            original = read_original(data_path(), self._course.path)
        except OriginalError:
            return None
        return {
            paragraph.id: [
                one.to_dict() for one in passages(original, paragraph.claims)
            ]
            for paragraph in self._lesson.paragraphs
        }

    def _saved_here(self) -> list[SavedTerm]:
        """Return the saved terms that the glossary still has."""
        terms = self._course.glossary.terms
        return [one for one in self._store.saved_terms() if one.term_id in terms]

    def _marks(self, *, is_saved: bool = True) -> Answer:
        return {"marks": self._marking.views(self._lesson.id), "is_saved": is_saved}

    def _with_paths(self, places: list[Place]) -> list[dict[str, Any]]:
        return [
            {**place, "path": f"{self._course.lessons[place['lesson']].name}.ipynb"}
            for place in places
        ]
