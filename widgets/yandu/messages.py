"""Every interface string of the course, by key.

``messages.toml`` holds them: a table per message, ``zh`` and ``en`` beside each other.
Chinese comes first. ``YANDU_LANG=en`` turns the order of `say` round for people who
read English more easily.
"""

import os
import tomllib
from functools import cache
from pathlib import Path
from typing import TypedDict

CATALOGUE_PATH = Path(__file__).with_name("messages.toml")
LANGUAGES = ("zh", "en")


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


def language() -> str:
    """Return the reader's language: ``zh``, or ``en`` if ``YANDU_LANG`` asks."""
    return "en" if os.environ.get("YANDU_LANG", "").startswith("en") else "zh"


def both(key: str, /, **values: object) -> Bilingual:
    """Return the message `key` in both languages, its places filled with `values`."""
    texts = catalogue()[key]
    return {"zh": texts["zh"].format(**values), "en": texts["en"].format(**values)}


def say(key: str, /, **values: object) -> str:
    """Return the message `key` in the reader's language."""
    texts = both(key, **values)
    return texts["en"] if language() == "en" else texts["zh"]


def section(name: str) -> dict[str, Bilingual]:
    """Return the messages of one section, for a widget's own labels, unfilled."""
    prefix = f"{name}."
    return {
        key.removeprefix(prefix): texts
        for key, texts in catalogue().items()
        if key.startswith(prefix)
    }
