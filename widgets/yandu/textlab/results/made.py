"""The line of Python that makes a result again."""

import json
import re

from yandu.textlab.texts.text import Counts, Text

_LESSON = re.compile(r"\d\d")


def made_by(function: str, *arguments: object, **options: object) -> str:
    """Return the call that makes a table, ``textlab.kwic(lesson.text(), "政治")``.

    Args:
        function: Its name.
        arguments: A text (see `source_of`) or a plain value.
        options: Those that differ from what the function takes by itself; one that is
            None is left out.
    """
    words = [_written(argument) for argument in arguments]
    if words[:2] == ["text", "text"]:  # two of one's own
        words[1] = "other"
    words += [
        f"{name}={_written(value)}"
        for name, value in options.items()
        if value is not None
    ]
    return f"textlab.{function}({', '.join(words)})"


def source_of(text: Text | Counts) -> str:
    """Return what a lesson's code cell calls a text; one's own is called ``text``."""
    if text.id == "article":
        return "textlab.article()"
    if text.id == "course":
        return "lesson.course_text()"
    if text.id == "original":
        return "lesson.original()"
    return "lesson.text()" if _LESSON.fullmatch(text.id) else "text"


def _written(value: object) -> str:
    if isinstance(value, str):
        # A JSON string is a Python string, in the quotes that the lessons use.
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, Text | Counts):
        return source_of(value)
    return repr(value)
