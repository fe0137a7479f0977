"""A lesson's notebook: the single source of its own text.

Notebooks are read with `json`; importing nbformat would cost a kernel more than all
the rest of the course (see design, section 10).
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yandu.faults import Fault
from yandu.messages import say

PARAGRAPH_ID = re.compile(r"\d\d-p\d\d")
# A sentence ends at its mark and takes closing quotes and brackets along.
SENTENCE = re.compile(r".+?(?:[。！？；]+[」』”’）》]*|$)", re.DOTALL)
ENGLISH = re.compile(r"<details class=\"en\">.*?</details>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
EMPHASIS = re.compile(r"\*\*|`")
CITATION = re.compile(r"\s*\[S\d+\]")


@dataclass(frozen=True)
class Sentence:
    """One sentence of a paragraph.

    Attributes:
        id: Paragraph id and number from 1: ``03-p04.2``.
        text: The sentence with its end mark, without markup.
    """

    id: str
    text: str


@dataclass(frozen=True)
class Paragraph:
    """One text cell of a lesson.

    Attributes:
        id: Cell id, ``01-p03``.
        number: Its place among the text cells of the lesson, from 1.
        text: The Chinese text without markup.
        en: The English text without markup.
        claims: Ids of the article's claims that it covers.
    """

    id: str
    number: int
    text: str
    en: str
    claims: tuple[str, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order, numbered by their end marks."""
        found = (match.group().strip() for match in SENTENCE.finditer(self.text))
        return tuple(
            Sentence(f"{self.id}.{place}", text)
            for place, text in enumerate(filter(None, found), start=1)
        )


@dataclass(frozen=True)
class Cell:
    """One cell of a notebook, as far as the course cares.

    Attributes:
        id: The cell's id.
        kind: ``markdown`` or ``code``.
        source: Its source as one text.
        tags: Its tags.
        claims: Claim ids under ``yandu.claims``.
        is_hidden: Whether its source is hidden in JupyterLab.
    """

    id: str
    kind: str
    source: str
    tags: tuple[str, ...]
    claims: tuple[str, ...]
    is_hidden: bool


@dataclass(frozen=True)
class Notebook:
    """A lesson's cells in order, and what the notebook says of itself.

    Attributes:
        lesson: The lesson's id, ``01``.
        is_live: Whether its cells may run on opening.
        cells: All cells.
        is_preview: Whether it shows an author's draft; then faults are told in full.
    """

    lesson: str
    is_live: bool
    cells: tuple[Cell, ...]
    is_preview: bool = False

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The text cells, numbered by position."""
        texts = [cell for cell in self.cells if "text" in cell.tags]
        return tuple(
            _paragraph(cell, number) for number, cell in enumerate(texts, start=1)
        )

    def cell(self, cell_id: str) -> Cell | None:
        """Return the cell with this id, or None."""
        return next((cell for cell in self.cells if cell.id == cell_id), None)

    @property
    def title(self) -> str:
        """The first heading, without its mark."""
        for cell in self.cells:
            if cell.kind == "markdown" and cell.source.startswith("# "):
                return cell.source.splitlines()[0].removeprefix("# ").strip()
        return ""


def read_notebook(path: Path, file: str, faults: list[Fault]) -> Notebook:
    """Read a lesson's notebook.

    Args:
        path: The ``.ipynb`` file.
        file: Its path relative to the lessons folder, for faults.
        faults: Where faults are noted.

    Returns:
        The notebook; an empty one if the file cannot be read.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        cells = tuple(_cell(fields) for fields in data["cells"])
        own = data["metadata"].get("yandu", {})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        faults.append(Fault(file, "", "", say("fault.no_notebook", error=error)))
        return Notebook("", is_live=False, cells=())
    return Notebook(
        lesson=str(own.get("lesson", "")),
        is_live=own.get("live") is True,
        cells=cells,
        is_preview=own.get("preview") is True,
    )


def plain(markdown: str) -> str:
    """Return the words of a markdown cell: tags, emphasis, citations taken away."""
    words = EMPHASIS.sub("", TAG.sub("", markdown))
    return CITATION.sub("", words).strip()


def _cell(fields: dict[str, Any]) -> Cell:
    metadata = fields.get("metadata", {})
    source = fields.get("source", "")
    return Cell(
        id=str(fields.get("id", "")),
        kind=str(fields["cell_type"]),
        source=source if isinstance(source, str) else "".join(source),
        tags=tuple(metadata.get("tags", ())),
        claims=tuple(metadata.get("yandu", {}).get("claims", ())),
        is_hidden=bool(metadata.get("jupyter", {}).get("source_hidden")),
    )


def _paragraph(cell: Cell, number: int) -> Paragraph:
    english = ENGLISH.search(cell.source)
    en = (
        plain(english.group().replace("<summary>English</summary>", ""))
        if english
        else ""
    )
    return Paragraph(
        cell.id, number, plain(ENGLISH.sub("", cell.source)), en, cell.claims
    )
