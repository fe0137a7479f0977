"""What the browser tests share: a server, Chromium, and a page that stays at home."""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.course import LessonPage
from tests.browser.gallery import running_gallery
from tests.browser.kinds.assign import centre
from tests.browser.lab import PATIENCE_MS, Lab, running_lab
from yandu.items import Bank
from yandu.items.bank import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, Request

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# Root has no sandbox, a container little shared memory; the rest keeps Chromium itself
# from talking to anyone.
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str | None:
    """Return where Chromium is: named in YANDU_CHROMIUM, or on the path; or None."""
    named = os.environ.get("YANDU_CHROMIUM")
    return named or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Return where Chromium is. Without one the browser tests are skipped, in CI never."""
    found = find_chromium()
    if found:
        return found
    reason = "no Chromium found; install one or name it in YANDU_CHROMIUM"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> "Iterator[Browser]":
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path, args=CHROMIUM_OPTIONS
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab of this environment, with the installed course."""
    with running_lab(tmp_path_factory.mktemp("lab")) as lab:
        yield lab


@contextlib.contextmanager
def page_at_home(browser: "Browser") -> "Iterator[Page]":
    """Open a fresh page, 1440 by 900; fail if it asks another host for anything."""
    foreign: list[str] = []

    def record(request: "Request") -> None:
        address = urlsplit(request.url)
        is_remote = address.scheme in ("http", "https", "ws", "wss")
        if is_remote and address.hostname not in ("127.0.0.1", "localhost"):
            foreign.append(request.url)

    context = browser.new_context(
        locale="zh-CN", viewport={"width": 1440, "height": 900}
    )
    context.on("request", record)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    yield page
    context.close()
    assert foreign == []


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """A page of this test's own."""
    with page_at_home(browser) as page:
        yield page


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Lab, Bank]]:
    """The gallery, one item of each kind, live in a JupyterLab of its own."""
    with running_gallery(tmp_path_factory.mktemp("gallery")) as (lab, bank):
        assert [item.kind for item in bank.items.values()] == list(KINDS)
        yield lab, bank


@pytest.fixture(scope="module")
def gallery_page(gallery: tuple[Lab, Bank], browser: "Browser") -> Iterator[LessonPage]:
    """One page of the gallery for a file of tests, opened for nobody yet."""
    lab, bank = gallery
    with page_at_home(browser) as page:
        visit = LessonPage(page, lab, f"{bank.name}.ipynb", bank)
        yield visit
        visit.leave()


@pytest.fixture
def visit(gallery_page: LessonPage) -> LessonPage:
    """The gallery, opened by a learner who was never there."""
    return gallery_page.begin_again()


@pytest.fixture
def tap(visit: LessonPage) -> "Iterator[Callable[[Locator], None]]":
    """Tap on a part of the visited page with a finger."""
    touch = visit.page.context.new_cdp_session(visit.page)
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})

    def tap(part: "Locator") -> None:
        centre(part)
        box = part.bounding_box()
        assert box
        at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        for what, points in (("touchStart", [at]), ("touchEnd", [])):
            event = {"type": what, "touchPoints": points}
            touch.send("Input.dispatchTouchEvent", event)

    yield tap
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": False})
    touch.detach()


@pytest.fixture
def trust(lab: Lab) -> Callable[[Path], None]:
    """Sign a notebook for the server `lab`, as `jupyter trust` does."""
    return lab.trust


@pytest.fixture
def open_notebook(lab: Lab) -> "Callable[[Page, Path | str], None]":
    """Open a notebook of the server `lab` in a page, and wait for its cells."""
    return lab.open_notebook
