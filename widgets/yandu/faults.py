"""Faults in content files, collected and reported together.

An author who mends a file wants to see everything that is wrong with it at once, each
with its place. So readers collect `Fault`s and go on; whoever cannot go on raises one
`ContentError` with all of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one place of a content file.

    Attributes:
        file: Path relative to the lessons folder, ``items/01_mission.toml``.
        entry: Id of the entry, ``01-q03``; empty when the file as a whole is meant.
        field: Name of the field, with a dotted path inside it, ``options.b.chosen``;
            empty when the entry as a whole is meant.
        message: What is wrong and what would be right, in the reader's language.
    """

    file: str
    entry: str
    field: str
    message: str

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.file, self.entry, self.field) if part)
        return f"{place}: {self.message}"


class ContentError(Exception):
    """Content that cannot be used, with all of its faults."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
