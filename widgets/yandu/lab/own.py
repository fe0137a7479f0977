"""A text of the learner's own: pasted, uploaded, or a file of the working folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ipywidgets as ipw

from yandu.lab.labels import label
from yandu.lab.work import CancelledError, Job

if TYPE_CHECKING:
    from yandu.textlab import Text

SUFFIXES = (".txt", ".md")
#: How much of a pasted text stands in the line that makes it.
N_QUOTED = 12


@dataclass(frozen=True)
class Own:
    """A text that the learner has brought.

    Attributes:
        text: The text, cut.
        code: The line of Python that makes it, as far as a line can.
    """

    text: "Text"
    code: str


class OwnBox(ipw.VBox):  # type: ignore[misc]
    """Where a text is pasted or chosen.

    Args:
        bring: Is told the work that makes the text; does it and shows the text.

    What is larger than a message between page and kernel may be (10 MB) is kept back by
    the lab extension; it can be read from the working folder.
    """

    def __init__(self, bring: Callable[[Callable[[Job], Own]], None]) -> None:
        self._bring = bring
        self.pasted = ipw.Textarea(
            description=label("paste"),
            placeholder=label("paste_example"),
            continuous_update=False,
            layout={"width": "100%"},
        )
        self.file = ipw.Combobox(
            description=label("file"),
            placeholder=label("file_example"),
            options=_files(),
            layout={"width": "20em"},
        )
        self.upload = ipw.FileUpload(
            description=label("upload"),
            accept=",".join(SUFFIXES),
            layout={"width": "auto"},
        )
        self.title = ipw.Text(
            description=label("title"),
            placeholder=label("title_example"),
            layout={"width": "14em"},
        )
        self.use = ipw.Button(description=label("use"), layout={"width": "auto"})
        self.use.on_click(lambda _: self._bring(self._work()))
        row = ipw.HBox([self.file, self.upload, self.title, self.use])
        row.add_class("yd-lab-row")
        super().__init__([self.pasted, row])
        self.add_class("yd-lab-own")

    def refresh(self) -> None:
        """List the files that are in the working folder now."""
        self.file.options = _files()

    def _work(self) -> Callable[[Job], Own]:
        """Return the work that makes the text of what is in the fields now."""
        pasted, name = self.pasted.value, self.file.value.strip()
        uploads, title = tuple(self.upload.value), self.title.value.strip()

        def work(job: Job) -> Own:
            from yandu import textlab

            text, code = _text(pasted, name, uploads, title)
            try:
                text = textlab.cut(
                    text,
                    on_progress=job.progress,
                    is_cancelled=lambda: job.is_cancelled,
                )
            except textlab.CancelledCutError:
                raise CancelledError from None
            return Own(text, f"text = textlab.cut({code})")

        return work


def _text(
    pasted: str, name: str, uploads: tuple[Any, ...], title: str
) -> "tuple[Text, str]":
    """Return the text, uncut, and the code that makes it; what is pasted goes first.

    Raises:
        TextLabError: It is no text, or there is none.
    """
    from yandu.textlab import read_text, text_of
    from yandu.textlab.results.made import made_by
    from yandu.textlab.texts.own_text import decoded

    named = title or None
    if pasted.strip() or not (name or uploads):
        start = " ".join(pasted.split())[:N_QUOTED]
        code = made_by("text_of", f"{start}……", title=named)
        return text_of(pasted, title), code
    if uploads and not name:
        upload = uploads[-1]
        stem = title or Path(upload["name"]).stem
        text = text_of(decoded(bytes(upload["content"]), upload["name"]), stem)
        return text, made_by("read_text", upload["name"], title=named)
    return read_text(name, title), made_by("read_text", name, title=named)


def _files() -> list[str]:
    """Return the text files of the working folder."""
    try:
        found = [path.name for path in Path.cwd().iterdir() if path.suffix in SUFFIXES]
    except OSError:
        return []
    return sorted(found)
