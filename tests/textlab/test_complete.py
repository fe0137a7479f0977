"""A concordance is complete: every string of 1 to 8 characters of the course's texts.

The count that it is compared with knows nothing of searching: it takes every string
from its place, once, and sorts the places by string. No string of the course's texts
overlaps itself; small texts that do are tested in ``test_concordance.py``.
"""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.textlab import kwic
from yandu.textlab.search.nodes import checked_node, find
from yandu.texts import course_text

LENGTHS = range(1, 9)


@pytest.fixture(scope="module")
def course():
    return course_text(read_course(LESSONS))


@pytest.fixture(scope="module")
def places(course):
    """Every string to its places: which sentence, which character."""
    found = defaultdict(list)
    for number, sentence in enumerate(course.sentences):
        string = sentence.text
        for start in range(len(string)):
            for length in LENGTHS:
                if start + length <= len(string):
                    found[string[start : start + length]].append((number, start))
    return found


def test_every_string_of_the_course_is_found_wherever_it_stands(course, places):
    begins = [0]
    for sentence in course.sentences:
        begins.append(begins[-1] + len(sentence.text) + 1)  # one for the border
    n_strings = 0
    for string, expected in places.items():
        if string != string.strip():
            continue  # as a node it is the string without the white space
        assert checked_node(string) == string
        starts, ends = find(course, string, "character")
        assert starts.tolist() == [begins[number] + at for number, at in expected]
        assert (ends - starts == len(string)).all()
        n_strings += 1
    assert n_strings > 80_000


@given(data=st.data())
@settings(deadline=None)
def test_what_is_found_is_shown(course, places, data):
    number = data.draw(st.integers(0, len(course.sentences) - 1))
    string = course.sentences[number].text
    start = data.draw(st.integers(0, len(string) - 1))
    node = string[start : start + data.draw(st.sampled_from(LENGTHS))].strip()
    if not node:
        return
    shown = [tuple(line) for line in kwic(course, node, 5).itertuples(index=False)]
    assert shown == [
        (
            course.sentences[place].id,
            course.sentences[place].text[max(0, at - 5) : at],
            node,
            course.sentences[place].text[at + len(node) : at + len(node) + 5],
        )
        for place, at in places[node]
    ]
