"""Frequency lists: how often each word, formula or character occurs."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from yandu.content import read_glossary
from yandu.messages import Bilingual, both
from yandu.paths import lessons_path
from yandu.textlab.errors import (
    CountsOnlyError,
    UncutTextError,
    UnknownChoiceError,
    UnknownSectionError,
)
from yandu.textlab.formulas.spans import formula_spans, formulas_of
from yandu.textlab.results.made import made_by
from yandu.textlab.texts.text import Counts, Text, is_han, is_word

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table

Unit = Literal["token", "formula", "character"]
UNITS: tuple[Unit, ...] = ("token", "formula", "character")

# Section id to the count of each unit in it.
Sections = dict[str, Counter[str]]


def frequency(
    text: Text | Counts,
    section: str | int | None = None,
    by: Unit = "token",
    formulas: Iterable[str] | None = None,
) -> "Table":
    """Count the words of a text, or its formulas or characters.

    Punctuation is not counted. The list is sorted by count, highest first, and within
    one count by the Unicode order of the characters, so that it never changes from
    one run to the next.

    Args:
        text: A text, or counts such as ``article()``.
        section: One section of it only: a section of the article, ``"1"``, or a
            paragraph of a lesson, ``"01-p08"``. By default the whole text.
        by: ``"token"`` (words), ``"character"`` (Chinese characters) or ``"formula"``
            (set phrases; every occurrence counts, also inside a longer one).
        formulas: What to look for with ``by="formula"``; by default the glossary's.

    Returns:
        A table with the columns

        - ``rank``: place in the list, from 1; units with the same count share one;
        - ``token``, ``formula`` or ``character``: the unit;
        - ``count``: its occurrences;
        - ``per_thousand``: occurrences in a thousand tokens; for characters and
          formulas, in a thousand Chinese characters;
        - ``range``: in how many sections it occurs; only for a whole text.

    Raises:
        UnknownSectionError: If the text has no such section.
        UnknownChoiceError: If `by` is another word.
        CountsOnlyError: If formulas are asked of a text that is known by counts only.
        UncutTextError: If tokens are asked of a text that is not cut.
    """
    if by not in UNITS:
        raise UnknownChoiceError(name="by", value=by, known="、".join(UNITS))
    places = places_of(text, section)
    formulas = None if formulas is None else tuple(formulas)
    if by == "formula":
        units = _formulas(text, formulas)
    else:
        units = token_counts(text) if by == "token" else character_counts(text)
    base = character_counts(text) if by == "formula" else units

    counts: Counter[str] = Counter()
    for place in places:
        counts.update(units[place])
    total = sum(base[place].total() for place in places)
    made = made_by(
        "frequency",
        text,
        section=None if section is None else str(section),
        by=None if by == "token" else by,
        formulas=formulas,
    )
    return _table(text, section, by, counts, total, units, made)


def _table(
    text: Text | Counts,
    section: str | int | None,
    by: Unit,
    counts: Counter[str],
    total: int,
    units: Sections,
    made: str,
) -> "Table":
    from yandu.textlab.results.table import Table

    order = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    numbers = [count for _, count in order]
    ranks = {count: place for place, count in reversed([*enumerate(numbers, start=1)])}
    data: dict[str, list[object]] = {
        "rank": [ranks[count] for count in numbers],
        by: [unit for unit, _ in order],
        "count": [*numbers],
        "per_thousand": [1000 * count / total for count in numbers],
    }
    kinds = {by: "head", "count": "bar"}
    where: Bilingual = {"zh": "", "en": ""}
    if section is None:
        present = Counter(unit for place in units.values() for unit in place)
        data["range"] = [present[unit] for unit, _ in order]
    else:
        where = both("textlab.place", **each(text.section_title(str(section))))
    caption = both(
        f"textlab.frequency_{by}",
        **each(text.title),
        **each(where, "where"),
        total=total,
        types=len(order),
    )
    return Table(data, caption=caption, kinds=kinds, made=made)


def each(title: Bilingual, name: str = "title") -> dict[str, str]:
    """Return a title as the values of a message: ``title_zh`` and ``title_en``."""
    return {f"{name}_zh": title["zh"], f"{name}_en": title["en"]}


def places_of(text: Text | Counts, section: str | int | None) -> tuple[str, ...]:
    """Return the sections that are meant: one, or all if none is named.

    Raises:
        UnknownSectionError: If the text has no such section.
    """
    if section is None:
        return text.sections
    if str(section) not in text.sections:
        raise UnknownSectionError(section=section, known="、".join(text.sections))
    return (str(section),)


def token_counts(text: Text | Counts) -> Sections:
    """Count the words of each section; punctuation is left out.

    Returns:
        Section to the count of each token in it, the sections in the order of the text.

    Raises:
        UncutTextError: If the text is not cut.
    """
    return _counted(text, "tokens", _tokens)


def character_counts(text: Text | Counts) -> Sections:
    """Count the Chinese characters of each section; of `Counts`, those in tokens."""
    return _counted(text, "characters", _characters)


def _counted(
    text: Text | Counts, unit: str, count: Callable[[Text | Counts], Sections]
) -> Sections:
    # The text keeps its counts, as with a cached property; a copy is handed out, so
    # that nobody changes them.
    kept = vars(text).setdefault("_counts", {})
    if unit not in kept:
        kept[unit] = count(text)
    return {section: counts.copy() for section, counts in kept[unit].items()}


def _tokens(text: Text | Counts) -> Sections:
    sections: Sections = {section: Counter() for section in text.sections}
    if isinstance(text, Counts):
        for row in text.rows:
            sections[row.section][row.token] += row.count
        return sections
    for sentence in text.sentences:
        if sentence.tokens is None:
            raise UncutTextError(sentence=sentence.id)
        sections[sentence.section].update(sentence.tokens)
    return _only(is_word, sections)


def _characters(text: Text | Counts) -> Sections:
    sections: Sections = {section: Counter() for section in text.sections}
    if isinstance(text, Counts):
        for row in text.rows:
            for character in filter(is_han, row.token):
                sections[row.section][character] += row.count
        return sections
    for sentence in text.sentences:
        sections[sentence.section].update(sentence.text)
    return _only(is_han, sections)


def _only(is_unit: Callable[[str], bool], sections: Sections) -> Sections:
    # To look at each string once is faster than to look at each occurrence.
    strings = {string for counts in sections.values() for string in counts}
    others = [string for string in strings if not is_unit(string)]
    for counts in sections.values():
        for string in others:
            counts.pop(string, None)
    return sections


def _formulas(text: Text | Counts, formulas: Iterable[str] | None) -> Sections:
    if isinstance(text, Counts):
        raise CountsOnlyError(title=text.title["zh"], title_en=text.title["en"])
    if formulas is None:
        formulas = formulas_of(read_glossary(lessons_path(), []))
    listed = tuple(formulas)
    sections: Sections = {section: Counter() for section in text.sections}
    for sentence in text.sentences:
        spans = formula_spans(sentence.text, listed)
        sections[sentence.section].update(span.formula for span in spans)
    return sections
