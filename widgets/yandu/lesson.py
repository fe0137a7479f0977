"""What a lesson's notebook calls: ``lesson = open_lesson("01")``, then one call a cell.

A handle puts the layers together: content and items below, the store beside them,
widgets above. It holds no logic of its own.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from yandu.card import Card, html_pair
from yandu.checks import CheckContext, check_widget
from yandu.content import Course, NoSuchEntryError, read_course
from yandu.discussion import Discussion
from yandu.home import ProgressCard
from yandu.items import Bank, read_bank
from yandu.lab import LabPanel
from yandu.messages import Bilingual, both
from yandu.paths import data_path, lessons_path
from yandu.progress import STORE_NAME, Store, open_store
from yandu.reading import Desk

if TYPE_CHECKING:
    from yandu.textlab import Text

CardT = TypeVar("CardT", bound=Card)

_handles: dict[str, "LessonHandle"] = {}


class Notice:
    """A plain sentence in place of a widget that cannot be shown."""

    def __init__(self, text: Bilingual) -> None:
        self.text = text

    def __repr__(self) -> str:
        return f"Notice({self.text['zh']!r})"

    def _repr_html_(self) -> str:
        return f'<div class="yd-card" lang="zh-CN">{html_pair(self.text)}</div>'


class LessonHandle:
    """One lesson, live in a kernel.

    Args:
        course: The course's content.
        lesson_id: Which lesson, ``01``.
        bank: Its items.
        store: Where the learner's work is kept.
    """

    def __init__(
        self, course: Course, lesson_id: str, bank: Bank, store: Store
    ) -> None:
        self.course = course
        self.content = course.lesson(lesson_id)
        self.bank = bank
        self.store = store
        self.edition: tuple[tuple[str, int], ...] = ()
        self._cards: dict[str, Card] = {}
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
            return Notice(both("check.broken", number=int(item_id[-2:])))
        item = self.bank.item(item_id)
        context = CheckContext(
            self.content.id, self._places, self.store, self._progress_changed
        )
        return self._show(item_id, lambda: check_widget(item, context))

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
            ),
        )

    def text(self) -> "Text":
        """Return the lesson's reading text, as the text lab wants it."""
        from yandu.textlab import Text, read_tokens

        tokens = read_tokens(self.course.path / "tokens" / f"{self.content.name}.tsv")
        return Text.build(
            id=self.content.id,
            title=both("textlab.lesson_text", title=self.content.title),
            sentences={
                sentence.id: sentence.text
                for paragraph in self.content.paragraphs
                for sentence in paragraph.sentences
            },
            tokens=tokens,
        )

    def lab(self) -> LabPanel:
        """Return the text lab's panel: a button until it is pressed."""
        return LabPanel(self.content.id, self.text)

    def next(self) -> ProgressCard:
        """Return the progress in this lesson and the way to the next."""
        return self._show(
            "next",
            lambda: ProgressCard(self.course, self.content, self.bank, self.store),
        )

    def close(self) -> None:
        """Close all cards and the store."""
        for card in self._cards.values():
            card.close()
        self._cards.clear()
        self.store.close()

    def _show(self, name: str, make: Callable[[], CardT]) -> CardT:
        """Return the card of this name: made once, refreshed whenever it is shown.

        A page that is reloaded while its kernel lives finds the cards that it knows.
        """
        card = self._cards.get(name)
        if card is None:
            self._cards[name] = card = make()
        else:
            card.refresh()
        return cast("CardT", card)

    def _make_desk(self) -> Desk:
        broken = self.bank.broken
        missing = both("desk.missing_items", n=len(broken), items="、".join(broken))
        told = (missing,) if broken else ()
        return Desk(self.course, self.content, self.store, told)

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
            return former
        former.close()
    course = read_course(lessons_path())
    bank = read_bank(course.path, course.lesson(lesson_id).name)
    store = open_store(data_path() / STORE_NAME)
    handle = LessonHandle(course, lesson_id, bank, store)
    handle.edition = edition
    _handles[lesson_id] = handle
    return handle


def _edition(lessons: Path) -> tuple[tuple[str, int], ...]:
    """Return what changes when any file of the course does: names and times."""
    files = [path for path in lessons.rglob("*.*") if path.is_file()]
    return tuple(sorted((str(path), path.stat().st_mtime_ns) for path in files))
