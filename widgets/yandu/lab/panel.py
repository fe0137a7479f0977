"""The panel: a button until it is pressed, then one view over the text lab.

Its controls are plain ipywidgets: a form needs no JavaScript of ours. They cannot keep
JupyterLab's shortcuts away by themselves, nor name a live region; the lab extension
does both.
"""

from collections.abc import Mapping
from typing import Any

import ipywidgets as ipw

from yandu.card import html_pair
from yandu.lab.labels import label
from yandu.lab.texts import Source
from yandu.lab.view import View
from yandu.messages import both, language


class LabPanel(ipw.VBox):  # type: ignore[misc]
    """The text lab over the course's texts, the article's counts, and one's own.

    Args:
        lesson_id: The lesson's id, for a stable `repr`.
        sources: Name to what loads a text: ``lesson``, ``course``, ``original``. Called
            when the text is chosen, so that a lesson that is only read loads none.
    """

    def __init__(self, lesson_id: str, sources: Mapping[str, Source]) -> None:
        self._lesson_id = lesson_id
        self._sources = sources
        self._language = language()
        self.view: View | None = None
        self._open = ipw.Button(description=label("open"), layout={"width": "auto"})
        self._open.on_click(lambda _: self.open_lab())
        super().__init__([self._open])
        self.add_class("yd-lab")

    def open_lab(self) -> None:
        """Show the lab, with its first answer."""
        self.view = View(self._sources)
        self.children = [self.view]
        self.view.ask()

    def speak(self) -> None:
        """Take the labels anew, in the language that is now the reader's."""
        if self._language == language():
            return
        self._language = language()
        self._open.description = label("open")
        former = self.view
        if former is None:
            return
        self.view = View(self._sources, former)
        self.children = [self.view]
        self.view.ask()
        former.dismiss()

    def close(self) -> None:
        """Close the panel and what is going on in it."""
        if self.view is not None:
            self.view.dismiss()
        super().close()

    def __repr__(self) -> str:
        return f"LabPanel({self._lesson_id!r})"

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, Any]:
        data: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        data["text/plain"] = repr(self)
        fallback = html_pair(both("lab.fallback"))
        data["text/html"] = f'<div class="yd-card" lang="zh-CN">{fallback}</div>'
        return data
