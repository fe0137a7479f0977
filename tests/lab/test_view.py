"""The open lab: every choice is asked at once, and stays from task to task."""

from html import unescape

import pytest

from yandu.textlab import kwic

HOSTILE = "<img src=x onerror=alert(1)>"


def shown(view):
    return unescape(view.results.table.value)


def made(view):
    return unescape(view.results.made.value)


def test_a_word_goes_from_task_to_task_with_text_and_section(view):
    view.form.text.value = "course"
    view.form.section.value = "01-p01"
    assert "政治安全" in view.results.word.options
    view.results.word.value = "政治安全"
    kwic_button = view.results.looks.children[1]
    kwic_button.click()
    assert view.form.task.value == "kwic"
    assert (view.form.text.value, view.form.section.value) == ("course", "01-p01")
    assert view.form.fields["node"].value == "政治安全"
    assert shown(view).count("<tr>") == 1 + 2
    assert (
        'textlab.kwic(lesson.course_text(), "政治安全", sections=["01-p01"])'
        in made(view)
    )
    assert view.results.word.value == "政治安全"


def test_no_word_chosen_is_said_and_nothing_asked(view):
    view.results.looks.children[1].click()
    assert "还没有选词" in view.status.value
    assert view.form.task.value == "frequency"


def test_a_section_that_the_other_text_lacks_is_let_go(view):
    view.form.section.value = "01-p01"
    view.form.text.value = "article"
    assert view.form.section.value == ""
    assert "所数文本：文章" in shown(view)
    view.form.section.value = "1"
    view.form.text.value = "lesson"
    assert view.form.section.value == ""


def test_the_line_that_is_shown_gives_the_same_table(view):
    view.values |= {"window": "sentence", "sort": "R1", "by": "token"}
    view.look_at("kwic", "群众")
    lesson = type("Lesson", (), {"text": lambda self: view.shelf.get("lesson")})()
    line = made(view).partition("<code>")[2].partition("</code>")[0]
    assert line == (
        'textlab.kwic(lesson.text(), "群众", window="sentence", sort="R1", by="token")'
    )
    table = kwic(lesson.text(), "群众", window="sentence", sort="R1", by="token")
    assert [*table["right"]] == [*view.results._answer.whole()["right"]]


def test_an_error_is_said_in_words_and_what_was_there_stays(view):
    before = view.results.table.value
    view.look_at("kwic", "甲" * 100)
    assert "yd-notice" in view.status.value
    assert "100" in view.status.value
    assert view.results.table.value == before
    view.form.fields["node"].value = "政治"
    assert "yd-notice" not in view.status.value
    assert view.results.table.value != before


def test_a_wrong_expression_is_an_error_in_words(view):
    view.look_at("kwic", "政治")
    view.form.fields["by"].value = "regex"
    before = view.results.table.value
    view.form.fields["node"].value = "(政治"
    assert "yd-notice" in view.status.value
    assert view.results.table.value == before


def test_counts_have_no_lines_and_say_so(view):
    view.form.text.value = "article"
    before = view.results.table.value
    view.look_at("kwic", "公安")
    assert "只有" in view.status.value
    assert view.results.table.value == before


def test_a_task_that_needs_a_word_asks_for_it(view):
    view.form.task.value = "kwic"
    assert "请写一个词" in view.status.value


def test_a_word_that_is_not_there_gets_near_ones(view):
    view.look_at("kwic", "政治安金")
    assert "一处也没有" in view.status.value
    assert "政治安全" in shown(view)


def test_fields_that_do_not_matter_are_not_shown(view):
    names = [field.description for field in view.form.options.children]
    assert len(names) == 4
    view.form.fields["unit"].value = "character"
    assert "字频" in shown(view)
    assert len(view.form.options.children) == 4


def test_what_is_written_is_never_markup(view):
    view.look_at("kwic", HOSTILE)
    everything = view.status.value + view.results.table.value + view.results.made.value
    assert "<img" not in everything
    assert "&lt;img" in everything


@pytest.mark.parametrize("task", ["frequency", "kwic"])
def test_choosing_the_same_task_again_keeps_the_same_controls(view, task):
    view.look_at(task, "公安")
    before = view.form.options.children
    view.look_at(task, "群众")
    assert view.form.options.children == before
