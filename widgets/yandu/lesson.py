"""What a lesson's notebook calls: ``lesson = open_lesson("01")``, then one call a cell.

A handle puts the layers together: content and items below, the store beside them,
widgets above. It holds no logic of its own.
"""

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from yandu.card import Card, html_pair
from yandu.checks import CheckContext, check_widget
from yandu.content import Course, NoSuchEntryError, read_course
from yandu.discussion import Discussion
from yandu.home import ProgressCard
from yandu.items import Bank, read_bank
from yandu.kit import shared_kit
from yandu.lab import LabPanel
from yandu.messages import Bilingual, both
from yandu.paths import data_path, lessons_path
from yandu.progress import STORE_NAME, Store, open_store
from yandu.reading import Desk
from yandu.settings import VIEW, KeptSettings
from yandu.texts import course_text, lesson_text, sentences_of

if TYPE_CHECKING:
    from yandu.original import Original
    from yandu.textlab import Table, Text

CardT = TypeVar("CardT", bound=Card | LabPanel)

_handles: dict[str, "LessonHandle"] = {}


class Notice:
    """A plain sentence in place of a widget that cannot be shown, and its details."""

    def __init__(self, text: Bilingual, details: tuple[str, ...] = ()) -> None:
        self.text = text
        self.details = details

    def __repr__(self) -> str:
        return f"Notice({self.text['zh']!r})"

    def _repr_html_(self) -> str:
        listed = "".join(f"<li>{escape(detail)}</li>" for detail in self.details)
        details = f"<ul>{listed}</ul>" if listed else ""
        text = html_pair(self.text)
        return f'<div class="yd-card" lang="zh-CN">{text}{details}</div>'


