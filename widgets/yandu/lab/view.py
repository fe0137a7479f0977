"""The open lab: a form above, the answer below, and what is said between them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape
from typing import Any

import ipywidgets as ipw

from yandu.lab.answers import Answer
from yandu.lab.correcting import CorrectionBox
from yandu.lab.form import Form, set_shown
from yandu.lab.labels import label
from yandu.lab.own import Own, OwnBox
from yandu.lab.results import Results
from yandu.lab.tasks import TEXT, Question
from yandu.lab.texts import OWN, Shelf, Source, is_long
from yandu.lab.work import Job, Worker


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
        form: What is chosen.
        own: Where a text is brought.
        corrections: Where the cut is corrected.
        status: What is said in the live region.
        results: The answer.
        worker: Does what takes long.
    """

    shelf: Shelf

    def __init__(
        self, sources: Mapping[str, Source], former: "View | None" = None
    ) -> None:
        self.shelf = former.shelf if former else Shelf(sources)
        self.values: dict[str, Any] = dict(former.values) if former else {}
        self.worker = Worker(self._working, self._progress)
        self.status = ipw.HTML()
        self.status.add_class("yd-lab-status")
        self.results = Results(self.look_at, self.tell)
        self.own = OwnBox(self._bring)
        self.corrections = CorrectionBox(self._corrected, self._fail)
        self._cancel = ipw.Button(description=label("cancel"), layout={"width": "auto"})
        self._cancel.on_click(lambda _: self._give_up())
        self._bar = ipw.FloatProgress(min=0, max=1, layout={"width": "12em"})
        self._run = ipw.Button(description=label("run"), layout={"width": "auto"})
        self._run.on_click(lambda _: self.ask())
        actions = [self._run, self._cancel, self._bar]
        self.form = Form(self.shelf, self.values, self._chosen, self.own, actions)
        self._working(False)
        super().__init__([self.form, self.corrections, self.status, self.results])
        if former:
            form = former.form
            self.choose(form.text.value, form.section.value, form.task.value)
            self.results.word.value = former.results.word.value
        else:
            self.choose("lesson", "", "frequency")

    def choose(self, text: str, section: str, task: str) -> None:
        """Choose text, section and task; a section that the text lacks is none."""
        self.form.choose(text, section, task)
        self._set_boxes()

    def look_at(self, task: str, word: str) -> None:
        """Look at a word in another task, in the same text and section."""
        self.values |= {"node": word, "nodes": word}
        self.choose(self.form.text.value, self.form.section.value, task)
        self.ask()

    def ask(self, then: str = "") -> None:
        """Ask what is chosen and show the answer.

        Args:
            then: What to say then, before the number of rows.
        """
        task = self.form.present
        try:
            question = self._question()
        except ValueError as error:
            self._fail(error)
            return
        if question is None:
            return
        self.worker.run(
            lambda job: task.ask(question, job),
            lambda answer: self._show(answer, then),
            self._fail,
            in_background=task.is_slow(self.values) or is_long(question.text),
        )

    def tell(self, words: str, *, is_error: bool = False) -> None:
        """Say something in the live region; what is shown below stays."""
        kind = "yd-notice" if is_error else "yd-told"
        self.status.value = f'<p class="{kind}">{escape(words)}</p>'

    def dismiss(self) -> None:
        """Close the view with all of its controls."""
        self.worker.cancel()
        hidden = (*self.form.fields.values(), *self.results.parts())
        for widget in (*hidden, *_below(self)):
            widget.close()

    def _question(self) -> Question | None:
        """Return the question that is chosen; None, and say so, if it is not whole."""
        form, task = self.form, self.form.present
        text = self.shelf.get(form.text.value)
        if text is None:
            self.tell(label("no_own_text"))
            return None
        for name in task.needs:
            if not str(self.values.get(name) or "").strip():
                self.tell(label(f"needs_{name}"))
                return None
        rival = self._rival()
        other = self.shelf.get(rival) if rival else None
        section = form.section.value if task.has_sections else ""
        return Question(text, section, dict(self.values), other)

    def _rival(self) -> str:
        """Return the name of the text that is compared with, if any."""
        if "other" in self.form.present.fields:
            return str(self.values["other"])
        against = str(self.values.get("against") or "")
        is_text = "against" in self.form.present.fields and against.startswith(TEXT)
        return against.removeprefix(TEXT) if is_text else ""

    def _show(self, answer: Answer, then: str = "") -> None:
        text, task = self.form.text.value, self.form.task.value
        codes = (self.shelf.code(name) for name in (text, self._rival()))
        made = "\n".join([*filter(None, codes), answer.made])
        self.results.show(replace(answer, made=made), f"yandu-{task}-{text}")
        self.tell(f"{then} {self.results.extent()}".strip())

    def _fail(self, error: Exception) -> None:
        if isinstance(error, MemoryError):
            words = label("no_memory")
        elif isinstance(error, ValueError | OSError):
            words = str(error)
        else:
            words = label("failed", error=repr(error))
        self.tell(words, is_error=True)

    def _chosen(self) -> None:
        self._set_boxes()
        self.ask()

    def _set_boxes(self) -> None:
        is_own = self.form.text.value == OWN
        if is_own:
            self.own.refresh()
        set_shown(self.own, is_own)
        set_shown(self.corrections, self.form.task.value == "segmentation")

    def _bring(self, work: Callable[[Job], Own]) -> None:
        """Make a text of the learner's own, and ask it what is chosen."""
        # In the background whatever its length: the dictionary takes its time, too.
        self.worker.run(work, self._brought, self._fail, in_background=True)

    def _brought(self, own: Own) -> None:
        self.shelf.own = own
        self.choose(OWN, "", self.form.task.value)
        self.ask()

    def _corrected(self, words: str) -> None:
        """Cut anew as the learner has said, and show it."""
        self.worker.run(
            lambda job: self.shelf.recut(),
            lambda _: self.ask(then=words),
            self._fail,
            in_background=True,
        )

    def _working(self, is_working: bool) -> None:
        set_shown(self._cancel, is_working)
        set_shown(self._bar, False)  # until some progress is told
        if is_working:
            self.tell(label("working"))

    def _progress(self, share: float) -> None:
        set_shown(self._bar, True)
        self._bar.value = share

    def _give_up(self) -> None:
        self._run.focus()  # the button that was pressed goes away
        self.worker.cancel()
        self.tell(label("cancelled"))


def _below(widget: Any) -> list[Any]:  # noqa: ANN401 - ipywidgets has no types
    """Return a widget and all in it."""
    inner = [one for child in getattr(widget, "children", ()) for one in _below(child)]
    return [*inner, widget]
