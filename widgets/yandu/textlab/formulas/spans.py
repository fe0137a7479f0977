"""Formulas (提法): set phrases found by their characters.

A formula is an exact wording, not a word: 获得感、幸福感、安全感 crosses punctuation,
and 政治安全 lies inside 国家政治安全. So formulas are matched as spans of characters,
apart from the cut into words; spans may overlap and nest.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from yandu.content import Glossary

# What may stand between the members of a formula, in it or in the text: an
# enumeration comma, a comma, a semicolon, the full stop of a flattened copy, or
# nothing. Not 。: there a sentence ends, and a formula with it.
_SEPARATORS = r"、，,；;．.·"
_SEPARATOR = re.compile(rf"[{_SEPARATORS}\s]+")
_BETWEEN = rf"\s*[{_SEPARATORS}]?\s*"


@dataclass(frozen=True, order=True)
class Span:
    """One occurrence of a formula.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        formula: The formula as it is listed; the text may punctuate it otherwise.
    """

    start: int
    end: int
    formula: str


def formulas_of(glossary: Glossary) -> tuple[str, ...]:
    """Return the formulas that a glossary lists, each followed by its variants."""
    return tuple(
        dict.fromkeys(
            wording
            for term in glossary.terms.values()
            if term.is_formula
            for wording in (term.zh, *term.variants)
        )
    )


def formula_spans(string: str, formulas: Iterable[str]) -> tuple[Span, ...]:
    """Find every occurrence of every formula, overlapping and nested ones too.

    The wording must agree character by character; the marks between the members of
    an enumeration may differ (、 as ， or as the 「.」 of a copy with flattened
    punctuation) or be missing.

    Args:
        string: Where to look.
        formulas: What to look for. Repeated ones count once, empty ones not at all.

    Returns:
        The spans by start, then the longer one first, then by formula.
    """
    spans = [
        Span(*place, formula)
        for formula in dict.fromkeys(formulas)
        if (members := _members(formula))
        for place in _places(string, members)
    ]
    return tuple(sorted(spans, key=lambda span: (span.start, -span.end, span.formula)))


def cover(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Choose spans that do not overlap, the longest first, for marking in a text.

    Of two that are equally long the earlier one is chosen, and of two in the same
    place the one whose formula sorts first.

    Returns:
        The chosen spans in the order of the text.
    """
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span)):
        if all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(span)
    return tuple(sorted(chosen))


@lru_cache(maxsize=4096)
def _members(formula: str) -> tuple[str, ...]:
    return tuple(filter(None, _SEPARATOR.split(formula)))


def _places(string: str, members: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where these members stand in a row, places that overlap too."""
    # Most formulas are nowhere in a text, and `find` tells it fastest.
    at = string.find(members[0])
    while at >= 0:
        if len(members) == 1:
            yield at, at + len(members[0])
        elif match := _pattern(members).match(string, at):
            yield match.span()
        at = string.find(members[0], at + 1)


@lru_cache(maxsize=4096)
def _pattern(members: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_BETWEEN.join(map(re.escape, members)))
