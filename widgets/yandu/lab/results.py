"""The lower half of the lab: the answer, page by page, and what can be done with it."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ipywidgets as ipw

from yandu.lab.answers import Answer
from yandu.lab.labels import label

if TYPE_CHECKING:
    from yandu.textlab import Table

#: Where a word can be looked at further.
VIEWS = ("kwic", "collocates", "dispersion")


class Results(ipw.VBox):  # type: ignore[misc]
    """The answer to a question, with pages, chart, line of code and files.

    Args:
        look: Is told a task and a word that is to be looked at there.
        tell: Is told what has happened, for the live region.
    """

    def __init__(
        self, look: Callable[[str, str], None], tell: Callable[[str], None]
    ) -> None:
        self._look = look
        self._tell = tell
        self._answer: Answer | None = None
        self._start = 0
        self._stem = "yandu"
        self.word = ipw.Combobox(
            description=label("word"),
            placeholder=label("word_example"),
            layout={"width": "13em"},
        )
        self.word.add_class("yd-lab-word")
        self.table = ipw.HTML()
        self.chart = ipw.HTML()
        self.made = ipw.HTML()
        self._moving = ipw.Output()
        self.looks = self._row([self.word, *map(self._look_button, VIEWS)])
        self.pager = self._row([])
        self.files = self._row([])
        self._buttons()
        super().__init__([])
        self.add_class("yd-lab-results")

    def show(self, answer: Answer, stem: str) -> None:
        """Show an answer from its first row on.

        Args:
            answer: The answer.
            stem: How a file of it is to be called.
        """
        self._answer, self._start, self._stem = answer, 0, stem
        self._moving.outputs = ()
        self.made.value = (
            f'<div class="yd-made"><span>{escape(label("made"))}</span> '
            f"<code>{escape(answer.made)}</code></div>"
        )
        chart = answer.chart() if answer.is_drawn and answer.chart else None
        self.chart.value = chart.html(with_sources=answer.is_chart) if chart else ""
        _mark(self.chart, "yd-lab-words", answer.words)
        _mark(self.chart, "yd-lab-drawn", not answer.is_chart)
        _mark(self.table, "yd-lab-words", answer.words)
        _mark(self.table, "yd-lab-lines", not answer.words)
        self._fill()
        self.files.children = [
            self._csv,
            *([self._svg] if answer.chart else []),
            *([self._move] if chart else []),
        ]
        self.children = [
            self.looks,
            *([] if answer.is_chart else [self.table]),
            *([self.pager] if answer.n > answer.size else []),
            *([self.chart, self._moving] if chart else []),
            self.made,
            self.files,
        ]

    def extent(self) -> str:
        """Say which rows are shown, for the live region and the pager."""
        if self._answer is None or not self._answer.n:
            return label("extent_none")
        first = self._start + 1
        last = min(self._answer.n, self._start + self._answer.size)
        return label("extent", first=first, last=last, n=self._answer.n)

    def parts(self) -> list[Any]:
        """Return all of its widgets, also those that are not shown now."""
        rows = (self.looks, self.pager)
        inner = [child for row in rows for child in row.children]
        buttons = (self._csv, self._svg, self._move)
        single = (self.table, self.chart, self.made, self._moving, self.files)
        return [*inner, *rows, *buttons, *single]

    def _fill(self) -> None:
        """Show the present page."""
        if self._answer is None:
            return
        page = self._answer.shown(self._start)
        self.table.value = page._repr_html_()
        self._place.value = f"<span>{escape(self.extent())}</span>"
        if self._answer.words:
            self.word.options = _heads(page)

    def _turn(self, pages: int) -> None:
        if self._answer is None:
            return
        start = self._start + pages * self._answer.size
        if not 0 <= start < self._answer.n:
            # The button stays in the focus: one that is disabled would lose it.
            self._tell(label("first_page" if start < 0 else "last_page"))
            return
        self._start = start
        self._fill()
        self._tell(self.extent())

    def _look_at(self, task: str) -> None:
        word = self.word.value.strip()
        if word:
            self._look(task, word)
        else:
            self._tell(label("no_word"))

    def _save(self, suffix: str) -> None:
        from yandu.textlab import TextLabError
        from yandu.textlab.results.export import free_path, write_csv, write_text

        if self._answer is None:
            return
        path = free_path(Path.cwd(), self._stem, suffix)
        try:
            if suffix == ".csv":
                path = write_csv(self._answer.whole(), path)
            elif self._answer.chart is not None:
                path = write_text(self._answer.chart().svg(), path)
        except TextLabError as error:
            self._tell(str(error))
        else:
            self._tell(label("saved", name=path.name, folder=path.parent))

    def _show_moving(self) -> None:
        """Show the chart whose marks tell their numbers, or put it away again."""
        if self._moving.outputs or self._answer is None or self._answer.chart is None:
            self._moving.outputs = ()
            return
        data, metadata = self._answer.chart().interactive()._repr_mimebundle_()
        output = {"output_type": "display_data", "data": data, "metadata": metadata}
        self._moving.outputs = (output,)

    def _buttons(self) -> None:
        self._place = ipw.HTML()
        self.pager.children = [
            _button("page_back", lambda: self._turn(-1)),
            self._place,
            _button("page_on", lambda: self._turn(1)),
        ]
        self._csv = _button("save_csv", lambda: self._save(".csv"))
        self._svg = _button("save_svg", lambda: self._save(".svg"))
        self._move = _button("moving", self._show_moving)

    def _look_button(self, task: str) -> ipw.Button:
        return _button(f"look_{task}", lambda: self._look_at(task))

    @staticmethod
    def _row(children: list[Any]) -> ipw.HBox:
        row = ipw.HBox(children)
        row.add_class("yd-lab-row")
        return row


def _button(name: str, act: Callable[[], None]) -> ipw.Button:
    button = ipw.Button(description=label(name), layout={"width": "auto"})
    button.on_click(lambda _: act())
    return button


def _heads(page: "Table") -> list[str]:
    """Return the words that name the rows of a page."""
    names = [name for name, kind in page.kinds.items() if kind == "head"]
    shown = [name for name in names if name in page.columns and name != "section"]
    return [*dict.fromkeys(map(str, page[shown[0]]))] if shown else []


def _mark(widget: ipw.DOMWidget, name: str, is_on: bool) -> None:
    (widget.add_class if is_on else widget.remove_class)(name)
