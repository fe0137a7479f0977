"""N-grams: strings of n words or characters in a row, and how often each occurs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, get_args

from yandu.messages import Bilingual, both
from yandu.textlab.counts.frequency import each, places_of
from yandu.textlab.errors import UnknownChoiceError
from yandu.textlab.results.made import made_by
from yandu.textlab.texts.text import Counts, Text, in_full

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table

Unit = Literal["token", "character"]
UNITS: tuple[Unit, ...] = get_args(Unit)
LONGEST = 20


def ngrams(
    text: Text | Counts,
    n: int = 2,
    by: Unit = "token",
    section: str | int | None = None,
    least: int = 2,
) -> "Table":
    """Count the strings of n words, or n Chinese characters, in a row.

    A string never reaches over a punctuation mark or the end of a sentence;
    overlapping ones all count, so that 哈哈哈 holds 哈哈 twice.

    Args:
        text: A text in full.
        n: How many in a row, 1 to 20.
        by: ``"token"`` (the words of a string are shown with a space between them) or
            ``"character"``.
        section: One section only; by default the whole text.
        least: Leave out what occurs fewer times than this, 1 or more.

    Returns:
        A table sorted by count, the highest first, then by Unicode order, with the
        columns

        - ``rank``: place in the list, from 1; strings with the same count share one;
        - ``ngram``: the string;
        - ``count``: its occurrences;
        - ``per_thousand``: in a thousand such strings;
        - ``range``: in how many sections it occurs; only for a whole text.

    Raises:
        UnknownSectionError: If the text has no such section.
        UnknownChoiceError: If `n`, `by` or `least` is something else.
        CountsOnlyError: If only counts of the text are known.
        UncutTextError: If tokens are asked of a text that is not cut.
    """
    text = in_full(text)
    check_choice("by", by, UNITS)
    check_number("n", n, 1, LONGEST)
    check_number("least", least, 1)
    places_of(text, section)
    made = made_by(
        "ngrams",
        text,
        n=None if n == 2 else n,
        by=None if by == "token" else by,
        section=None if section is None else str(section),
        least=None if least == 2 else least,
    )
    return _table(text, (n, by, section, least), made)


def check_choice(name: str, value: object, known: Sequence[str]) -> None:
    """Refuse a value that is not among those that are known.

    Raises:
        UnknownChoiceError: It is not.
    """
    if value not in known:
        raise UnknownChoiceError(name=name, value=value, known="、".join(known))


def check_number(name: str, value: object, least: int, most: int | None = None) -> None:
    """Refuse what is no whole number, or too small or too large a one.

    Raises:
        UnknownChoiceError: It is.
    """
    if (
        not isinstance(value, int)
        or isinstance(value, bool)
        or value < least
        or (most is not None and value > most)
    ):
        known = f"{least}, {least + 1}, …" + ("" if most is None else f", {most}")
        raise UnknownChoiceError(name=name, value=value, known=known)


def _table(
    text: Text, asked: tuple[int, Unit, str | int | None, int], made: str
) -> "Table":
    from yandu.textlab.results.table import Table
    from yandu.textlab.texts.units import ngrams_of, units_of

    n, by, section, least = asked
    units = units_of(text, by)
    place = None if section is None else text.sections.index(str(section))
    found = ngrams_of(units, n, place)
    listed = (found.counts >= least).nonzero()[0]
    strings = units.strings(found.first[listed], n, " " if by == "token" else "")
    descending = (-found.counts[listed]).tolist()
    order = sorted(zip(descending, strings, listed.tolist(), strict=True))
    total = int(found.counts.sum())
    numbers = [-count for count, _, _ in order]
    ranks = {count: place for place, count in reversed([*enumerate(numbers, start=1)])}
    data: dict[str, list[object]] = {
        "rank": [ranks[count] for count in numbers],
        "ngram": [ngram for _, ngram, _ in order],
        "count": [*numbers],
        "per_thousand": [1000 * count / total for count in numbers],
    }
    where: Bilingual = {"zh": "", "en": ""}
    if section is None:
        ranges = found.ranges(len(text.sections)).tolist()
        data["range"] = [ranges[one] for _, _, one in order]
    else:
        where = both("textlab.place", **each(text.section_title(str(section))))
    return Table(
        data,
        caption=both(
            f"textlab.ngrams_{by}",
            **each(text.title),
            **each(where, "where"),
            n=n,
            total=total,
            types=len(found.counts),
            least=least,
        ),
        kinds={"ngram": "head", "count": "bar"},
        made=made,
    )
