"""`yandu render`: stored outputs, reviewed cuts and pinyin, the extension's strings.

What is stored depends on content alone: a fresh kernel, an empty store, Chinese, no
widget state. Rendering twice changes nothing.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from yandu.content import Course, Lesson, read_course
from yandu.faults import ContentError, Fault
from yandu.messages import catalogue, say
from yandu.paths import PACKAGE_PATH
from yandu.texts import sentences_of

VIEW = "application/vnd.jupyter.widget-view+json"
STRINGS_PATH = PACKAGE_PATH / "labextension" / "static" / "messages.js"


def render(lessons: Path) -> list[Path]:
    """Render every lesson in a folder.

    Returns:
        The files that were written, whether or not they changed.

    Raises:
        ContentError: A cell of a notebook fails; the notebook is left as it was.
        NoPypinyinError: A sentence is new or changed, and pypinyin is not installed.
    """
    written = [_render_strings()] if STRINGS_PATH.exists() else []
    course = read_course(lessons)
    for lesson in course.lessons.values():
        written.append(_render_tokens(course, lesson))
        written.append(_render_pinyin(course, lesson))
        written.append(render_notebook(lessons / f"{lesson.name}.ipynb"))
    return written


def extension_strings() -> str:
    """Return the lab extension's strings, in both languages, as its module."""
    own = {
        key.removeprefix("extension."): texts
        for key, texts in catalogue().items()
        if key.startswith("extension.")
    }
    table = json.dumps(own, ensure_ascii=False, indent=2)
    return f"export default {table};\n"


def cut(course: Course, lesson: Lesson) -> dict[str, tuple[str, ...]]:
    """Return the tokens of each sentence; a reviewed cut stands while its text does."""
    from yandu.textlab import cut_text, read_tokens, segmenter_of

    path = _tokens_path(course, lesson)
    segmenter = segmenter_of(course.glossary)
    return cut_text(sentences_of(lesson), read_tokens(path), segmenter)


def _tokens_path(course: Course, lesson: Lesson) -> Path:
    return course.path / "tokens" / f"{lesson.name}.tsv"


def _render_strings() -> Path:
    STRINGS_PATH.write_text(extension_strings(), encoding="utf-8")
    return STRINGS_PATH


def _render_tokens(course: Course, lesson: Lesson) -> Path:
    from yandu.textlab import write_tokens

    path = _tokens_path(course, lesson)
    path.parent.mkdir(exist_ok=True)
    write_tokens(path, cut(course, lesson))
    return path


def _render_pinyin(course: Course, lesson: Lesson) -> Path:
    """Write the pinyin of each sentence; a reviewed one stands while its text does."""
    from yandu.textlab.pinyin.files import read_pinyin, write_pinyin
    from yandu.textlab.pinyin.pronounce import pronounce, read_corrections, readings_of

    folder = course.path / "pinyin"
    folder.mkdir(exist_ok=True)
    path = folder / f"{lesson.name}.tsv"
    readings = readings_of(course.glossary, read_corrections(folder))
    tokens = cut(course, lesson)
    made = pronounce(sentences_of(lesson), read_pinyin(path), tokens, readings)
    write_pinyin(path, made)
    return path


def render_notebook(path: Path) -> Path:
    """Make the stored outputs of one notebook from the lessons folder that it is in.

    Raises:
        ContentError: A cell fails; the notebook is left as it was.
    """
    # Imported here: an author's tools, which no reader of a lesson pays for.
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    try:
        with _surroundings(path.parent):
            NotebookClient(notebook, timeout=120, record_timing=False).execute()
    except CellExecutionError as error:
        message = say("fault.cell_failed", error=f"{error.ename}: {error.evalue}")
        raise ContentError([Fault(path.name, "", "", message)]) from error
    _clean(notebook)
    # The form in which JupyterLab itself saves: an author's save changes no more lines.
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]
    return path


def _clean(notebook: Any) -> None:  # noqa: ANN401 - a NotebookNode
    """Take out what depends on the run and not on the content."""
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(VIEW, None)


@contextmanager
def _surroundings(lessons: Path) -> Iterator[None]:
    """Give the kernels that start inside these lessons, an empty store, and Chinese."""
    names = ("YANDU_LESSONS", "YANDU_DATA", "YANDU_LANG")
    kept = {name: os.environ.get(name) for name in names}
    with tempfile.TemporaryDirectory() as folder:
        values = (str(lessons.resolve()), folder, "zh")
        os.environ.update(zip(names, values, strict=True))
        try:
            yield
        finally:
            for name, value in kept.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value
