"""Saving results: tables as CSV for a spreadsheet, charts as files.

A file is written whole or not at all, and nothing is overwritten unless that is said.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula
and may run it, and what stands in a cell comes from whatever text was counted. Such a
cell is therefore written with an apostrophe before it, which spreadsheets take to mean
"text" (OWASP, "CSV Injection"). Numbers are numbers and stay as they are. Whoever wants
the bare cells, for a program, has ``table.to_csv(path)`` of pandas.
"""

import csv
import os
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from yandu.textlab.errors import TextLabError
from yandu.textlab.results.render import shown

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table

#: What a spreadsheet may take for the beginning of a formula, wide forms included.
_FORMULA_STARTS = tuple("=+-@＝＋－＠")


class NoFolderError(TextLabError):
    """A folder to save into that does not exist."""

    key = "export.no_folder"


class NameTakenError(TextLabError):
    """A file to be written that is there already."""

    key = "export.name_taken"


class UnknownFormatError(TextLabError):
    """A name whose end is none that can be written."""

    key = "export.unknown_format"


class NotWrittenError(TextLabError):
    """A file that the system does not let be written."""

    key = "export.not_written"


def write_csv(
    table: "Table", path: str | Path, *, about: bool = True, overwrite: bool = False
) -> Path:
    """Write a table as CSV that spreadsheets open with Chinese as it should be.

    UTF-8 with a byte order mark, rows ended as RFC 4180 says, column names as
    documented. Cells that a spreadsheet might take for formulas are made text.

    Args:
        table: The table; all of its rows are written.
        path: Where to.
        about: Whether to write, after an empty line, what was counted in which text,
            the notes and the line of Python that makes the table.
        overwrite: Whether a file of this name may be replaced.

    Returns:
        The full path of the written file.

    Raises:
        NoFolderError: If the folder does not exist.
        NameTakenError: If there is such a file and `overwrite` does not allow it.
        NotWrittenError: If the disk is full or may not be written.
    """
    return write_text(
        "\ufeff" + csv_text(table, about=about), path, overwrite=overwrite
    )


def csv_text(table: "Table", *, about: bool = True) -> str:
    """Return what `write_csv` writes, without the byte order mark."""
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([_cell(str(name)) for name in table.columns])
    bare = table.astype(object).where(table.notna(), None)
    for row in bare.itertuples(index=False, name=None):
        writer.writerow([_cell(value) for value in row])
    if about:
        texts = (table.caption, *table.notes)
        lines = [text[name] for text in texts for name in ("zh", "en")] + [table.made]
        writer.writerow([])
        writer.writerows([_cell(line)] for line in lines if line)
    return file.getvalue()


def write_text(string: str, path: str | Path, *, overwrite: bool = False) -> Path:
    """Write a file whole or not at all; errors as `write_csv`."""
    path = Path(path).expanduser().absolute()
    if not path.parent.is_dir():
        raise NoFolderError(folder=path.parent)
    half = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    is_reserved = False
    try:
        if not overwrite:
            path.open("x").close()  # the name is ours from here on
            is_reserved = True
        half.write_bytes(string.encode("utf-8", "replace"))
        half.replace(path)
    except FileExistsError as error:
        raise NameTakenError(path=path) from error
    except OSError as error:
        for left in (half, path) if is_reserved else (half,):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        raise NotWrittenError(path=path, error=error.strerror or error) from error
    return path


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """Return a path in `folder` that no file has: ``stem.csv``, ``stem-2.csv``."""
    path, number = folder / f"{stem}{suffix}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{suffix}"
    return path


def _cell(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        text = shown(value)
        is_formula = text.lstrip().startswith(_FORMULA_STARTS)
        return f"'{text}" if is_formula else text
    return value
