"""`yandu open`: from a working folder to JupyterLab on the right lesson."""

import os
import subprocess
import sys
from pathlib import Path

from yandu.content.course import read_course
from yandu.messages import both
from yandu.paths import data_path, lessons_path
from yandu.workspace import prepare

DEFAULT_FOLDER = Path("~/yandu")


def open_course(
    lesson_id: str | None, folder: Path | None, arguments: list[str]
) -> int:
    """Prepare the working folder and run JupyterLab until it is stopped.

    Args:
        lesson_id: The lesson to open; None means where the learner was last.
        folder: The working folder; None means ``yandu`` in the home directory.
        arguments: Further arguments for JupyterLab.

    Returns:
        JupyterLab's exit code.

    Raises:
        NoSuchEntryError: There is no such lesson.
    """
    course = read_course(lessons_path())
    lesson = course.lesson(lesson_id or last_lesson() or next(iter(course.lessons)))
    root = (folder or DEFAULT_FOLDER).expanduser().resolve()
    prepare(course.path, root)
    for text in both("cli.opening", folder=root, title=lesson.title).values():
        print(text, flush=True)
    command = lab_command(root, f"{lesson.name}.ipynb", arguments)
    if os.name == "posix":
        # JupyterLab takes this process over: a signal to it reaches the server.
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def lab_command(root: Path, notebook: str, arguments: list[str]) -> list[str]:
    """Return the command line that opens a notebook of `root` in JupyterLab.

    A workspace of the course's own keeps tabs of other work out of it.
    """
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={root}",
        f"--LabApp.default_url=/lab/workspaces/yandu/tree/{notebook}",
    ]
    # Jupyter refuses to start as root unless told so; a container often is root.
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return command + arguments


def last_lesson() -> str | None:
    """Return the lesson in which the learner was last, if there is one."""
    from yandu.progress import STORE_NAME, open_store

    if not data_path().exists():
        return None  # looking must leave nothing behind
    store = open_store(data_path() / STORE_NAME)
    try:
        return store.last_lesson()
    finally:
        store.close()
