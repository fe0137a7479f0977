"""The panel: a button until it is pressed, then controls over `yandu.textlab`.

Its controls are plain ipywidgets: a form of four fields needs no JavaScript of ours.
They cannot keep JupyterLab's shortcuts away by themselves; the lab extension does.
"""

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as ipw

from yandu.card import html_pair
from yandu.messages import both, language, shown

if TYPE_CHECKING:
    from yandu.textlab import Text

N_ROWS = 50
TEXTS = ("lesson", "article")
METHODS = ("frequency", "kwic")


def _label(name: str) -> str:
    """Return a label as the reader is to see it."""
    texts = shown(f"lab.{name}")
    return f"{texts['zh']} {texts['en']}".strip()


def _choice(label: str, names: tuple[str, ...]) -> ipw.Dropdown:
    options = [(_label(name), name) for name in names]
    return ipw.Dropdown(options=options, description=_label(label))


class LabPanel(ipw.VBox):  # type: ignore[misc]
    """Frequency lists and concordance lines over a lesson's text and the article.

    Args:
        lesson_id: The lesson's id, for a stable `repr`.
        load_text: Returns the lesson's text; called when the panel is opened.
    """

    def __init__(self, lesson_id: str, load_text: Callable[[], "Text"]) -> None:
        self._lesson_id = lesson_id
        self._load_text = load_text
        self._language = language()
        self._open = ipw.Button(description=_label("open"), layout={"width": "auto"})
        self._open.on_click(lambda _: self._show_controls())
        super().__init__([self._open])
        self.add_class("yd-lab")

    def speak(self) -> None:
        """Take the labels anew, in the language that is now the reader's."""
        if self._language == language():
            return
        self._language = language()
        self._open.description = _label("open")
        if self._open in self.children:
            return
        fields, result = self.children
        self._show_controls(self._text.value, self._method.value, self._node.value)
        for widget in (*fields.children, fields, result):
            widget.close()

    def _show_controls(
        self, text: str = TEXTS[0], method: str = METHODS[0], node: str = ""
    ) -> None:
        """Show the controls, with what is chosen in them, and its table."""
        self._text = _choice("text", TEXTS)
        self._method = _choice("method", METHODS)
        self._node = ipw.Text(description=_label("node"), continuous_update=False)
        self._text.value, self._method.value, self._node.value = text, method, node
        run = ipw.Button(description=_label("run"), layout={"width": "auto"})
        run.on_click(self._show_result)
        self._method.observe(self._show_result, "value")
        self._text.observe(self._show_result, "value")
        self._node.observe(self._search, "value")
        self._result = ipw.HTML()
        fields = ipw.HBox([self._text, self._method, self._node, run])
        fields.layout.flex_flow = "row wrap"
        self.children = [fields, self._result]
        self._show_result(None)

    def _search(self, _: object) -> None:
        """Take a new node to mean that its lines are wanted."""
        if self._node.value and self._method.value != "kwic":
            self._method.value = "kwic"  # shows the result by itself
        else:
            self._show_result(None)

    def _show_result(self, _: object) -> None:
        from yandu import textlab

        wants_article = self._text.value == "article"
        wants_lines = self._method.value == "kwic"
        if wants_article and wants_lines:
            self._tell(_label("counts_only"))
            return
        text = textlab.article() if wants_article else self._load_text()
        try:
            if wants_lines:
                table = textlab.kwic(text, self._node.value.strip())
            else:
                table = textlab.frequency(text).head(N_ROWS)
        except textlab.TextLabError as error:
            self._tell(str(error))
        else:
            self._result.value = table._repr_html_()

    def _tell(self, words: str) -> None:
        self._result.value = f'<p class="yd-notice">{escape(words)}</p>'

    def __repr__(self) -> str:
        return f"LabPanel({self._lesson_id!r})"

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, Any]:
        data: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        data["text/plain"] = repr(self)
        fallback = html_pair(both("lab.fallback"))
        data["text/html"] = f'<div class="yd-card" lang="zh-CN">{fallback}</div>'
        return data
