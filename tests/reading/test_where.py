"""Where else: all occurrences, overlapping ones too, of any string and of any term."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.content.notebook import Cell, Notebook
from yandu.reading.where import where_else, where_term
from yandu.textlab.texts.text import compact

COURSE = read_course(LESSONS)
TEXTS = {
    p.id: compact(p.text)
    for lesson in COURSE.lessons.values()
    for p in lesson.paragraphs
}
ALL = "\n".join(TEXTS.values())


def course_of(*texts):
    """Return a course of one lesson with these paragraphs."""
    cells = tuple(
        Cell(f"01-p{n:02}", "markdown", text, ("text",), (), is_hidden=False)
        for n, text in enumerate(texts, start=1)
    )
    lesson = replace(
        COURSE.lesson("01"), notebook=Notebook("01", is_live=True, cells=cells)
    )
    return replace(COURSE, lessons={"01": lesson})


def term_of(zh, *variants):
    return replace(next(iter(COURSE.glossary.terms.values())), zh=zh, variants=variants)


def naive(text, string):
    return [at for at in range(len(text)) if text[at : at + len(string)] == string]


def test_overlapping_occurrences_are_all_found():
    places = where_else(course_of("哈哈哈，公安", "哈哈"), "哈哈")
    assert [(p["paragraph"], p["number"], p["start"]) for p in places] == [
        ("01-p01", 1, 0),
        ("01-p01", 1, 1),
        ("01-p02", 2, 0),
    ]
    assert (places[1]["left"], places[1]["node"], places[1]["right"]) == (
        "哈",
        "哈哈",
        "，公安",
    )


@pytest.mark.parametrize(
    "selected", ["政治 安全", "政治\n安全", "政治[S01]安全", "**政治**安全"]
)
def test_what_the_page_adds_to_a_selection_does_not_hide_a_place(selected):
    assert (
        len(where_else(course_of("维护政治安全[S13]。", "政治\n安全"), selected)) == 2
    )


@pytest.mark.parametrize("selected", ["", "  ", "[S01]", "\n"])
def test_an_empty_selection_is_nowhere(selected):
    assert where_else(COURSE, selected) == []


@given(st.integers(0, len(ALL) - 1), st.integers(1, 12))
def test_every_substring_of_the_course_is_found_everywhere(start, length):
    string = compact(ALL[start : start + length].split("\n")[0])
    places = [(p["paragraph"], p["start"]) for p in where_else(COURSE, string)]
    expected = [
        (id, at) for id, text in TEXTS.items() for at in naive(text, string) if string
    ]
    assert places == expected


@given(st.text("甲乙丙", max_size=20), st.text("甲乙丙", min_size=1, max_size=3))
def test_left_node_and_right_are_the_text(text, node):
    for place in where_else(course_of(text), node):
        around = place["left"] + place["node"] + place["right"]
        assert around in text
        assert place["node"] == node


def test_a_term_is_found_in_its_variants_and_each_place_once():
    course = course_of("放在第一位，放在首位；获得感，幸福感")
    places = where_term(course, term_of("放在首位", "放在第一位", "放在第一"))
    assert [p["node"] for p in places] == ["放在第一位", "放在首位"]
    (place,) = where_term(course, term_of("获得感、幸福感"))
    assert place["node"] == "获得感，幸福感"


def test_of_every_term_all_its_wordings_are_found():
    """A wording inside a longer one of the same term is that one."""
    for term in [*COURSE.glossary.terms.values()][::8]:
        places = {
            (p["paragraph"], p["start"], p["node"]) for p in where_term(COURSE, term)
        }
        for id, text in TEXTS.items():
            for form in (term.zh, *term.variants):
                for at in naive(text, form):
                    assert any(
                        id == paragraph
                        and start <= at
                        and at + len(form) <= start + len(node)
                        for paragraph, start, node in places
                    ), (id, form)
