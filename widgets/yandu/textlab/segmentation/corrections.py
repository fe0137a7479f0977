"""A learner's own corrections of the cuts.

One text file in the learner's data folder, one correction a line, so that it can be
read and mended by hand: ``公安 队伍`` is cut at its space, ``获得感`` is kept whole.
The course's segmenter applies them after the glossary, whose entries they override. A
line that is broken is named and left out; saving keeps it as it is, as nothing that a
learner wrote may be lost.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from yandu.messages import both
from yandu.paths import data_path
from yandu.textlab.errors import BadCorrectionError, NoCorrectionError
from yandu.textlab.texts.text import Tokens, is_word

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table

CORRECTIONS_NAME = "segmentation.txt"
LONGEST_CORRECTION = 30


@dataclass(frozen=True)
class Corrections:
    """What stands in a learner's file.

    Attributes:
        listed: A string to the tokens that it is cut into; one token if it is kept.
        broken: The lines that are no corrections, as they stand in the file, by their
            numbers.
    """

    listed: Mapping[str, Tokens]
    broken: Mapping[int, str] = field(default_factory=dict)


def corrections() -> "Table":
    """List the learner's own corrections.

    Returns:
        A table with the columns ``string`` and ``cut`` (its tokens, parted by
        ``/``), in the order in which they were made. Its notes name the lines of the
        file that are broken, one by one.
    """
    from yandu.textlab.results.table import Table

    found = read_corrections()
    return Table(
        {
            "string": [*found.listed],
            "cut": ["/".join(tokens) for tokens in found.listed.values()],
        },
        caption=both("textlab.corrections", n=len(found.listed)),
        kinds={"string": "head"},
        notes=[
            both("textlab.broken_line", line=number, longest=LONGEST_CORRECTION)
            for number in found.broken
        ],
    )


def correct(correction: str) -> "Table":
    """Correct how a string is cut, from now on and in every text.

    Args:
        correction: The string, with white space where it is to be cut: ``"公安 队伍"``.
            Without any it is kept whole: ``"获得感"``. An earlier correction of the
            same string is replaced. It applies where the string begins and ends at
            borders of the cut: to part 学/历史 write ``"学 历史"``, not ``"历史"``.

    Returns:
        All corrections, as `corrections` lists them.

    Raises:
        BadCorrectionError: It holds no word, or more than 30 characters.
        OSError: It cannot be saved; the old file is as it was.
    """
    tokens = _parsed(correction)
    found = read_corrections()
    string = "".join(tokens)
    listed = {key: cut for key, cut in found.listed.items() if key != string}
    _save(listed | {string: tokens}, found.broken)
    return corrections()


def forget(string: str) -> "Table":
    """Take back the correction of a string, with or without the white space in it.

    Returns:
        The corrections that are left.

    Raises:
        NoCorrectionError: There is none.
        OSError: It cannot be saved; the old file is as it was.
    """
    found = read_corrections()
    wanted = "".join(string.split())
    if wanted not in found.listed:
        known = "、".join(found.listed) or "—"
        raise NoCorrectionError(string=wanted, known=known)
    listed = {key: cut for key, cut in found.listed.items() if key != wanted}
    _save(listed, found.broken)
    return corrections()


def read_corrections(folder: Path | None = None) -> Corrections:
    """Return a learner's corrections; none if there is no file or it is unreadable.

    Args:
        folder: The learner's data folder; by default the present learner's.
    """
    path = (folder or data_path()) / CORRECTIONS_NAME
    try:
        # What is no UTF-8 is kept through reading and saving; its line is broken.
        text = path.read_text(encoding="utf-8-sig", errors="surrogateescape")
    except OSError:
        return Corrections({})
    listed: dict[str, Tokens] = {}
    broken: dict[int, str] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            tokens = _parsed(line)
        except BadCorrectionError:
            broken[number] = line
        else:
            string = "".join(tokens)
            listed.pop(string, None)  # of two on the same string the later one holds
            listed[string] = tokens
    return Corrections(listed, broken)


def exported_corrections(folder: Path) -> list[str]:
    """Return the lines of a learner's file, as `yandu export` gives them."""
    found = read_corrections(folder)
    return [*map(" ".join, found.listed.values()), *found.broken.values()]


def erase_corrections(folder: Path) -> None:
    """Remove a learner's corrections, and what saving may have left half made.

    Raises:
        OSError: They cannot be removed.
    """
    for path in list(folder.glob(f"{CORRECTIONS_NAME}*")):
        path.unlink(missing_ok=True)


def _parsed(line: str) -> Tokens:
    tokens = tuple(line.split())
    string = "".join(tokens)
    if len(string) > LONGEST_CORRECTION:
        shown = f"{string[:LONGEST_CORRECTION]}……"
        raise BadCorrectionError(string=shown, longest=LONGEST_CORRECTION)
    if not is_word(string) or not string.isprintable():
        raise BadCorrectionError(string=ascii(string), longest=LONGEST_CORRECTION)
    return tokens


def _save(listed: Mapping[str, Tokens], broken: Mapping[int, str]) -> None:
    """Write the file, whole or not at all."""
    folder = data_path()
    half = folder / f"{CORRECTIONS_NAME}.{os.getpid()}.tmp"
    lines = (*map(" ".join, listed.values()), *broken.values())
    text = "".join(f"{line}\n" for line in lines)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with half.open("wb") as file:
            file.write(text.encode("utf-8", "surrogateescape"))
            file.flush()
            os.fsync(file.fileno())
        half.replace(folder / CORRECTIONS_NAME)
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise
