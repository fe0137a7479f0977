"""One tool on the bench: its notebook is opened, weighed, answered, reloaded, restarted."""

import ast
import json
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.five import Entry
from tests.bench.keyboard import (
    arrow_findings,
    group_findings,
    shortcut_findings,
    tab_findings,
)
from tests.bench.page import PROBES, restart_kernel
from tests.bench.tools import Tool
from tests.browser.lab import PATIENCE_MS, Lab, wait_for_kernel
from tests.browser.notebooks import write_notebook

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

N_TIMES = 5
SURVIVAL_MS = 8_000
AXE = files("axe_playwright_python") / "axe.min.js"
IMPACTS = ("critical", "serious", "moderate", "minor")
STATE = "__import__('ipywidgets').Widget.get_manager_state()"
Findings = dict[str, str]


class Bench:
    """One tool on the bench."""

    def __init__(
        self, browser: "Browser", lab: Lab, tool: Tool, five: list[Entry]
    ) -> None:
        self.browser = browser
        self.lab = lab
        self.tool = tool
        self.five = tool.has(five)
        self.n_all = len(five)
        texts = [entry.stem[:12] for entry in self.five]
        texts += [text[:10] for entry in self.five for text in entry.options]
        n_fields = sum(entry.is_typed for entry in self.five)
        self.wanted = {"texts": texts, "n_fields": n_fields}
        self.path = lab.folder / f"{tool.package}.ipynb"
        self.fresh: dict[str, Any] = {}  # the notebook as saved before any answer

    def findings(self) -> Findings:
        """Return all rows of the table for this tool."""
        self.tool.write_files(self.lab.folder, self.five)
        found = {"kinds": f"{len(self.five)} of {self.n_all}", **self.run_apart()}
        write_notebook(self.path, self.tool.notebook(), live=self.tool.is_live)
        self.lab.trust(self.path)
        with self.page(self.path) as page:
            if not self.tool.is_live:
                self.run_all(page)
            self.wait(page)
            found |= self.weight(page) | self.key(page)
            found["axe_fresh"] = self.axe(page)
            found["tab"], found["leaves"] = tab_findings(page)
            found["groups"] = group_findings(page, self.tool, self.five)
            found["arrows"] = arrow_findings(page, self.tool)
            found["announced"] = self.answer_all(page)
            found["axe_answered"] = self.axe(page)
            given = page.evaluate("bench.given()")
            found["reload"] = self.reload(page, given)
            found["restart"] = self.restart(page, given)
        found["untrusted"] = self.untrusted()
        return found

    @contextmanager
    def page(self, path: Path) -> Iterator["Page"]:
        """Open a notebook in a page of its own, tall enough for all items."""
        context = self.browser.new_context(
            locale="zh-CN", viewport={"width": 1440, "height": 3000}
        )
        context.add_init_script(path=PROBES)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.goto(self.lab.address(path))
        self.drawn(page)
        wait_for_kernel(page)
        yield page
        context.close()
        for kernel in self.lab.kernels():
            self.lab.delete(f"kernels/{kernel['id']}")

    def drawn(self, page: "Page") -> None:
        """Wait until the notebook's cells are there; a lesson hides its first."""
        cells = page.locator(".jp-NotebookPanel .jp-Cell")
        cells.first.wait_for(state="attached")

    def run_all(self, page: "Page") -> None:
        """Run all cells."""
        page.evaluate("n => bench.run(0, n)", len(self.tool.cells))

    def wait(self, page: "Page") -> None:
        """Wait until all items can be read and answered."""
        page.evaluate("wanted => bench.until(() => bench.shows(wanted))", self.wanted)

    def run_apart(self) -> Findings:
        """Time the cells with fresh kernels; then press d d, which may delete a cell."""
        path = self.lab.folder / f"{self.tool.package}-time.ipynb"
        write_notebook(path, self.tool.notebook(), live=False)
        times = []
        with self.page(path) as page:
            for _ in range(N_TIMES):
                restart_kernel(page)
                page.evaluate("bench.run(0, 0)")
                call = "([n, wanted]) => bench.timeRun(1, n, wanted)"
                times.append(page.evaluate(call, [len(self.tool.cells), self.wanted]))
            shortcut = shortcut_findings(page, self.tool)
        return {"time": f"{statistics.median(times):.0f}", "shortcut": shortcut}

    def weight(self, page: "Page") -> Findings:
        """Weigh what the saved notebook holds, and what must be saved besides."""
        self.fresh = self.saved(page)
        outputs = [
            cell["outputs"]
            for cell in self.fresh["cells"]
            if cell["id"] in self.tool.cells
        ]
        n_bytes = len(json.dumps(outputs, ensure_ascii=False).encode())
        state = self.ask(page, STATE)
        n_models = len(state["state"])
        n_state = len(json.dumps(state, ensure_ascii=False).encode())
        has_to = n_models and not self.tool.keeps_state
        return {
            "bytes": f"{n_bytes:,}",
            "state_bytes": f"{n_state:,}" if has_to else "0",
            "models": str(n_models),
        }

    def saved(self, page: "Page") -> Any:
        """Save the notebook and return it."""
        page.evaluate("jupyterapp.commands.execute('docmanager:save')")
        page.wait_for_timeout(1500)
        return json.loads(self.path.read_text(encoding="utf-8"))

    def ask(self, page: "Page", expression: str) -> Any:
        """Return the value of an expression in the kernel."""
        reply = page.evaluate(
            """async asked => {
              const { session } = jupyterapp.shell.currentWidget.sessionContext;
              const request = { code: "", silent: true, user_expressions: { asked } };
              return (await session.kernel.requestExecute(request).done).content;
            }""",
            f"__import__('json').dumps({expression})",
        )
        text = reply["user_expressions"]["asked"]["data"]["text/plain"]
        return json.loads(ast.literal_eval(text))

    def key(self, page: "Page") -> Findings:
        """Look for the typed keys in the page and in what the browser holds."""
        state = self.ask(page, STATE)
        held = page.evaluate("bench.html()") + json.dumps(state, ensure_ascii=False)
        keys = [entry.keys[0] for entry in self.five if entry.is_typed]
        is_there = any(f'"{key}"' in held or f">{key}<" in held for key in keys)
        return {"key": "yes" if is_there or "data-correct" in held else "no"}

    def axe(self, page: "Page") -> str:
        """Return what axe finds, by impact."""
        page.evaluate(AXE.read_text(encoding="utf-8"))
        counts: dict[str, int] = page.evaluate("bench.violations()")
        said = [f"{counts[impact]} {impact}" for impact in IMPACTS if impact in counts]
        return ", ".join(said) or "0"

    def answer_all(self, page: "Page") -> str:
        """Answer all items, every other one rightly; count the verdicts announced."""
        n_heard = 0
        for place, entry in enumerate(self.five):
            page.evaluate("bench.listen()")
            self.tool.answer(page, place, entry, right=place % 2 == 0)
            n_heard += page.evaluate("bench.heard()")
        return f"{n_heard} of {len(self.five)}"

    def reload(self, page: "Page", given: str) -> str:
        """Save, reload the page; say whether the answers are there again."""
        self.saved(page)
        page.reload()
        self.drawn(page)
        return self.stands(page, given)

    def restart(self, page: "Page", given: str) -> str:
        """Restart the kernel, reload, run all cells; say whether the answers stand."""
        restart_kernel(page)
        self.saved(page)
        page.reload()
        self.drawn(page)
        wait_for_kernel(page)
        if not self.tool.is_live:
            self.run_all(page)
        self.wait(page)
        return self.stands(page, given)

    def stands(self, page: "Page", given: str) -> str:
        """Say whether what was given stands in the page, within some seconds."""
        try:
            page.wait_for_function(
                "given => bench.given() === given", arg=given, timeout=SURVIVAL_MS
            )
        except Exception:  # Playwright's own, which is imported late
            return "no"
        return "yes"

    def untrusted(self) -> str:
        """Open the saved notebook as a stranger's; count the stems that can be read."""
        for cell in self.fresh["cells"]:  # a change, so that no signature fits
            cell["source"] = ["# 别人的\n", *cell["source"]]
        path = self.path.with_name(f"{self.tool.package}-untrusted.ipynb")
        path.write_text(json.dumps(self.fresh), encoding="utf-8")
        with self.page(path) as page:
            page.wait_for_timeout(2000)
            items = [
                [entry.stem[:12], *(text[:10] for text in entry.options)]
                for entry in self.five
            ]
            count = (
                "items => [false, true].map(asCode => bench.readable(items, asCode))"
            )
            n_readable, n_code = page.evaluate(count, items)
        as_code = f", {n_code} as Python code" if n_code else ""
        return f"{n_readable} of {len(self.five)}{as_code}"
