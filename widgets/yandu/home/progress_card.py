"""The last card of a lesson: what is done, what to look at again, what is next."""

from typing import Any

import traitlets

from yandu.card import Card, html_pair, load_css, load_esm
from yandu.content import Course, Lesson
from yandu.items import Bank, Outcome
from yandu.messages import both
from yandu.progress import Store


class ProgressCard(Card):
    """The learner's progress in one lesson; call `refresh` after an attempt."""

    _esm = load_esm("home/progress_card.js")
    _css = load_css("home/progress_card.css")
    label_section = traitlets.Unicode("progress").tag(sync=True)

    def __init__(
        self, course: Course, lesson: Lesson, bank: Bank, store: Store
    ) -> None:
        self._lesson = lesson
        self._bank = bank
        self._store = store
        after = course.next_lesson(lesson.id)
        following = after and {"path": f"{after.name}.ipynb", "title": after.title}
        content = {"n_items": len(bank.items), "next": following}
        super().__init__(f"{lesson.id}-next", content)
        self.refresh()

    def refresh(self) -> None:
        """Show the store as it is now."""
        last = {
            attempt.item_id: attempt.outcome
            for attempt in self._store.attempts(lesson_id=self._lesson.id)
        }
        outcomes = {
            item_id: last.get(item_id, Outcome.UNATTEMPTED.value)
            for item_id in self._bank.items
        }
        notes = [self._store.note(prompt_id) for prompt_id in self._lesson.prompts]
        self.state = {
            "items": [
                {"cell": item_id, "number": int(item_id.partition("-q")[2]), "is": is_}
                for item_id, is_ in outcomes.items()
            ],
            "n_attempted": sum(is_ != "unattempted" for is_ in outcomes.values()),
            "n_prompts": len(notes),
            "n_written": sum(bool(note and note.text.strip()) for note in notes),
        }

    def act_refresh(self, message: dict[str, Any]) -> dict[str, Any]:
        """Show the store as it is now, asked by the card itself."""
        self.refresh()
        return dict(self.state)

    def fallback(self) -> str:
        """Return how many items and prompts the lesson has."""
        n_items, n_prompts = len(self._bank.items), len(self._lesson.prompts)
        counts = both("progress.fallback", n_items=n_items, n_prompts=n_prompts)
        return html_pair(counts) + super().fallback()
