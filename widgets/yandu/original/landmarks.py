"""The words by which the parts of the article are found, in order, and their names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from yandu.content import Outline
from yandu.content.outline import Theme
from yandu.messages import Bilingual, both


@dataclass(frozen=True)
class Landmark:
    """Words that begin a part.

    Attributes:
        words: The words.
        kind: ``line`` (title, label or heading: the words are the whole part),
            ``paragraph``, or ``ending`` (the words end the article).
        id: Of the part that it begins: ``3-h`` a heading, ``3-t2`` a theme.
        section: Of the part, ``"0"`` to ``"5"``.
        claims: Ids of the claims that the part carries.
        name: What an error calls it.
        rest_id: Of what follows a line before the next landmark: ``3-t0``.
        rest_claims: Ids of the claims that this carries.
    """

    words: str
    kind: Literal["line", "paragraph", "ending"]
    id: str
    section: str
    claims: tuple[str, ...]
    name: Bilingual
    rest_id: str = ""
    rest_claims: tuple[str, ...] = ()


def landmarks(outline: Outline) -> tuple[Landmark, ...]:
    """Return the landmarks of an article in order, its ending last."""
    return (*_beginning(outline), *_sections(outline), *_ending(outline))


def _beginning(outline: Outline) -> Iterator[Landmark]:
    title, label = outline.title, outline.label
    name = both("original.part_title", words=title)
    yield Landmark(title, "line", "0-h", "0", outline.title_claims, name, "0-t0")
    quotes = outline.before_label
    yield from _themes("0", quotes, "original.part_quote", 1)
    if label:
        name = both("original.part_label", words=label)
        yield Landmark(label, "line", "0-l", "0", (), name, "0-l0")
    yield from _themes("0", outline.after_label, "original.part_lead", len(quotes) + 1)


def _sections(outline: Outline) -> Iterator[Landmark]:
    for section in outline.sections:
        number, words = section.id, section.heading
        name = both("original.part_heading", section=number, words=words)
        rest = (f"{number}-t0", section.opening)
        yield Landmark(words, "line", f"{number}-h", number, (), name, *rest)
        yield from _themes(number, section.themes, "original.part_theme", 1)


def _themes(
    section: str, themes: tuple[Theme, ...], key: str, first: int
) -> Iterator[Landmark]:
    for number, theme in enumerate(themes, start=first):
        name = both(key, section=section, number=number, words=theme.begins)
        id_ = f"{section}-t{number}"
        yield Landmark(theme.begins, "paragraph", id_, section, theme.claims, name)


def _ending(outline: Outline) -> Iterator[Landmark]:
    name = both("original.part_ending", words=outline.ending)
    yield Landmark(outline.ending, "ending", "", "", (), name)
