"""Reuse: what one text has word for word from another, and what changed around it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from yandu.messages import both
from yandu.textlab.counts.frequency import each
from yandu.textlab.counts.ngrams import check_choice, check_number
from yandu.textlab.errors import UncutTextError
from yandu.textlab.results.made import made_by
from yandu.textlab.texts.text import (
    Counts,
    Text,
    TextSentence,
    compact,
    in_full,
    is_word,
)

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table

By = Literal["character", "token"]
BYS: tuple[By, ...] = get_args(By)
#: How much of what stands before and after is shown, in characters.
CONTEXT = 8

# Characters as a string, words as a tuple: their slices are keys of a dictionary.
_Units = str | tuple[str, ...]

_COLUMNS = (
    *("passage", "length", "count", "other_count", "sentence", "left", "right"),
    *("other_sentence", "other_left", "other_right"),
)
_KINDS = {
    **{"passage": "head", "sentence": "text", "left": "left", "right": "right"},
    **{"other_sentence": "text", "other_left": "left", "other_right": "right"},
}


def reuse(
    text: Text | Counts, other: Text | Counts, n: int = 4, by: By = "character"
) -> "Table":
    """List the passages that two texts share, each as long as it goes.

    A passage ends where the wording changes, or where a sentence of either text ends;
    marks at its ends are left off. White space does not count.

    Args:
        text: A text in full.
        other: The text that it is compared with.
        n: How many characters (letters and digits, no marks) or words a passage has at
            least; 2 or more.
        by: ``"character"``; or ``"token"``, by which a passage begins and ends between
            words.

    Returns:
        A table: the longest passage first, then by how often it stands in `text`, then
        by Unicode order. Its columns are

        - ``passage``; ``length``: in characters or words, marks not counted;
        - ``count``: how often it is found in `text` where no longer one is shared;
        - ``other_count``: how often it stands in `other`, also inside longer ones;
        - ``sentence``, ``left``, ``right``: its first place in `text`, and what stands
          around it there;
        - ``other_sentence``, ``other_left``, ``other_right``: the same in `other`.

    Raises:
        UnknownChoiceError: If `n` or `by` is something else.
        CountsOnlyError: If only counts of a text are known.
        UncutTextError: If tokens are asked of a text that is not cut.
    """
    text, other = in_full(text), in_full(other)
    check_choice("by", by, BYS)
    check_number("n", n, 2)
    made = made_by(
        "reuse",
        text,
        other,
        n=None if n == 4 else n,
        by=None if by == "character" else by,
    )
    others = _grams(other, by, n)
    found: dict[_Units, list[_Place]] = defaultdict(list)
    n_units = n_shared = 0
    for line in _lines(text, by):
        n_units += line.size
        shared: set[int] = set()
        for start, end in others.passages(line):
            passage = line.units[start:end]
            found[passage].append(_Place(line, start, end))
            shared.update(range(start, end))
        n_shared += sum(line.is_word[at] for at in shared)
    return _table((text, other, n, by), found, others, (n_units, n_shared), made)


@dataclass(frozen=True)
class _Line:
    """A sentence in its units."""

    sentence: str
    units: _Units
    is_word: Sequence[bool]
    size: int

    def n_words(self, start: int, end: int) -> int:
        return sum(self.is_word[start:end])

    def around(self, start: int, end: int) -> tuple[str, str]:
        left = "".join(self.units[max(0, start - CONTEXT) : start])
        right = "".join(self.units[end : end + CONTEXT])
        return left[-CONTEXT:], right[:CONTEXT]


class _Place(NamedTuple):
    line: _Line
    start: int
    end: int


class _Grams:
    """Where each string of n units begins in some sentences."""

    def __init__(self, lines: list[_Line], n: int) -> None:
        self._lines = lines
        self._n = n
        self._places: dict[_Units, list[tuple[int, int]]] = defaultdict(list)
        for number, line in enumerate(lines):
            for at in range(len(line.units) - n + 1):
                self._places[line.units[at : at + n]].append((number, at))

    def places(self, passage: _Units) -> list[_Place]:
        """Return every place of a passage of n units or more."""
        size = len(passage)
        return [
            _Place(line, at, at + size)
            for number, at in self._places.get(passage[: self._n], ())
            if (line := self._lines[number]).units[at : at + size] == passage
        ]

    def passages(self, line: _Line) -> Iterator[tuple[int, int]]:
        """Yield start and end of the passages of a sentence, none inside another."""
        n, units, places = self._n, line.units, self._places
        reached = 0
        for at in [
            at for at in range(len(units) - n + 1) if units[at : at + n] in places
        ]:
            # What begins here and goes further than the last holds this string.
            across = reached - n + 1
            if at < across and units[across : reached + 1] not in places:
                continue
            end = self._end(line, at)
            if end > reached:
                start, stop = _trim(line, at, end)
                if line.n_words(start, stop) >= n:
                    yield start, stop
                reached = end

    def _end(self, line: _Line, at: int) -> int:
        """Return where the longest passage that begins at `at` ends; `at` if none."""
        here = self._places.get(line.units[at : at + self._n])
        if not here:
            return at
        end = at + self._n
        while end < len(line.units):
            size = end - at
            on = [
                (number, start)
                for number, start in here
                if start + size < len(self._lines[number].units)
                and self._lines[number].units[start + size] == line.units[end]
            ]
            if not on:
                break
            here, end = on, end + 1
        return end


def _trim(line: _Line, start: int, end: int) -> tuple[int, int]:
    while start < end and not line.is_word[start]:
        start += 1
    while end > start and not line.is_word[end - 1]:
        end -= 1
    return start, end


def _lines(text: Text, by: By) -> "list[_Line]":
    # A text keeps its lines, and its index below, as with a cached property.
    kept: dict[By, list[_Line]] = vars(text).setdefault("_lines", {})
    if by not in kept:
        kept[by] = [_line(sentence, by) for sentence in text.sentences]
    return kept[by]


def _line(sentence: TextSentence, by: By) -> "_Line":
    if by == "character":
        units: _Units = compact(sentence.text)
    elif sentence.tokens is None:
        raise UncutTextError(sentence=sentence.id)
    else:
        units = sentence.tokens
    are_words = [*map(is_word, units)]
    return _Line(sentence.id, units, are_words, sum(are_words))


def _grams(text: Text, by: By, n: int) -> "_Grams":
    kept: dict[tuple[By, int], _Grams] = vars(text).setdefault("_grams", {})
    if (by, n) not in kept:
        kept.clear()  # an index may be larger than its text: one at a time
        kept[by, n] = _Grams(_lines(text, by), n)
    return kept[by, n]


def _table(
    asked: tuple[Text, Text, int, By],
    found: dict[_Units, list[_Place]],
    others: _Grams,
    sizes: tuple[int, int],
    made: str,
) -> "Table":
    from yandu.textlab.results.table import Table

    text, other, n, by = asked
    lines = []
    for passage, places in found.items():
        there = others.places(passage)
        (line, start, end), (line2, start2, end2) = places[0], there[0]
        lines.append(
            (
                "".join(passage),
                line.n_words(start, end),
                len(places),
                len(there),
                line.sentence,
                *line.around(start, end),
                line2.sentence,
                *line2.around(start2, end2),
            )
        )
    lines.sort(key=lambda row: (-row[1], -row[2], row[0]))
    columns = [*zip(*lines, strict=True)] or [()] * len(_COLUMNS)
    n_units, n_shared = sizes
    return Table(
        dict(zip(_COLUMNS, columns, strict=True)),
        caption=both(
            f"textlab.reuse_{by}",
            **each(text.title),
            **each(other.title, "other"),
            n=n,
            rows=len(lines),
            shared=n_shared,
            total=n_units,
            share=f"{n_shared / n_units:.1%}" if n_units else "0%",
        ),
        kinds=_KINDS,
        notes=[both("textlab.reuse_note", n=n)],
        made=made,
    )
