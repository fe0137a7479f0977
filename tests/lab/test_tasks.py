"""Each task asks its function of textlab, and shows the line that gives the same."""

from html import unescape

import pytest

from yandu import textlab
from yandu.lab.tasks import TASKS


def made(view):
    line = view.results.made.value.partition("<code>")[2].partition("</code>")[0]
    return unescape(line)


def ask(view, task, **values):
    view.values |= values
    view.choose(view.form.text.value, view.form.section.value, task)
    view.ask()
    if view.worker.thread:
        view.worker.thread.join(60)
    assert "yd-notice" not in view.status.value


CASES = {
    "frequency": (
        {"unit": "character"},
        'textlab.frequency(lesson.text(), by="character")',
    ),
    "kwic": ({"node": "群众"}, 'textlab.kwic(lesson.text(), "群众")'),
    "collocates": (
        {"node": "群众", "reach": 3, "least": 1},
        'textlab.collocates(lesson.text(), "群众", window=3, least=1)',
    ),
    "keyness": ({}, "textlab.keyness(lesson.text())"),
    "dispersion": ({"nodes": "群众 公安机关"}, None),
    "formulas": ({}, "textlab.track(lesson.text())"),
    "reuse": (
        {"other": "course"},
        "textlab.reuse(lesson.text(), lesson.course_text())",
    ),
    "segmentation": ({}, "[sentence.tokens for sentence in lesson.text().sentences]"),
}


def test_every_task_has_a_case():
    assert CASES.keys() == TASKS.keys()


@pytest.mark.parametrize("task", CASES)
def test_the_line_that_is_shown_gives_what_is_shown(view, task):
    values, line = CASES[task]
    ask(view, task, **values)
    if line:
        assert made(view) == line
    lesson = type("Lesson", (), {})()
    lesson.text = lambda: view.shelf.get("lesson")
    lesson.course_text = lambda: view.shelf.get("course")
    again = eval(made(view), {"textlab": textlab, "lesson": lesson})
    if task == "segmentation":
        cuts = [*view.results._answer.whole()["cut"]]
        assert cuts == [" / ".join(tokens) for tokens in again]
    else:
        assert again.equals(view.results._answer.whole())


def test_ngrams_have_fields_of_their_own(view):
    ask(view, "frequency", unit="ngram_token", n=2, least=1)
    names = [field.description for field in view.form.options.children]
    assert any("几个相连" in name for name in names)
    assert "ngrams(lesson.text()" in made(view)


def test_one_word_gives_a_strip_and_several_a_table(view):
    ask(view, "dispersion", nodes="群众")
    assert made(view) == 'textlab.strips(lesson.text(), "群众")'
    assert view.results.table not in view.results.children
    assert "inline-block" in view.results.chart.value  # a tick for each place
    ask(view, "dispersion", nodes="群众、公安机关")
    assert view.results.table in view.results.children
    assert "yd-chart" in view.results.chart.value


def test_keyness_of_a_section_against_another_and_against_a_text(view):
    view.form.section.value = "01-p01"
    ask(view, "keyness")
    assert made(view) == 'textlab.keyness(lesson.text(), section="01-p01")'
    names = [name for _, name in view.form.fields["against"].options]
    assert names == ["rest", "section:01-p02", "text:article", "text:course"]
    view.form.fields["against"].value = "section:01-p02"
    assert 'against="01-p02"' in made(view)
    view.form.fields["against"].value = "text:article"
    assert "textlab.keyness(lesson.text(), textlab.article()" in made(view)


def test_tasks_that_look_at_the_whole_text_show_no_section(view):
    view.form.section.value = "01-p01"
    ask(view, "dispersion", nodes="")
    assert view.form.section.layout.display == "none"
    ask(view, "frequency")
    assert view.form.section.layout.display is None
    assert view.form.section.value == "01-p01"  # it was kept


def test_modes_are_compared_and_corrections_listed(view):
    ask(view, "segmentation", cut_view="modes")
    assert "compare_cuts(lesson.text())" in made(view)
    ask(view, "segmentation", cut_view="corrections")
    assert view.results.extent().startswith("一处也没有")


def test_a_correction_is_kept_shown_and_taken_back(view):
    ask(view, "segmentation", cut_view="corrections")
    box = view.corrections
    assert box.layout.display is None
    box.field.value = "公安 机关"
    box.keep.click()
    view.worker.thread.join(60)
    assert "已记下" in view.status.value
    assert "公安/机关" in view.results.table.value
    box.drop.click()
    view.worker.thread.join(60)
    assert "已撤回" in view.status.value
    assert "公安/机关" not in view.results.table.value
    box.drop.click()
    assert "yd-notice" in view.status.value


def test_the_original_is_offered_and_says_how_to_add_it():
    from yandu.lesson import open_lesson

    panel = open_lesson("01").lab()
    panel.open_lab()
    view = panel.view
    view.form.text.value = "original"
    assert "yandu original add" in view.status.value
    assert "本课课文" in view.results.table.value  # what was there stays


def test_suggestions_of_formulas(view):
    ask(view, "formulas", formula_view="suggested")
    assert "suggest_formulas(lesson.text()" in made(view)
