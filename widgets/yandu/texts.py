"""The texts of the course as the text lab wants them: one lesson's, or all together."""

from dataclasses import replace
from typing import TYPE_CHECKING

from yandu.content import Course, Lesson
from yandu.messages import both

if TYPE_CHECKING:
    from yandu.textlab import Text


def lesson_text(course: Course, lesson: Lesson) -> "Text":
    """Return a lesson's reading text with its reviewed tokens."""
    from yandu.textlab import Text, read_tokens

    return Text.build(
        id=lesson.id,
        title=both("textlab.lesson_text", title=lesson.title),
        sentences=sentences_of(lesson),
        tokens=read_tokens(course.path / "tokens" / f"{lesson.name}.tsv"),
    )


def course_text(course: Course) -> "Text":
    """Return the reading texts of all lessons as one text, sections = lesson ids.

    The sentences keep their ids, ``01-p04.2``.
    """
    from yandu.textlab import Text

    texts = [lesson_text(course, lesson) for lesson in course.lessons.values()]
    return Text(
        id="course",
        title=both("textlab.course_text"),
        sentences=tuple(
            replace(sentence, group=text.id)
            for text in texts
            for sentence in text.sentences
        ),
        titles={text.id: text.title for text in texts},
    )


def sentences_of(lesson: Lesson) -> dict[str, str]:
    """Return the sentences of a lesson's reading text by id, in order."""
    return {
        sentence.id: sentence.text
        for paragraph in lesson.paragraphs
        for sentence in paragraph.sentences
    }
