"""`yandu new-lesson`: an empty lesson in the form of the course, its slots marked.

The form stands in ``template/``: a notebook, a bank and a guide as an author would have
them. In them ``NN`` is the lesson's number and ``TITLE`` its title; what is left to
write is marked 【填：…】 or 【fill: …】, and `yandu check` names every such slot.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from yandu.messages import say

TEMPLATE_PATH = Path(__file__).with_name("template")
#: Each file of a lesson: what it is made from, and the folder that it belongs to.
FILES = (("lesson.ipynb", ""), ("items.toml", "items"), ("prompts.toml", "prompts"))
#: What all lessons of a folder share; a folder without them is none of lessons.
SHARED = ("claims.tsv", "glossary.toml", "sources.toml")
LESSON_ID = re.compile(r"[0-9]{2}")
NAME = re.compile(r"[a-z][a-z0-9_]*")
#: What would end a heading or break a file: control characters, lone surrogates, line
#: and paragraph separators.
BREAKING = {"Cc", "Cs", "Zl", "Zp"}


def new_lesson(lessons: Path, lesson_id: str, name: str, title: str) -> list[Path]:
    """Write an empty lesson into a lessons folder.

    Args:
        lessons: The folder.
        lesson_id: Two digits that no lesson there has: ``07``.
        name: What its files are called behind the number: ``mission``.
        title: Its title in Chinese, one line.

    Returns:
        The files written: notebook, bank, guide.

    Raises:
        ValueError: Any of these cannot be; the message says all that is wrong, and
            nothing is written.
    """
    problems = [*_problems(lesson_id, name, title), *_obstacles(lessons, lesson_id)]
    if problems:
        raise ValueError("\n".join(problems))
    written = []
    for template, folder in FILES:
        path = lessons / folder / f"{lesson_id}_{name}{Path(template).suffix}"
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_filled(template, lesson_id, title.strip()))
        written.append(path)
    return written


def _filled(template: str, lesson_id: str, title: str) -> str:
    text = (TEMPLATE_PATH / template).read_text(encoding="utf-8")
    if template.endswith(".ipynb"):
        # It stands inside a text of JSON; in TOML it stands in a comment only.
        title = json.dumps(title, ensure_ascii=False)[1:-1]
    return text.replace("NN", lesson_id).replace("TITLE", title)


def _problems(lesson_id: str, name: str, title: str) -> Iterator[str]:
    if not LESSON_ID.fullmatch(lesson_id):
        yield say("new_lesson.bad_id", value=lesson_id)
    if not NAME.fullmatch(name):
        yield say("new_lesson.bad_name", value=name)
    if not title.strip() or BREAKING & set(map(unicodedata.category, title)):
        yield say("new_lesson.bad_title")


def _obstacles(lessons: Path, lesson_id: str) -> Iterator[str]:
    """Yield why a lesson of this number cannot be written here."""
    missing = [name for name in SHARED if not (lessons / name).is_file()]
    if missing:
        names = ", ".join(missing)
        yield say("new_lesson.no_lessons", folder=lessons, names=names)
    if not LESSON_ID.fullmatch(lesson_id):
        return
    for folder in ("", "items", "prompts", "tokens", "pinyin"):
        for path in sorted((lessons / folder).glob(f"{lesson_id}_*")):
            there = path.relative_to(lessons).as_posix()
            yield say("new_lesson.taken", lesson=lesson_id, path=there)
