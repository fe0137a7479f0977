"""From a bank to JupyterLab on its scratch notebook, and back to nothing."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from yandu.content import Course, read_course
from yandu.launch import lab_command
from yandu.messages import both
from yandu.paths import lessons_path
from yandu.preview.draft import Draft, read_draft
from yandu.preview.notebook import write_notebook
from yandu.workspace import prepare

#: What every lesson of a folder shares, and what the cards and the text lab read.
SHARED = ("glossary.toml", "sources.toml", "claims.tsv", "article_counts.tsv")


def preview(wanted: str, arguments: list[str]) -> int:
    """Show a bank in JupyterLab until that is stopped; then remove all scratch files.

    Args:
        wanted: A bank's name, or the path of a TOML or Markdown file.
        arguments: Further arguments for JupyterLab.

    Returns:
        JupyterLab's exit code.

    Raises:
        ContentError: The file holds no items, or no valid TOML.
        NoSuchEntryError: There is no such bank and no such file.
    """
    course = read_course(lessons_path())
    draft = read_draft(wanted, course.path)
    # A kernel that ends late may still hold a file, on Windows.
    with tempfile.TemporaryDirectory(
        prefix="yandu-preview-", ignore_cleanup_errors=True
    ) as scratch:
        base = Path(scratch)
        notebook = write_preview(draft, course, base / "lessons")
        prepare(base / "lessons", base / "work")
        for text in both("preview.opening", name=draft.name).values():
            print(text, flush=True)
        environment = {
            "YANDU_LESSONS": str(base / "lessons"),
            "YANDU_DATA": str(base / "data"),
            "JUPYTERLAB_WORKSPACES_DIR": str(base / "workspaces"),
        }
        command = lab_command(base / "work", notebook.name, arguments)
        return _serve(command, {**os.environ, **environment})


def write_preview(
    draft: Draft, course: Course, folder: Path, name: str = "preview"
) -> Path:
    """Make a lessons folder of one bank.

    Args:
        draft: The bank.
        course: The course whose text it is about.
        folder: Where to; made if it is not there.
        name: What its files are called behind the lesson's number.

    Returns:
        The notebook.
    """
    name = f"{draft.lesson_id}_{name}"
    lesson = course.lessons.get(draft.lesson_id)
    for part in ("items", "prompts", "tokens", "pinyin"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for file in SHARED:
        shutil.copyfile(course.path / file, folder / file)
    (folder / "prompts" / f"{name}.toml").write_text("", encoding="utf-8")
    (folder / "items" / f"{name}.toml").write_text(draft.text, encoding="utf-8")
    for part in ("tokens", "pinyin"):
        made = course.path / part / f"{lesson.name}.tsv" if lesson else None
        if made and made.is_file():
            shutil.copyfile(made, folder / part / f"{name}.tsv")
    return write_notebook(draft.name, course, lesson, folder / f"{name}.ipynb")


def _serve(command: list[str], environment: dict[str, str]) -> int:
    """Run JupyterLab until it is stopped, and tell it of signals to this process."""
    process = subprocess.Popen(command, env=environment)
    # Ctrl+C reaches it from the terminal; it asks back, and this process has to wait.
    handlers = {
        signal.SIGINT: lambda *_: None,
        signal.SIGTERM: lambda *_: process.terminate(),
    }
    former = {number: signal.signal(number, act) for number, act in handlers.items()}
    try:
        return process.wait()
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
