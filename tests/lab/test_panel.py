"""The text lab's panel follows the reader's language, with what is chosen in it."""

from yandu import textlab
from yandu.lab import LabPanel
from yandu.messages import speak


def make():
    text = textlab.Text.build(
        id="t",
        title={"zh": "试", "en": "trial"},
        sentences={"t-p01.1": "公安机关维护政治安全。"},
        tokens={"t-p01.1": ("公安机关", "维护", "政治安全", "。")},
    )
    return LabPanel("01", lambda: text)


def labels(panel):
    fields, _ = panel.children
    return [field.description for field in fields.children]


def test_the_button_speaks_both_languages_or_one():
    panel = make()
    (button,) = panel.children
    assert button.description == "打开文本实验室 Open the text lab"
    speak("en")
    panel.speak()
    assert button.description == "Open the text lab"
    speak("zh")
    panel.speak()
    assert button.description == "打开文本实验室"


def test_an_open_panel_keeps_what_is_chosen():
    panel = make()
    panel.children[0].click()
    fields, _ = panel.children
    _, method, node, _ = former = fields.children
    node.value = "政治"
    assert method.value == "kwic"
    speak("en")
    panel.speak()
    assert labels(panel) == ["Text", "Method", "Node", "Show"]
    fields, result = panel.children
    text, method, node, _ = fields.children
    assert (text.value, method.value, node.value) == ("lesson", "kwic", "政治")
    assert [label for label, _ in method.options] == ["Frequency list", "KWIC"]
    assert "安全" in result.value
    assert all(widget.comm is None for widget in former)  # none is left behind
    text.value = "article"
    assert "only word counts" in result.value
    assert "词频" not in result.value


def test_a_panel_that_is_only_shown_again_stays_as_it_is():
    panel = make()
    panel.children[0].click()
    before = panel.children
    panel.speak()
    assert panel.children == before
