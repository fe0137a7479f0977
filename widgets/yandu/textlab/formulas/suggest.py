"""Suggestions for new formulas: what comes again, and what is built in parallel.

A set phrase is fixed by use; so it shows as a string that is repeated whole, and in
official prose often as a series of four-character members. Both are marks, not proof:
what is suggested has to be judged by a reader.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from yandu.content import read_glossary
from yandu.messages import both
from yandu.paths import lessons_path
from yandu.textlab.formulas.repeats import maximal_repeats
from yandu.textlab.formulas.spans import formula_spans, formulas_of
from yandu.textlab.formulas.structure import four_character_series
from yandu.textlab.results.made import made_by
from yandu.textlab.texts.text import (
    Counts,
    Text,
    TextSentence,
    compact,
    in_full,
    is_han,
)

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table

COLUMNS = ("rank", "candidate", "count", "range", "length", "reason")
SHORTEST = 4
# No set phrase is longer, its marks included; the longest listed has 39 characters.
LONGEST = 60
# A set phrase neither begins nor ends with these: they belong to the clause.
_NO_EDGE = frozenset(
    "的了是在和与对把被将等也都就又而或及以并所之其这那第有由从为着过地得"
)
# Nor does it begin with what a number has left behind: 2017年5月|的讲话 and the like.
_NO_BEGINNING = _NO_EDGE | frozenset("年月日届节次条项个号")
# Words of plain clauses. A set phrase of four characters may have 是 (实事求是).
_PLAIN = frozenset("没了这那谁怎什么")
IS = "是"
_QUOTES = {("「", "」"), ("“", "”"), ("『", "』")}

Place = tuple[int, int]


@dataclass(frozen=True)
class Candidate:
    """A string that may be a formula, as a row of the table."""

    candidate: str
    count: int
    range: int
    length: int
    reason: str

    @property
    def weight(self) -> int:
        """What the list is sorted by: the characters that are used again.

        A series has its first use counted, too, because its form is a mark in itself;
        what stands in quotation marks of its own counts double.
        """
        uses = self.count - (self.reason == "repeat")
        return uses * self.length * (2 if self.reason == "quoted" else 1)


def suggest_formulas(
    text: Text | Counts, least: int = 2, known: Iterable[str] | None = None
) -> "Table":
    """Suggest formulas that the glossary does not list yet.

    Args:
        text: A text in full. If it is cut into words, a candidate begins and ends with
            a word; that makes the list shorter and better.
        least: How many times a string must be repeated, 2 or more; a four-character
            series is suggested where it stands once.
        known: Formulas not to suggest; by default the glossary's, with their variants.

    Returns:
        A table, the most characters used again first, then by Unicode order, with the
        columns

        - ``rank``: place in the list, from 1;
        - ``candidate``: the string; the members of a series are parted by 、;
        - ``count``: its occurrences, whatever the marks between its members;
        - ``range``: in how many sections it occurs;
        - ``length``: its Chinese characters;
        - ``reason``: ``repeat`` (a maximal repeat), ``quoted`` (a maximal repeat that
          stands in quotation marks of its own at least once) or ``series`` (parallel
          members of four characters).

    Raises:
        CountsOnlyError: If only counts of the text are known.
    """
    from yandu.textlab.results.table import Table

    text = in_full(text)
    if known is None:
        known = formulas_of(read_glossary(lessons_path(), []))
    places = _Paragraphs(text, known)
    found = {_bare(one.candidate): one for one in _candidates(places, max(least, 2))}
    rows = sorted(
        (one for one in found.values() if one.count),
        key=lambda one: (-one.weight, one.candidate),
    )
    data: dict[str, list[object]] = {"rank": [*range(1, len(rows) + 1)]}
    data |= {name: [getattr(row, name) for row in rows] for name in COLUMNS[1:]}
    return Table(
        data,
        caption=both(
            "textlab.suggest",
            n=len(rows),
            title_zh=text.title["zh"],
            title_en=text.title["en"],
        ),
        kinds={"candidate": "head", "count": "bar", "reason": "note"},
        notes=[both("textlab.suggest_note")],
        made=made_by("suggest_formulas", text, least=None if least == 2 else least),
    )


def _candidates(places: "_Paragraphs", least: int) -> Iterator[Candidate]:
    """Yield repeats, then series: a series that is repeated, too, is a series."""
    for repeat in maximal_repeats(places.string, SHORTEST, least=least):
        ends = [at + len(repeat.string) for at in repeat.places]
        spans = [*zip(repeat.places, ends, strict=True)]
        if _is_phrase(repeat.string) and all(map(places.is_between_words, spans)):
            reason = "quoted" if any(map(places.is_quoted, spans)) else "repeat"
            yield places.candidate(repeat.string, reason)
    for words in places.parts:
        string = "".join(words)
        for one in four_character_series(string, words if places.is_cut else None):
            members = [string[a:b] for a, b in one.members]
            if not any(map(_PLAIN.intersection, members)):
                yield places.candidate("、".join(members), "series")


class _Paragraphs:
    """A text as one string, a paragraph a line, with the borders of its words.

    Attributes:
        string: The string, without white space but between paragraphs.
        parts: The words of each paragraph; of a text that is not cut, its sentences.
        is_cut: Whether the text is cut into words.
    """

    def __init__(self, text: Text, known: Iterable[str]) -> None:
        self.is_cut = all(one.tokens is not None for one in text.sentences)
        self.parts: list[list[str]] = []
        self._starts: list[int] = []
        self._sections: list[str] = []
        self._borders: set[int] = set()
        at = 0
        for _, sentences in groupby(text.sentences, key=lambda one: one.paragraph):
            self.parts.append([])
            for sentence in sentences:
                self._starts.append(at)
                self._sections.append(sentence.section)
                words = _words(sentence)
                self.parts[-1] += words
                borders = [*accumulate(map(len, words), initial=at)]
                self._borders.update(borders)
                at = borders[-1]
            at += 1
        self.string = "\n".join(map("".join, self.parts))
        self._known = [
            (span.start, span.end) for span in formula_spans(self.string, known)
        ]

    def is_between_words(self, span: Place) -> bool:
        """Tell whether a word begins and one ends here; if unknown, they may."""
        return not self.is_cut or self._borders.issuperset(span)

    def is_quoted(self, span: Place) -> bool:
        """Tell whether a span is all that stands in a pair of quotation marks."""
        start, end = span
        return (self.string[start - 1 : start], self.string[end : end + 1]) in _QUOTES

    def _is_known(self, start: int, end: int) -> bool:
        """Tell whether a known formula holds this span."""
        at = bisect_right(self._known, (start, len(self.string)))
        while at and self._known[at - 1][0] > start - LONGEST:
            at -= 1
            if self._known[at][1] >= end:
                return True
        return False

    def candidate(self, string: str, reason: str) -> Candidate:
        """Count a string, whatever the marks between its members.

        A place inside a known formula is not counted: it is explained already.
        """
        starts = [
            span.start
            for span in formula_spans(self.string, [string])
            if not self._is_known(span.start, span.end)
        ]
        sections = {self._sections[bisect_right(self._starts, at) - 1] for at in starts}
        length = sum(map(is_han, string))
        return Candidate(string, len(starts), len(sections), length, reason)


def _words(sentence: TextSentence) -> list[str]:
    if sentence.tokens is None:
        return [compact(sentence.text)]
    return [*sentence.tokens]


def _is_phrase(string: str) -> bool:
    """Tell whether a string may be a set phrase by its first, last and plain words."""
    return not (
        string[0] in _NO_BEGINNING
        or string[-1] in _NO_EDGE
        or _PLAIN.intersection(string)
        or (IS in string and len(string) > SHORTEST)
        or sum(map(is_han, string)) < SHORTEST
    )


def _bare(formula: str) -> str:
    return "".join(filter(str.isalnum, formula))
