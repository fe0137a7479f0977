"""The README's first command on a fresh clone, and no further step: the lesson is live."""

import os
import re
import shutil
import subprocess

import pytest

from tests.browser.course import LessonPage
from tests.browser.lab import serving, throw_away_environment
from tests.conftest import LESSONS, ROOT
from yandu.content import read_course
from yandu.items import read_bank

pytestmark = pytest.mark.browser

COMMANDS = re.findall(
    r"```(?:sh|powershell)\n(.+)\n```", (ROOT / "README.md").read_text("utf-8")
)
FIRST = COMMANDS[0 if os.name == "posix" else 1]
FIRST_LESSON = next(iter(read_course(LESSONS).lessons.values())).name
#: The clone's own environment is made from nothing, downloads and all.
START_SECONDS = 400


#: What is made by working in the folder, and is not part of an unpacked zip.
MADE = shutil.ignore_patterns(".venv", "*.egg-info", "__pycache__", ".*_cache")


def clone(folder):
    """Clone the project as a newcomer would, with what is not committed yet.

    A project that was unpacked from a zip is copied.
    """
    if not (ROOT / ".git").exists():
        shutil.copytree(ROOT, folder, ignore=MADE)
        return
    subprocess.run(["git", "clone", "-q", str(ROOT), str(folder)], check=True)
    changed = subprocess.run(
        ["git", "diff", "HEAD", "--binary"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    if changed:
        subprocess.run(["git", "apply"], cwd=folder, input=changed, check=True)


def files(folder):
    """Return the project's files but for its environment and what Python caches."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {
        p for p in found if p.parts[0] not in {".git", ".venv"} and p.suffix != ".pyc"
    }


def test_the_first_command_opens_a_live_lesson(tmp_path, page):
    checkout = tmp_path / "研读 clone"
    clone(checkout)
    before = files(checkout)
    base = tmp_path / "base"
    base.mkdir()
    environment = throw_away_environment(base)
    environment.pop("VIRTUAL_ENV", None)
    folder = base / "work"
    # As it stands, but for the browser, which the test brings itself.
    command = f"cd '{checkout}' && {FIRST} --no-browser --folder '{folder}' \"$@\""
    shell = ["bash", "-c", command, "yandu"]
    with serving(shell, folder, base, environment, START_SECONDS) as lab:
        bank = read_bank(LESSONS, FIRST_LESSON)
        lesson = LessonPage(page, lab, f"{FIRST_LESSON}.ipynb", bank).open()
        card = lesson.first("single_choice")
        card.give(card.item.accept[0])
        card.press("核对")
        card.verdict.get_by_text("正确。").first.wait_for()
        assert page.locator(".yd-check").count() == len(bank.items)
        log = (base / "server.log").read_text(encoding="utf-8")
        assert f"/lab/workspaces/yandu/tree/{FIRST_LESSON}.ipynb" in log
    assert (
        checkout / ".venv" / "share" / "jupyter" / "labextensions" / "yandu"
    ).is_dir()
    assert files(checkout) == before, "opening the course leaves nothing behind"
