"""The line that makes a result again is Python that means what was asked."""

import ast

from hypothesis import given
from hypothesis import strategies as st

from yandu.textlab import Text, article, frequency
from yandu.textlab.results.made import made_by

TITLE = {"zh": "文", "en": "text"}


def test_texts_are_called_what_a_code_cell_calls_them():
    for name, source in {
        "01": "lesson.text()",
        "course": "lesson.course_text()",
        "own": "text",
    }.items():
        assert made_by("f", Text(name, TITLE, ())) == f"textlab.f({source})"
    assert made_by("f", article(), section=None) == "textlab.f(textlab.article())"


def test_a_frequency_list_says_how_it_was_made(small):
    table = frequency(small, section="09-p01", by="formula", formulas=["安全"])
    assert table.made == (
        'textlab.frequency(lesson.text(), section="09-p01", by="formula", '
        'formulas=["安全"])'
    )


@given(st.text(), st.lists(st.text(), max_size=3), st.integers())
def test_any_value_is_read_back(string, strings, number):
    call = ast.parse(made_by("f", string, several=strings, n=number)).body[0].value
    assert ast.literal_eval(call.args[0]) == string
    assert [ast.literal_eval(word.value) for word in call.keywords] == [strings, number]
