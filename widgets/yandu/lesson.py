"""What a lesson's notebook calls: ``lesson = open_lesson("01")``, then one call a cell.

A handle puts the layers together: content and items below, the store beside them,
widgets above. It holds no logic of its own.
"""

from typing import TYPE_CHECKING, TypeVar

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
        self._cards: dict[str, Card] = {}
        self._places = {str(p.number): p.id for p in self.content.paragraphs}

    def read(self) -> Desk:
        """Return the reading bar."""
        notices = tuple(both(n.key, **n.values) for n in self.store.notices)
        if self.bank.broken:
            missing = both(
                "desk.missing_items",
                n=len(self.bank.broken),
                items="、".join(self.bank.broken),
            )
            notices = (*notices, missing)
        return self._show("read", Desk(self.course, self.content, self.store, notices))

    def check(self, item_id: str) -> Card | Notice:
        """Return one self-check.

        Raises:
            NoSuchEntryError: The bank has no item with this id.
        """
        if item_id in self.bank.broken:
            return Notice(both("check.broken", item=item_id))
        context = CheckContext(
            self.content.id, self._places, self.store, self._progress_changed
        )
        return self._show(item_id, check_widget(self.bank.item(item_id), context))

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
            Discussion(
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
        card = ProgressCard(self.course, self.content, self.bank, self.store)
        return self._show("next", card)

    def close(self) -> None:
        """Close all cards and the store."""
        for card in self._cards.values():
            card.close()
        self._cards.clear()
        self.store.close()

    def _show(self, name: str, card: CardT) -> CardT:
        """Keep a card under its name; one that it replaces is closed."""
        former = self._cards.get(name)
        if former is not None:
            former.close()
        self._cards[name] = card
        return card

    def _progress_changed(self) -> None:
        card = self._cards.get("next")
        if isinstance(card, ProgressCard):
            card.refresh()

    def __repr__(self) -> str:
        return f"LessonHandle({self.content.id!r})"


def open_lesson(lesson_id: str) -> LessonHandle:
    """Open a lesson: read its content, open the learner's store.

    Opening it again (a page reloaded, a cell run twice) gives a fresh handle that reads
    everything anew, and closes the cards of the former one.

    Raises:
        NoSuchEntryError: There is no such lesson.
    """
    course = read_course(lessons_path())
    lesson = course.lesson(lesson_id)
    former = _handles.pop(lesson_id, None)
    if former is not None:
        former.close()
    bank = read_bank(course.path, lesson.name)
    handle = LessonHandle(course, lesson_id, bank, open_store(data_path() / STORE_NAME))
    _handles[lesson_id] = handle
    return handle
