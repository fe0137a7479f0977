"""Every interface string of the course, by key, in the reader's language.

``messages.toml`` holds them: a table per message, ``zh`` and ``en`` beside each other.
What is shown follows the reader: Chinese with English beside it, or one of the two.
``YANDU_LANG`` says which (``zh``, ``en``, ``both``; ``en_US.UTF-8`` and the like are
understood), else what the learner has set, which `speak` tells. Content, and whatever
is stored, stays in both languages.
"""

import os
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TypedDict

CATALOGUE_PATH = Path(__file__).with_name("messages.toml")
LANGUAGES = ("both", "zh", "en")

_wanted = "both"


class Bilingual(TypedDict):
    """A text in Chinese and in English."""

    zh: str
    en: str


@cache
def catalogue() -> dict[str, Bilingual]:
    """Return all messages: dotted key, ``check.button``, to its two texts."""
    tables = tomllib.loads(CATALOGUE_PATH.read_text(encoding="utf-8"))
    return {
        f"{section}.{name}": {"zh": texts["zh"], "en": texts["en"]}
        for section, messages in tables.items()
        for name, texts in messages.items()
    }


def speak(language: str) -> None:
    """Take `language` as what the learner has set, for this process.

    Raises:
        ValueError: It is none of `LANGUAGES`.
    """
    global _wanted
    if language not in LANGUAGES:
        msg = f"language {language!r} is none of {', '.join(LANGUAGES)}"
        raise ValueError(msg)
    _wanted = language


def fixed_language() -> str | None:
    """Return the language that ``YANDU_LANG`` asks for, or None if it names none."""
    named = re.split(r"[-_.]", os.environ.get("YANDU_LANG", ""))[0].lower()
    return named if named in LANGUAGES else None


def language() -> str:
    """Return the reader's language: ``both``, ``zh`` or ``en``."""
    return fixed_language() or _wanted


def both(key: str, /, **values: object) -> Bilingual:
    """Return the message `key` in both languages, its places filled with `values`."""
    texts = catalogue()[key]
    return {"zh": texts["zh"].format(**values), "en": texts["en"].format(**values)}


def shown(key: str, /, **values: object) -> Bilingual:
    """Return the message `key` as the reader is to see it, an unwanted language blank.

    For what is displayed now; what is stored, or belongs to the content, takes `both`.
    """
    return _wanted_of(both(key, **values))


def say(key: str, /, **values: object) -> str:
    """Return the message `key` in one language: Chinese, unless the reader has none."""
    return both(key, **values)["en" if language() == "en" else "zh"]


def section(name: str) -> dict[str, Bilingual]:
    """Return the messages of one section as `shown` would, but with open places.

    For a widget's own labels.
    """
    prefix = f"{name}."
    return {
        key.removeprefix(prefix): _wanted_of(texts)
        for key, texts in catalogue().items()
        if key.startswith(prefix)
    }


def _wanted_of(texts: Bilingual) -> Bilingual:
    wanted = language()
    return {
        "zh": "" if wanted == "en" else texts["zh"],
        "en": "" if wanted == "zh" else texts["en"],
    }
