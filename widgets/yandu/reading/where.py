"""Where else a string or a term stands in the course's texts: every place.

The search goes by characters over the text of each paragraph without white space, so
that neither a line break nor a citation hides a place; overlapping ones all count.
"""

import re
from collections.abc import Iterator
from typing import TypedDict

from yandu.content import Course, Lesson, Term
from yandu.content.notebook import Paragraph, plain
from yandu.textlab import formula_spans
from yandu.textlab.texts.text import compact

#: How many characters a line shows on each side.
WINDOW = 12


class Place(TypedDict):
    """One occurrence: lesson id and title, paragraph id and number, and its line.

    ``start`` is the offset of ``node`` in the compact text of the paragraph.
    """

    lesson: str
    title: str
    paragraph: str
    number: int
    start: int
    left: str
    node: str
    right: str


def where_else(course: Course, string: str) -> list[Place]:
    """Return every occurrence of a string in the reading texts, in their order.

    Args:
        course: The course.
        string: What to look for, as it was selected on the page: white space and
            citations such as ``[S01]`` in it do not count. An empty one is nowhere.
    """
    node = compact(plain(string))
    if not node:
        return []
    # A lookahead takes no characters, so that the next match may overlap this one.
    pattern = re.compile(f"(?=({re.escape(node)}))")
    return [
        _place(lesson, paragraph, text, *match.span(1))
        for lesson, paragraph, text in _paragraphs(course)
        for match in pattern.finditer(text)
    ]


def where_term(course: Course, term: Term) -> list[Place]:
    """Return every occurrence of a term, in its own wording or a listed variant.

    The marks between the members of a formula may differ. A wording that lies inside
    a longer one of the same term counts once, as the longer one.
    """
    return [
        _place(lesson, paragraph, text, *span)
        for lesson, paragraph, text in _paragraphs(course)
        for span in _spans(text, term)
    ]


def _paragraphs(course: Course) -> Iterator[tuple[Lesson, Paragraph, str]]:
    for lesson in course.lessons.values():
        for paragraph in lesson.paragraphs:
            yield lesson, paragraph, compact(paragraph.text)


def _spans(text: str, term: Term) -> list[tuple[int, int]]:
    found = [
        (span.start, span.end)
        for span in formula_spans(text, (term.zh, *term.variants))
    ]
    return [
        one
        for one in dict.fromkeys(found)
        if not any(
            other != one and other[0] <= one[0] and one[1] <= other[1]
            for other in found
        )
    ]


def _place(
    lesson: Lesson, paragraph: Paragraph, text: str, start: int, end: int
) -> Place:
    return {
        "lesson": lesson.id,
        "title": lesson.title,
        "paragraph": paragraph.id,
        "number": paragraph.number,
        "start": start,
        "left": text[max(0, start - WINDOW) : start],
        "node": text[start:end],
        "right": text[end : end + WINDOW],
    }
