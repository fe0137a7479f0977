"""The real course in a JupyterLab: started by its own command, driven by a learner."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.kinds import hands_of
from tests.browser.lab import PATIENCE_MS, Lab, serving, throw_away_environment
from tests.conftest import LESSONS
from yandu.items import Bank, Item, read_bank

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

NOTEBOOK = "01_mission.ipynb"
BANK = read_bank(LESSONS, "01_mission")
GUARD = Path(__file__).parent / "guard"


@contextlib.contextmanager
def running_course(base: Path, **environment: str) -> Iterator[Lab]:
    """Run `yandu open` with homes, trust and data of its own.

    What the server or a kernel asks of another host is noted in `base`/network.log.
    """
    env = throw_away_environment(base) | environment
    env |= {"PYTHONPATH": str(GUARD), "YANDU_NETWORK_LOG": str(base / "network.log")}
    folder = base / "work"
    command = [sys.executable, "-m", "yandu", "open", "--folder", str(folder)]
    command += ["--no-browser"]
    with serving(command, folder, base, env) as lab:
        yield lab


class LessonPage:
    """A lesson in a page, by what a learner sees; lesson 01 if no other is named."""

    def __init__(
        self, page: "Page", lab: Lab, notebook: str = NOTEBOOK, bank: Bank = BANK
    ) -> None:
        self.page = page
        self.lab = lab
        self.notebook = notebook
        self.bank = bank

    def open(self) -> "LessonPage":
        """Open the address that `yandu open` shows, and wait until all is live."""
        self.page.goto(
            f"{self.lab.url}/lab/workspaces/yandu/tree/{self.notebook}"
            f"?token={self.lab.token}"
        )
        return self.wait()

    def wait(self) -> "LessonPage":
        """Wait until every widget is live."""
        self.page.locator(".yd-progress").wait_for(timeout=PATIENCE_MS)
        for item_id in self.bank.items:
            self.item(item_id).root.wait_for(state="attached")
        return self

    def reload(self) -> "LessonPage":
        """Reload the page as a browser does."""
        self.page.reload()
        return self.wait()

    def item(self, item_id: str) -> "ItemCard":
        """Return a self-check."""
        return ItemCard(
            self.cell(item_id).locator(".yd-check"), self.bank.item(item_id)
        )

    def first(self, kind: str) -> "ItemCard":
        """Return the first self-check of a kind."""
        return self.item(next(i.id for i in self.bank.items.values() if i.kind == kind))

    def note(self, prompt_id: str) -> "Locator":
        """Return the page for notes on a prompt."""
        return self.cell(f"{prompt_id}-note").locator(".yd-discussion")

    def cell(self, cell_id: str) -> "Locator":
        """Return a cell by its id."""
        return self.page.locator(f'.jp-Cell[data-yd-cell="{cell_id}"]')

    def ask_kernel(self, expression: str) -> str:
        """Return the `repr` of an expression in the lesson's kernel."""
        reply = self.page.evaluate(
            """async asked => {
              const { session } = jupyterapp.shell.currentWidget.sessionContext;
              const request = { code: "", silent: true, user_expressions: { asked } };
              return (await session.kernel.requestExecute(request).done).content;
            }""",
            expression,
        )
        answer: str = reply["user_expressions"]["asked"]["data"]["text/plain"]
        return answer


class ItemCard:
    """A self-check in the page."""

    def __init__(self, root: "Locator", item: Item) -> None:
        self.root = root
        self.item = item

    def choose(self, *options: str) -> None:
        """Choose options with the mouse."""
        for option in options:
            self.root.locator(f'input[value="{option}"]').click()

    def fill(self, response: dict[str, str]) -> None:
        """Type into the gaps."""
        for place, typed in enumerate(response.values()):
            self.root.locator("input[type=text]").nth(place).fill(typed)

    def give(self, response: object) -> None:
        """Give a response as its kind has it."""
        hands_of(self.item.kind).give(self, response)

    def press(self, name: str) -> None:
        """Press a button by the beginning of its Chinese label."""
        self.root.locator("button", has_text=name).first.click()

    @property
    def verdict(self) -> "Locator":
        """What is said of the response."""
        return self.root.get_by_role("status").first
