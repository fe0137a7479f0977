"""The open lab: which text, which task, what of it; and below, the answer."""

from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets as ipw

from yandu.lab.answers import Answer
from yandu.lab.fields import FIELDS
from yandu.lab.labels import Options, label
from yandu.lab.results import Results
from yandu.lab.tasks import REST, SECTION, TASKS, TEXT, Question, present
from yandu.lab.texts import OWN, Shelf, Source, is_long
from yandu.lab.work import Worker

WIDE = "20em"


class View(ipw.VBox):  # type: ignore[misc]
    """The open lab.

    Every choice is asked at once; what was there stays until the answer is there. A
    word, a text and a section stay chosen from task to task.

    Args:
        sources: Name to what loads a text.
        former: The view that this one takes the place of: what is chosen there is
            chosen here.

    Attributes:
        shelf: The texts.
        values: Field name to what is chosen in it, of all tasks.
        text: The choice of a text.
        section: The choice of a section of it.
        task: The choice of a task.
        fields: The fields of all tasks that have been chosen so far, by name.
        status: What is said in the live region.
        results: The answer.
    """

    shelf: Shelf
    text: ipw.Dropdown
    section: ipw.Dropdown
    task: ipw.Dropdown
    options: ipw.HBox
    _run: ipw.Button
    _cancel: ipw.Button
    _bar: ipw.FloatProgress

    def __init__(
        self, sources: Mapping[str, Source], former: "View | None" = None
    ) -> None:
        self.shelf = former.shelf if former else Shelf(sources)
        self.values: dict[str, Any] = dict(former.values) if former else {}
        self.worker = Worker(self._working, self._progress)
        self._is_quiet = False
        self.status = ipw.HTML()
        self.status.add_class("yd-lab-status")
        self.results = Results(self.look_at, self.tell)
        self.fields: dict[str, Any] = {}
        self._make_choices()
        super().__init__(
            [
                _row([self.text, self.section, self.task]),
                self.options,
                _row([self._run, self._cancel, self._bar]),
                self.status,
                self.results,
            ]
        )
        self._take_over(former)

    # ---- what is chosen

    def choose(self, text: str, section: str, task: str) -> None:
        """Choose text, section and task; a section that the text lacks is none."""
        self._is_quiet = True
        self.text.value = text
        self._list_sections(section)
        self.task.value = task
        self._list_fields()
        self._is_quiet = False

    def look_at(self, task: str, word: str) -> None:
        """Look at a word in another task, in the same text and section."""
        self.values |= {"node": word, "nodes": word}
        self.choose(self.text.value, self.section.value, task)
        self.ask()

    def ask(self) -> None:
        """Ask what is chosen and show the answer."""
        task = TASKS[self.task.value]
        try:
            question = self._question()
        except ValueError as error:
            self.tell(str(error), is_error=True)
            return
        if question is None:
            return
        self.worker.run(
            lambda job: task.ask(question, job),
            self._show,
            self._fail,
            in_background=is_long(question.text),
        )

    def _question(self) -> Question | None:
        """Return the question that is chosen; None, and say so, if it is not whole."""
        text = self.shelf.get(self.text.value)
        if text is None:
            self.tell(label("no_own_text"))
            return None
        task = TASKS[self.task.value]
        for name in task.needs:
            if not str(self.values.get(name) or "").strip():
                self.tell(label(f"needs_{name}"))
                return None
        other = None
        against = str(self.values.get("against", ""))
        if self.task.value == "keyness" and against.startswith(TEXT):
            other = self.shelf.get(against.removeprefix(TEXT))
        elif "other" in task.fields:
            other = self.shelf.get(self.values["other"])
        return Question(text, self.section.value, dict(self.values), other)

    # ---- what is shown

    def tell(self, words: str, *, is_error: bool = False) -> None:
        """Say something in the live region; what is shown below stays."""
        kind = "yd-notice" if is_error else "yd-told"
        self.status.value = f'<p class="{kind}">{escape(words)}</p>'

    def _show(self, answer: Answer) -> None:
        self.results.show(answer, f"yandu-{self.task.value}-{self.text.value}")
        self.tell(self.results.extent())

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ValueError | MemoryError):
            self.tell(str(error) or label("no_memory"), is_error=True)
        else:
            self.tell(label("failed", error=repr(error)), is_error=True)

    def _working(self, is_working: bool) -> None:
        display = None if is_working else "none"
        self._cancel.layout.display = self._bar.layout.display = display
        self._bar.value = 0
        if is_working:
            self.tell(label("working"))

    def _progress(self, share: float) -> None:
        self._bar.value = share

    # ---- the controls

    def _make_choices(self) -> None:
        self.text = ipw.Dropdown(
            options=self.shelf.options(),
            description=label("text"),
            layout={"width": WIDE},
        )
        self.section = ipw.Dropdown(
            description=label("section"), layout={"width": "14em"}
        )
        self.task = ipw.Dropdown(
            options=[(label(f"task_{name}"), name) for name in present()],
            description=label("task"),
            layout={"width": "16em"},
        )
        self.options = _row([])
        self._run = ipw.Button(description=label("run"), layout={"width": "auto"})
        self._cancel = ipw.Button(description=label("cancel"), layout={"width": "auto"})
        self._bar = ipw.FloatProgress(min=0, max=1, layout={"width": "12em"})
        self._cancel.layout.display = self._bar.layout.display = "none"
        self._run.on_click(lambda _: self.ask())
        self._cancel.on_click(lambda _: self._give_up())
        self.text.observe(self._text_changed, "value")
        self.section.observe(self._changed, "value")
        self.task.observe(self._task_changed, "value")

    def _take_over(self, former: "View | None") -> None:
        if former:
            self.choose(former.text.value, former.section.value, former.task.value)
            self.results.word.value = former.results.word.value
        else:
            self.choose("lesson", "", "frequency")

    def _give_up(self) -> None:
        self.worker.cancel()
        self.tell(label("cancelled"))

    def _text_changed(self, _: object) -> None:
        if self._is_quiet:
            return
        self.choose(self.text.value, self.section.value or "", self.task.value)
        self.ask()

    def _task_changed(self, _: object) -> None:
        if self._is_quiet:
            return
        self.choose(self.text.value, self.section.value or "", self.task.value)
        self.ask()

    def _changed(self, _: object) -> None:
        if not self._is_quiet:
            self.ask()

    def _field_changed(self, name: str, value: object) -> None:
        self.values[name] = value
        if self._is_quiet:
            return
        self._hide_fields()
        self.ask()

    def _list_sections(self, section: str) -> None:
        """List the sections of the chosen text; say so if it cannot be had."""
        try:
            listed = self.shelf.sections(self.text.value)
        except ValueError:
            listed = [(label("whole"), "")]  # `ask` says why
        self.section.options = listed
        known = [value for _, value in listed]
        self.section.value = section if section in known else ""

    def _list_fields(self) -> None:
        """Show the fields of the task, with what was last chosen in them."""
        for name in TASKS[self.task.value].fields:
            if name not in self.fields:
                self._make_field(name)
        lists = {"against": self._rivals, "other": self._others}
        for name, control in self.fields.items():
            if name in lists:
                control.options = lists[name]()
                known = [value for _, value in control.options]
                wanted = self.values.get(name)
                first = known[0] if known else None
                control.value = wanted if wanted in known else first
                self.values[name] = control.value
            elif name in self.values:
                control.value = self.values[name]
        self._hide_fields()

    def _make_field(self, name: str) -> None:
        control = FIELDS[name]()
        self.fields[name] = control
        self.values.setdefault(name, control.value)
        control.observe(lambda change: self._field_changed(name, change.new), "value")

    def _hide_fields(self) -> None:
        task = TASKS[self.task.value]
        hidden = task.hides(self.values)
        shown = [self.fields[name] for name in task.fields if name not in hidden]
        if [*self.options.children] != shown:
            self.options.children = shown

    def _rivals(self) -> Options:
        """Return what a text, or a section of it, can be compared with."""
        sections = self.section.options[1:] if self.section.value else ()
        return [
            (label("against_rest"), REST),
            *((shown, SECTION + name) for shown, name in sections),
            *((shown, TEXT + name) for shown, name in self._other_texts()),
        ]

    def _others(self) -> Options:
        """Return the texts in full that can be compared with the one chosen."""
        return [pair for pair in self._other_texts() if pair[1] != "article"]

    def _other_texts(self) -> Options:
        return [
            (shown, name)
            for shown, name in self.shelf.options()
            if name != self.text.value and (name != OWN or self.shelf.own is not None)
        ]

    def dismiss(self) -> None:
        """Close the view with all of its controls."""
        self.worker.cancel()
        for widget in (*self.fields.values(), *self.results.parts(), *_below(self)):
            widget.close()


def _row(children: list[Any]) -> ipw.HBox:
    row = ipw.HBox(children)
    row.add_class("yd-lab-row")
    return row


def _below(widget: Any) -> list[Any]:  # noqa: ANN401 - ipywidgets has no types
    """Return a widget and all in it."""
    inner = [one for child in getattr(widget, "children", ()) for one in _below(child)]
    return [*inner, widget]
