"""The upper half of the lab: which text, which task, what of it."""

from collections.abc import Callable
from typing import Any

import ipywidgets as ipw

from yandu.lab.fields import FIELDS
from yandu.lab.labels import Options, label
from yandu.lab.tasks import REST, SECTION, TASKS, TEXT, Task, present
from yandu.lab.texts import OWN, Shelf


class Form(ipw.VBox):  # type: ignore[misc]
    """What is chosen. Controls that stay are never made anew: they keep the focus.

    Args:
        shelf: The texts to choose from.
        values: Field name to what is chosen in it, of all tasks; kept up to date.
        changed: Is called when the reader has chosen something else.
        actions: What stands after the fields of every task.

    Attributes:
        text: The choice of a text.
        section: The choice of a section of it.
        task: The choice of a task.
        fields: The fields of all tasks that have been chosen so far, by name.
        options: The fields of the present task.
        middle: What stands between the two rows: where a text is brought.
    """

    def __init__(
        self,
        shelf: Shelf,
        values: dict[str, Any],
        changed: Callable[[], None],
        middle: ipw.DOMWidget,
        actions: list[Any],
    ) -> None:
        self.shelf = shelf
        self.values = values
        self.fields: dict[str, Any] = {}
        self._changed = changed
        self._actions = actions
        self._is_quiet = False
        self.text = ipw.Dropdown(
            options=shelf.options(),
            description=label("text"),
            layout={"width": "23em"},
        )
        self.section = ipw.Dropdown(
            description=label("section"), layout={"width": "15em"}
        )
        self.task = ipw.Dropdown(
            options=[(label(f"task_{name}"), name) for name in present()],
            description=label("task"),
            layout={"width": "18em"},
        )
        self.options = row([])
        super().__init__(
            [row([self.text, self.section, self.task]), middle, self.options]
        )
        for choice in (self.text, self.task):
            choice.observe(self._chosen, "value")
        self.section.observe(self._section_chosen, "value")

    @property
    def present(self) -> Task:
        """The task that is chosen."""
        return TASKS[self.task.value]

    def choose(self, text: str, section: str, task: str) -> None:
        """Choose text, section and task; a section that the text lacks is none.

        Nobody is told: whoever calls this knows.
        """
        self._is_quiet = True
        try:
            self.text.options = self.shelf.options()
            self.text.value = text
            self._list_sections(section)
            self.task.value = task
            self._list_fields()
            set_shown(self.section, TASKS[task].has_sections)
        finally:
            self._is_quiet = False

    def _chosen(self, _: object) -> None:
        if self._is_quiet:
            return
        self.choose(self.text.value, self.section.value or "", self.task.value)
        self._changed()

    def _section_chosen(self, _: object) -> None:
        if self._is_quiet:
            return
        # A section is compared with the other sections of its text.
        self.choose(self.text.value, self.section.value, self.task.value)
        self._changed()

    def _field_changed(self, name: str, value: object) -> None:
        self.values[name] = value
        if self._is_quiet:
            return
        self._hide_fields()
        self._changed()

    def _list_sections(self, section: str) -> None:
        """List the sections of the chosen text; none if it cannot be had."""
        try:
            listed = self.shelf.sections(self.text.value)
        except ValueError:
            listed = [(label("whole"), "")]  # who asks is told why
        if [*self.section.options] != listed:
            self.section.options = listed
        known = [value for _, value in listed]
        self.section.value = section if section in known else ""

    def _list_fields(self) -> None:
        """Show the fields of the task, with what was last chosen in them."""
        for name in self.present.fields:
            if name not in self.fields:
                self._make_field(name)
        lists = {"against": self._rivals, "other": self._others}
        for name, control in self.fields.items():
            if name in lists:
                self._list_choices(name, lists[name]())
            elif name in self.values:
                control.value = self.values[name]
        self._hide_fields()

    def _make_field(self, name: str) -> None:
        control = FIELDS[name]()
        self.fields[name] = control
        self.values.setdefault(name, control.value)
        control.observe(lambda change: self._field_changed(name, change.new), "value")

    def _list_choices(self, name: str, listed: Options) -> None:
        control = self.fields[name]
        known = [value for _, value in listed]
        wanted = self.values.get(name)
        control.options = listed
        control.value = wanted if wanted in known else next(iter(known), None)
        self.values[name] = control.value

    def _hide_fields(self) -> None:
        hidden = self.present.hides(self.values)
        names = [name for name in self.present.fields if name not in hidden]
        shown = [*(self.fields[name] for name in names), *self._actions]
        if [*self.options.children] != shown:
            self.options.children = shown

    def _rivals(self) -> Options:
        """Return what a text, or a section of it, can be compared with."""
        chosen = self.section.value
        sections = self.section.options[1:] if chosen else ()
        return [
            (label("against_rest"), REST),
            *((shown, SECTION + name) for shown, name in sections if name != chosen),
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


def row(children: list[Any]) -> ipw.HBox:
    """Return controls in a row that may be broken."""
    box = ipw.HBox(children)
    box.add_class("yd-lab-row")
    return box


def set_shown(widget: ipw.DOMWidget, is_shown: bool) -> None:
    """Show a widget, or take it off the page."""
    widget.layout.display = None if is_shown else "none"