class LessonHandle:
    """One lesson, live in a kernel.

    Args:
        course: The course's content.
        lesson_id: Which lesson, ``01``.
        bank: Its items.
        store: Where the learner's work is kept.
        settings: What the learner has set.
    """

    def __init__(
        self,
        course: Course,
        lesson_id: str,
        bank: Bank,
        store: Store,
        settings: KeptSettings,
    ) -> None:
        self.course = course
        self.content = course.lesson(lesson_id)
        self.bank = bank
        self.store = store
        self.settings = settings
        self.edition: tuple[tuple[str, int], ...] = ()
        self._cards: dict[str, Card | LabPanel] = {}
        self._places = {str(p.number): p.id for p in self.content.paragraphs}

    def read(self) -> Desk:
        """Return the reading bar."""
        return self._show("read", self._make_desk)

    def check(self, item_id: str) -> Card | Notice:
        """Return one self-check.

        Raises:
            NoSuchEntryError: The bank has no item with this id.
        """
        if item_id in self.bank.broken:
            faults = self.bank.faults_of(item_id)
            if self.content.notebook.is_preview:
                told = tuple(f"{fault.field}: {fault.message}" for fault in faults)
                return Notice(both("preview.broken"), told)
            return Notice(both("check.broken", number=int(item_id[-2:])))
        item = self.bank.item(item_id)
        return self._show(item_id, lambda: check_widget(item, self._context()))

    def discuss(self, prompt_id: str) -> Discussion:
        """Return the page for notes on a prompt.

        Raises:
            NoSuchEntryError: The lesson has no prompt with this id.
        """
        prompts = self.content.prompts
        if prompt_id not in prompts:
            raise NoSuchEntryError(prompt_id, prompts, "content.no_prompt")
        return self._show(
            prompt_id,
            lambda: Discussion(
                prompts[prompt_id],
                self.content.id,
                self._places,
                self.store,
                self._progress_changed,
                self._marks,
            ),
        )

    def text(self) -> "Text":
        """Return the lesson's reading text, cut as reviewed and as the learner has it.

        The learner's own corrections (`textlab.correct`) apply; its title says so.
        """
        from yandu.textlab import corrected

        return corrected(lesson_text(self.course, self.content))

    def course_text(self) -> "Text":
        """Return the reading texts of all lessons as one; its sections are lessons."""
        from yandu.textlab import corrected

        return corrected(course_text(self.course))

    def formulas(self) -> "Table":
        """Return every place of a set phrase in the lesson's text (`textlab.track`)."""
        from yandu.textlab import track

        return track(self.text(), self.course.glossary)

    def original(self) -> "Text":
        """Return the learner's own copy of the article, cut; its sections are 0 to 5.

        Raises:
            NoOriginalError: There is none; the message tells the command that adds one.
            OriginalError: Somebody has changed what was kept.
        """
        from yandu.original import original_text
        from yandu.textlab import cut

        return cut(original_text(self._read_original()))

    def punctuate(self, section: str | int | None = None) -> Card | Notice:
        """Return an exercise on the learner's copy: restore a passage's punctuation.

        Its attempts are kept, but it is no item of the lesson: not all have a copy.

        Args:
            section: Of the article, from which the passage is taken; by default the
                passage with most kinds of marks.
        """
        from yandu.original import NoOriginalError, OriginalError
        from yandu.original.exercise import exercise

        wanted = None if section is None else str(section)
        try:
            item = exercise(self._read_original(), self.content.id, wanted)
        except NoOriginalError:
            return Notice(both("original.exercise_none"))
        except OriginalError as error:
            return Notice(error.text)
        # Another copy, another passage: another card.
        name = f"{item.id}-{item.slots[0].id}"
        return self._show(name, lambda: check_widget(item, self._context()))

    def lab(self) -> LabPanel:
        """Return the text lab's panel: a button until it is pressed."""
        return self._show("lab", self._make_lab)

    def next(self) -> ProgressCard:
        """Return the progress in this lesson and the way to the next."""
        return self._show(
            "next",
            lambda: ProgressCard(self.course, self.content, self.bank, self.store),
        )

    def change_setting(self, name: str, value: object) -> bool:
        """Change a setting of the learner's, everywhere on the page at once.

        Returns:
            Whether it is saved; it holds until the kernel ends in any case.

        Raises:
            ValueError: There is no such setting, or it cannot have this value.
        """
        is_saved = self.settings.change(name, value)
        if name in VIEW:
            return is_saved  # the page has done it by itself
        for card in self._cards.values():
            card.speak()
        shared_kit().speak()
        return is_saved

    def close(self) -> None:
        """Close all cards and the store; opened again, the lesson is read anew."""
        for card in self._cards.values():
            card.close()
        self._cards.clear()
        self.store.close()
        if _handles.get(self.content.id) is self:
            del _handles[self.content.id]

    def _context(self) -> CheckContext:
        return CheckContext(
            lesson_id=self.content.id,
            places=self._places,
            store=self.store,
            on_attempt=self._progress_changed,
            sentences=sentences_of(self.content),
            settings=self.settings,
        )

    def _read_original(self) -> "Original":
        from yandu.original import read_original

        return read_original(data_path(), self.course.path)

    def _show(self, name: str, make: Callable[[], CardT]) -> CardT:
        """Return the card of this name: made once, taken anew whenever it is shown.

        A page that is reloaded while its kernel lives finds the cards that it knows.
        """
        card = self._cards.get(name)
        if card is None:
            self._cards[name] = card = make()
        else:
            card.speak()
        shared_kit().speak()
        return cast("CardT", card)

    def _make_desk(self) -> Desk:
        return Desk(
            self.course,
            self.content,
            self.store,
            tuple(self.bank.broken),
            self.settings,
            self.change_setting,
        )

    def _make_lab(self) -> LabPanel:
        sources = {"lesson": self.text, "course": self.course_text}
        sources |= {"original": self.original}
        return LabPanel(self.content.id, sources)

    def _marks(self) -> list[dict[str, Any]]:
        from yandu.reading.marking import Marking

        return Marking(self.course, self.content, self.store).views(self.content.id)

    def _progress_changed(self) -> None:
        card = self._cards.get("next")
        if isinstance(card, ProgressCard):
            card.refresh()

    def __repr__(self) -> str:
        return f"LessonHandle({self.content.id!r})"


def open_lesson(lesson_id: str) -> LessonHandle:
    """Open a lesson: read its content, open the learner's store.

    Opened again in the same kernel, a lesson is the same as before as long as no file
    of the course has changed; then everything is read anew.

    Raises:
        NoSuchEntryError: There is no such lesson.
    """
    edition = _edition(lessons_path())
    former = _handles.get(lesson_id)
    if former is not None:
        if former.edition == edition:
            former.settings.reread()
            return former
        former.close()
    settings = KeptSettings(data_path())
    course = read_course(lessons_path())
    bank = read_bank(course.path, course.lesson(lesson_id).name)
    store = open_store(data_path() / STORE_NAME)
    handle = LessonHandle(course, lesson_id, bank, store, settings)
    handle.edition = edition
    _handles[lesson_id] = handle
    return handle


def _edition(lessons: Path) -> tuple[tuple[str, int], ...]:
    """Return what changes when any file of the course does: names and times."""
    files = [path for path in lessons.rglob("*.*") if path.is_file()]
    return tuple(sorted((str(path), path.stat().st_mtime_ns) for path in files))
