"""Where a learner corrects the cut: a field and two buttons."""

from collections.abc import Callable

import ipywidgets as ipw

from yandu.lab.labels import label


class CorrectionBox(ipw.HBox):  # type: ignore[misc]
    """A field for a correction of the cut.

    Args:
        changed: Is called when the corrections have changed, with what to say.
        failed: Is told the error when one cannot be taken.
    """

    def __init__(
        self, changed: Callable[[str], None], failed: Callable[[Exception], None]
    ) -> None:
        self._changed = changed
        self._failed = failed
        self.field = ipw.Text(
            description=label("correction"),
            placeholder=label("correction_example"),
            layout={"width": "26em"},
        )
        self.keep = ipw.Button(description=label("correct"), layout={"width": "auto"})
        self.drop = ipw.Button(description=label("forget"), layout={"width": "auto"})
        self.keep.on_click(lambda _: self._do("correct"))
        self.drop.on_click(lambda _: self._do("forget"))
        super().__init__([self.field, self.keep, self.drop])
        self.add_class("yd-lab-row")

    def _do(self, act: str) -> None:
        from yandu import textlab

        written = self.field.value.strip()
        try:
            (textlab.correct if act == "correct" else textlab.forget)(written)
        except (textlab.TextLabError, OSError) as error:
            self._failed(error)
        else:
            self._changed(label(f"{act}_done", string=written))
