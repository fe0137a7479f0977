"""What the command tells of a copy, and the copy with its paragraphs restored."""

from collections.abc import Iterator
from pathlib import Path

from yandu.items.matching.script import simplify
from yandu.messages import say
from yandu.original.copy import Original
from yandu.original.store import ORIGINAL_NAME


def summary(original: Original, folder: Path) -> Iterator[str]:
    """Yield lines that say where a copy is and what was found in it.

    Args:
        original: The copy.
        folder: The learner's data folder.
    """
    yield say("original.where", path=folder / ORIGINAL_NAME)
    n_paragraphs = len(original.paragraphs)
    yield say("original.found", n=original.sizes.total(), n_paragraphs=n_paragraphs)
    for section, n in original.sizes.items():
        key = "textlab.section_0" if section == "0" else "textlab.section"
        yield say("original.size", section=say(key, section=section), n=n)
    yield say("original.marks_full" if original.is_full else "original.marks_flat")
    if simplify(original.text) != original.text:
        yield say("original.traditional")
    if original.n_outside:
        yield say("original.outside", n=original.n_outside)


def restored(original: Original) -> Iterator[str]:
    """Yield the copy's headings and paragraphs, parted by blank lines."""
    for part in original.parts:
        yield f"\n{part.text}"
