"""All that an item says, each text with its place, whatever the item's kind."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from yandu.items import Item
from yandu.messages import Bilingual

#: Fields that hold responses, which are data and say nothing.
RESPONSES = ("accept", "reject")
ZH = re.compile(r"第\s*(\d+(?:、\s*\d+)*)\s*段|段\s*(\d+)")
EN = re.compile(
    r"\b[Pp]aragraph\s+(\d+)|\b[Pp]aragraphs\s+(\d+(?:,?\s+(?:and\s+)?\d+)*)"
)


def texts_of(item: Item) -> Iterator[tuple[str, Bilingual]]:
    """Yield every text of an item with the dotted path of its field.

    Parts are named by their id, else by number: ``options.b.chosen``, ``hints.1``.
    """
    for field in fields(item):
        if field.name not in RESPONSES:
            yield from _texts(getattr(item, field.name), field.name)


def paragraphs_in(text: Bilingual) -> set[int]:
    """Return the numbers of the paragraphs that a text points to, in either language.

    These are 第 3 段, 段 3, paragraph 3, paragraphs 3 and 7; a card makes them links.
    """
    found = [*ZH.findall(text["zh"]), *EN.findall(text["en"])]
    return {
        int(digits) for groups in found for digits in re.findall(r"\d+", str(groups))
    }


def parts_of(part: Any) -> Iterator[object]:  # noqa: ANN401 - any part of an item
    """Yield an item's parts, and their parts: everything that is a dataclass."""
    if is_dataclass(part):
        yield part
    for _, inner in _inside(part):
        yield from parts_of(inner)


def _texts(part: Any, path: str) -> Iterator[tuple[str, Bilingual]]:  # noqa: ANN401
    if isinstance(part, dict) and part.keys() == {"zh", "en"}:
        yield path, {"zh": part["zh"], "en": part["en"]}
        return
    for name, inner in _inside(part):
        yield from _texts(inner, f"{path}.{name}")


def _inside(part: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    if is_dataclass(part):
        for field in fields(part):
            yield field.name, getattr(part, field.name)
    elif isinstance(part, dict):
        for name, inner in part.items():
            yield str(name), inner
    elif isinstance(part, tuple | list):
        for place, inner in enumerate(part, start=1):
            yield str(getattr(inner, "id", place)), inner
