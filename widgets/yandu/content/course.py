"""The course as a whole: which lessons there are, and how to find one."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from yandu.content.glossary import Glossary, Source, Term, read_glossary, read_sources
from yandu.content.notebook import Notebook, Paragraph, read_notebook
from yandu.content.prompts import Prompt, read_prompts
from yandu.faults import Fault
from yandu.messages import say

LESSON_FILE = re.compile(r"(\d\d)_\w+\.ipynb")


class NoSuchEntryError(LookupError):
    """An id that does not exist; the message names the nearest ones that do."""

    def __init__(self, wanted: str, known: Iterable[str], key: str) -> None:
        ids = list(known)
        near = difflib.get_close_matches(wanted, ids, n=3, cutoff=0.5) or ids[:3]
        super().__init__(say(key, wanted=wanted, near="、".join(near) or "—"))


@dataclass(frozen=True)
class Lesson:
    """One lesson's content, without its items.

    Attributes:
        id: Two digits, ``01``.
        name: File name without ending, ``01_mission``; banks and guides share it.
        notebook: Its cells.
        prompts: Facilitator's guides by id.
        faults: What was wrong in its own files.
    """

    id: str
    name: str
    notebook: Notebook
    prompts: dict[str, Prompt]
    faults: tuple[Fault, ...]

    @property
    def title(self) -> str:
        """The lesson's Chinese title."""
        return self.notebook.title

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The reading text."""
        return self.notebook.paragraphs

    @property
    def text(self) -> str:
        """All of the Chinese reading text, a paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True)
class Course:
    """Everything under ``lessons/`` but the item banks, which know how to score.

    Attributes:
        path: The lessons folder.
        lessons: By id, in order.
        glossary: Terms.
        sources: By id.
        faults: What was wrong in the files shared by all lessons.
    """

    path: Path
    lessons: dict[str, Lesson]
    glossary: Glossary
    sources: dict[str, Source]
    faults: tuple[Fault, ...]

    def lesson(self, lesson_id: str) -> Lesson:
        """Return one lesson.

        Raises:
            NoSuchEntryError: There is none with this id.
        """
        if lesson_id not in self.lessons:
            raise NoSuchEntryError(lesson_id, self.lessons, "content.no_lesson")
        return self.lessons[lesson_id]

    def next_lesson(self, lesson_id: str) -> Lesson | None:
        """Return the lesson after this one, or None after the last."""
        ids = list(self.lessons)
        place = ids.index(lesson_id) + 1
        return self.lessons[ids[place]] if place < len(ids) else None

    def terms_of(self, lesson: Lesson) -> tuple[Term, ...]:
        """Return the glossary's terms that a lesson's text uses."""
        return self.glossary.terms_in(lesson.text)


def lesson_files(path: Path) -> list[Path]:
    """Return the notebooks of a lessons folder in order."""
    return sorted(
        file for file in path.glob("*.ipynb") if LESSON_FILE.fullmatch(file.name)
    )


def read_lesson(path: Path, file: Path) -> Lesson:
    """Read one lesson's notebook and prompts."""
    faults: list[Fault] = []
    notebook = read_notebook(file, file.name, faults)
    prompts = read_prompts(path, file.stem, faults)
    return Lesson(file.stem[:2], file.stem, notebook, prompts, tuple(faults))


def read_course(path: Path) -> Course:
    """Read all lessons of a folder, with the glossary and the sources."""
    faults: list[Fault] = []
    lessons = [read_lesson(path, file) for file in lesson_files(path)]
    glossary = read_glossary(path, faults)
    sources = read_sources(path, faults)
    by_id = {lesson.id: lesson for lesson in lessons}
    return Course(path, by_id, glossary, sources, tuple(faults))
