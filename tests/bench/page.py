"""What every measurement in the browser needs."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.conftest import CHROMIUM_OPTIONS, find_chromium
from tests.browser.lab import wait_for_kernel

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

#: What was measured, the figure, what it should be.
Row = tuple[str, str, str]
PROBES = Path(__file__).with_name("probes.js")
CLEAR = "jupyterapp.commands.execute('notebook:clear-all-cell-outputs')"
RESTART = "jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()"


@contextlib.contextmanager
def running_browser() -> "Iterator[Browser]":
    """Run Chromium until the block ends."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=CHROMIUM_OPTIONS
        )
        yield browser
        browser.close()


def restart_kernel(page: "Page") -> None:
    """Clear the open notebook's outputs and restart its kernel."""
    page.evaluate(CLEAR)
    page.evaluate(RESTART)
    wait_for_kernel(page)
