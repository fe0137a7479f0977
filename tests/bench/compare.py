"""The comparison: five items in four tools, measured in one JupyterLab, as a table.

    python -m tests.bench.compare [tool …]

Nothing passes or fails. A tool that is not installed is left out:
``pip install -e ".[bench]"`` brings all of them.
"""

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.five import build_lessons, entries
from tests.bench.one_tool import N_TIMES, Bench, Findings
from tests.bench.page import running_browser
from tests.bench.tools import tools
from tests.browser.lab import running_lab

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def comparison(browser: "Browser", *names: str) -> dict[str, Findings]:
    """Measure the tools that are named and installed; return the findings by row."""
    with tempfile.TemporaryDirectory() as base:
        lessons = Path(base) / "lessons"
        five = entries(build_lessons(lessons))
        with running_lab(Path(base), YANDU_LESSONS=str(lessons)) as lab:
            return {
                f"{name} {tool.version}": Bench(browser, lab, tool, five).findings()
                for name, tool in tools(five).items()
                if tool.version and (not names or name in names)
            }


#: The rows of the table: what a finding is called, and how it was found.
ROWS = {
    "kinds": "of the five items, the tool has",
    "bytes": "stored outputs, bytes",
    "state_bytes": "widget state that has to be stored too, bytes",
    "models": "widget models",
    "time": f"running the items to all visible, ms (median of {N_TIMES})",
    "axe_fresh": "axe violations, fresh",
    "axe_answered": "axe violations, answered",
    "tab": "controls that Tab reaches",
    "leaves": "Tab leaves the outputs",
    "arrows": "arrow keys in a single choice",
    "groups": "items with options that are named groups",
    "announced": "verdicts said in a live region",
    "shortcut": "d d on an option reaches JupyterLab",
    "reload": "answers survive a page reload",
    "restart": "answers survive a kernel restart (page reloaded, cells run again)",
    "untrusted": "opened untrusted, items readable",
    "key": "key readable in the page before an attempt",
}


def print_table(found: dict[str, Findings]) -> None:
    """Print the findings, a column for each tool."""
    columns = [["", *ROWS.values()]]
    for name, findings in found.items():
        columns.append([name, *(findings[row] for row in ROWS)])
    widths = [max(map(len, column)) for column in columns]
    for cells in zip(*columns, strict=True):
        pairs = zip(cells, widths, strict=True)
        print("  ".join(f"{cell:{width}}" for cell, width in pairs).rstrip())

    for name in tools([]):
        if not any(column.startswith(name) for column in found):
            print(f'{name}: not measured (pip install -e ".[bench]" installs it)')


def main() -> None:
    """Measure and print."""
    with running_browser() as browser:
        print_table(comparison(browser, *sys.argv[1:]))


if __name__ == "__main__":
    main()
