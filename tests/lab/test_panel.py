"""The panel: a button until it is pressed; it follows the reader's language."""

import os
import subprocess
import sys
from pathlib import Path

from yandu.messages import speak

CLOSED = """
import sys
from yandu.lab import LabPanel
panel = LabPanel("01", {"lesson": lambda: 1 / 0})
repr(panel), panel._repr_mimebundle_(), panel.speak()
assert not {"pandas", "numpy", "jieba", "yandu.textlab"} & sys.modules.keys()
"""


def test_a_closed_panel_loads_nothing_of_the_text_lab():
    package = Path(sys.modules["yandu"].__path__[0]).parent
    environment = os.environ | {"PYTHONPATH": str(package)}
    subprocess.run([sys.executable, "-c", CLOSED], env=environment, check=True)


def test_the_button_speaks_both_languages_or_one(panel):
    (button,) = panel.children
    assert button.description == "打开文本实验室 Open the text lab"
    speak("en")
    panel.speak()
    assert button.description == "Open the text lab"
    speak("zh")
    panel.speak()
    assert button.description == "打开文本实验室"


def test_it_opens_with_an_answer(panel):
    panel.children[0].click()
    view = panel.view
    assert panel.children == (view,)
    assert "所数文本：试 01" in view.results.table.value
    assert "textlab.frequency(lesson.text())" in view.results.made.value


def test_an_open_panel_keeps_what_is_chosen(panel):
    panel.children[0].click()
    former = panel.view
    former.form.text.value = "course"
    former.form.section.value = "01-p01"
    former.look_at("kwic", "政治")
    former.form.fields["window"].value = "5"
    speak("en")
    panel.speak()
    view = panel.view
    assert view is not former
    assert (view.form.text.value, view.form.section.value) == ("course", "01-p01")
    assert (view.form.task.value, view.form.fields["node"].value) == ("kwic", "政治")
    assert view.form.fields["window"].value == "5"
    assert view.form.task.description == "Method"
    assert {name: text for text, name in view.form.task.options}[
        "kwic"
    ] == "Concordance (KWIC)"
    assert "安全" in view.results.table.value
    controls = (former.form.text, former.results.word, *former.form.fields.values())
    assert all(widget.comm is None for widget in controls)  # none is left behind


def test_a_panel_that_is_only_shown_again_stays_as_it_is(panel):
    panel.children[0].click()
    before = panel.children
    panel.speak()
    assert panel.children == before


def test_its_stored_output_is_of_content_only(panel):
    closed = panel._repr_mimebundle_()
    panel.children[0].click()
    opened = panel._repr_mimebundle_()
    for kind in ("text/plain", "text/html"):
        assert opened[kind] == closed[kind]
    assert repr(panel) == "LabPanel('01')"
