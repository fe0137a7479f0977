"""The reading texts, one by one and as one text."""

from tests.conftest import LESSONS
from yandu import open_lesson, textlab
from yandu.content import read_course
from yandu.texts import course_text, lesson_text


def test_all_lessons_are_one_text_whose_sections_are_lessons():
    course = read_course(LESSONS)
    text = course_text(course)
    assert text.sections == tuple(course.lessons)
    assert text.section_title("01") == lesson_text(course, course.lesson("01")).title
    ids = [sentence.id for sentence in text.sentences]
    assert len(set(ids)) == len(ids)
    for sentence in text.sentences:
        assert sentence.id.startswith(f"{sentence.section}-p")
        assert sentence.paragraph == sentence.id.partition(".")[0]


def test_the_parts_add_up_to_the_whole():
    lesson = open_lesson("01")
    whole = textlab.frequency(lesson.course_text(), section="01")
    alone = textlab.frequency(lesson.text())
    assert [*whole["count"]] == [*alone["count"]]
    assert [*whole["token"]] == [*alone["token"]]
    assert lesson.text().string in lesson.course_text().string
