"""The real course in a JupyterLab: started by its own command, driven by a learner."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.kinds import hands_of
from tests.browser.lab import PATIENCE_MS, Lab, serving, throw_away_environment, until
from tests.conftest import LESSONS
from yandu.items import Bank, Item, read_bank
from yandu.progress import admin

if TYPE_CHECKING:
    from playwright.sync_api import JSHandle, Locator, Page

NOTEBOOK = "01_mission.ipynb"
BANK = read_bank(LESSONS, "01_mission")
GUARD = Path(__file__).parent / "guard"
#: All that is drawn anew when a lesson runs again.
CARDS = ".yd-desk, .yd-check, .yd-discussion, .yd-progress"
SESSION = "jupyterapp.shell.currentWidget.sessionContext"
#: Each cell of a prompt has its page for notes.
HAS_NOTES = """() => [...document.querySelectorAll('.jp-Cell[data-yd-cell$="-note"]')]
  .every(cell => cell.querySelector(".yd-discussion"))"""
#: What was typed has been sent: a card does so when it has paused for 0.4 s.
SENT = "new Promise(sent => setTimeout(sent, 500))"


def learner_folder(course: Lab) -> Path:
    """Return where the course keeps what its learner does."""
    return Path(course.environment["YANDU_DATA"]) / "learners" / "default"


def forget(course: Lab) -> None:
    """Erase what was done before, as `yandu data erase` does."""
    admin.erase(learner_folder(course))


def stop_kernels(course: Lab) -> None:
    """Stop all kernels: the next visit is another day."""
    for kernel in course.kernels():
        course.delete(f"kernels/{kernel['id']}")


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

    def open(self, *, alone: bool = False) -> "LessonPage":
        """Open the address that `yandu open` shows, and wait until all is live.

        JupyterLab brings back the tabs of lessons opened before, unless it is to be
        `alone`.
        """
        self.page.goto(
            f"{self.lab.url}/lab/workspaces/yandu/tree/{self.notebook}"
            f"?token={self.lab.token}{'&reset' if alone else ''}"
        )
        return self.wait()

    def wait(self) -> "LessonPage":
        """Wait until every widget is live."""
        self.page.locator(".yd-progress").wait_for(timeout=PATIENCE_MS)
        for item_id in self.bank.items:
            self.item(item_id).root.wait_for(state="attached")
        self.page.wait_for_function(HAS_NOTES)
        return self

    def cards(self) -> "JSHandle":
        """Return the cards as they are, to wait for others: see `wait_for_others`."""
        selected = "selector => [...document.querySelectorAll(selector)]"
        return self.page.evaluate_handle(selected, CARDS)

    def wait_for_others(self, old: "JSHandle") -> "LessonPage":
        """Wait until the lesson has run again: none of its old cards is left."""
        gone = "nodes => nodes.every(node => !node.isConnected)"
        self.page.wait_for_function(gone, arg=old)
        return self.wait()

    def begin_again(self) -> "LessonPage":
        """Be the page of a learner who was never here: in half the time of another page.

        The kernel ends before all is erased, so that nothing that was on its way to it
        can come into the new learner's store.
        """
        if not self.page.url.startswith(self.lab.url):  # it was left
            stop_kernels(self.lab)
            forget(self.lab)
            return self.open()
        old = self.cards()
        self.page.evaluate(f"{SESSION}.shutdown()")
        forget(self.lab)
        scroller = "document.querySelector('.jp-WindowedPanel-outer')"
        self.page.evaluate(f"{scroller}.scrollTop = 0")
        self.page.evaluate(f"void {SESSION}.changeKernel({{ name: 'python3' }})")
        return self.wait_for_others(old)

    def leave(self) -> None:
        """Leave the lesson, and its kernel to nobody."""
        self.page.goto("about:blank")
        stop_kernels(self.lab)

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

    def read_on_to(self, cell_id: str) -> None:
        """Scroll until a cell is the first in view, and a little further."""
        self.page.mouse.move(700, 450)
        self.page.mouse.wheel(0, 1)  # from now on the page is the learner's
        self.cell(cell_id).evaluate("node => node.scrollIntoView({ block: 'start' })")
        self.page.mouse.wheel(0, 40)

    def restart_kernel(self) -> "LessonPage":
        """Restart the kernel and wait until the lesson has run again."""
        old = self.cards()
        self.page.evaluate(f"void {SESSION}.session.kernel.restart()")
        return self.wait_for_others(old)

    def wait_until_kept(self, expression: str) -> None:
        """Wait until the lesson's kernel has it, by an expression that is then true."""
        self.page.evaluate(SENT)
        kept = until(
            self.page, lambda: self.ask_kernel(f"bool({expression})") == "True"
        )
        assert kept, expression

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
        asked = reply["user_expressions"]["asked"]
        answer: str = asked["data"]["text/plain"] if "data" in asked else asked["ename"]
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
