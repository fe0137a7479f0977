"""The four tools of the comparison: what each notebook holds, how each is used."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.five import Entry, for_ipyquizjb, for_jupyterquiz, for_plain
from tests.browser.notebooks import Cell, code

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

OUTPUTS = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-output"


@dataclass(frozen=True)
class Tool:
    """One tool.

    Attributes:
        package: Its distribution, for the version.
        setup: The cell before the items.
        cells: The cells with the items, by id.
        question: CSS of one item in an output.
        option: CSS of one option in an item.
        submit: CSS of the button that checks; empty: options check at once, Enter
            checks what is typed.
        kinds: What it has.
        form: An item in its form, for ``five.json``; None if it reads our bank.
        is_live: Whether its notebook runs by itself when opened.
        keeps_state: Whether answers are kept apart from the notebook.
    """

    package: str
    setup: str
    cells: dict[str, str]
    question: str
    option: str
    submit: str
    kinds: frozenset[str] = frozenset({"single", "multiple", "number", "text"})
    form: Callable[[Entry], dict[str, Any]] | None = None
    is_live: bool = False
    keeps_state: bool = False
    files: tuple[str, ...] = field(default=())

    @property
    def version(self) -> str:
        """Its version, empty if it is not installed."""
        try:
            return version(self.package)
        except PackageNotFoundError:
            return ""

    def notebook(self) -> list[Cell]:
        """Return the cells of its notebook."""
        cells = [code("01-setup", self.setup, hidden=True)]
        return cells + [
            code(id_, call, hidden=True) for id_, call in self.cells.items()
        ]

    def write_files(self, folder: Path, five: list[Entry]) -> None:
        """Write what its notebook reads."""
        for name in self.files:
            shutil.copyfile(Path(__file__).with_name(name), folder / name)
        if self.form is not None:
            forms = [self.form(entry) for entry in five if entry.kind in self.kinds]
            text = json.dumps(forms, ensure_ascii=False)
            (folder / f"{self.package}.json").write_text(text, encoding="utf-8")

    def has(self, five: list[Entry]) -> list[Entry]:
        """Return the items that it can show."""
        return [entry for entry in five if entry.kind in self.kinds]

    def answer(self, page: "Page", place: int, entry: Entry, *, right: bool) -> None:
        """Answer an item as its learner does, and have it checked."""
        root = page.locator(f"{OUTPUTS} {self.question}").nth(place)
        given = entry.keys if right else [entry.wrong]
        if entry.is_typed:
            box = root.locator("input").first
            box.click()
            box.fill("")
            box.press_sequentially(given[0])
            box.press("Tab" if self.submit else "Enter")
        else:
            for text in given:
                self.options(root).filter(has_text=text).first.click()
        if self.submit:
            root.locator(self.submit).first.click()
        page.wait_for_timeout(600)  # a kernel answers, a live region is filled

    def options(self, root: "Locator") -> "Locator":
        """Return the options of an item."""
        return root.locator(self.option)


def tools(five: list[Entry]) -> dict[str, Tool]:
    """Return the tools by the name that the table gives them."""
    return {
        "jupyterquiz": Tool(
            package="jupyterquiz",
            setup="from jupyterquiz import display_quiz",
            cells={"quiz": 'display_quiz("jupyterquiz.json")'},
            question=".Quiz",
            option="label.MCButton",
            submit="",
            form=for_jupyterquiz,
        ),
        "ipyquizjb": Tool(
            package="ipyquizjb",
            setup="from pathlib import Path\nfrom ipyquizjb import display_questions\n"
            "import json\nfive = json.loads(Path('ipyquizjb.json').read_text('utf-8'))",
            cells={"quiz": "display_questions(five, as_group=False)"},
            question=".ipyquizjb-render-math",
            option="button.widget-toggle-button, .widget-toggle-buttons button",
            submit="button:has-text('Check answer')",
            kinds=frozenset({"single", "multiple", "number"}),
            form=for_ipyquizjb,
        ),
        "ipywidgets": Tool(
            package="ipywidgets",
            setup="from plain_quiz import quiz",
            cells={"quiz": 'quiz("ipywidgets.json")'},
            question=".plain-question",
            option="label:has(input)",
            submit="button",
            form=for_plain,
            files=("plain_quiz.py",),
        ),
        "yandu": Tool(
            package="yandu",
            setup='from yandu import open_lesson\nlesson = open_lesson("01")',
            cells={entry.id: f'lesson.check("{entry.id}")' for entry in five},
            question=".yd-check",
            option="label.yd-option",
            submit="button.yd-main",
            is_live=True,
            keeps_state=True,
        ),
    }
