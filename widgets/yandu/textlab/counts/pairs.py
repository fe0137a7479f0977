"""Two samples of words, to be compared: sections, the rest of a text, texts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from yandu.messages import Bilingual, both
from yandu.textlab.counts.frequency import each, places_of, token_counts
from yandu.textlab.errors import UnknownChoiceError
from yandu.textlab.statistics.evidence import FEW, Cells
from yandu.textlab.texts.text import Counts, Text

#: More pairs of sections than these are not looked at for one table.
MOST_PAIRS = 1000


@dataclass(frozen=True)
class Pair:
    """Two samples of words.

    Attributes:
        section: The section of the first; empty for a whole text.
        counts: How often each word occurs in the first.
        whole: How often each occurs in both together.
        frequent: The words that are frequent enough in both together to be tested.
        size: Tokens of the first.
        reference_size: Tokens of the second.
        title: What the first is called.
        reference_title: What the second is called.
    """

    section: str
    counts: Counter[str]
    whole: Counter[str]
    frequent: frozenset[str]
    size: int
    reference_size: int
    title: Bilingual
    reference_title: Bilingual

    @property
    def is_rest(self) -> bool:
        """Whether the second is the rest of the text that the first is a section of."""
        return self.reference_title == both("textlab.rest")

    def cells(self, tokens: Iterable[str]) -> dict[Cells, list[str]]:
        """Return the four numbers of some words, with the words that have them.

        Hundreds of rare words have the same numbers: they are tested once.
        """
        alike: dict[tuple[int, int], list[str]] = {}
        find = self.counts.get
        for token in tokens:
            alike.setdefault((find(token, 0), self.whole[token]), []).append(token)
        return {
            Cells(count, whole - count, self.size, self.reference_size): words
            for (count, whole), words in alike.items()
        }


def each_section(text: Text | Counts) -> list[Pair]:
    """Return each section of a text beside the rest of it.

    A section without a word, or with all of them, has nothing to compare.
    """
    # A text keeps what it was parted into, as with a cached property.
    if "_each_section" not in vars(text):
        vars(text)["_each_section"] = _each_section(text)
    return [*vars(text)["_each_section"]]


def _each_section(text: Text | Counts) -> list[Pair]:
    units = token_counts(text)
    whole = _sum(units.values())
    frequent = _frequent(whole)
    size = whole.total()
    rest = both("textlab.rest")
    return [
        Pair(
            section=section,
            counts=counts,
            whole=whole,
            frequent=frequent,
            size=own,
            reference_size=size - own,
            title=_title(text, section),
            reference_title=rest,
        )
        for section, counts in units.items()
        if 0 < (own := counts.total()) < size
    ]


def one_pair(
    study: Text | Counts,
    reference: Text | Counts | None,
    section: str | None,
    against: str | None,
) -> Pair:
    """Return two texts, or sections, as a pair; see `keyness`.

    Raises:
        UnknownSectionError: If a text has no such section.
        UnknownChoiceError: If a text or section is to be compared with itself.
    """
    if reference is None and (section is None or section == against):
        known = "、".join([name for name in study.sections if name != against])
        raise UnknownChoiceError(name="section", value=section, known=known)
    other = study if reference is None else reference
    counts, others = _sample(study, section), _sample(other, against)
    whole = counts + others
    return Pair(
        section=section or "",
        counts=counts,
        whole=whole,
        # Nothing can be said of a sample without a word.
        frequent=_frequent(whole) if counts and others else frozenset(),
        size=counts.total(),
        reference_size=others.total(),
        title=_title(study, section),
        reference_title=_title(other, against),
    )


def every_pair(text: Text | Counts, shown: Pair, names: tuple[str, str]) -> list[Pair]:
    """Return a pair of sections of a text together with all other such pairs.

    Args:
        text: The text.
        shown: The pair, as `one_pair` made it.
        names: Its two sections.

    Returns:
        The pair itself and, if there are not more than a thousand, all others.
    """
    filled = [section for section, counts in token_counts(text).items() if counts]
    if len(filled) * (len(filled) - 1) // 2 > MOST_PAIRS:
        return [shown]
    # A text keeps its pairs, as with a cached property.
    kept: dict[tuple[str, str], Pair] = vars(text).setdefault("_pairs", {})
    for section, against in combinations(filled, 2):
        if (section, against) not in kept:
            kept[section, against] = one_pair(text, None, section, against)
    return [shown, *(pair for key, pair in kept.items() if {*key} != {*names})]


def _sample(text: Text | Counts, section: str | None) -> Counter[str]:
    places = places_of(text, section)
    units = token_counts(text)
    return _sum(units[place] for place in places)


def _sum(counters: Iterable[Counter[str]]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for counter in counters:
        whole.update(counter)
    return whole


def _frequent(whole: Counter[str]) -> frozenset[str]:
    return frozenset(token for token, count in whole.items() if count >= FEW)


def _title(text: Text | Counts, section: str | None) -> Bilingual:
    if section is None:
        return text.title
    where = both("textlab.place", **each(text.section_title(section)))
    return {"zh": text.title["zh"] + where["zh"], "en": text.title["en"] + where["en"]}
