"""Concordance lines (KWIC): every occurrence of a node in its context."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from yandu.messages import Bilingual, both
from yandu.textlab.errors import UnknownChoiceError
from yandu.textlab.results.made import made_by
from yandu.textlab.search.near import near_notes
from yandu.textlab.search.nodes import BYS, By, checked_node, find, within
from yandu.textlab.search.nodes import occurrences as occurrences
from yandu.textlab.texts.text import Counts, Text, in_full

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table
    from yandu.textlab.texts.index import Places, Unit

Sort = Literal["left", "right", "L1", "L2", "L3", "R1", "R2", "R3"]
SORTS: tuple[Sort, ...] = get_args(Sort)
UNITS: tuple["Unit", ...] = ("character", "token")
Window = int | Literal["sentence"]

# More than any sentence holds: a context ends at its sentence's borders.
ENDLESS = 1 << 40


@dataclass(frozen=True)
class Concordance:
    """All occurrences of a node; the lines are cut out when they are asked for.

    Made by `concordance`. For long texts: 10 MB are searched in some milliseconds, and
    a page costs as much as its lines.

    Attributes:
        text: The text that was searched.
        node: What was looked for.
        by: How.
        window: How much context a line shows.
        unit: What the window counts.
        starts: Where each hit begins in the string of the text's index, in the order
            of the lines.
        ends: Where it ends.
        made: The line of Python that lists all lines.
    """

    text: Text
    node: str
    by: By
    window: Window
    unit: "Unit"
    starts: "Places"
    ends: "Places"
    made: str = ""

    @property
    def n(self) -> int:
        """How many lines there are."""
        return len(self.starts)

    def __len__(self) -> int:
        return self.n

    def __repr__(self) -> str:
        return f"Concordance({self.node!r}, n={self.n})"

    def page(self, start: int = 0, size: int = 25) -> "Table":
        """Return some of the lines as a table; its index is their number, from 0.

        Args:
            start: The first line, from 0. Beyond the last one a page is empty.
            size: How many lines.

        Returns:
            A table with the columns ``sentence`` (its id), ``left``, ``node``,
            ``right``.

        Raises:
            UnknownChoiceError: `start` or `size` is less than 0.
        """
        for name, value in (("start", start), ("size", size)):
            if value < 0:
                raise UnknownChoiceError(name=name, value=value, known="0、1、2……")
        return self._table(start, start + size)

    def lines(self, start: int = 0, end: int | None = None) -> list[tuple[str, ...]]:
        """Return lines as tuples: sentence, left, node, right."""
        index = self.text.index
        starts, ends = self.starts[start:end], self.ends[start:end]
        width = ENDLESS if self.window == "sentence" else self.window
        sentences = index.sentences_of(starts).tolist()
        return [
            (
                index.sentences[sentence].id,
                index.string[left:hit],
                index.string[hit:after],
                index.string[after:right],
            )
            for sentence, left, hit, after, right in zip(
                sentences,
                index.reach(starts, -width, self.unit).tolist(),
                starts.tolist(),
                ends.tolist(),
                index.reach(ends, width, self.unit).tolist(),
                strict=True,
            )
        ]

    def _table(self, start: int, end: int) -> "Table":
        from yandu.textlab.results.table import Table

        lines = self.lines(start, end)
        columns = [*zip(*lines, strict=True)] or [(), (), (), ()]
        # A whole sentence may be long: it is broken into lines, a window is not.
        is_long = self.window == "sentence"
        sides = ("left_text", "text") if is_long else ("left", "right")
        return Table(
            dict(zip(("sentence", "left", "node", "right"), columns, strict=True)),
            index=range(start, start + len(lines)),
            caption=self._caption(start, len(lines)),
            kinds={
                **{"sentence": "head", "left": sides[0]},
                **{"node": "node", "right": sides[1]},
            },
            notes=() if self.n else near_notes(self.text, self.node, self.by),
            made=self.made,
        )

    def _caption(self, start: int, n_shown: int) -> Bilingual:
        part: Bilingual = {"zh": "", "en": ""}
        if n_shown < self.n:
            part = both("textlab.kwic_part", first=start + 1, last=start + n_shown)
        return both(
            f"textlab.kwic_{self.by}",
            node=self.node,
            n=self.n,
            part_zh=part["zh"],
            part_en=part["en"],
            title_zh=self.text.title["zh"],
            title_en=self.text.title["en"],
        )


def concordance(
    text: Text | Counts,
    node: str,
    window: Window = 12,
    sort: Sort | None = None,
    *,
    by: By = "character",
    unit: "Unit" = "character",
    sections: str | Iterable[str] | None = None,
) -> Concordance:
    """Find every occurrence of a node, and cut out lines only when they are shown.

    The arguments and errors are those of `kwic`.
    """
    text = in_full(text)
    _check("by", by, BYS)
    _check("unit", unit, UNITS)
    _check("sort", sort, (None, *SORTS))
    is_width = isinstance(window, int) and window >= 0
    if not is_width and window != "sentence":
        raise UnknownChoiceError(
            name="window", value=window, known="0、1、2……、sentence"
        )
    node = checked_node(node, by)
    starts, ends = find(text, node, by)
    chosen: list[str] | None = None
    if sections is not None:
        chosen = [sections] if isinstance(sections, str) else [*map(str, sections)]
        starts, ends = within(text, starts, ends, chosen)
    made = made_by(
        "kwic",
        text,
        node,
        window=None if window == 12 else window,
        sort=sort,
        by=None if by == "character" else by,
        unit=None if unit == "character" else unit,
        sections=sections if isinstance(sections, str) else chosen,
    )
    found = Concordance(text, node, by, window, unit, starts, ends, made)
    if sort is None:
        return found
    from yandu.textlab.search.sorting import order_of

    width = ENDLESS if isinstance(window, str) else window
    order = order_of(text.index, starts, ends, sort, unit, width)
    return replace(found, starts=starts[order], ends=ends[order])


def kwic(
    text: Text | Counts,
    node: str,
    window: Window = 12,
    sort: Sort | None = None,
    *,
    by: By = "character",
    unit: "Unit" = "character",
    sections: str | Iterable[str] | None = None,
) -> "Table":
    r"""List every occurrence of a node with what stands before and after it.

    By default the search goes by characters, so that it also finds the node inside a
    longer word and across two; overlapping occurrences are all found. A line never
    leaves its sentence: at a sentence's border the context ends.

    Args:
        text: The text to search, in full: not counts such as ``article()``.
        node: What to look for; white space around it does not count.
        window: How much to show on each side: a number of units, 0 or more, or
            ``"sentence"`` for all of the sentence.
        sort: None for the order of the text. ``"left"`` sorts by the units before the
            node, the nearest first, ``"right"`` by those after it. ``"L1"`` to
            ``"L3"`` and ``"R1"`` to ``"R3"`` sort by the unit in that place, then by
            the first five of its side. By Unicode order, none before any; equal lines
            keep the order of the text. What the window does not show is not looked at
            by ``"left"`` and ``"right"``, nor what lies beyond 12 units.
        by: ``"character"``; ``"token"``: the node is one token, or several in a row
            with white space between them (``"公安 工作"``); ``"regex"``: the node is a
            regular expression as the `regex` library reads it (all that Python's `re`
            knows, and Chinese characters as ``\p{Han}``), whose matches do not
            overlap and stay within a sentence.
        unit: What `window` and `sort` count: ``"character"`` or ``"token"``. Of a
            token that the node lies in, the part beside the node counts as one.
        sections: Only these sections: one id or several. By default the whole text.

    Returns:
        A table with the columns ``sentence`` (its id), ``left``, ``node``, ``right``.
        If nothing is found, its notes name what stands in the text and is near.

    Raises:
        EmptyNodeError: If the node holds no character.
        LongNodeError: If it has more than 60.
        CountsOnlyError: If only counts of the text are known.
        UncutTextError: If tokens are asked of a text that is not cut.
        UnknownSectionError: If the text has no such section.
        UnknownChoiceError: If another argument is something else.
        PatternError: If a regular expression is wrong.
        SlowPatternError: If it takes more than two seconds.
    """
    found = concordance(text, node, window, sort, by=by, unit=unit, sections=sections)
    return found.page(0, found.n)


def _check(name: str, value: object, known: Sequence[object]) -> None:
    if value not in known:
        raise UnknownChoiceError(
            name=name, value=value, known="、".join(map(str, known))
        )
